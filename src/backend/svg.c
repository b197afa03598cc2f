/* svg.c - the trim as SVG in millimetres, text as outlines.  Layer: backend. */
#include "backend/writer.h"

#include <cairo-svg.h>
#include <string.h>

#include "backend/cairo.h"

static bool draw_page(const pc_display *display, GByteArray *out, pc_diags *diags) {
  pc_size trim = pc_display_trim(display);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream(
      pc_cairo_append, out, pc_um_to_mm(trim.w), pc_um_to_mm(trim.h));
  cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_MM);
  cairo_t *cr = cairo_create(surface);
  cairo_scale(cr, 1e-3, 1e-3);
  bool ok = pc_cairo_paint(cr, display, NULL, diags);
  return pc_cairo_finish(cr, surface, "the SVG", diags) && ok;
}

/* Length of "image12" or "#surface3" between two quotation marks up to its number, 0: another
 * value. */
static size_t measure_prefix(const char *value, size_t length) {
  static const char *const prefixes[] = {"image", "surface", "#image", "#surface"};
  for (size_t i = 0; i < G_N_ELEMENTS(prefixes); i++) {
    size_t prefix = strlen(prefixes[i]);
    if (length > prefix && strncmp(value, prefixes[i], prefix) == 0 &&
        strspn(value + prefix, "0123456789") == length - prefix)
      return prefix;
  }
  return 0;
}

/* The number of this name in the order in which names appear. */
static int number_name(GHashTable *numbers, const char *name, size_t length) {
  char *key = g_strndup(name, length);
  gpointer found = g_hash_table_lookup(numbers, key);
  if (found != NULL) {
    g_free(key);
    return GPOINTER_TO_INT(found);
  }
  int number = (int)g_hash_table_size(numbers) + 1;
  g_hash_table_insert(numbers, key, GINT_TO_POINTER(number));
  return number;
}

/* cairo numbers pictures and surfaces through the whole process: counted anew for each file, the
 * same page gives the same bytes. */
static GBytes *renumber_names(const char *svg, size_t length) {
  g_autoptr(GHashTable) numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  GString *out = g_string_sized_new(length);
  const char *end = svg + length;
  for (const char *next, *at = svg; at < end; at = next) {
    const char *quote = memchr(at, '"', (size_t)(end - at));
    next = quote != NULL ? quote : end;
    size_t value = (size_t)(next - at), prefix = measure_prefix(at, value);
    size_t bare = *at == '#' ? 1 : 0;
    g_string_append_len(out, at, (gssize)(prefix > 0 ? prefix : value));
    if (prefix > 0)
      g_string_append_printf(out, "%d", number_name(numbers, at + bare, value - bare));
    if (quote != NULL) {
      g_string_append_c(out, '"');
      next++;
    }
  }
  return g_string_free_to_bytes(out);
}

GBytes *pc_svg_write(const pc_display *display, const pc_backend_options *options,
                     pc_diags *diags) {
  (void)options;
  g_autoptr(GByteArray) out = g_byte_array_new();
  return draw_page(display, out, diags) ? renumber_names((const char *)out->data, out->len) : NULL;
}

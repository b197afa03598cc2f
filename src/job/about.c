/* about.c - what posterc says of itself: version, schema, codes, and what is shipped.
 * Layer: job. */
#include "posterc.h"

#include <glib.h>

#include "base/columns.h"
#include "base/nearest.h"
#include "base/translate.h"
#include "diag/diag.h"
#include "doc/doc.h"
#include "doc/shelf.h"
#include "schema/readers.h"
#include "text/fonts.h"
#include "text/manifest.h"

/* A terminal's usual width. */
static const int text_columns = 80;

typedef void (*format_schema_func)(const pc_schema *top, GString *out);

static char *format_schema(format_schema_func format) {
  GString *out = g_string_new(NULL);
  format(pc_doc_schema(), out);
  return g_string_free(out, FALSE);
}

static void append_paragraph(GString *out, const char *text) {
  pc_columns_append_wrapped(out, text, 0, text_columns);
  g_string_append_c(out, '\n');
}

static char *list_shelf(pc_shelf shelf) {
  GString *out = g_string_new(NULL);
  for (const char *const *name = pc_shelf_names(shelf); *name != NULL; name++) {
    g_autofree char *description = pc_shelf_describe(shelf, *name);
    g_string_append_printf(out, "%-14s %s\n", *name, description != NULL ? _(description) : "");
  }
  return g_string_free(out, FALSE);
}

const char *posterc_version(void) {
  return POSTERC_VERSION_TEXT;
}

char *posterc_schema(void) {
  return format_schema(pc_schema_format_json);
}

char *posterc_reference(void) {
  return format_schema(pc_schema_format_markdown);
}

char *posterc_dictionary(void) {
  return format_schema(pc_schema_format_dictionary);
}

char *posterc_explain(const char *code) {
  pc_code found = pc_code_find(code);
  if (found == PC_N_CODES)
    return NULL;
  const pc_code_info *info = pc_code_get(found);
  GString *out = g_string_new(NULL);
  g_string_append_printf(out, _("%s (%s): %s"), info->name, pc_severity_name(info->severity),
                         _(info->title));
  g_string_append(out, "\n\n");
  append_paragraph(out, _(info->meaning));
  g_string_append_printf(out, "\n%s\n", _("What to do:"));
  append_paragraph(out, _(info->remedy));
  return g_string_free(out, FALSE);
}

const char *posterc_nearest_code(const char *word) {
  return pc_nearest(word, pc_code_names());
}

char *posterc_list_codes(void) {
  GString *out = g_string_new(NULL);
  for (pc_code code = 0; code < PC_N_CODES; code++) {
    const pc_code_info *info = pc_code_get(code);
    g_string_append_printf(out, "%-18s ", info->name);
    pc_columns_append_padded(out, pc_severity_name(info->severity), 8);
    g_string_append_printf(out, " %s\n", _(info->title));
  }
  return g_string_free(out, FALSE);
}

char *posterc_list_layouts(void) {
  return list_shelf(PC_SHELF_LAYOUTS);
}

char *posterc_list_themes(void) {
  return list_shelf(PC_SHELF_THEMES);
}

char *posterc_list_fonts(void) {
  GString *out = g_string_new(NULL);
  int count = 0;
  const pc_font_info *fonts = pc_fonts_manifest(&count);
  for (int i = 0; i < count; i++) {
    g_autofree char *path = pc_fonts_locate(&fonts[i]);
    const char *state = path == NULL                         ? _("  (not installed)")
                        : pc_font_is_pinned(&fonts[i], path) ? ""
                                                             : _("  (changed)");
    g_string_append_printf(out, "%-20s %-8s %-8s %-12s %s%s\n", fonts[i].family, fonts[i].style,
                           fonts[i].version, fonts[i].licence, fonts[i].package, state);
  }
  return g_string_free(out, FALSE);
}

void posterc_free(void *text) {
  g_free(text);
}

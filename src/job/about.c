/* about.c - what posterc says of itself: version, schema, codes, and what is shipped.
 * Layer: job. */
#include "posterc.h"

#include <glib.h>

#include "base/nearest.h"
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

/* Breaks at blanks; the texts are English. */
static void append_wrapped(GString *out, const char *text) {
  g_auto(GStrv) words = g_strsplit(text, " ", -1);
  long column = 0;
  for (char **word = words; *word != NULL; word++) {
    long width = g_utf8_strlen(*word, -1);
    bool fits = column + 1 + width <= text_columns;
    if (column > 0)
      g_string_append_c(out, fits ? ' ' : '\n');
    g_string_append(out, *word);
    column = fits && column > 0 ? column + 1 + width : width;
  }
  g_string_append_c(out, '\n');
}

static const char *name_severity(pc_severity severity) {
  return severity == PC_ERROR ? "error" : "warning";
}

static char *list_shelf(pc_shelf shelf) {
  GString *out = g_string_new(NULL);
  for (const char *const *name = pc_shelf_names(shelf); *name != NULL; name++) {
    g_autofree char *description = pc_shelf_describe(shelf, *name);
    g_string_append_printf(out, "%-14s %s\n", *name, description != NULL ? description : "");
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
  g_string_append_printf(out, "%s (%s): %s\n\n", info->name, name_severity(info->severity),
                         info->title);
  append_wrapped(out, info->meaning);
  g_string_append(out, "\nWhat to do:\n");
  append_wrapped(out, info->remedy);
  return g_string_free(out, FALSE);
}

const char *posterc_nearest_code(const char *word) {
  return pc_nearest(word, pc_code_names());
}

char *posterc_list_codes(void) {
  GString *out = g_string_new(NULL);
  for (pc_code code = 0; code < PC_N_CODES; code++) {
    const pc_code_info *info = pc_code_get(code);
    g_string_append_printf(out, "%-18s %-8s %s\n", info->name, name_severity(info->severity),
                           info->title);
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
    const char *state = path == NULL                         ? "  (not installed)"
                        : pc_font_is_pinned(&fonts[i], path) ? ""
                                                             : "  (changed)";
    g_string_append_printf(out, "%-20s %-8s %-8s %-12s %s%s\n", fonts[i].family, fonts[i].style,
                           fonts[i].version, fonts[i].licence, fonts[i].package, state);
  }
  return g_string_free(out, FALSE);
}

void posterc_free(void *text) {
  g_free(text);
}

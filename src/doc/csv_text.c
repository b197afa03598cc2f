/* csv_text.c - encodings of CSV files: what spreadsheets in Japan save.  Layer: doc. */
#include "doc/csv_text.h"

#include <string.h>

#include "base/translate.h"
#include "doc/attached.h"
#include "spec/encoding.h"

/* Workbooks that were renamed, or named instead of the CSV: zip and the old compound file. */
static const char *const workbooks[] = {"PK\x03\x04", "\xd0\xcf\x11\xe0"};

static bool is_workbook(const char *data, size_t length) {
  for (size_t i = 0; i < G_N_ELEMENTS(workbooks); i++) {
    if (length >= 4 && memcmp(data, workbooks[i], 4) == 0)
      return true;
  }
  return false;
}

/* What else the file is, NULL: it may be a CSV file. */
static const char *name_other(const char *data, size_t length) {
  if (is_workbook(data, length))
    return "a workbook of a spreadsheet program";
  return pc_encoding_name_format(data, length);
}

char *pc_csv_text_decode(GBytes *bytes, pc_string file, pc_diags *diags) {
  gsize length = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  const char *other = name_other(data, length);
  if (other != NULL) {
    PC_REPORT_HINT(diags, pc_attached_place(file), PC_SYNTAX,
                   "save the sheet as CSV (UTF-8), and name that file",
                   "'%s' is %s, not a CSV file", file.text, _(other));
    return NULL;
  }
  const pc_place start = {g_intern_string(file.text), 1, 1};
  g_autofree char *text = pc_encoding_decode(data, length, &length);
  return pc_encoding_check(text, length, start, diags) ? g_steal_pointer(&text) : NULL;
}

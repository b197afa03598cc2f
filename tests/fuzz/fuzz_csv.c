/* fuzz_csv.c - any bytes as a CSV file: a table or a diagnostic, never a crash or a hang. */
#include <stdint.h>

#include "doc/csv.h"
#include "doc/markup.h"

#define MAX_CELLS 5000

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_table(const pc_csv *csv) {
  g_assert_true(csv->n_rows >= 1 && csv->n_columns >= 1);
  g_assert_true(csv->n_rows <= MAX_CELLS / csv->n_columns);
  for (int i = 0; i < csv->n_rows; i++) {
    g_assert_cmpint(csv->rows[i]->n_items, ==, csv->n_columns);
    for (int k = 0; k < csv->n_columns; k++) {
      const pc_node *cell = csv->rows[i]->items[k];
      g_assert_true(cell->kind == PC_NODE_NULL || g_utf8_validate(cell->text, -1, NULL));
    }
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g_autoptr(pc_spec) spec = pc_spec_new();
  g_autoptr(pc_diags) diags = pc_diags_new();
  pc_decoding decoding = {.normalize = true};
  pc_reader reader = {.spec = spec, .diags = diags, .user = &decoding};
  g_autoptr(GBytes) bytes = g_bytes_new_static(data, size);
  const pc_csv *csv = pc_csv_parse(&reader, (pc_string){"a.csv", NULL}, bytes, MAX_CELLS);
  g_assert_true(csv != NULL || pc_diags_has_error(diags));
  if (csv != NULL)
    check_table(csv);
  return 0;
}

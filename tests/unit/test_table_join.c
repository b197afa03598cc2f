/* test_table_join.c - joined cells of data tables and of Markdown tables. */
#include "doc_fixture.h"

/* "1x1 2x1 . ": columns x rows of each cell, a dot for those that belong to another. */
static void expect_spans(const char *yaml, const char *expected) {
  g_auto(decoded) result = decode(yaml);
  const pc_doc *doc = expect_sound(&result);
  const pc_slide *slide = doc->slides[0];
  const pc_table *table = slide->blocks[slide->n_blocks - 1]->table;
  g_autoptr(GString) found = g_string_new(NULL);
  g_assert_nonnull(table);
  for (int i = 0; i < table->n_rows * table->n_columns; i++) {
    g_string_append(found, i == 0 ? "" : i % table->n_columns == 0 ? " / " : " ");
    if (table->spans == NULL)
      g_string_append(found, "1x1");
    else if (table->spans[i].columns == 0)
      g_string_append_c(found, '.');
    else
      g_string_append_printf(found, "%dx%d", table->spans[i].columns, table->spans[i].rows);
    if (table->spans != NULL && table->spans[i].columns == 0)
      g_assert_null(table->cells[i]);
  }
  g_assert_cmpstr(found->str, ==, expected);
}

static void test_joins_right_and_down(void) {
  expect_spans("slides: [{table: {rows: [[a, <, b], [c, d, ^]]}}]", "2x1 . 1x2 / 1x1 1x1 .");
  expect_spans("slides: [{table: {rows: [[a, <], [^, <], [b, c]]}}]", "2x2 . / . . / 1x1 1x1");
  expect_spans("slides: [{table: {rows: [[a, <], [^, ^]]}}]", "2x2 . / . .");
  expect_spans("slides: [{table: {rows: [[a], [^], [^]]}}]", "1x3 / . / .");
}

static void test_quoted_signs_are_printed(void) {
  expect_spans("slides: [{table: {rows: [[a, '<'], ['^', b]]}}]", "1x1 1x1 / 1x1 1x1");
  expect_spans("slides: [{table: {rows: [[a, <<], [^^, b]]}}]", "1x1 1x1 / 1x1 1x1");
}

static void test_headers_join_among_themselves(void) {
  expect_spans("slides: [{table: {header: [[a, b, <], [^, c, d]], rows: [[1, 2, 3]]}}]",
               "1x2 2x1 . / . 1x1 1x1 / 1x1 1x1 1x1");
  expect_reports("slides: [{table: {header: [a, b], rows: [[^, 2]]}}]", "1:43 bad-value");
  expect_reports("slides: [{table: {header: [[a, b], [c, d]], rows: [[^, 2]]}}]", "1:53 bad-value");
}

static void test_markdown(void) {
  expect_spans("slides:\n  - text: |\n      | a | < |\n      | - | - |\n      | b | c |\n"
               "      | ^ | d |\n",
               "2x1 . / 1x2 1x1 / . 1x1");
  expect_spans("slides:\n  - text: |\n      | a | \\< |\n      | - | - |\n      | \\^ | c |\n"
               "      | `^` | d |\n",
               "1x1 1x1 / 1x1 1x1 / 1x1 1x1");
  expect_reports("slides:\n  - text: |\n      | < | a |\n      | - | - |\n      | ^ | c |\n",
                 "3:9 bad-value 5:9 bad-value");
}

static void test_nothing_to_join_with(void) {
  expect_reports("slides: [{table: {rows: [[<, ^], [b, c]]}}]", "1:27 bad-value 1:30 bad-value");
}

/* At the cell that is missing in the rectangle. */
static void test_rectangles_only(void) {
  expect_reports("slides: [{table: {rows: [[a, <], [^, b]]}}]", "1:38 bad-value");
  expect_reports("slides: [{table: {rows: [[a, b, c], [d, ^, <]]}}]", "1:33 bad-value");
  expect_reports("slides: [{table: {rows: [[a, <, <], [^, b, ^], [^, <, <]]}}]", "1:41 bad-value");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/table-join/right-and-down", test_joins_right_and_down);
  g_test_add_func("/table-join/quoted", test_quoted_signs_are_printed);
  g_test_add_func("/table-join/headers", test_headers_join_among_themselves);
  g_test_add_func("/table-join/markdown", test_markdown);
  g_test_add_func("/table-join/nothing", test_nothing_to_join_with);
  g_test_add_func("/table-join/rectangles", test_rectangles_only);
  return g_test_run();
}

/* test_csv.c - CSV files as people and their programs save them. */
#include "doc/csv.h"

#include <string.h>

#include "doc/markup.h"

typedef struct shelf {
  pc_spec *spec;
  pc_diags *diags;
  pc_decoding decoding;
  pc_reader reader;
} shelf;

static void open_shelf(shelf *s) {
  *s = (shelf){.spec = pc_spec_new(), .diags = pc_diags_new()};
  s->decoding.folder = PC_TEST_DIR;
  s->reader = (pc_reader){.spec = s->spec, .diags = s->diags, .user = &s->decoding};
}

static void close_shelf(shelf *s) {
  pc_diags_free(s->diags);
  pc_spec_free(s->spec);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(shelf, close_shelf)

static const pc_csv *parse(shelf *s, const char *data, size_t length) {
  g_autoptr(GBytes) bytes = g_bytes_new(data, length);
  return pc_csv_parse(&s->reader, (pc_string){"a.csv", NULL}, bytes, 5000);
}

/* "a|b/c|-": cells, rows, and a dash for an empty one. */
static void expect_cells_of(const char *data, size_t length, const char *expected) {
  g_auto(shelf) s;
  open_shelf(&s);
  const pc_csv *csv = parse(&s, data, length);
  g_assert_nonnull(csv);
  g_assert_cmpint(pc_diags_count(s.diags), ==, 0);
  g_autoptr(GString) found = g_string_new(NULL);
  for (int i = 0; i < csv->n_rows; i++) {
    g_assert_cmpint(csv->rows[i]->n_items, ==, csv->n_columns);
    for (int k = 0; k < csv->n_columns; k++) {
      const pc_node *cell = csv->rows[i]->items[k];
      g_string_append_printf(found, "%s%s",
                             k > 0   ? "|"
                             : i > 0 ? "/"
                                     : "",
                             cell->kind == PC_NODE_NULL ? "-" : cell->text);
    }
  }
  g_assert_cmpstr(found->str, ==, expected);
}

static void expect_cells(const char *data, const char *expected) {
  expect_cells_of(data, strlen(data), expected);
}

static void test_cells(void) {
  expect_cells("a,b\nc,d", "a|b/c|d");
  expect_cells("a,b\r\nc,d\r\n\r\n\r\n", "a|b/c|d");
  expect_cells("a\tb\tc,d\n1\t2\t3", "a|b|c,d/1|2|3");
  expect_cells("a;b\n1,5;2", "a|b/1,5|2");
  expect_cells(" a , b \n\u3000c\u3000,d", "a|b/c|d");
  expect_cells("a,b,,\n,,,\nc,,,\n,,,\n", "a|b/c|-");
  expect_cells("a,b\nc,\n", "a|b/c|-");
  expect_cells("a,b\nc,,,\n", "a|b/c|-");
  expect_cells("a,,\nb,c\nd\n", "a|-/b|c/d|-");
}

static void test_quotes(void) {
  expect_cells("\"a, b\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",d", "a, b|say \"hi\"/two\nlines|d");
  expect_cells("\"a\"b,c", "ab|c");
  expect_cells("5\" pipe,c", "5\" pipe|c");
}

static void test_encodings(void) {
  expect_cells("\xef\xbb\xbf"
               "年,人数\n2019,24",
               "年|人数/2019|24");
  expect_cells("\x94\x4e,\x90\x6c\x90\x94\n\x87\x40,24", "年|人数/①|24");
  expect_cells_of("\xff\xfe"
                  "a\0,\0b\0\n\0",
                  10, "a|b");
}

static void expect_report(const char *data, size_t length, const char *expected) {
  g_auto(shelf) s;
  open_shelf(&s);
  g_assert_null(parse(&s, data, length));
  g_assert_cmpint(pc_diags_count(s.diags), ==, 1);
  const pc_diag *diag = pc_diags_at(s.diags, 0);
  g_autofree char *found =
      g_strdup_printf("%d:%d %s", diag->at.line, diag->at.column, pc_code_get(diag->code)->name);
  g_assert_cmpstr(found, ==, expected);
}

static void test_mistakes(void) {
  expect_report("", 0, "0:0 bad-value");
  expect_report("\n\n,,\n", 5, "0:0 bad-value");
  expect_report("a,b\nc,\"d\n", 9, "2:3 syntax");
  expect_report("PK\x03\x04zip", 7, "0:0 syntax");
  expect_report("a,b\n\xff\xff\xff", 7, "2:1 syntax");
  expect_report("\x89PNG\r\n", 6, "0:0 syntax");
  expect_report("a,b\n\nc\n", 7, "3:1 bad-value");
  expect_report("a,b\n1,2,3\n", 10, "2:1 bad-value");
  expect_report("a,b,\n1,2,3,4\n", 13, "2:1 bad-value");
}

static void test_places(void) {
  g_auto(shelf) s;
  open_shelf(&s);
  const char *data = "名前,\"二\n行\"\n\n患者, 24\n";
  const pc_csv *csv = parse(&s, data, strlen(data));
  g_assert_nonnull(csv);
  const pc_node *cell = csv->rows[1]->items[1];
  g_assert_cmpint(cell->at.line, ==, 4);
  g_assert_cmpint(cell->at.column, ==, 5);
  g_assert_cmpstr(cell->at.file, ==, "a.csv");
  g_autofree char *name = pc_csv_name_cell(csv, 1, 1);
  g_assert_cmpstr(name, ==, "'a.csv' row 3, column B");
  g_autofree char *far = pc_csv_name_cell(csv, 0, 27);
  g_assert_cmpstr(far, ==, "'a.csv' row 1, column AB");
}

/* A million cells: refused after the first few thousand; empty ones alone are no table. */
static void test_limits(void) {
  g_autoptr(GString) many = g_string_new(NULL);
  for (int i = 0; i < 1000000; i++)
    g_string_append(many, i % 1000 == 999 ? "1\n" : "1,");
  expect_report(many->str, many->len, "0:0 limit");
  g_autoptr(GString) ragged = g_string_new(NULL);
  for (int i = 0; i < 2000; i++)
    g_string_append(ragged, "1,\n");
  g_string_append(ragged, "1,2,3,4,5,6\n");
  expect_report(ragged->str, ragged->len, "0:0 limit");
  g_autoptr(GString) empty = g_string_new("a,b\n");
  for (int i = 0; i < 100000; i++)
    g_string_append(empty, ",,,,,\n");
  expect_cells(empty->str, "a|b");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/csv/cells", test_cells);
  g_test_add_func("/csv/quotes", test_quotes);
  g_test_add_func("/csv/encodings", test_encodings);
  g_test_add_func("/csv/mistakes", test_mistakes);
  g_test_add_func("/csv/places", test_places);
  g_test_add_func("/csv/limits", test_limits);
  return g_test_run();
}

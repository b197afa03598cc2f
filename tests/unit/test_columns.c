#include "base/columns.h"

static void assert_wrapped(const char *start, const char *text, int indent, int columns,
                           const char *expected) {
  g_autoptr(GString) out = g_string_new(start);
  pc_columns_append_wrapped(out, text, indent, columns);
  g_assert_cmpstr(out->str, ==, expected);
}

static void test_count(void) {
  g_assert_cmpint(pc_columns_count(""), ==, 0);
  g_assert_cmpint(pc_columns_count("abc"), ==, 3);
  g_assert_cmpint(pc_columns_count("日本"), ==, 4);
  /* A voiced mark of its own stands over the letter before it. */
  g_assert_cmpint(pc_columns_count("か\xe3\x82\x99"), ==, 2);
}

static void test_padded(void) {
  g_autoptr(GString) out = g_string_new(NULL);
  pc_columns_append_padded(out, "警告", 6);
  pc_columns_append_padded(out, "longer", 3);
  g_assert_cmpstr(out->str, ==, "警告  longer");
}

static void test_western(void) {
  assert_wrapped("", "", 0, 10, "");
  assert_wrapped("", "one two three", 0, 8, "one two\nthree");
  assert_wrapped("  ab  ", "one two", 6, 10, "  ab  one\n      two");
  assert_wrapped("", "unbreakable", 0, 4, "unbreakable");
}

static void test_japanese(void) {
  assert_wrapped("", "日本語の文", 0, 6, "日本語\nの文");
  /* No line begins with a full stop, nor ends with an opening bracket. */
  assert_wrapped("", "日本語。文", 0, 6, "日本\n語。文");
  assert_wrapped("", "日本「語」", 0, 6, "日本\n「語」");
  assert_wrapped("", "日本 posterc 語", 0, 8, "日本\nposterc\n語");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/columns/count", test_count);
  g_test_add_func("/columns/padded", test_padded);
  g_test_add_func("/columns/western", test_western);
  g_test_add_func("/columns/japanese", test_japanese);
  return g_test_run();
}

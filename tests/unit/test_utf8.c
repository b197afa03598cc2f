/* test_utf8.c - invalid bytes, counting, numbers in every form. */
#include <string.h>

#include <glib.h>

#include "base/utf8.h"

static void test_find_invalid(void) {
  const struct {
    const char *text;
    size_t length;
    long at;
  } cases[] = {
      {"", 0, -1},
      {"支援", 6, -1},
      {"a\0b", 3, -1},
      {"a\xff", 2, 1},
      {"支\xe6\x8f", 5, 3},
      {"a\0\xc0\x80", 4, 2},
      {"\xed\xa0\x80", 3, 0},
      {"x\xf4\x90\x80\x80", 5, 1},
  };
  for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++)
    g_assert_cmpint(pc_utf8_find_invalid(cases[i].text, cases[i].length), ==, cases[i].at);
}

static void test_count(void) {
  g_assert_cmpint(pc_utf8_count("", 0), ==, 0);
  g_assert_cmpint(pc_utf8_count("aé支𠮟", strlen("aé支𠮟")), ==, 4);
  g_assert_cmpint(pc_utf8_count("支援", 3), ==, 1);
}

static void assert_int(const char *text, int value) {
  int got = -99;
  g_assert_true(pc_utf8_parse_int(text, &got));
  g_assert_cmpint(got, ==, value);
}

static void test_parse_int(void) {
  assert_int("3", 3);
  assert_int("３", 3);
  assert_int("1８", 18);
  assert_int("③", 3);
  assert_int("⑳", 20);
  assert_int("㉑", 21);
  assert_int("㉟", 35);
  assert_int("㊱", 36);
  assert_int("㊿", 50);
  assert_int("\t　③　 ", 3);
  assert_int("-2", -2);
  assert_int("－２", -2);
  assert_int("2147483647", 2147483647);
}

static void test_parse_int_refuses(void) {
  const char *wrong[] = {"",   " ",          "-",   "3.0", "3a",   "③④",         "③a",
                         "三", "2147483648", "0x3", "+3",  "\xff", "　\xe3\x80", "1 2"};
  for (int i = 0; i < (int)G_N_ELEMENTS(wrong); i++) {
    int value;
    g_assert_false(pc_utf8_parse_int(wrong[i], &value));
  }
}

static void test_ascii_digits(void) {
  g_autofree char *text = pc_utf8_ascii_digits("１２．５％ −３ 支援 \xff\xe3");
  g_assert_cmpstr(text, ==, "12.5% -3 支援 \xff\xe3");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/utf8/find-invalid", test_find_invalid);
  g_test_add_func("/utf8/count", test_count);
  g_test_add_func("/utf8/parse-int", test_parse_int);
  g_test_add_func("/utf8/parse-int-refuses", test_parse_int_refuses);
  g_test_add_func("/utf8/ascii-digits", test_ascii_digits);
  return g_test_run();
}

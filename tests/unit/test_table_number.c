/* test_table_number.c - what counts as a number in a table, and where its point stands. */
#include "layout/table_number.h"

#include <glib.h>
#include <string.h>

/* before: what stands before the decimal point. */
static const struct {
  const char *text, *before;
  pc_number_kind kind;
} cases[] = {
    {"12", "12", PC_NUMBER_VALUE},
    {"12.5", "12", PC_NUMBER_VALUE},
    {"1,234,567.89", "1,234,567", PC_NUMBER_VALUE},
    {"１，２３４．５", "１，２３４", PC_NUMBER_VALUE},
    {"△12.25%", "△12", PC_NUMBER_VALUE},
    {"−3", "−3", PC_NUMBER_VALUE},
    {"９９名", "９９", PC_NUMBER_VALUE},
    {"1,200 円", "1,200", PC_NUMBER_VALUE},
    {"¥500", "¥500", PC_NUMBER_VALUE},
    {"約20百万円", "約20", PC_NUMBER_VALUE},
    {"12 km/h", "12", PC_NUMBER_VALUE},
    {"-", "-", PC_NUMBER_ABSENT},
    {"――", "――", PC_NUMBER_ABSENT},
    {" － ", " －", PC_NUMBER_ABSENT},
    {"", "", PC_NUMBER_TEXT},
    {"なし", "", PC_NUMBER_TEXT},
    {"第1回", "", PC_NUMBER_TEXT},
    {"10:00", "", PC_NUMBER_TEXT},
    {"2月3日", "", PC_NUMBER_TEXT},
    {"1.2.3", "", PC_NUMBER_TEXT},
    {"1,2", "", PC_NUMBER_TEXT},
    {"10-20", "", PC_NUMBER_TEXT},
    {"12人（うち会員3人）", "", PC_NUMBER_TEXT},
    {"20歳になった人たち", "", PC_NUMBER_TEXT},
    {".5", "", PC_NUMBER_TEXT},
};

static void test_numbers(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    int point = 0;
    g_test_message("'%s'", cases[i].text);
    g_assert_cmpint(pc_number_find(cases[i].text, &point), ==, cases[i].kind);
    if (cases[i].kind == PC_NUMBER_TEXT)
      continue;
    g_assert_cmpint(point, ==, (int)strlen(cases[i].before));
    g_assert_true(g_str_has_prefix(cases[i].text, cases[i].before));
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/table-number/find", test_numbers);
  return g_test_run();
}

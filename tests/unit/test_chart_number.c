/* test_chart_number.c - numbers as people write them into charts. */
#include "doc/chart_data.h"

static void expect_number(const char *text, double value, int decimals, const char *unit) {
  pc_written_number number;
  g_assert_true(pc_written_number_parse(text, &number));
  g_autofree char *found = number.unit;
  g_assert_cmpfloat_with_epsilon(number.value, value, 1e-9);
  g_assert_cmpint(number.decimals, ==, decimals);
  g_assert_cmpstr(found, ==, unit);
}

static void expect_none(const char *text) {
  pc_written_number number;
  if (pc_written_number_parse(text, &number))
    g_error("'%s' was read as %g", text, number.value);
}

static void test_plain(void) {
  expect_number("24", 24, 0, NULL);
  expect_number(" 24 ", 24, 0, NULL);
  expect_number("2.50", 2.5, 2, NULL);
  expect_number(".5", .5, 1, NULL);
  expect_number("+3", 3, 0, NULL);
  expect_number("0", 0, 0, NULL);
}

static void test_japanese(void) {
  expect_number("１２", 12, 0, NULL);
  expect_number("１，２３４．５", 1234.5, 1, NULL);
  expect_number("△3", -3, 0, NULL);
  expect_number("▲１２", -12, 0, NULL);
  expect_number("\u22127", -7, 0, NULL);
  expect_number("－７", -7, 0, NULL);
}

static void test_commas(void) {
  expect_number("1,234", 1234, 0, NULL);
  expect_number("12,345,678", 12345678, 0, NULL);
  expect_none("1,23");
  expect_none("1,2345");
  expect_none("1234,567");
  expect_none(",123");
}

static void test_units(void) {
  expect_number("42%", 42, 0, "%");
  expect_number("４２％", 42, 0, "%");
  expect_number("24人", 24, 0, "人");
  expect_number("1,234 km", 1234, 0, "km");
}

static void test_none(void) {
  static const char *const texts[] = {"",
                                      " ",
                                      "abc",
                                      "三人",
                                      "約24",
                                      "12:30",
                                      "2024-05-01",
                                      "1/2",
                                      "1.2.3",
                                      "-",
                                      "24人と3人",
                                      "1e5",
                                      "9999999999999999999",
                                      "0.12345678"};
  for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
    expect_none(texts[i]);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/chart-number/plain", test_plain);
  g_test_add_func("/chart-number/japanese", test_japanese);
  g_test_add_func("/chart-number/commas", test_commas);
  g_test_add_func("/chart-number/units", test_units);
  g_test_add_func("/chart-number/none", test_none);
  return g_test_run();
}

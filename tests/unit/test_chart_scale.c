/* test_chart_scale.c - nice numbers, and numbers with their commas. */
#include "figure/chart_scale.h"

#include <math.h>

#include <glib.h>

static void expect_scale(double least, double most, const char *expected) {
  const pc_scale scale = pc_scale_make(least, most, true);
  g_autofree char *found =
      g_strdup_printf("%g..%g by %g, %d", scale.low, scale.high, scale.step, scale.n);
  g_assert_cmpstr(found, ==, expected);
}

static void test_scales(void) {
  expect_scale(3, 42, "0..50 by 10, 6");
  expect_scale(0, 100, "0..100 by 20, 6");
  expect_scale(-6, 13, "-10..15 by 5, 6");
  expect_scale(0, 0, "0..1 by 0.2, 6");
  expect_scale(-8, -3, "-8..0 by 2, 5");
}

/* Any numbers: they lie on the scale, which has a handful of steps. */
static void test_any(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(42);
  for (int i = 0; i < 5000; i++) {
    double size = pow(10, g_rand_double_range(random, -5, 14));
    double a = g_rand_double_range(random, -1, 1) * size;
    double b = g_rand_double_range(random, -1, 1) * size;
    const pc_scale scale = pc_scale_make(MIN(a, b), MAX(a, b), g_rand_boolean(random));
    const double slack = scale.step * 1e-6;
    g_assert_cmpfloat(scale.low, <=, MIN(a, b) + slack);
    g_assert_cmpfloat(scale.high, >=, MAX(a, b) - slack);
    g_assert_cmpint(scale.n, >=, 2);
    g_assert_cmpint(scale.n, <=, PC_SCALE_MAX_TICKS);
    g_assert_cmpfloat(fabs(scale.low + scale.step * (scale.n - 1) - scale.high), <=, slack);
  }
}

static void test_decimals(void) {
  g_assert_cmpint(pc_number_decimals(12.5, 1, 3), ==, 1);
  g_assert_cmpint(pc_number_decimals(12, 1, 3), ==, 1);
  g_assert_cmpint(pc_number_decimals(12, 0, 3), ==, 0);
  g_assert_cmpint(pc_number_decimals(2.25, 1, 3), ==, 2);
  g_assert_cmpint(pc_number_decimals(0.1 + 0.2, 0, 3), ==, 1);
  g_assert_cmpint(pc_number_decimals(100, 0, 0), ==, 0);
}

static void expect_text(double value, int decimals, const char *unit, const char *expected) {
  g_autofree char *text = pc_number_format(value, decimals, unit);
  g_assert_cmpstr(text, ==, expected);
}

static void test_texts(void) {
  expect_text(24, 0, NULL, "24");
  expect_text(12345678, 0, "人", "12,345,678人");
  expect_text(-1234.5, 1, NULL, "\u22121,234.5");
  expect_text(-0.001, 1, NULL, "0.0");
  expect_text(999, 0, "%", "999%");
  expect_text(3, 0, "km", "3 km");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/chart-scale/scales", test_scales);
  g_test_add_func("/chart-scale/any", test_any);
  g_test_add_func("/chart-scale/decimals", test_decimals);
  g_test_add_func("/chart-scale/texts", test_texts);
  return g_test_run();
}

/* test_chart_spread.c - labels of a column apart from one another, and near to where they belong.
 */
#include "figure/chart_spread.h"

#include <math.h>

#include <glib.h>

static pc_spread make_spread(GRand *random, int n) {
  pc_spread spread = {.n = n};
  double top = g_rand_double_range(random, -5, 40);
  for (int i = 0; i < n; i++) {
    spread.tops[i] = top;
    spread.heights[i] = g_rand_double_range(random, 0.5, 3);
    top += g_rand_boolean(random) ? 0 : g_rand_double_range(random, 0, 6);
  }
  return spread;
}

static double total(const pc_spread *spread, double gap) {
  double sum = -gap;
  for (int i = 0; i < spread->n; i++)
    sum += spread->heights[i] + gap;
  return sum;
}

static void test_any(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(7);
  for (int round = 0; round < 3000; round++) {
    pc_spread spread = make_spread(random, g_rand_int_range(random, 1, PC_SPREAD_MAX));
    const double gap = g_rand_double_range(random, 0, 1);
    const double high = MAX(20, total(&spread, gap));
    pc_spread_place(&spread, gap, 0, high);
    for (int i = 0; i < spread.n; i++) {
      g_assert_cmpfloat(spread.tops[i], >=, -1e-6);
      g_assert_cmpfloat(spread.tops[i] + spread.heights[i], <=, high + 1e-6);
      if (i > 0)
        g_assert_cmpfloat(spread.tops[i], >=,
                          spread.tops[i - 1] + spread.heights[i - 1] + gap - 1e-6);
    }
  }
}

/* What has room stays; what has none moves to both sides. */
static void test_least(void) {
  pc_spread apart = {.n = 3, .tops = {1, 5, 9}, .heights = {1, 1, 1}};
  pc_spread_place(&apart, 0.5, 0, 20);
  g_assert_cmpfloat_with_epsilon(apart.tops[0], 1, 1e-9);
  g_assert_cmpfloat_with_epsilon(apart.tops[2], 9, 1e-9);
  pc_spread close = {.n = 3, .tops = {5, 5, 5}, .heights = {1, 1, 1}};
  pc_spread_place(&close, 0, 0, 20);
  g_assert_cmpfloat_with_epsilon(close.tops[0], 4, 1e-9);
  g_assert_cmpfloat_with_epsilon(close.tops[1], 5, 1e-9);
  g_assert_cmpfloat_with_epsilon(close.tops[2], 6, 1e-9);
}

/* Too little room: they begin at its top. */
static void test_crowded(void) {
  pc_spread spread = {.n = 2, .tops = {3, 3}, .heights = {2, 2}};
  pc_spread_place(&spread, 0, 1, 3);
  g_assert_cmpfloat_with_epsilon(spread.tops[0], 1, 1e-9);
  g_assert_cmpfloat_with_epsilon(spread.tops[1], 3, 1e-9);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/chart-spread/any", test_any);
  g_test_add_func("/chart-spread/least", test_least);
  g_test_add_func("/chart-spread/crowded", test_crowded);
  return g_test_run();
}

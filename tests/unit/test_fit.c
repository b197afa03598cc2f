/* test_fit.c - the search for the largest size. */
#include <glib.h>

#include "layout/fit.h"

/* Which sizes fit, and how often somebody asked. */
typedef struct oracle {
  double most_pt;
  double also_pt; /* one more that fits, 0: none */
  int asked;
} oracle;

static bool is_permitted(double size_pt, void *user) {
  oracle *known = user;
  known->asked++;
  return size_pt <= known->most_pt + 1e-9 || ABS(size_pt - known->also_pt) < 1e-9;
}

static void test_range_lies_on_the_grid(void) {
  pc_fit_range range = pc_fit_range_make(18.1, 44.2);
  g_assert_cmpfloat_with_epsilon(pc_fit_range_size(&range, 0), 18.25, 1e-9);
  g_assert_cmpfloat_with_epsilon(pc_fit_range_size(&range, range.count - 1), 44.0, 1e-9);
}

static void test_range_without_a_grid_point_has_its_least(void) {
  pc_fit_range range = pc_fit_range_make(18.1, 18.2);
  g_assert_cmpint(range.count, ==, 1);
  g_assert_cmpfloat_with_epsilon(range.least_pt, 18.1, 1e-9);
  range = pc_fit_range_make(30, 20);
  g_assert_cmpint(range.count, ==, 1);
}

static void test_search_finds_every_bound(void) {
  pc_fit_range range = pc_fit_range_make(18, 44);
  for (int i = -1; i < range.count; i++) {
    oracle known = {.most_pt = 18 + i * PC_FIT_STEP_PT};
    g_assert_cmpint(pc_fit_search(&range, is_permitted, &known), ==, i);
    g_assert_cmpint(known.asked, <=, 12);
  }
}

static void test_search_looks_a_little_further(void) {
  pc_fit_range range = pc_fit_range_make(10, 20);
  oracle known = {.most_pt = 12, .also_pt = 12.75};
  g_assert_cmpint(pc_fit_search(&range, is_permitted, &known), ==, 11);
  known.also_pt = 19;
  g_assert_cmpint(pc_fit_search(&range, is_permitted, &known), ==, 8);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/fit/grid", test_range_lies_on_the_grid);
  g_test_add_func("/fit/empty-range", test_range_without_a_grid_point_has_its_least);
  g_test_add_func("/fit/bounds", test_search_finds_every_bound);
  g_test_add_func("/fit/further", test_search_looks_a_little_further);
  return g_test_run();
}

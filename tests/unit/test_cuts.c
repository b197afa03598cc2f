/* test_cuts.c - cuts cover the poster, and spare panels wherever that takes no more pages. */
#include <glib.h>

#include "pages/cuts.h"

#define ROUNDS 300

static void append(GArray *list, pc_um start, pc_um length, bool is_panel) {
  const pc_obstacle obstacle = {{start, 0, length, 100000}, is_panel};
  g_array_append_val(list, obstacle);
}

/* Panels side by side with gaps, lines of text in them, and a title over all. */
static GArray *make_grid(GRand *random, pc_um length) {
  GArray *list = g_array_new(FALSE, FALSE, sizeof(pc_obstacle));
  const pc_um gap = g_rand_int_range(random, 2500, 15000);
  pc_um at = gap;
  while (at < length - 20000) {
    const pc_um width = MIN(g_rand_int_range(random, 15000, 140000), length - gap - at);
    append(list, at, width, true);
    append(list, at + width / 10, width / 2, false);
    at += width + gap;
  }
  append(list, length / 10, length / 3, false);
  return list;
}

static int count_cut(const GArray *list, pc_um at, bool panels) {
  int n = 0;
  for (guint i = 0; i < list->len; i++) {
    const pc_obstacle *one = &g_array_index(list, pc_obstacle, i);
    n += one->is_panel == panels && one->rect.x < at && at < one->rect.x + one->rect.w;
  }
  return n;
}

/* All ways of n pages on whole millimetres: the fewest panels cut, -1: no way. */
static int try_all(const GArray *list, pc_um from, pc_um length, pc_span_rule rule, int n) {
  const pc_um least = MAX(10000, (rule.overlap + 999) / 1000 * 1000);
  if (n == 1)
    return length - from <= rule.page && length - from >= least ? 0 : -1;
  int best = -1;
  for (pc_um at = from + least; at <= from + rule.page - rule.overlap && at < length; at += 1000) {
    const int rest = try_all(list, at, length, rule, n - 1);
    const int sum = rest < 0 ? -1 : rest + count_cut(list, at, true);
    best = sum >= 0 && (best < 0 || sum < best) ? sum : best;
  }
  return best;
}

static void assert_sound(const pc_cuts *cuts, pc_um length, pc_span_rule rule, const GArray *list) {
  pc_um end = 0;
  int panels = 0, lines = 0;
  for (int i = 0; i < cuts->n_pages; i++) {
    const pc_extent seen = pc_cuts_extent(cuts, length, i);
    const bool is_last = i + 1 == cuts->n_pages;
    g_assert_cmpint(seen.start, ==, end);
    g_assert_cmpint(seen.length, >=, rule.overlap);
    g_assert_cmpint(seen.length + (is_last ? 0 : rule.overlap), <=, rule.page);
    end = seen.start + seen.length;
    panels += is_last ? 0 : count_cut(list, end, true);
    lines += is_last ? 0 : count_cut(list, end, false);
  }
  g_assert_cmpint(end, ==, length);
  g_assert_cmpint(cuts->n_panels, ==, panels);
  g_assert_cmpint(cuts->n_lines, ==, lines);
}

static void test_random_grids(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(11);
  for (int round = 0; round < ROUNDS; round++) {
    const pc_um length = g_rand_int_range(random, 40000, 1300000);
    const pc_span_rule rule = {g_rand_int_range(random, 130000, 400000),
                               g_rand_int_range(random, 0, 40001)};
    g_autoptr(GArray) list = make_grid(random, length);
    g_auto(pc_cuts) cuts = pc_cuts_find(length, rule, list, PC_AXIS_X);
    assert_sound(&cuts, length, rule, list);
    g_assert_cmpint(cuts.n_pages - pc_cuts_count(length, rule), >=, 0);
    g_assert_cmpint(cuts.n_pages - pc_cuts_count(length, rule), <=, 1);
  }
}

static void test_fewest_pages_then_fewest_panels(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(12);
  for (int round = 0; round < ROUNDS; round++) {
    const pc_um length = g_rand_int_range(random, 100000, 260000);
    const pc_span_rule rule = {g_rand_int_range(random, 80000, 110000),
                               g_rand_int_range(random, 0, 20000)};
    g_autoptr(GArray) list = make_grid(random, length);
    g_auto(pc_cuts) cuts = pc_cuts_find(length, rule, list, PC_AXIS_X);
    if (cuts.n_pages > 3)
      continue;
    g_assert_cmpint(cuts.n_panels, ==, try_all(list, 0, length, rule, cuts.n_pages));
    if (cuts.n_pages > 1)
      g_assert_cmpint(try_all(list, 0, length, rule, cuts.n_pages - 1), ==, -1);
  }
}

/* Three panels of 90 mm with gaps of 10 mm: pages of 120 mm could be filled, but are not. */
static void test_cuts_stand_in_the_middle_of_gaps(void) {
  g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(pc_obstacle));
  for (int i = 0; i < 3; i++)
    append(list, 10000 + i * 100000, 90000, true);
  g_auto(pc_cuts) cuts = pc_cuts_find(310000, (pc_span_rule){120000, 10000}, list, PC_AXIS_X);
  g_assert_cmpint(cuts.n_pages, ==, 3);
  g_assert_cmpint(cuts.at[0], ==, 105000);
  g_assert_cmpint(cuts.at[1], ==, 205000);
}

/* Where a panel must be cut, then between its lines. */
static void test_lines_are_spared(void) {
  g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(pc_obstacle));
  append(list, 0, 300000, true);
  for (int i = 0; i < 10; i++)
    append(list, 5000 + i * 30000, 27000, false);
  g_auto(pc_cuts) cuts = pc_cuts_find(300000, (pc_span_rule){170000, 10000}, list, PC_AXIS_X);
  g_assert_cmpint(cuts.n_pages, ==, 2);
  g_assert_cmpint(cuts.n_panels, ==, 1);
  g_assert_cmpint(cuts.n_lines, ==, 0);
}

static void test_one_page(void) {
  g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(pc_obstacle));
  g_auto(pc_cuts) cuts = pc_cuts_find(190000, (pc_span_rule){190000, 10000}, list, PC_AXIS_Y);
  g_assert_cmpint(cuts.n_pages, ==, 1);
  const pc_extent all = pc_cuts_extent(&cuts, 190000, 0);
  g_assert_cmpint(all.start, ==, 0);
  g_assert_cmpint(all.length, ==, 190000);
}

/* The corners of what may be asked: a page of 5.08 m, the smallest page, the widest strip. */
static void test_extremes(void) {
  g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(pc_obstacle));
  append(list, 0, 5080000, true);
  static const pc_span_rule rules[] = {{30000, 0}, {30000, 10000}, {120000, 40000}, {85000, 10000}};
  for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
    g_auto(pc_cuts) cuts = pc_cuts_find(5079999, rules[i], list, PC_AXIS_X);
    assert_sound(&cuts, 5079999, rules[i], list);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cuts/random-grids", test_random_grids);
  g_test_add_func("/cuts/fewest", test_fewest_pages_then_fewest_panels);
  g_test_add_func("/cuts/middle-of-gaps", test_cuts_stand_in_the_middle_of_gaps);
  g_test_add_func("/cuts/lines", test_lines_are_spared);
  g_test_add_func("/cuts/one-page", test_one_page);
  g_test_add_func("/cuts/extremes", test_extremes);
  return g_test_run();
}

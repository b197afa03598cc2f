/* test_grid.c - tracks and rows add up, whatever is asked. */
#include <glib.h>

#include "layout/grid.h"

#define MAX_TRACKS 12

static const pc_unit track_units[] = {PC_UNIT_FR, PC_UNIT_MM, PC_UNIT_PERCENT, PC_UNIT_AUTO};

static pc_length random_length(GRand *random) {
  pc_unit unit = track_units[g_rand_int_range(random, 0, G_N_ELEMENTS(track_units))];
  return (pc_length){g_rand_double_range(random, 0.5, unit == PC_UNIT_FR ? 3 : 20), unit};
}

static void assert_tiling(pc_extent span, const pc_extent *extents, int n, pc_um gap) {
  g_assert_cmpint(extents[0].start, ==, span.start);
  for (int i = 1; i < n; i++)
    g_assert_cmpint(extents[i].start, ==, extents[i - 1].start + extents[i - 1].length + gap);
  g_assert_cmpint(extents[n - 1].start + extents[n - 1].length, ==, span.start + span.length);
}

static void test_equal_tracks_fill_the_span(void) {
  for (int count = 1; count <= MAX_TRACKS; count++) {
    pc_extent extents[MAX_TRACKS];
    pc_extent span = {18000, 805001};
    pc_tracks tracks = {.count = count};
    g_assert_true(pc_grid_split(span, &tracks, 10007, extents));
    assert_tiling(span, extents, count, 10007);
    for (int i = 1; i < count; i++)
      g_assert_cmpint(ABS(extents[i].length - extents[0].length), <=, 1);
  }
}

static void test_mixed_tracks_fill_the_span(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(7);
  for (int round = 0; round < 2000; round++) {
    pc_extent extents[MAX_TRACKS];
    pc_length lengths[MAX_TRACKS];
    int count = g_rand_int_range(random, 1, MAX_TRACKS);
    for (int i = 0; i < count; i++)
      lengths[i] = random_length(random);
    lengths[g_rand_int_range(random, 0, count)] = (pc_length){1, PC_UNIT_FR};
    pc_tracks tracks = {.count = count, .lengths = lengths};
    pc_extent span = {g_rand_int_range(random, 0, 50000), g_rand_int_range(random, 1000, 1200000)};
    pc_um gap = g_rand_int_range(random, 0, 12000);
    if (pc_grid_split(span, &tracks, gap, extents))
      assert_tiling(span, extents, count, gap);
  }
}

static void test_fixed_tracks_are_obeyed(void) {
  const pc_length lengths[] = {{1, PC_UNIT_FR}, {240, PC_UNIT_MM}, {3, PC_UNIT_FR}};
  pc_tracks tracks = {.count = 3, .lengths = lengths};
  pc_extent extents[3];
  g_assert_true(pc_grid_split((pc_extent){0, 660000}, &tracks, 10000, extents));
  g_assert_cmpint(extents[0].length, ==, 100000);
  g_assert_cmpint(extents[1].length, ==, 240000);
  g_assert_cmpint(extents[2].length, ==, 300000);
}

static void test_tracks_without_room_are_refused(void) {
  const pc_length lengths[] = {{100, PC_UNIT_MM}, {1, PC_UNIT_FR}};
  pc_tracks tracks = {.count = 2, .lengths = lengths};
  pc_extent extents[2];
  g_assert_false(pc_grid_split((pc_extent){0, 99000}, &tracks, 0, extents));
  g_assert_false(pc_grid_split((pc_extent){0, 105000}, &tracks, 5000, extents));
  g_assert_true(pc_grid_split((pc_extent){0, 105001}, &tracks, 5000, extents));
  g_assert_cmpint(extents[1].length, ==, 1);
}

static void test_join_spans_the_gaps_between(void) {
  const pc_extent extents[] = {{10, 100}, {120, 50}, {180, 7}};
  pc_extent all = pc_grid_join(extents, 0, 3);
  g_assert_cmpint(all.start, ==, 10);
  g_assert_cmpint(all.length, ==, 177);
  g_assert_cmpint(pc_grid_join(extents, 1, 1).length, ==, 50);
}

static gint64 covered(const pc_um *heights, const pc_row_need *need, pc_um gap) {
  return pc_rows_sum(heights + need->row, need->rows) + (gint64)gap * (need->rows - 1);
}

static void test_rows_meet_every_need(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(11);
  for (int round = 0; round < 2000; round++) {
    pc_row_need needs[18];
    pc_um heights[8];
    int n_rows = g_rand_int_range(random, 1, 9);
    int n = g_rand_int_range(random, 0, 19);
    for (int i = 0; i < n; i++) {
      int row = g_rand_int_range(random, 0, n_rows);
      needs[i] = (pc_row_need){row, g_rand_int_range(random, 1, n_rows - row + 1),
                               g_rand_int_range(random, 0, 400000)};
    }
    pc_rows_measure(needs, n, 10000, 0, heights, n_rows);
    gint64 least = pc_rows_sum(heights, n_rows);
    pc_um room = (pc_um)least + g_rand_int_range(random, 0, 300000);
    pc_rows_spread(heights, n_rows, room);
    g_assert_cmpint(pc_rows_sum(heights, n_rows), ==, room);
    for (int i = 0; i < n; i++)
      g_assert_cmpint(covered(heights, &needs[i], 10000), >=, needs[i].need);
  }
}

static void test_leftover_makes_no_ribbons_and_no_towers(void) {
  pc_um heights[] = {1000, 100000, 20000, 20000};
  pc_rows_spread(heights, 4, 1000000);
  g_assert_cmpint(heights[0], >=, 112500 - 4);
  g_assert_cmpint(heights[1], <=, 550000 + 4);
  g_assert_cmpint(heights[1], >, heights[2]);
  g_assert_cmpint(ABS(heights[2] - heights[3]), <=, 1);
}

static void test_too_tall_rows_are_cut_to_one_level(void) {
  pc_um heights[] = {100000, 900000, 800000, 200000};
  pc_rows_spread(heights, 4, 1000000);
  g_assert_cmpint(pc_rows_sum(heights, 4), ==, 1000000);
  g_assert_cmpint(ABS(heights[0] - 100000), <=, 1);
  g_assert_cmpint(ABS(heights[3] - 200000), <=, 1);
  g_assert_cmpint(ABS(heights[1] - 350000), <=, 1);
  g_assert_cmpint(ABS(heights[2] - 350000), <=, 1);
}

static void test_shares_sum_to_the_total(void) {
  const double weights[] = {0.1, 2.5, 0.7, 1};
  const double zeros[] = {0, 0, 0};
  pc_um parts[4];
  pc_grid_share(100003, weights, 4, parts);
  g_assert_cmpint(pc_rows_sum(parts, 4), ==, 100003);
  g_assert_cmpint(parts[1], >, parts[3]);
  pc_grid_share(100, zeros, 3, parts);
  g_assert_cmpint(pc_rows_sum(parts, 3), ==, 100);
  g_assert_cmpint(parts[0], >, 30);
}

static bool is_at_least(pc_um length, void *user) {
  return length >= *(const pc_um *)user;
}

/* To half a millimetre, and never short of it. */
static void test_least_length(void) {
  static const pc_um bounds[] = {0, 1, 499, 500, 123456, 840999, 841000};
  for (size_t i = 0; i < G_N_ELEMENTS(bounds); i++) {
    pc_um bound = bounds[i];
    pc_um found = pc_grid_find_least(841000, is_at_least, &bound);
    g_assert_cmpint(found, >=, bound);
    g_assert_cmpint(found, <=, bound + 500);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/grid/equal", test_equal_tracks_fill_the_span);
  g_test_add_func("/grid/mixed", test_mixed_tracks_fill_the_span);
  g_test_add_func("/grid/fixed", test_fixed_tracks_are_obeyed);
  g_test_add_func("/grid/refused", test_tracks_without_room_are_refused);
  g_test_add_func("/grid/join", test_join_spans_the_gaps_between);
  g_test_add_func("/grid/rows", test_rows_meet_every_need);
  g_test_add_func("/grid/leftover", test_leftover_makes_no_ribbons_and_no_towers);
  g_test_add_func("/grid/cut", test_too_tall_rows_are_cut_to_one_level);
  g_test_add_func("/grid/share", test_shares_sum_to_the_total);
  g_test_add_func("/grid/least-length", test_least_length);
  return g_test_run();
}

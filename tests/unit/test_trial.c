/* test_trial.c - what a layout says it would be, and what it is. */
#include <glib.h>

#include "corridor.h"
#include "layout/trial.h"

/* Slides of so many characters each, in a grid of given cells. */
static char *write_poster(const char *head, const int *characters, int n) {
  GString *yaml = g_string_new(head);
  g_string_append(yaml, "slides:\n");
  for (int i = 0; i < n; i++) {
    g_string_append(yaml, "  - title: 題\n    text: ");
    for (int k = 0; k < characters[i]; k++)
      g_string_append(yaml, "あ");
    g_string_append_c(yaml, '\n');
  }
  return g_string_free(yaml, FALSE);
}

static const char sheet[] = "grid: {columns: 2, rows: 2}\n"
                            "theme: {sizes: {body: {min: 12pt, max: 30pt}, statement: 1}}\n";
static const char balanced[] = "grid: {columns: 2}\n"
                               "theme: {sizes: {body: {min: 12pt, max: 30pt}, statement: 1}}\n";

static double find_size(const char *head, const int *characters, int n) {
  g_autofree char *yaml = write_poster(head, characters, n);
  corridor house;
  corridor_init(&house, yaml, ".", false);
  const double size_pt = house.layout->body_pt;
  corridor_clear(&house);
  return size_pt;
}

/* What is cut is enough, and a line less in the longest panel is not. */
static void check_shorten(const char *head, double size_pt) {
  int characters[] = {2600, 300, 200, 2000};
  int cuts[G_N_ELEMENTS(characters)] = {0};
  g_autofree char *yaml = write_poster(head, characters, G_N_ELEMENTS(characters));
  corridor house;
  corridor_init(&house, yaml, ".", false);
  g_assert_cmpfloat(house.layout->body_pt, <, size_pt);
  pc_trial *trial = pc_trial_new(house.layout);
  g_assert_true(pc_trial_shorten(trial, size_pt, cuts));
  pc_trial_free(trial);
  corridor_clear(&house);
  g_assert_cmpint(cuts[0], >, 0);
  g_assert_cmpint(cuts[1] + cuts[2], ==, 0);
  for (size_t i = 0; i < G_N_ELEMENTS(characters); i++)
    characters[i] -= cuts[i];
  g_assert_cmpfloat(find_size(head, characters, G_N_ELEMENTS(characters)), >=, size_pt);
  characters[0] += 60;
  g_assert_cmpfloat(find_size(head, characters, G_N_ELEMENTS(characters)), <, size_pt);
}

static void test_shorten_in_given_rows(void) {
  check_shorten(sheet, 28);
}

static void test_shorten_in_balanced_rows(void) {
  check_shorten(balanced, 29);
}

static void test_a_figure_cannot_be_shortened(void) {
  corridor house;
  corridor_init(
      &house,
      "page: {size: A4}\ngrid: {columns: 1, heights: equal}\n"
      "theme: {sizes: {body: {min: 4pt, max: 30pt}, statement: 1}}\n"
      "slides:\n  - facts: {いつ: あいうえおあいうえお, どこ: あいうえおかきくけこ, だれ: "
      "あいう, なに: あいうえお, なぜ: あいう, どう: あいう, 一: あ, 二: あ, 三: あ}\n",
      ".", false);
  int cut = 0;
  pc_trial *trial = pc_trial_new(house.layout);
  g_assert_true(pc_trial_shorten(trial, 80, &cut));
  g_assert_cmpint(cut, ==, PC_TRIAL_NO_CUT);
  pc_trial_free(trial);
  corridor_clear(&house);
}

static void test_join_and_span(void) {
  static const char head[] = "grid: {columns: 2, rows: 2}\n"
                             "theme: {sizes: {body: {min: 30pt, max: 30pt}, statement: 1}}\n";
  const int characters[] = {200, 150, 1400, 1400};
  g_autofree char *yaml = write_poster(head, characters, G_N_ELEMENTS(characters));
  corridor house;
  corridor_init(&house, yaml, ".", false);
  const pc_panel *panels = house.layout->panels;
  pc_trial *trial = pc_trial_new(house.layout);
  const pc_panel *both = pc_trial_join(trial, 0, 1);
  g_assert_nonnull(both);
  g_assert_cmpfloat(both->filled, >, panels[0].filled + panels[1].filled / 2);
  g_assert_cmpint(both->n_boxes, ==, panels[0].n_boxes + panels[1].n_boxes);
  g_assert_null(pc_trial_join(trial, 2, 3));
  const pc_panel *same = pc_trial_span(trial, 0, 1, 1);
  g_assert_nonnull(same);
  g_assert_cmpfloat(same->filled, ==, panels[0].filled);
  pc_trial_free(trial);
  corridor_clear(&house);
}

static void test_enlarge(void) {
  static const char small[] = "grid: {columns: 2}\n"
                              "theme: {sizes: {body: {min: 20pt, max: 20pt}, statement: 1}}\n";
  static const char large[] = "grid: {columns: 2}\n"
                              "theme: {sizes: {body: {min: 20pt, max: 90pt}, statement: 1}}\n";
  const int characters[] = {200, 200, 200, 200};
  g_autofree char *yaml = write_poster(small, characters, G_N_ELEMENTS(characters));
  corridor house;
  corridor_init(&house, yaml, ".", false);
  pc_trial *trial = pc_trial_new(house.layout);
  g_assert_cmpfloat(pc_trial_enlarge(trial, 90), ==,
                    find_size(large, characters, G_N_ELEMENTS(characters)));
  pc_trial_free(trial);
  corridor_clear(&house);
}

static void test_only_where_the_board_was_kept(void) {
  corridor house;
  corridor_init(&house, "slides: [あ]\n", ".", false);
  const pc_layout_options options = {0};
  g_autoptr(pc_layout) plain = pc_layout_new(house.doc, house.measurer, &options, house.diags);
  g_assert_null(pc_trial_new(plain));
  corridor_clear(&house);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/trial/shorten/given", test_shorten_in_given_rows);
  g_test_add_func("/trial/shorten/balanced", test_shorten_in_balanced_rows);
  g_test_add_func("/trial/shorten/figure", test_a_figure_cannot_be_shortened);
  g_test_add_func("/trial/join-and-span", test_join_and_span);
  g_test_add_func("/trial/enlarge", test_enlarge);
  g_test_add_func("/trial/kept", test_only_where_the_board_was_kept);
  return g_test_run();
}

/* test_entries.c - what happened to several panels alike is one line. */
#include "compare/entries.h"

#include "compare/compare.h"

enum { N_PANELS = 6 };

static pc_view *make_view(int first_number) {
  pc_view *view = pc_view_new("view");
  const pc_view_page page = {.trim = {1000, 1000}, .media = {0, 0, 1000, 1000}};
  g_array_append_val(view->pages, page);
  for (int i = 0; i < N_PANELS; i++)
    pc_view_add_region(view, 0, (pc_rect){0, 0, 100, 100})->number = first_number + i;
  pc_view_close(view);
  return view;
}

static pc_comparison *make_comparison(int first_number) {
  return pc_comparison_new(make_view(1), make_view(first_number), 0.1);
}

static pc_change *add(pc_comparison *comparison, pc_change_kind kind, int index) {
  const pc_couple couple = {.before = pc_view_region_at(comparison->before, index),
                            .after = pc_view_region_at(comparison->after, index)};
  return pc_changes_add(comparison, kind, &couple);
}

/* Takes the comparison. */
static void expect_lines(pc_comparison *comparison, const char *lines) {
  pc_entries_resolve(comparison);
  g_autofree char *said = pc_comparison_format(comparison);
  g_assert_true(g_str_has_prefix(said, lines));
  pc_comparison_free(comparison);
}

static void test_moved(void) {
  pc_comparison *comparison = make_comparison(1);
  for (int i = 0; i < N_PANELS; i++)
    add(comparison, PC_CHANGE_MOVED, i)->shift = (pc_point){0, i == 2 ? 9000 : 3200 + i};
  expect_lines(comparison, "panels 1, 2, 4–6: moved 3.20 mm down\n"
                           "panel 3: moved 9.00 mm down\n2 differences");
}

static void test_run(void) {
  pc_comparison *comparison = make_comparison(1);
  for (int i = 1; i < N_PANELS; i++)
    add(comparison, PC_CHANGE_MOVED, i)->shift = (pc_point){-5000, 0};
  expect_lines(comparison, "panels 2 to 6: moved 5.00 mm to the left\n1 difference");
}

static void test_numbers(void) {
  pc_comparison *comparison = make_comparison(4);
  for (int i = 0; i < N_PANELS; i++)
    add(comparison, PC_CHANGE_NUMBER, i);
  expect_lines(comparison, "panels 4 to 9: their numbers were 1 to 6\n");
}

/* Words are told one by one, and kinds do not mix. */
static void test_apart(void) {
  pc_comparison *comparison = make_comparison(1);
  for (int i = 0; i < 2; i++) {
    pc_change *change = add(comparison, PC_CHANGE_WORDS, i);
    change->from = g_strdup("a");
    change->to = g_strdup("b");
  }
  add(comparison, PC_CHANGE_MOVED, 2)->shift = (pc_point){0, 1000};
  add(comparison, PC_CHANGE_TEXT_MOVED, 3)->shift = (pc_point){0, 1000};
  expect_lines(comparison, "panel 1: 'a' became 'b'\npanel 2: 'a' became 'b'\n"
                           "panel 3: moved 1.00 mm down\n"
                           "panel 4: text moved, at most 1.00 mm down\n4 differences");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/entries/moved", test_moved);
  g_test_add_func("/entries/run", test_run);
  g_test_add_func("/entries/numbers", test_numbers);
  g_test_add_func("/entries/apart", test_apart);
  return g_test_run();
}

/* test_grade.c - what the eye does not see is near; what it sees is off or wrong, and is marked. */
#include "compare/grade.h"

#include <string.h>

enum { SIDE = 96 };

/* One pixel is one millimetre. */
static const double dots = 0.001;
static const pc_rect whole = {0, 0, SIDE * 1000, SIDE * 1000};

static pc_pixmap *make_page(int x, int y, int side, guint8 grey) {
  pc_pixmap *page = pc_pixmap_new(SIDE, SIDE, dots);
  for (int row = y; row < y + side; row++)
    memset(page->rgb + ((gsize)row * SIDE + (gsize)x) * 3, grey, (gsize)side * 3);
  pc_pixmap_blur(page);
  return page;
}

static pc_grade grade(const pc_pixmap *before, const pc_pixmap *after, int slack, GArray *marks) {
  const pc_glance glance = {before, after, whole, whole, slack, NULL};
  return pc_glance_grade(&glance, marks);
}

static void test_grades(void) {
  g_autoptr(pc_pixmap) black = make_page(40, 40, 10, 0);
  g_autoptr(pc_pixmap) again = make_page(40, 40, 10, 0);
  g_autoptr(pc_pixmap) softer = make_page(40, 40, 10, 10);
  g_autoptr(pc_pixmap) grey = make_page(40, 40, 10, 60);
  g_autoptr(pc_pixmap) white = make_page(40, 40, 10, 255);
  g_assert_cmpint(grade(black, again, 0, NULL), ==, PC_GRADE_SAME);
  g_assert_cmpint(grade(black, softer, 0, NULL), ==, PC_GRADE_NEAR);
  g_assert_cmpint(grade(black, grey, 0, NULL), ==, PC_GRADE_OFF);
  g_assert_cmpint(grade(black, white, 0, NULL), ==, PC_GRADE_WRONG);
}

static void test_slack(void) {
  g_autoptr(pc_pixmap) here = make_page(40, 40, 10, 0);
  g_autoptr(pc_pixmap) there = make_page(41, 40, 10, 0);
  g_assert_cmpint(grade(here, there, 0, NULL), >, PC_GRADE_NEAR);
  g_assert_cmpint(grade(here, there, 1, NULL), ==, PC_GRADE_SAME);
}

/* A ground that is a little darker everywhere is seen, though no pixel differs by much. */
static void test_ground(void) {
  g_autoptr(pc_pixmap) white = make_page(0, 0, SIDE, 255);
  g_autoptr(pc_pixmap) cream = make_page(0, 0, SIDE, 245);
  g_assert_cmpint(grade(white, cream, 0, NULL), ==, PC_GRADE_OFF);
}

static void test_marks(void) {
  g_autoptr(pc_pixmap) empty = make_page(0, 0, 0, 0);
  g_autoptr(pc_pixmap) spot = make_page(20, 70, 6, 0);
  g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(pc_rect));
  g_assert_cmpint(grade(empty, spot, 0, marks), ==, PC_GRADE_WRONG);
  g_assert_cmpuint(marks->len, ==, 1);
  const pc_rect mark = g_array_index(marks, pc_rect, 0);
  g_assert_true(pc_rect_contains(mark, (pc_rect){20000, 70000, 6000, 6000}));
  g_assert_cmpint(mark.w, <=, 32000);
}

static void test_pixmap(void) {
  static const char sound[] = "P6\n1 1\n255\nabc", cut[] = "P6\n9 9\n255\nabc";
  g_autoptr(GBytes) bytes = g_bytes_new_static(sound, sizeof sound - 1);
  g_autoptr(GBytes) wrong = g_bytes_new_static(cut, sizeof cut - 1);
  g_autoptr(pc_pixmap) page = pc_pixmap_read(bytes, 2, 1, dots);
  g_assert_nonnull(page);
  g_assert_true(memcmp(page->rgb, "abc\xff\xff\xff", 6) == 0);
  g_assert_null(pc_pixmap_read(wrong, 9, 9, dots));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/grade/grades", test_grades);
  g_test_add_func("/grade/slack", test_slack);
  g_test_add_func("/grade/ground", test_ground);
  g_test_add_func("/grade/marks", test_marks);
  g_test_add_func("/grade/pixmap", test_pixmap);
  return g_test_run();
}

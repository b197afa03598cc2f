/* test_gallery.c - pictures side by side: full rows, no overlap, and as much seen as any rows show.
 */
#include <glib.h>
#include <math.h>

#include "layout/gallery.h"

static pc_gallery make_gallery(GRand *random) {
  pc_gallery gallery = {.n = g_rand_int_range(random, 1, PC_FIGURES_MOST + 1),
                        .gap = g_rand_int_range(random, 0, 8000)};
  gallery.row_gap = g_rand_int_range(random, 0, 12000);
  for (int i = 0; i < gallery.n; i++)
    gallery.items[i].aspect = exp(g_rand_double_range(random, -1.4, 1.4));
  return gallery;
}

static pc_size make_room(GRand *random) {
  return (pc_size){g_rand_int_range(random, 120000, 700000),
                   g_rand_int_range(random, 60000, 700000)};
}

/* One row on its own, the plain way. */
static double find_height(const pc_gallery *gallery, int first, int end, double width) {
  double aspects = 0;
  for (int i = first; i < end; i++)
    aspects += gallery->items[i].aspect;
  return (width - (double)gallery->gap * (end - first - 1)) / aspects;
}

/* What rows show at a width, 0 where they are too high; *uneven as at full width. */
static double see_rows(const pc_gallery *gallery, unsigned breaks, double width, double room,
                       double *uneven) {
  double area = 0, height = -(double)gallery->row_gap, high = 0, low = G_MAXDOUBLE;
  for (int first = 0, end; first < gallery->n; first = end) {
    for (end = first + 1; end < gallery->n && (breaks >> (end - 1) & 1u) == 0;)
      end++;
    const double row = find_height(gallery, first, end, width);
    if (row <= 0)
      return 0;
    high = MAX(high, row);
    low = MIN(low, row);
    height += row + gallery->row_gap;
    area += row * (width - (double)gallery->gap * (end - first - 1));
  }
  *uneven = high / low;
  return height <= room + 1 ? area : 0;
}

/* The widest rows that are low enough, found by halving. */
static double see_most(const pc_gallery *gallery, unsigned breaks, pc_size room, double *uneven) {
  double low = 0, high = room.w, ignored;
  const double full = see_rows(gallery, breaks, room.w, G_MAXDOUBLE, uneven);
  if (full <= 0 || see_rows(gallery, breaks, room.w, room.h, &ignored) > 0)
    return full;
  for (int i = 0; i < 60; i++) {
    const double middle = (low + high) / 2;
    const double all = see_rows(gallery, breaks, middle, G_MAXDOUBLE, &ignored);
    const bool fits = all <= 0 || see_rows(gallery, breaks, middle, room.h, &ignored) > 0;
    *(fits ? &low : &high) = middle;
  }
  return see_rows(gallery, breaks, low, room.h, &ignored);
}

static unsigned find_breaks(const pc_gallery_rows *rows) {
  unsigned breaks = 0;
  for (int row = 1; row < rows->n; row++)
    breaks |= 1u << (rows->first[row] - 1);
  return breaks;
}

static void test_no_even_rows_show_a_percent_more(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(11);
  for (int trial = 0; trial < 60; trial++) {
    pc_gallery gallery = make_gallery(random);
    gallery.n = MIN(gallery.n, 9);
    const pc_size room = make_room(random);
    const pc_gallery_rows rows = pc_gallery_choose(&gallery, room.w, room.h);
    double uneven;
    const double chosen = see_most(&gallery, find_breaks(&rows), room, &uneven);
    for (unsigned breaks = 0; breaks < 1u << (gallery.n - 1); breaks++) {
      const double other = see_most(&gallery, breaks, room, &uneven);
      if (uneven <= 1.5 && chosen < other * 0.985)
        g_error("trial %d: rows %x show %.0f, rows %x %.0f", trial, find_breaks(&rows), chosen,
                breaks, other);
    }
  }
}

static void assert_row(const pc_gallery *gallery, const pc_gallery_rows *rows, int row,
                       pc_um width) {
  pc_extent extents[PC_FIGURES_MOST];
  const int first = rows->first[row], count = rows->first[row + 1] - first;
  pc_gallery_split(gallery, rows, row, width, extents);
  const pc_um height = pc_gallery_height(gallery, rows, row, width);
  g_assert_cmpint(extents[0].start, ==, 0);
  for (int i = 1; i < count; i++)
    g_assert_cmpint(extents[i].start, ==,
                    extents[i - 1].start + extents[i - 1].length + gallery->gap);
  g_assert_cmpint(ABS(extents[count - 1].start + extents[count - 1].length - width), <=, 1);
  for (int i = 0; i < count; i++)
    g_assert_cmpfloat_with_epsilon(extents[i].length, height * gallery->items[first + i].aspect,
                                   1.5 + gallery->items[first + i].aspect);
}

static void test_rows_are_full_and_fit(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(5);
  for (int trial = 0; trial < 500; trial++) {
    const pc_gallery gallery = make_gallery(random);
    const pc_size room = make_room(random);
    const pc_gallery_rows rows = pc_gallery_choose(&gallery, room.w, room.h);
    const pc_um gaps = gallery.row_gap * (rows.n - 1);
    const pc_um width = pc_gallery_fit(&gallery, &rows, room.w, room.h - gaps);
    g_assert_cmpint(rows.first[0], ==, 0);
    g_assert_cmpint(rows.first[rows.n], ==, gallery.n);
    g_assert_cmpint(width, >, 0);
    g_assert_cmpint(width, <=, room.w);
    g_assert_cmpint(pc_gallery_sum(&gallery, &rows, width) + gaps, <=, room.h + rows.n);
    for (int row = 0; row < rows.n; row++)
      assert_row(&gallery, &rows, row, width);
  }
}

static void test_captions_are_not_wider_than_their_pictures(void) {
  pc_gallery gallery = {.n = 4, .gap = 4000, .row_gap = 6000, .caption_pitch = 5000};
  for (int i = 0; i < 4; i++)
    gallery.items[i] = (pc_gallery_item){1, 90000, 90000};
  const pc_gallery_rows rows = pc_gallery_choose(&gallery, 200000, 60000);
  g_assert_cmpint(rows.n, ==, 2);
  gallery.items[0].caption_least = gallery.items[1].caption_least = 0;
  gallery.items[2].caption_least = gallery.items[3].caption_least = 0;
  g_assert_cmpint(pc_gallery_choose(&gallery, 200000, 60000).n, ==, 1);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/gallery/rows-are-full-and-fit", test_rows_are_full_and_fit);
  g_test_add_func("/gallery/no-even-rows-show-a-percent-more",
                  test_no_even_rows_show_a_percent_more);
  g_test_add_func("/gallery/captions-are-not-wider-than-their-pictures",
                  test_captions_are_not_wider_than_their_pictures);
  return g_test_run();
}

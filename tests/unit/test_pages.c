/* test_pages.c - sheets and tiles show every part of the poster once, in its place. */
#include <math.h>

#include "corridor.h"
#include "pages/pages.h"

static const char poster[] = "title: ひょうだい\n"
                             "page: {size: A1}\n"
                             "layout: z-3x6\n"
                             "slides:\n"
                             "  - {title: い, text: あいうえお}\n"
                             "  - {title: ろ, text: かきくけこ}\n"
                             "  - {number: none, id: え, title: え, text: さしすせそ}\n"
                             "  - {title: は, text: たちつてと, span: 3x1}\n";

static const pc_size a4 = {210000, 297000};

static void assert_on_paper(const pc_leaf *leaf) {
  const pc_rect paper = {0, 0, leaf->paper.w, leaf->paper.h};
  g_assert_true(pc_rect_contains(pc_rect_inset(paper, PC_LEAF_MARGIN - 1), leaf->to));
  const double across = (double)leaf->to.w / leaf->from.w;
  const double down = (double)leaf->to.h / leaf->from.h;
  g_assert_cmpfloat(ABS(across - down), <, 1e-4);
  g_assert_cmpfloat(across, <=, 1);
  g_assert_cmpint(pc_display_count(leaf->labels), >, 0);
  g_assert_cmpint(leaf->paper.w + leaf->paper.h, ==, a4.w + a4.h);
}

static void assert_same(pc_rect a, pc_rect b) {
  g_assert_cmpint(a.x, ==, b.x);
  g_assert_cmpint(a.y, ==, b.y);
  g_assert_cmpint(a.w, ==, b.w);
  g_assert_cmpint(a.h, ==, b.h);
}

static void test_sheets(void) {
  corridor house;
  corridor_init(&house, poster, ".", false);
  g_autoptr(pc_pages) pages = pc_pages_new_sheets(house.layout, house.measurer, a4);
  const int bands = house.layout->header.shown + house.layout->footer.shown;
  g_assert_cmpint((int)pages->leaves->len, ==, 1 + bands + house.layout->n_panels);
  for (guint i = 0; i < pages->leaves->len; i++)
    assert_on_paper(pc_pages_at(pages, (int)i));
  g_assert_true(house.layout->header.shown);
  assert_same(pc_pages_at(pages, 1)->from, house.layout->header.rect);
  for (int i = 0; i < house.layout->n_panels; i++)
    assert_same(pc_pages_at(pages, 2 + i)->from, house.layout->panels[i].rect);
  g_clear_pointer(&pages, pc_pages_free);
  corridor_clear(&house);
}

/* Not enlarged, and not turned without need. */
static void test_sheets_are_true_to_size(void) {
  corridor house;
  corridor_init(&house, poster, ".", false);
  g_autoptr(pc_pages) pages = pc_pages_new_sheets(house.layout, house.measurer, a4);
  for (int i = 0; i < house.layout->n_panels; i++) {
    const pc_leaf *leaf = pc_pages_at(pages, 2 + i);
    const pc_um longer = MAX(leaf->from.w, leaf->from.h), shorter = MIN(leaf->from.w, leaf->from.h);
    const bool fits = longer <= 277000 && shorter <= 190000;
    g_assert_cmpint(leaf->to.w == leaf->from.w, ==, fits);
    g_assert_cmpint(leaf->paper.w > leaf->paper.h, ==, leaf->from.w > leaf->from.h);
  }
  g_clear_pointer(&pages, pc_pages_free);
  corridor_clear(&house);
}

/* Where the tiles of one row or column meet, each shows so much of the next one. */
static void check_tiles(double overlap_mm) {
  corridor house;
  corridor_init(&house, poster, ".", false);
  g_autoptr(pc_pages) pages =
      pc_pages_new_tiles(house.layout, house.measurer, a4, overlap_mm, house.diags);
  const pc_page *page = &house.doc->page;
  const pc_um overlap = pc_um_from_mm(overlap_mm);
  g_assert_nonnull(pages);
  pc_um right = 0, bottom = 0;
  for (guint i = 0; i < pages->leaves->len; i++) {
    const pc_leaf *leaf = pc_pages_at(pages, (int)i);
    assert_on_paper(leaf);
    if (i == 0)
      continue;
    g_assert_cmpint(leaf->to.w, ==, leaf->from.w);
    g_assert_cmpint(leaf->from.x, ==, right == page->width || right == 0 ? 0 : right - overlap);
    if (leaf->from.x == 0)
      g_assert_cmpint(leaf->from.y, ==, bottom == 0 ? 0 : bottom - overlap);
    right = leaf->from.x + leaf->from.w;
    bottom = leaf->from.y + leaf->from.h;
  }
  g_assert_cmpint(right, ==, page->width);
  g_assert_cmpint(bottom, ==, page->height);
  g_clear_pointer(&pages, pc_pages_free);
  corridor_clear(&house);
}

static void test_tiles(void) {
  static const double overlaps[] = {0, 10, 12.5, 40};
  for (size_t i = 0; i < G_N_ELEMENTS(overlaps); i++)
    check_tiles(overlaps[i]);
}

static void assert_no_tiles(pc_size paper, double overlap_mm, pc_code code) {
  corridor house;
  corridor_init(&house, poster, ".", false);
  const int before = pc_diags_count(house.diags);
  g_autoptr(pc_pages) pages =
      pc_pages_new_tiles(house.layout, house.measurer, paper, overlap_mm, house.diags);
  g_assert_null(pages);
  g_assert_cmpint(pc_diags_count(house.diags), ==, before + 1);
  bool is_found = false;
  for (int i = 0; i <= before; i++)
    is_found = is_found || pc_diags_at(house.diags, i)->code == code;
  g_assert_true(is_found);
  corridor_clear(&house);
}

static void test_what_is_not_possible(void) {
  assert_no_tiles(a4, -1, PC_BAD_VALUE);
  assert_no_tiles(a4, 40.1, PC_BAD_VALUE);
  assert_no_tiles(a4, (double)NAN, PC_BAD_VALUE);
  assert_no_tiles((pc_size){105000, 148000}, 40, PC_LIMIT);
  assert_no_tiles((pc_size){50000, 50000}, 10, PC_LIMIT);
}

static void test_papers(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  pc_size paper;
  g_assert_true(pc_pages_find_paper("a3", &paper, diags));
  g_assert_cmpint(paper.w, ==, 297000);
  g_assert_cmpint(paper.h, ==, 420000);
  g_assert_false(pc_pages_find_paper("A44", &paper, diags));
  g_assert_cmpint(pc_diags_count(diags), ==, 1);
  g_assert_cmpint(pc_diags_at(diags, 0)->code, ==, PC_BAD_VALUE);
  g_assert_cmpstr(pc_diags_at(diags, 0)->hint, ==, "did you mean 'A4'?");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pages/sheets", test_sheets);
  g_test_add_func("/pages/true-size", test_sheets_are_true_to_size);
  g_test_add_func("/pages/tiles", test_tiles);
  g_test_add_func("/pages/impossible", test_what_is_not_possible);
  g_test_add_func("/pages/papers", test_papers);
  return g_test_run();
}

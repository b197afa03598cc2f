/* tiling.c - both axes cut, for paper that stands or lies.  Layer: pages. */
#include "pages/tiling.h"

#include "pages/obstacles.h"

pc_um pc_tiling_printable(pc_um side) {
  return side - 2 * PC_LEAF_MARGIN;
}

static pc_tiling make_tiling(const pc_page *page, const GArray *obstacles, pc_size paper,
                             pc_um overlap) {
  const pc_span_rule across = {pc_tiling_printable(paper.w), overlap};
  const pc_span_rule down = {pc_tiling_printable(paper.h), overlap};
  return (pc_tiling){
      .paper = paper,
      .overlap = overlap,
      .columns = pc_cuts_find(page->width, across, obstacles, PC_AXIS_X),
      .rows = pc_cuts_find(page->height, down, obstacles, PC_AXIS_Y),
  };
}

static bool is_better(const pc_tiling *a, const pc_tiling *b) {
  const int pages = pc_tiling_count(a) - pc_tiling_count(b);
  const int panels =
      a->columns.n_panels + a->rows.n_panels - b->columns.n_panels - b->rows.n_panels;
  const int lines = a->columns.n_lines + a->rows.n_lines - b->columns.n_lines - b->rows.n_lines;
  const int first = pages != 0 ? pages : panels;
  return (first != 0 ? first : lines) < 0;
}

pc_tiling pc_tiling_choose(const pc_layout *layout, pc_size paper, pc_um overlap) {
  const pc_page *page = &layout->doc->page;
  g_autoptr(GArray) obstacles = pc_obstacles_list(layout);
  pc_tiling upright = make_tiling(page, obstacles, paper, overlap);
  pc_tiling lying = make_tiling(page, obstacles, (pc_size){paper.h, paper.w}, overlap);
  const bool lies = is_better(&lying, &upright);
  pc_tiling_clear(lies ? &upright : &lying);
  return lies ? lying : upright;
}

void pc_tiling_clear(pc_tiling *tiling) {
  pc_cuts_clear(&tiling->columns);
  pc_cuts_clear(&tiling->rows);
}

int pc_tiling_count(const pc_tiling *tiling) {
  return tiling->columns.n_pages * tiling->rows.n_pages;
}

pc_tile pc_tiling_at(const pc_tiling *tiling, const pc_layout *layout, int index) {
  const pc_page *page = &layout->doc->page;
  const int column = index % tiling->columns.n_pages, row = index / tiling->columns.n_pages;
  const pc_extent x = pc_cuts_extent(&tiling->columns, page->width, column);
  const pc_extent y = pc_cuts_extent(&tiling->rows, page->height, row);
  const pc_um right = column + 1 < tiling->columns.n_pages ? tiling->overlap : 0;
  const pc_um below = row + 1 < tiling->rows.n_pages ? tiling->overlap : 0;
  const pc_size printed = {x.length + right, y.length + below};
  return (pc_tile){
      .column = column,
      .row = row,
      .seen = {x.start, y.start, x.length, y.length},
      .printed = {x.start, y.start, printed.w, printed.h},
      .to = {PC_LEAF_MARGIN, PC_LEAF_MARGIN, printed.w, printed.h},
  };
}

/* table.c - a table: grounds and hairlines, then its rows and cells.  Layer: paint. */
#include "paint/block.h"

static bool starts_row(const pc_box *box, int index) {
  return index == 0 || box->cells[index].row != box->cells[index - 1].row;
}

/* One ground for neighbouring header cells, so that no seam shows between them. */
static void paint_header_grounds(const pc_pen *pen, const pc_look *look, const pc_box *box) {
  for (int i = 0; i < box->n_cells;) {
    pc_rect ground = box->cells[i].rect;
    bool is_header = box->cells[i].is_header;
    for (i++; i < box->n_cells && !starts_row(box, i) && box->cells[i].is_header == is_header; i++)
      ground.w = box->cells[i].rect.x + box->cells[i].rect.w - ground.x;
    if (!is_header)
      continue;
    pc_display_begin_path(pen->display);
    pc_display_rect(pen->display, ground, 0);
    pc_display_fill(pen->display, pen->at, look->header_cell);
  }
}

static void paint_rule(const pc_pen *pen, pc_color color, pc_rect below, pc_um width) {
  pc_um y = below.y + below.h;
  pc_display_begin_path(pen->display);
  pc_display_move(pen->display, (pc_point){below.x, y});
  pc_display_line(pen->display, (pc_point){below.x + below.w, y});
  pc_display_stroke(pen->display, pen->at, color, width, 0);
}

/* Under each cell; the header's is stronger. */
static void paint_rules(const pc_pen *pen, const pc_look *look, const pc_box *box) {
  for (int i = 0; i < box->n_cells; i++) {
    const pc_cell_box *cell = &box->cells[i];
    pc_um width = pc_paint_hairline(cell->text.size_pt);
    if (cell->is_header)
      paint_rule(pen, look->accent, cell->rect, 2 * width);
    else
      paint_rule(pen, look->rule, cell->rect, width);
  }
}

static void paint_cell(const pc_pen *pen, const pc_cell_box *cell) {
  pc_tag tag = cell->is_header ? PC_TAG_TH : PC_TAG_TD;
  if (pc_text_box_has_lines(&cell->text)) {
    pc_paint_text(pen, tag, &cell->text);
    return;
  }
  pc_display_begin(pen->display, pen->at, tag, NULL, 0);
  pc_display_end(pen->display);
}

static void paint_rows(const pc_pen *pen, const pc_box *box) {
  for (int i = 0; i < box->n_cells; i++) {
    if (starts_row(box, i))
      pc_display_begin(pen->display, pen->at, PC_TAG_TR, NULL, 0);
    paint_cell(pen, &box->cells[i]);
    if (i + 1 == box->n_cells || starts_row(box, i + 1))
      pc_display_end(pen->display);
  }
}

void pc_paint_table(const pc_pen *pen, const pc_look *look, const pc_box *box) {
  pc_pen caption = *pen;
  caption.ink = look->muted;
  pc_display_begin(pen->display, pen->at, PC_TAG_ARTIFACT, NULL, 0);
  paint_header_grounds(pen, look, box);
  paint_rules(pen, look, box);
  pc_display_end(pen->display);
  pc_display_begin(pen->display, pen->at, PC_TAG_TABLE, NULL, 0);
  pc_paint_text(&caption, PC_TAG_CAPTION, &box->caption);
  paint_rows(pen, box);
  pc_display_end(pen->display);
}

/* table.c - a table: grounds and hairlines, then its rows and cells.  Layer: paint. */
#include "paint/block.h"

/* Heads over several columns are parted from their neighbours by so much of their em. */
static const double spanner_inset_em = 0.4;

/* All heads of columns together; no height without them. */
static pc_rect find_header(const pc_box *box) {
  pc_rect all = {0};
  for (int i = 0; i < box->n_cells && box->cells[i].is_header; i++) {
    const pc_rect rect = box->cells[i].rect;
    all = i == 0 ? rect : all;
    all.w = MAX(all.w, rect.x + rect.w - all.x);
    all.h = MAX(all.h, rect.y + rect.h - all.y);
  }
  return all;
}

/* One ground for all heads, so that no seam shows between them. */
static void paint_header_ground(const pc_pen *pen, const pc_look *look, pc_rect header) {
  if (header.h <= 0)
    return;
  pc_display_begin_path(pen->display);
  pc_display_rect(pen->display, header, 0);
  pc_display_fill(pen->display, pen->at, look->header_cell);
}

/* Along the lower edge. */
static void paint_rule(const pc_pen *pen, pc_color color, pc_rect over, pc_um width) {
  pc_um y = over.y + over.h;
  pc_display_begin_path(pen->display);
  pc_display_move(pen->display, (pc_point){over.x, y});
  pc_display_line(pen->display, (pc_point){over.x + over.w, y});
  pc_display_stroke(pen->display, pen->at, color, width, 0);
}

/* A head over the heads of several columns has a rule of its own. */
static void paint_spanner(const pc_pen *pen, const pc_look *look, const pc_cell_box *cell) {
  const double size_pt = cell->text.size_pt;
  const pc_um inset = pc_um_from_pt(size_pt * spanner_inset_em);
  const pc_rect part = {cell->rect.x + inset, cell->rect.y, MAX(0, cell->rect.w - 2 * inset),
                        cell->rect.h};
  if (cell->columns > 1)
    paint_rule(pen, look->accent, part, pc_paint_hairline(size_pt));
}

/* Under each cell; under the header one that is stronger. */
static void paint_rules(const pc_pen *pen, const pc_look *look, const pc_box *box, pc_rect header) {
  for (int i = 0; i < box->n_cells; i++) {
    const pc_cell_box *cell = &box->cells[i];
    const pc_um width = pc_paint_hairline(cell->text.size_pt);
    if (!cell->is_header)
      paint_rule(pen, look->rule, cell->rect, width);
    else if (cell->rect.y + cell->rect.h < header.y + header.h)
      paint_spanner(pen, look, cell);
  }
  if (header.h > 0)
    paint_rule(pen, look->accent, header, 2 * pc_paint_hairline(box->cells[0].text.size_pt));
}

static pc_cell_tag find_attributes(const pc_cell_box *cell) {
  pc_scope scope = cell->is_header     ? PC_SCOPE_COLUMN
                   : cell->is_row_head ? PC_SCOPE_ROW
                                       : PC_SCOPE_NONE;
  return (pc_cell_tag){cell->columns, cell->rows, scope};
}

static void paint_cell(const pc_pen *pen, const pc_cell_box *cell) {
  pc_tag tag = cell->is_header || cell->is_row_head ? PC_TAG_TH : PC_TAG_TD;
  bool has_text = pc_text_box_has_lines(&cell->text);
  if (has_text)
    pc_paint_text_grounds(pen, &cell->text);
  pc_display_begin_cell(pen->display, pen->at, tag, find_attributes(cell));
  if (has_text)
    pc_paint_text_runs(pen, &cell->text);
  pc_display_end(pen->display);
  if (has_text)
    pc_paint_text_strokes(pen, &cell->text);
}

static int find_last_row(const pc_box *box) {
  int last = box->first_row - 1;
  for (int i = 0; i < box->n_cells; i++)
    last = MAX(last, box->cells[i].row + box->cells[i].rows - 1);
  return last;
}

/* A row whose cells all belong to rows above is a row nevertheless: spans count it. */
static void paint_rows(const pc_pen *pen, const pc_box *box) {
  int last = find_last_row(box);
  int next = 0;
  for (int row = box->first_row; row <= last; row++) {
    pc_display_begin(pen->display, pen->at, PC_TAG_TR, NULL, 0);
    for (; next < box->n_cells && box->cells[next].row == row; next++)
      paint_cell(pen, &box->cells[next]);
    pc_display_end(pen->display);
  }
}

void pc_paint_table(const pc_pen *pen, const pc_look *look, const pc_box *box) {
  pc_pen caption = *pen;
  caption.ink = look->muted;
  pc_display_begin(pen->display, pen->at, PC_TAG_ARTIFACT, NULL, 0);
  const pc_rect header = find_header(box);
  paint_header_ground(pen, look, header);
  paint_rules(pen, look, box, header);
  pc_display_end(pen->display);
  pc_display_begin(pen->display, pen->at, PC_TAG_TABLE, NULL, 0);
  pc_paint_text(&caption, PC_TAG_CAPTION, &box->caption);
  paint_rows(pen, box);
  pc_display_end(pen->display);
}

/* facts.c - labels and what belongs to them: hairlines, then a list of both.  Layer: paint. */
#include "paint/block.h"

static pc_color find_label_ink(const pc_look *look) {
  return pc_color_contrast(look->accent, look->ground) >= look->contrast ? look->accent
                                                                         : look->muted;
}

/* Between a fact and the one before it: at the upper edge of its label, or at its right where lines
 * run downwards. */
static void paint_rule(const pc_pen *pen, const pc_look *look, const pc_box *box,
                       const pc_cell_box *label) {
  const pc_rect rect = label->rect;
  const bool is_turned = label->text.vertical;
  const pc_point from = {is_turned ? rect.x + rect.w : box->rect.x,
                         is_turned ? box->rect.y : rect.y};
  const pc_point to = {is_turned ? from.x : box->rect.x + box->rect.w,
                       is_turned ? box->rect.y + box->rect.h : from.y};
  pc_display_begin_path(pen->display);
  pc_display_move(pen->display, from);
  pc_display_line(pen->display, to);
  pc_display_stroke(pen->display, pen->at, look->rule, pc_paint_hairline(label->text.size_pt), 0);
}

static void paint_rules(const pc_pen *pen, const pc_look *look, const pc_box *box) {
  if (box->n_cells <= 2)
    return;
  pc_display_begin(pen->display, pen->at, PC_TAG_ARTIFACT, NULL, 0);
  for (int i = 2; i < box->n_cells; i += 2)
    paint_rule(pen, look, box, &box->cells[i]);
  pc_display_end(pen->display);
}

/* A list whose items have labels is what PDF knows for pairs like these (ISO 32000-1, 14.8.4.3.3):
 * read one after the other, "date: 3 May". */
void pc_paint_facts(const pc_pen *pen, const pc_look *look, const pc_box *box) {
  pc_pen label = *pen;
  label.ink = find_label_ink(look);
  paint_rules(pen, look, box);
  pc_display_begin_list(pen->display, pen->at, PC_NUMBERING_NONE);
  for (int i = 0; i + 1 < box->n_cells; i += 2) {
    pc_display_begin(pen->display, pen->at, PC_TAG_LI, NULL, 0);
    pc_paint_text(&label, PC_TAG_LBL, &box->cells[i].text);
    pc_paint_text(pen, PC_TAG_LBODY, &box->cells[i + 1].text);
    pc_display_end(pen->display);
  }
  pc_display_end(pen->display);
}

/* turn.c - panels whose lines run downwards: set as if they ran across, then turned.
 * Layer: layout. */
#include "layout/turn.h"

#include "layout/kinds.h"
#include "layout/textbox.h"

/* Widths of upright pieces are found to half a millimetre. */
static const pc_um width_step = 500;

static pc_setting stand_up(const pc_setting *setting, pc_um width) {
  pc_setting upright = *setting;
  upright.turned = false;
  upright.upright = true;
  upright.width = upright.column = width;
  return upright;
}

static bool is_low_enough(const pc_setting *setting, const pc_piece *piece, pc_um width,
                          pc_um height) {
  const pc_kind_row *row = pc_kind_find(piece->block->kind);
  const pc_setting upright = stand_up(setting, width);
  return row->overhang(&upright, piece) <= 0 && row->measure(&upright, piece).height <= height;
}

/* The least width at which the piece is no higher than that, up to the width of the sheet. */
static pc_um find_width(const pc_setting *setting, const pc_piece *piece, pc_um height) {
  pc_um low = 0;
  pc_um high = setting->content->doc->page.width;
  while (high - low > width_step) {
    const pc_um middle = low + (high - low) / 2;
    if (is_low_enough(setting, piece, middle, height))
      high = middle;
    else
      low = middle;
  }
  return high;
}

pc_measure pc_turn_measure(const pc_setting *setting, const pc_piece *piece) {
  return (pc_measure){.lines = 1, .height = find_width(setting, piece, setting->width)};
}

pc_um pc_turn_widen(const pc_setting *setting, const pc_piece *piece, pc_um width) {
  const pc_kind_row *row = pc_kind_find(piece->block->kind);
  const pc_setting widest = stand_up(setting, setting->content->doc->page.width);
  const pc_um lowest = row->measure(&widest, piece).height;
  return MIN(width, find_width(setting, piece, lowest));
}

static void turn_box(pc_box *box, pc_rect onto) {
  box->rect = pc_rect_turn(box->rect, onto);
  box->image_rect = pc_rect_turn(box->image_rect, onto);
  pc_text_box_turn(&box->text, onto);
  pc_text_box_turn(&box->marker, onto);
  pc_text_box_turn(&box->caption, onto);
}

void pc_turn_panel(pc_panel *panel, const pc_setting *setting, pc_rect onto) {
  panel->rect = onto;
  panel->inner = pc_rect_turn(panel->inner, onto);
  panel->badge = pc_rect_turn(panel->badge, onto);
  pc_text_box_turn(&panel->number, onto);
  for (int i = 0; i < panel->n_boxes; i++)
    turn_box(&panel->boxes[i], onto);
  for (int i = 0; i < setting->content->n_pieces; i++) {
    const pc_kind_row *row = pc_kind_find(panel->boxes[i].kind);
    const pc_setting upright = stand_up(setting, panel->boxes[i].rect.w);
    if (row->stands)
      row->place(&upright, &setting->content->pieces[i], &panel->boxes[i]);
  }
}

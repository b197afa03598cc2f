/* turn.c - panels whose lines run downwards: set as if they ran across, then turned.
 * Layer: layout. */
#include "layout/turn.h"

#include "layout/grid.h"
#include "layout/kinds.h"
#include "text/textbox.h"

static pc_setting stand_up(const pc_setting *setting, pc_um width) {
  pc_setting upright = *setting;
  upright.turned = false;
  upright.upright = true;
  upright.width = upright.column = upright.full = width;
  return upright;
}

/* An upright piece at trial widths. */
typedef struct width_trial {
  const pc_setting *setting;
  const pc_piece *piece;
  pc_um height;
} width_trial;

static bool is_low_enough(pc_um width, void *user) {
  const width_trial *trial = user;
  const pc_kind_row *row = pc_kind_find(trial->piece->block->kind);
  const pc_setting upright = stand_up(trial->setting, width);
  return row->overhang(&upright, trial->piece) <= 0 &&
         row->measure(&upright, trial->piece).height <= trial->height;
}

/* The least width at which the piece is no higher than that, up to the width of the sheet. */
static pc_um find_width(const pc_setting *setting, const pc_piece *piece, pc_um height) {
  width_trial trial = {setting, piece, height};
  return pc_grid_find_least(setting->content->doc->page.width, is_low_enough, &trial);
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
  for (int i = 0; i < box->n_pictures; i++) {
    box->pictures[i].rect = pc_rect_turn(box->pictures[i].rect, onto);
    pc_text_box_turn(&box->pictures[i].caption, onto);
  }
  pc_text_box_turn(&box->text, onto);
  pc_text_box_turn(&box->marker, onto);
  pc_text_box_turn(&box->caption, onto);
  box->frame = pc_rect_turn(box->frame, onto);
  for (int i = 0; i < box->n_cells; i++) {
    box->cells[i].rect = pc_rect_turn(box->cells[i].rect, onto);
    pc_text_box_turn(&box->cells[i].text, onto);
  }
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

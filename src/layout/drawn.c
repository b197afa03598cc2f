/* drawn.c - a figure that posterc draws itself: its room, its drawing, its caption.
 * Layer: layout. */
#include "figure/look.h"
#include "layout/caption.h"
#include "layout/kinds.h"

/* Labels of a figure that has its panel for itself may be so much larger than the text of the
 * sheet: more would look like a heading. */
static const double alone_growth = 1.5;

void pc_drawn_shape(const pc_shaper *shaper, pc_piece *piece) {
  const pc_maker maker = {shaper->measurer, shaper->layout->doc, shaper->diags,
                          shaper->options->memory};
  pc_picture_shape_caption(shaper, piece);
  pc_sketch *sketch = pc_sketch_new(&maker, piece->block);
  piece->sketch = sketch;
  if (sketch != NULL)
    g_ptr_array_add(shaper->layout->sketches, sketch);
}

static pc_figure_type find_type(const pc_setting *setting) {
  double body = setting->type.body;
  double most = pc_content_is_pictorial(setting->content) ? body * alone_growth : body;
  return (pc_figure_type){MIN(setting->type.caption, body), most};
}

/* The width that the author gave, or all of it. */
static pc_um find_width(const pc_setting *setting, const pc_piece *piece) {
  const pc_length width = piece->block->figure->width;
  if (width.unit == PC_UNIT_AUTO)
    return MAX(0, setting->width);
  pc_um em = pc_um_from_pt(setting->type.body);
  return CLAMP(pc_length_um(width, em, setting->full), 0, MAX(0, setting->width));
}

static pc_figure_need find_need(const pc_setting *setting, const pc_piece *piece) {
  if (piece->sketch == NULL)
    return (pc_figure_need){0};
  const pc_figure_type type = find_type(setting);
  return pc_sketch_measure(piece->sketch, find_width(setting, piece), &type);
}

static pc_um caption_height(const pc_setting *setting, const pc_piece *piece) {
  return pc_caption_height(piece->caption, setting->width, setting->type.caption);
}

/* A height that the author gave is no less than the labels need. */
static pc_um find_given(const pc_setting *setting, const pc_piece *piece, pc_um least) {
  const pc_length height = piece->block->figure->height;
  pc_um em = pc_um_from_pt(setting->type.body);
  return MAX(least, pc_length_um(height, em, setting->panel_height));
}

pc_measure pc_drawn_measure(const pc_setting *setting, const pc_piece *piece) {
  const pc_figure_need need = find_need(setting, piece);
  pc_measure measure = {.lines = 1, .height = caption_height(setting, piece)};
  if (piece->block->figure->height.unit != PC_UNIT_AUTO) {
    measure.height += find_given(setting, piece, need.least);
    return measure;
  }
  measure.least = need.least;
  measure.height += need.least;
  measure.natural = need.natural - need.least;
  measure.spreads = piece->sketch != NULL && pc_kind_find(piece->block->kind)->pictorial;
  return measure;
}

double pc_drawn_overhang(const pc_setting *setting, const pc_piece *piece) {
  double over = pc_picture_overhang(setting, piece);
  return MAX(over, find_need(setting, piece).overhang);
}

static pc_drawing *draw(const pc_setting *setting, const pc_piece *piece, pc_rect room) {
  const pc_figure_type type = find_type(setting);
  const pc_look look =
      pc_look_resolve_panel(&setting->content->doc->theme, setting->content->slide);
  return pc_sketch_draw(piece->sketch, &type, &look, room);
}

void pc_drawn_settle(const pc_setting *setting, const pc_piece *piece, pc_measure *measure) {
  if (piece->sketch == NULL)
    return;
  const pc_um caption = caption_height(setting, piece);
  const pc_rect room = {0, 0, find_width(setting, piece), MAX(0, measure->height - caption)};
  g_autoptr(pc_drawing) drawing = draw(setting, piece, room);
  const pc_extent used = pc_drawing_height(drawing);
  if (used.length >= room.h)
    return;
  measure->form = (pc_extent){used.start, room.h};
  measure->height = used.length + caption;
}

void pc_drawn_place(const pc_setting *setting, const pc_piece *piece, pc_box *box) {
  if (piece->sketch == NULL)
    return;
  pc_um caption = caption_height(setting, piece);
  pc_um width = find_width(setting, piece);
  const pc_rect seen = {box->rect.x + (setting->width - width) / 2, box->rect.y, width,
                        MAX(0, box->rect.h - caption)};
  pc_rect room = seen;
  if (box->form.length > 0)
    room = (pc_rect){seen.x, seen.y - box->form.start, width, box->form.length};
  box->sketch = piece->sketch;
  box->drawing = draw(setting, piece, room);
  box->drawing->bounds = seen;
  double size_pt = setting->type.caption;
  pc_rect column = {box->rect.x, seen.y + seen.h + pc_caption_gap(size_pt), setting->width, 0};
  box->caption = pc_caption_place(piece->caption, column, size_pt, PC_ALIGN_CENTER);
}

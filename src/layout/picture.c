/* picture.c - a figure: its picture, and its caption and credit below it.  Layer: layout. */
#include <math.h>

#include "layout/caption.h"
#include "layout/kinds.h"
#include "layout/owntext.h"
#include "text/textbox.h"

/* Caption and credit as one text, the credit on a line of its own. */
static const pc_rich *join_credit(pc_layout *layout, const pc_figure *figure) {
  if (figure->credit == NULL)
    return figure->caption;
  const char *word = figure->caption == NULL ? "出典：" : "\n出典：";
  const pc_rich *parts[] = {figure->caption, pc_owntext_new(layout, word, figure->credit->at),
                            figure->credit};
  return pc_owntext_join(layout, parts, G_N_ELEMENTS(parts));
}

void pc_picture_shape_caption(const pc_shaper *shaper, pc_piece *piece) {
  const pc_figure *figure = piece->block->figure;
  const pc_doc *doc = shaper->layout->doc;
  pc_text_style style = {.face = PC_FACE_BODY,
                         .is_heading = true,
                         .vertical = pc_slide_is_vertical(shaper->slide),
                         .rules = &doc->theme.text};
  piece->caption = pc_shaper_shape(shaper, join_credit(shaper->layout, figure), &style);
}

void pc_picture_shape(const pc_shaper *shaper, pc_piece *piece) {
  const pc_figure *figure = piece->block->figure;
  const pc_doc *doc = shaper->layout->doc;
  pc_picture_shape_caption(shaper, piece);
  piece->image =
      pc_image_load(doc->folder, figure->file, shaper->options->allow_outside, shaper->diags);
  if (piece->image != NULL)
    g_ptr_array_add(shaper->layout->images, piece->image);
}

/* Height by width as the setting has them, 0 without picture. */
static double find_ratio(const pc_setting *setting, const pc_piece *piece) {
  if (piece->image == NULL)
    return 0;
  const double w = pc_image_width(piece->image);
  const double h = pc_image_height(piece->image);
  if (w <= 0 || h <= 0)
    return 0;
  return setting->turned ? w / h : h / w;
}

/* The picture's own proportions within w x h.  h may be a height rounded from w: half a micrometre
 * more does not take from the width. */
static pc_size contain(double ratio, double w, double h) {
  double width = ratio > 0 ? MIN(w, (h + 0.5) / ratio) : 0;
  double height = MIN(width * ratio, PC_UM_TALLEST);
  return (pc_size){(pc_um)lround(MAX(0, width)), (pc_um)lround(MAX(0, height))};
}

/* The room that the author's width and height leave; both auto: the full width. */
static pc_size resolve_size(const pc_setting *setting, const pc_piece *piece, double height) {
  const pc_figure *figure = piece->block->figure;
  pc_um em = pc_um_from_pt(setting->type.body);
  const pc_length across = setting->turned ? figure->height : figure->width;
  const pc_length down = setting->turned ? figure->width : figure->height;
  double w = MAX(0, setting->width);
  if (across.unit != PC_UNIT_AUTO)
    w = MIN(w, pc_length_um(across, em, setting->width));
  if (down.unit != PC_UNIT_AUTO)
    height = MIN(height, pc_length_um(down, em, setting->panel_height));
  return contain(find_ratio(setting, piece), w, height);
}

static bool is_flexible(const pc_figure *figure) {
  return figure->width.unit == PC_UNIT_AUTO && figure->height.unit == PC_UNIT_AUTO;
}

static pc_um caption_height(const pc_setting *setting, const pc_piece *piece) {
  return pc_caption_height(piece->caption, setting->width, setting->type.caption);
}

pc_measure pc_picture_measure(const pc_setting *setting, const pc_piece *piece) {
  pc_um caption = caption_height(setting, piece);
  pc_um natural = resolve_size(setting, piece, PC_UM_TALLEST).h;
  pc_measure measure = {.lines = 1, .height = caption};
  if (is_flexible(piece->block->figure))
    measure.natural = natural;
  else
    measure.height += natural;
  return measure;
}

double pc_picture_overhang(const pc_setting *setting, const pc_piece *piece) {
  if (piece->caption == NULL)
    return 0;
  double size = setting->type.caption;
  double over = pc_paragraph_min_width(piece->caption) - pc_text_measure(setting->width, size);
  return over * pc_um_from_pt(size);
}

void pc_picture_place(const pc_setting *setting, const pc_piece *piece, pc_box *box) {
  pc_um caption = caption_height(setting, piece);
  pc_um room = MAX(0, box->rect.h - caption);
  pc_size size = resolve_size(setting, piece, room);
  box->image = piece->image;
  box->image_rect = (pc_rect){box->rect.x + (box->rect.w - size.w) / 2,
                              box->rect.y + (room - size.h) / 2, size.w, size.h};
  double size_pt = setting->type.caption;
  pc_rect column = {box->rect.x, box->rect.y + box->rect.h - caption + pc_caption_gap(size_pt),
                    setting->width, 0};
  box->caption = pc_caption_place(piece->caption, column, size_pt, PC_ALIGN_CENTER);
}

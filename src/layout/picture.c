/* picture.c - a figure: its picture, and its caption and credit below it.  Layer: layout. */
#include "layout/picture.h"

#include <math.h>

#include "doc/lang.h"
#include "layout/caption.h"
#include "layout/grid.h"
#include "layout/owntext.h"
#include "text/textbox.h"

/* A picture that is no more than this beyond what is seen of it is not cut, um. */
static const double least_cut = 2;

/* Caption and credit as one text, the credit on a line of its own. */
static const pc_rich *join_credit(const pc_shaper *shaper, const pc_figure *figure) {
  if (figure->credit == NULL)
    return figure->caption;
  const char *word = pc_lang_is_japanese(shaper->slide->lang) ? "\n出典：" : "\nSource: ";
  const pc_rich *parts[] = {
      figure->caption,
      pc_owntext_new(shaper->layout, figure->caption == NULL ? word + 1 : word, figure->credit->at),
      figure->credit};
  return pc_owntext_join(shaper->layout, parts, G_N_ELEMENTS(parts));
}

static pc_paragraph *shape_words(const pc_shaper *shaper, const pc_figure *figure, bool vertical) {
  pc_text_style style = {.face = PC_FACE_BODY,
                         .is_heading = true,
                         .vertical = vertical,
                         .rules = &shaper->layout->doc->theme.text};
  return pc_shaper_shape(shaper, join_credit(shaper, figure), &style);
}

pc_paragraph *pc_picture_shape_words(const pc_shaper *shaper, const pc_figure *figure) {
  return shape_words(shaper, figure, pc_slide_is_vertical(shaper->slide));
}

/* A figure that stands across where lines run downwards has its caption with it. */
void pc_picture_shape_caption(const pc_shaper *shaper, pc_piece *piece) {
  const bool stands = pc_kind_find(piece->block->kind)->stands;
  piece->caption =
      shape_words(shaper, piece->block->figure, pc_slide_is_vertical(shaper->slide) && !stands);
}

pc_picture pc_picture_load(const pc_shaper *shaper, const pc_figure *figure) {
  const pc_crop *crop = &figure->crop;
  const bool is_cut = crop->left + crop->top + crop->right + crop->bottom > 0;
  pc_picture picture = {
      .figure = figure,
      .part = {crop->left, crop->top, 1 - crop->left - crop->right, 1 - crop->top - crop->bottom}};
  const pc_image_request request = {.folder = shaper->layout->doc->folder,
                                    .file = figure->file,
                                    .allow_outside = shaper->options->allow_outside,
                                    .page = figure->page,
                                    .fonts = pc_measurer_fonts(shaper->measurer),
                                    .checks = is_cut ? NULL : shaper->layout->checks};
  picture.image = pc_image_load(&request, shaper->diags);
  if (picture.image != NULL && is_cut)
    picture.image = pc_image_crop(picture.image, &picture.part, figure->file, shaper->diags);
  if (picture.image != NULL)
    g_ptr_array_add(shaper->layout->images, picture.image);
  return picture;
}

void pc_picture_shape(const pc_shaper *shaper, pc_piece *piece) {
  pc_picture_shape_caption(shaper, piece);
  piece->n_pictures = 1;
  piece->pictures = g_new(pc_picture, 1);
  piece->pictures[0] = pc_picture_load(shaper, piece->block->figure);
}

/* What is shown, as it is seen on paper; nothing without picture. */
static bool find_shown(const pc_picture *picture, double *w, double *h) {
  *w = *h = 0;
  if (picture->image == NULL)
    return false;
  *w = pc_image_width(picture->image) * picture->part.w;
  *h = pc_image_height(picture->image) * picture->part.h;
  return *w > 0 && *h > 0;
}

double pc_picture_aspect(const pc_setting *setting, const pc_picture *picture) {
  double w, h;
  if (!find_shown(picture, &w, &h))
    return 0;
  return setting->turned ? h / w : w / h;
}

/* The picture's own proportions within w x h.  h may be a height rounded from w: half a micrometre
 * more does not take from the width. */
static pc_size contain(double aspect, double w, double h) {
  double width = MIN(w, (h + 0.5) * aspect);
  double height = aspect > 0 ? MIN(width / aspect, PC_UM_TALLEST) : 0;
  return (pc_size){(pc_um)lround(MAX(0, width)), (pc_um)lround(MAX(0, height))};
}

/* A picture that fills its panel covers it. */
static bool covers(const pc_figure *figure) {
  return figure->fit == PC_FIGURE_COVER || figure->place == PC_FIGURE_FILL;
}

/* The author's width and height, across the lines and down. */
static pc_length across_length(const pc_setting *setting, const pc_figure *figure) {
  return setting->turned ? figure->height : figure->width;
}

static pc_length down_length(const pc_setting *setting, const pc_figure *figure) {
  return setting->turned ? figure->width : figure->height;
}

/* The room that the author's width and height leave; both auto: the full width. */
static pc_size resolve_room(const pc_setting *setting, const pc_figure *figure, double height) {
  pc_um em = pc_um_from_pt(setting->type.body);
  const pc_length across = across_length(setting, figure);
  const pc_length down = down_length(setting, figure);
  double w = MAX(0, setting->width);
  if (across.unit != PC_UNIT_AUTO)
    w = MIN(w, pc_length_um(across, em, setting->full));
  if (down.unit != PC_UNIT_AUTO)
    height = MIN(height, pc_length_um(down, em, setting->panel_height));
  return (pc_size){(pc_um)w, (pc_um)height};
}

static pc_size resolve_size(const pc_setting *setting, const pc_piece *piece, double height) {
  const pc_picture *picture = &piece->pictures[0];
  const pc_size room = resolve_room(setting, picture->figure, height);
  const double aspect = pc_picture_aspect(setting, picture);
  return covers(picture->figure) && aspect > 0 ? room : contain(aspect, room.w, room.h);
}

/* Its height follows from the room that the text leaves. */
static bool is_flexible(const pc_setting *setting, const pc_figure *figure) {
  return down_length(setting, figure).unit == PC_UNIT_AUTO &&
         (covers(figure) || across_length(setting, figure).unit == PC_UNIT_AUTO);
}

static pc_um caption_height(const pc_setting *setting, const pc_piece *piece) {
  return pc_caption_height(piece->caption, setting->width, setting->type.caption);
}

/* A covering picture would like to be as high as all of it is, and takes what is left over. */
pc_measure pc_picture_measure(const pc_setting *setting, const pc_piece *piece) {
  const pc_figure *figure = piece->block->figure;
  pc_measure measure = {.lines = 1, .height = caption_height(setting, piece)};
  if (!is_flexible(setting, figure)) {
    measure.height += resolve_size(setting, piece, PC_UM_TALLEST).h;
    return measure;
  }
  const double aspect = pc_picture_aspect(setting, &piece->pictures[0]);
  const pc_size room = resolve_room(setting, figure, PC_UM_TALLEST);
  measure.natural = contain(aspect, room.w, room.h).h;
  measure.fill = covers(figure) ? 1 : 0;
  return measure;
}

double pc_picture_overhang(const pc_setting *setting, const pc_piece *piece) {
  if (piece->caption == NULL)
    return 0;
  double size = setting->type.caption;
  double over = pc_paragraph_min_width(piece->caption) - pc_text_measure(setting->width, size);
  return over * pc_um_from_pt(size);
}

pc_picture_box pc_picture_put(const pc_picture *picture, pc_rect rect) {
  return (pc_picture_box){
      .figure = picture->figure, .image = picture->image, .rect = rect, .whole = rect};
}

void pc_picture_place(const pc_setting *setting, const pc_piece *piece, pc_box *box) {
  pc_um caption = caption_height(setting, piece);
  pc_um room = MAX(0, box->rect.h - caption);
  pc_size size = resolve_size(setting, piece, room);
  pc_rect rect = {box->rect.x + (box->rect.w - size.w) / 2, box->rect.y + (room - size.h) / 2,
                  size.w, size.h};
  if (piece->pictures[0].image != NULL) {
    box->n_pictures = 1;
    box->pictures = g_new(pc_picture_box, 1);
    box->pictures[0] = pc_picture_put(&piece->pictures[0], rect);
  }
  double size_pt = setting->type.caption;
  pc_rect column = {box->rect.x, box->rect.y + box->rect.h - caption + pc_caption_gap(size_pt),
                    setting->width, 0};
  box->caption = pc_caption_place(piece->caption, column, size_pt, PC_ALIGN_CENTER);
}

/* Below what stands above it, and as far down as its caption or the panel's credit lets it. */
void pc_picture_spread(pc_panel *panel, const pc_setting *setting) {
  const pc_content *content = setting->content;
  for (int i = 0; i < panel->n_boxes; i++) {
    pc_box *box = &panel->boxes[i];
    if (box->n_pictures != 1 || box->pictures[0].figure->place != PC_FIGURE_FILL)
      continue;
    pc_rect *rect = &box->pictures[0].rect;
    bool is_last = content->source == NULL && content->pieces[i].caption == NULL;
    bool is_first = i == 0 && panel->number.lines == NULL;
    pc_um bottom = is_last ? panel->rect.y + panel->rect.h : rect->y + rect->h;
    pc_um top = is_first || content->is_bare ? panel->rect.y : rect->y;
    *rect = (pc_rect){panel->rect.x, top, panel->rect.w, bottom - top};
    box->spreads = true;
  }
}

/* The part that fills a rectangle, cut on two sides alike. */
static pc_part cut_part(const pc_picture *picture, pc_rect rect) {
  pc_part part = picture->part;
  double w, h;
  if (!find_shown(picture, &w, &h) || rect.w <= 0 || rect.h <= 0)
    return part;
  const double wider = (w * rect.h) / (h * rect.w); /* than the rectangle */
  const double keep_w = wider > 1 ? 1 / wider : 1, keep_h = wider < 1 ? wider : 1;
  return (pc_part){part.x + part.w * (1 - keep_w) / 2, part.y + part.h * (1 - keep_h) / 2,
                   part.w * keep_w, part.h * keep_h};
}

static pc_um clamp_um(double um) {
  return (pc_um)lround(CLAMP(um, -(double)PC_UM_TALLEST * 10, (double)PC_UM_TALLEST * 10));
}

/* All of the image, whose part fills rect. */
static pc_rect find_whole(pc_part part, pc_rect rect) {
  const double w = rect.w / part.w, h = rect.h / part.h;
  if (w - rect.w < least_cut && h - rect.h < least_cut)
    return rect;
  return (pc_rect){clamp_um(rect.x - part.x * w), clamp_um(rect.y - part.y * h), clamp_um(w),
                   clamp_um(h)};
}

static void finish_picture(const pc_picture *picture, pc_picture_box *box) {
  const pc_part part = covers(picture->figure) ? cut_part(picture, box->rect) : picture->part;
  box->whole = find_whole(part, box->rect);
}

static const pc_picture *find_picture(const pc_piece *piece, const pc_picture_box *box) {
  for (int i = 0; i < piece->n_pictures; i++) {
    if (piece->pictures[i].figure == box->figure)
      return &piece->pictures[i];
  }
  g_assert_not_reached();
}

void pc_picture_finish(pc_panel *panel, const pc_setting *setting) {
  const pc_content *content = setting->content;
  for (int i = 0; i < content->n_pieces; i++) {
    pc_box *box = &panel->boxes[i];
    if (box->spreads || (content->is_bare && box->n_pictures == 1 && covers(box->block->figure)))
      box->pictures[0].rect = pc_grid_reach_bleed(box->pictures[0].rect, &content->doc->page);
    for (int k = 0; k < box->n_pictures; k++)
      finish_picture(find_picture(&content->pieces[i], &box->pictures[k]), &box->pictures[k]);
  }
}

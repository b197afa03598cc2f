/* figures.c - several pictures side by side, each with its caption.  Layer: layout. */
#include <math.h>

#include "layout/caption.h"
#include "layout/gallery.h"
#include "layout/picture.h"
#include "text/textbox.h"

/* Between pictures, em of the body. */
static const double gap_em = 0.6;
/* Between rows with captions, which belong to the pictures above them. */
static const double row_gap_em = 1;
/* Of the panel's height, what the rows are chosen for where the author says nothing: beside text,
 * and alone. */
static const double share_beside_text = 0.6;
static const double share_alone = 0.85;

/* A figure's rows in a room. */
typedef struct rows_set {
  pc_gallery gallery;
  pc_gallery_rows rows;
  pc_um width;
  pc_um pictures; /* height of all rows' pictures at that width */
  pc_um captions[PC_FIGURES_MOST];
  pc_um other; /* height of captions and gaps */
} rows_set;

void pc_figures_shape(const pc_shaper *shaper, pc_piece *piece) {
  const pc_figures *figures = piece->block->figures;
  pc_picture_shape_caption(shaper, piece);
  piece->pictures = g_new(pc_picture, (gsize)figures->n);
  for (int i = 0; i < figures->n; i++) {
    pc_picture *picture = &piece->pictures[piece->n_pictures++];
    *picture = pc_picture_load(shaper, figures->items[i]);
    picture->caption = pc_picture_shape_words(shaper, figures->items[i]);
  }
}

static pc_gallery make_gallery(const pc_setting *setting, const pc_piece *piece) {
  const double size = setting->type.caption;
  pc_gallery gallery = {.n = piece->n_pictures,
                        .gap = pc_um_from_pt(setting->type.body * gap_em),
                        .caption_gap = pc_caption_gap(size)};
  for (int i = 0; i < gallery.n; i++) {
    const pc_picture *picture = &piece->pictures[i];
    const double aspect = pc_picture_aspect(setting, picture);
    gallery.items[i].aspect = aspect > 0 ? aspect : 1;
    if (picture->caption == NULL)
      continue;
    gallery.items[i].caption = pc_text_width(pc_paragraph_width(picture->caption), size);
    gallery.items[i].caption_least = pc_text_width(pc_paragraph_min_width(picture->caption), size);
    gallery.caption_pitch = pc_caption_height(picture->caption, PC_UM_TALLEST, size);
  }
  gallery.row_gap = gallery.gap;
  if (gallery.caption_pitch > 0)
    gallery.row_gap = pc_um_from_pt(setting->type.body * row_gap_em);
  gallery.caption_pitch = MAX(0, gallery.caption_pitch - gallery.caption_gap);
  return gallery;
}

static pc_um find_width(const pc_setting *setting, const pc_piece *piece) {
  const pc_figure *frame = piece->block->figure;
  const pc_length across = setting->turned ? frame->height : frame->width;
  const pc_um width = MAX(0, setting->width);
  if (across.unit == PC_UNIT_AUTO)
    return width;
  return CLAMP(pc_length_um(across, pc_um_from_pt(setting->type.body), setting->full), 0, width);
}

static pc_length down_length(const pc_setting *setting, const pc_piece *piece) {
  const pc_figure *frame = piece->block->figure;
  return setting->turned ? frame->width : frame->height;
}

static pc_um caption_height(const pc_setting *setting, const pc_piece *piece) {
  return pc_caption_height(piece->caption, setting->width, setting->type.caption);
}

static pc_um row_caption(const pc_setting *setting, const pc_piece *piece, const rows_set *set,
                         int row) {
  pc_extent cells[PC_FIGURES_MOST];
  pc_um most = 0;
  pc_gallery_split(&set->gallery, &set->rows, row, set->width, cells);
  for (int i = set->rows.first[row]; i < set->rows.first[row + 1]; i++) {
    const pc_um width = cells[i - set->rows.first[row]].length;
    most = MAX(most, pc_caption_height(piece->pictures[i].caption, width, setting->type.caption));
  }
  return most;
}

static rows_set set_rows(const pc_setting *setting, const pc_piece *piece, pc_um height) {
  rows_set set = {.gallery = make_gallery(setting, piece), .width = find_width(setting, piece)};
  set.rows = pc_gallery_choose(&set.gallery, set.width, height);
  set.pictures = pc_gallery_sum(&set.gallery, &set.rows, set.width);
  set.other = set.gallery.row_gap * (set.rows.n - 1);
  for (int row = 0; row < set.rows.n; row++) {
    set.captions[row] = row_caption(setting, piece, &set, row);
    set.other += set.captions[row];
  }
  return set;
}

/* The room for which rows are chosen before it is known how much the text leaves. */
static pc_um guess_room(const pc_setting *setting, const pc_piece *piece) {
  const pc_length down = down_length(setting, piece);
  if (down.unit != PC_UNIT_AUTO)
    return pc_length_um(down, pc_um_from_pt(setting->type.body), setting->panel_height);
  if (setting->panel_height <= 0)
    return find_width(setting, piece);
  bool is_alone = pc_content_is_pictorial(setting->content);
  return (pc_um)(setting->panel_height * (is_alone ? share_alone : share_beside_text));
}

pc_measure pc_figures_measure(const pc_setting *setting, const pc_piece *piece) {
  const pc_um caption = caption_height(setting, piece);
  const pc_um room = guess_room(setting, piece);
  const rows_set set = set_rows(setting, piece, room);
  pc_measure measure = {.lines = 1, .height = caption + set.other};
  measure.spreads = down_length(setting, piece).unit == PC_UNIT_AUTO;
  if (measure.spreads)
    measure.natural = set.pictures;
  else
    measure.height += CLAMP(room - set.other, 0, set.pictures);
  return measure;
}

/* The rows' pictures as wide as the room's height permits. */
static pc_um fit_rows(const rows_set *set, pc_um height) {
  return pc_gallery_fit(&set->gallery, &set->rows, set->width, height - set->other);
}

void pc_figures_settle(const pc_setting *setting, const pc_piece *piece, pc_measure *measure) {
  const pc_um caption = caption_height(setting, piece);
  const pc_um room = MAX(0, measure->height - caption);
  const rows_set set = set_rows(setting, piece, room);
  const pc_um pictures = pc_gallery_sum(&set.gallery, &set.rows, fit_rows(&set, room));
  measure->height = MIN(measure->height, caption + set.other + pictures);
}

double pc_figures_overhang(const pc_setting *setting, const pc_piece *piece) {
  const rows_set set = set_rows(setting, piece, guess_room(setting, piece));
  double over = pc_picture_overhang(setting, piece);
  for (int row = 0; row < set.rows.n; row++) {
    pc_extent cells[PC_FIGURES_MOST];
    const int first = set.rows.first[row];
    pc_gallery_split(&set.gallery, &set.rows, row, set.width, cells);
    for (int i = first; i < set.rows.first[row + 1]; i++)
      over = MAX(over, (double)set.gallery.items[i].caption_least - cells[i - first].length - 1);
  }
  return over;
}

/* A row on its way. */
typedef struct row_place {
  pc_rect room; /* of the whole figure */
  pc_um width;  /* of the rows' pictures, set->width at most */
  int row;
  pc_um y;
} row_place;

/* A picture of a row and its caption, which is set as wide as the picture would be in full rows. */
typedef struct stand {
  pc_size size;
  pc_um caption_width;
  pc_text_box caption;
  pc_um width; /* of both */
} stand;

static void move_text(pc_text_box *text, pc_um by_x, pc_um by_y) {
  for (int i = 0; text->lines != NULL && i < text->lines->count; i++) {
    text->x[i] += by_x;
    text->baseline[i] += by_y;
  }
}

/* The caption's column begins at 0. */
static stand make_stand(const pc_setting *setting, const pc_picture *picture, pc_um caption_width,
                        pc_size size) {
  stand one = {.size = size, .caption_width = caption_width, .width = size.w};
  one.caption = pc_caption_place(picture->caption, (pc_rect){0, 0, caption_width, 0},
                                 setting->type.caption, PC_ALIGN_CENTER);
  for (int i = 0; one.caption.lines != NULL && i < one.caption.lines->count; i++)
    one.width = MAX(one.width, caption_width - 2 * one.caption.x[i]);
  one.width = MIN(one.width, MAX(caption_width, size.w));
  return one;
}

/* Makes the pictures of a row and their captions, and finds how wide they are together. */
static pc_um make_row(const pc_setting *setting, const pc_piece *piece, const rows_set *set,
                      const row_place *place, stand *stands) {
  pc_extent cells[PC_FIGURES_MOST], seen[PC_FIGURES_MOST];
  const int first = set->rows.first[place->row];
  const int count = set->rows.first[place->row + 1] - first;
  const pc_um height = pc_gallery_height(&set->gallery, &set->rows, place->row, place->width);
  pc_um width = set->gallery.gap * (count - 1);
  pc_gallery_split(&set->gallery, &set->rows, place->row, set->width, cells);
  pc_gallery_split(&set->gallery, &set->rows, place->row, place->width, seen);
  for (int i = 0; i < count; i++) {
    const pc_size size = {seen[i].length, height};
    stands[i] = make_stand(setting, &piece->pictures[first + i], cells[i].length, size);
    width += stands[i].width;
  }
  return width;
}

/* A row that is narrower than the room stands in its middle. */
static void place_row(const pc_setting *setting, const pc_piece *piece, const rows_set *set,
                      const row_place *place, pc_box *box) {
  stand stands[PC_FIGURES_MOST] = {0};
  const int first = set->rows.first[place->row];
  const pc_um width = make_row(setting, piece, set, place, stands);
  pc_um x = place->room.x + (set->width - width) / 2;
  for (int i = first; i < set->rows.first[place->row + 1]; i++) {
    stand *one = &stands[i - first];
    const pc_rect rect = {x + (one->width - one->size.w) / 2, place->y, one->size.w, one->size.h};
    move_text(&one->caption, x + (one->width - one->caption_width) / 2,
              rect.y + rect.h + pc_caption_gap(setting->type.caption));
    box->pictures[box->n_pictures] = pc_picture_put(&piece->pictures[i], rect);
    box->pictures[box->n_pictures++].caption = one->caption;
    x += one->width + set->gallery.gap;
  }
}

static void place_rows(const pc_setting *setting, const pc_piece *piece, const rows_set *set,
                       pc_rect room, pc_box *box) {
  row_place place = {.room = room};
  place.width = fit_rows(set, room.h);
  const pc_um used = set->other + pc_gallery_sum(&set->gallery, &set->rows, place.width);
  place.y = room.y + MAX(0, room.h - used) / 2;
  for (place.row = 0; place.row < set->rows.n; place.row++) {
    place_row(setting, piece, set, &place, box);
    place.y += pc_gallery_height(&set->gallery, &set->rows, place.row, place.width) +
               set->captions[place.row] + set->gallery.row_gap;
  }
}

void pc_figures_place(const pc_setting *setting, const pc_piece *piece, pc_box *box) {
  const pc_um caption = caption_height(setting, piece);
  const pc_um room = MAX(0, box->rect.h - caption);
  const rows_set set = set_rows(setting, piece, room);
  const double size = setting->type.caption;
  box->pictures = g_new0(pc_picture_box, (gsize)piece->n_pictures);
  const pc_rect rows = {box->rect.x + (setting->width - set.width) / 2, box->rect.y, set.width,
                        room};
  place_rows(setting, piece, &set, rows, box);
  const pc_rect column = {box->rect.x, box->rect.y + room + pc_caption_gap(size), setting->width,
                          0};
  box->caption = pc_caption_place(piece->caption, column, size, PC_ALIGN_CENTER);
}

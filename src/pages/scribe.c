/* scribe.c - labels as lines of text, strokes and grounds.  Layer: pages. */
#include "pages/scribe.h"

#include <string.h>

#include "paint/text.h"

static const double label_line = 1.5;
static const pc_um tick_gap = 500, tick_length = 2500, tick_width = 100;
/* Below the marks of a page that is full, and where every printer still prints. */
static const pc_um foot_rise = 7000, foot_height = 2800;
static const double foot_pt = 8;

pc_color pc_note_ink(void) {
  return (pc_color){.r = 0.13, .g = 0.13, .b = 0.13, .a = 1};
}

pc_color pc_note_faint(void) {
  return (pc_color){.r = 0.4, .g = 0.4, .b = 0.4, .a = 1};
}

static char *copy_title(const pc_doc *doc) {
  return g_strdelimit(g_strdup(doc->title != NULL ? doc->title->text : ""), "\n", ' ');
}

void pc_scribe_init(pc_scribe *scribe, const pc_layout *layout, pc_measurer *measurer) {
  *scribe = (pc_scribe){
      .pages = pc_pages_new(),
      .layout = layout,
      .words = pc_words_get(layout->doc->lang),
      .title = copy_title(layout->doc),
      .measurer = measurer,
      .ignored = pc_diags_new(),
  };
}

pc_pages *pc_scribe_clear(pc_scribe *scribe) {
  g_free(scribe->title);
  pc_diags_free(scribe->ignored);
  return scribe->pages;
}

void pc_scribe_begin(pc_scribe *scribe, pc_size paper, pc_rect from, pc_rect to) {
  const pc_leaf leaf = {paper, from, to, pc_display_new(paper, 0)};
  g_array_append_val(scribe->pages->leaves, leaf);
  scribe->display = leaf.labels;
}

static pc_place get_place(const pc_scribe *scribe) {
  return (pc_place){scribe->layout->doc->file, 0, 0};
}

static void *own(pc_scribe *scribe, gsize size) {
  void *bytes = g_malloc0(size);
  g_ptr_array_add(scribe->pages->texts, bytes);
  return bytes;
}

static const pc_paragraph *shape(pc_scribe *scribe, const pc_note *label) {
  const gsize length = strlen(label->text);
  char *text = own(scribe, length + 1);
  memcpy(text, label->text, length);
  pc_span *span = own(scribe, sizeof *span);
  span->end = (int)length;
  pc_rich *rich = own(scribe, sizeof *rich);
  *rich = (pc_rich){.text = text,
                    .length = (int)length,
                    .at = get_place(scribe),
                    .n_spans = length > 0,
                    .spans = span};
  const pc_text_style style = {.face = label->bold ? PC_FACE_HEADING : PC_FACE_BODY,
                               .bold = label->bold,
                               .rules = &scribe->layout->doc->theme.text};
  pc_paragraph *paragraph = pc_paragraph_new(scribe->measurer, rich, &style, scribe->ignored);
  g_ptr_array_add(scribe->pages->paragraphs, paragraph);
  return paragraph;
}

/* A hair more room than the text needs: widths are rounded. */
static double fit_size(const pc_paragraph *paragraph, const pc_note *label) {
  const pc_um needed = pc_text_width(pc_paragraph_width(paragraph), label->size_pt) + 2;
  const double share = (double)label->room.w / MAX(needed, 1);
  return label->wraps ? label->size_pt : label->size_pt * MIN(1, share);
}

pc_um pc_scribe_write(pc_scribe *scribe, const pc_note *label) {
  if (label->text[0] == '\0')
    return 0;
  const pc_paragraph *paragraph = shape(scribe, label);
  const double size_pt = fit_size(paragraph, label);
  const int lines = pc_text_count(paragraph, label->room.w, size_pt);
  const pc_um height = pc_text_height(lines, size_pt, label_line);
  const pc_um above = label->wraps ? 0 : (label->room.h - height) / 2;
  const pc_text_frame frame = {label->room.x, label->room.y + above, label->room.w, size_pt,
                               label_line,    label->align};
  pc_text_box *box = g_new(pc_text_box, 1);
  *box = pc_text_box_make(paragraph, &frame);
  g_ptr_array_add(scribe->pages->boxes, box);
  const pc_pen pen = {.display = scribe->display,
                      .at = get_place(scribe),
                      .ink = label->color,
                      .emphasis = label->color};
  pc_paint_text_runs(&pen, box);
  return height;
}

void pc_scribe_badge(pc_scribe *scribe, const char *text, pc_rect room, pc_align align) {
  static const double size_of_height = 0.66;
  const double size_pt = pc_um_to_pt(room.h) * size_of_height;
  const pc_color white = {.r = 1, .g = 1, .b = 1, .a = 1};
  pc_note label = {text, room, size_pt, PC_ALIGN_CENTER, true, false, white};
  const pc_paragraph *paragraph = shape(scribe, &label);
  const pc_um wide = pc_text_width(pc_paragraph_width(paragraph) + 0.7, size_pt);
  const pc_um width = MAX(room.h, MIN(wide, room.w));
  const pc_um left = align == PC_ALIGN_CENTER ? (room.w - width) / 2 : 0;
  const pc_rect ground = {room.x + left, room.y, width, room.h};
  label.room = pc_rect_inset(ground, room.h / 10);
  pc_display_begin_path(scribe->display);
  pc_display_rect(scribe->display, ground, room.h / 2);
  pc_display_fill(scribe->display, get_place(scribe), pc_note_ink());
  /* It stands on dark panels, too. */
  pc_display_begin_path(scribe->display);
  pc_display_rect(scribe->display, ground, room.h / 2);
  pc_display_stroke(scribe->display, get_place(scribe), white, room.h / 16, 0);
  pc_scribe_write(scribe, &label);
}

void pc_scribe_line(pc_scribe *scribe, pc_point from, pc_point to, pc_um width, pc_color color) {
  pc_display_begin_path(scribe->display);
  pc_display_move(scribe->display, from);
  pc_display_line(scribe->display, to);
  pc_display_stroke(scribe->display, get_place(scribe), color, width, 0);
}

void pc_scribe_frame(pc_scribe *scribe, pc_rect rect, pc_um width, pc_color color) {
  pc_display_begin_path(scribe->display);
  pc_display_rect(scribe->display, rect, 0);
  pc_display_stroke(scribe->display, get_place(scribe), color, width, 0);
}

/* At one corner: sx, sy point away from outer's middle. */
static void draw_corner(pc_scribe *scribe, pc_point corner, pc_point outer, int sx, int sy) {
  const pc_um near_x = outer.x + sx * tick_gap, far_x = near_x + sx * tick_length;
  const pc_um near_y = outer.y + sy * tick_gap, far_y = near_y + sy * tick_length;
  const pc_color ink = pc_note_ink();
  pc_scribe_line(scribe, (pc_point){near_x, corner.y}, (pc_point){far_x, corner.y}, tick_width,
                 ink);
  pc_scribe_line(scribe, (pc_point){corner.x, near_y}, (pc_point){corner.x, far_y}, tick_width,
                 ink);
}

void pc_scribe_corners(pc_scribe *scribe, pc_rect rect, pc_rect outer) {
  for (int i = 0; i < 4; i++) {
    const bool is_right = i % 2 == 1, is_low = i / 2 == 1;
    const pc_point corner = {rect.x + (is_right ? rect.w : 0), rect.y + (is_low ? rect.h : 0)};
    const pc_point away = {outer.x + (is_right ? outer.w : 0), outer.y + (is_low ? outer.h : 0)};
    draw_corner(scribe, corner, away, is_right ? 1 : -1, is_low ? 1 : -1);
  }
}

void pc_scribe_foot(pc_scribe *scribe, pc_size paper, const char *left, const char *right) {
  const pc_um width = (paper.w - 2 * PC_LEAF_MARGIN - PC_LEAF_MARGIN / 2) / 2;
  const pc_rect room = {PC_LEAF_MARGIN, paper.h - foot_rise, width, foot_height};
  pc_note label = {left, room, foot_pt, PC_ALIGN_START, false, false, pc_note_faint()};
  pc_scribe_write(scribe, &label);
  label.text = right;
  label.room.x = paper.w - PC_LEAF_MARGIN - width;
  label.align = PC_ALIGN_END;
  pc_scribe_write(scribe, &label);
}

double pc_rect_scale(pc_rect from, pc_rect room) {
  return MIN((double)room.w / MAX(from.w, 1), (double)room.h / MAX(from.h, 1));
}

pc_rect pc_rect_fit(pc_rect from, pc_rect room, double scale) {
  const pc_um width = (pc_um)(from.w * scale + 0.5), height = (pc_um)(from.h * scale + 0.5);
  return (pc_rect){room.x + (room.w - width) / 2, room.y + (room.h - height) / 2, width, height};
}

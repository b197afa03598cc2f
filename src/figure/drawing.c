/* drawing.c - shapes and labels of one figure.  Layer: figure. */
#include "figure/drawing.h"

#include <math.h>

static void clear_label(void *label) {
  pc_text_box_clear(&((pc_drawn_label *)label)->text);
}

pc_drawing *pc_drawing_new(pc_rect bounds) {
  pc_drawing *drawing = g_new0(pc_drawing, 1);
  drawing->bounds = bounds;
  drawing->shapes = pc_display_new((pc_size){bounds.w, bounds.h}, 0);
  drawing->labels = g_array_new(FALSE, FALSE, sizeof(pc_drawn_label));
  g_array_set_clear_func(drawing->labels, clear_label);
  return drawing;
}

void pc_drawing_free(pc_drawing *drawing) {
  if (drawing == NULL)
    return;
  pc_display_free(drawing->shapes);
  g_array_unref(drawing->labels);
  g_free(drawing);
}

void pc_drawing_set_label(pc_drawing *drawing, const pc_label *label, pc_rect room,
                          const pc_label_style *style) {
  if (label->paragraph == NULL)
    return;
  double width_em = pc_text_measure(room.w, style->size_pt);
  pc_um height = pc_um_from_pt(style->size_pt * pc_label_height(label, width_em));
  pc_text_frame frame = {.x = room.x,
                         .y = room.y + (room.h - height) / 2 +
                              pc_text_head(label->paragraph, style->size_pt),
                         .width = room.w,
                         .size_pt = style->size_pt,
                         .line = PC_LABEL_LINE_EM,
                         .align = style->align};
  pc_drawn_label drawn = {.text = pc_text_box_make(label->paragraph, &frame),
                          .ink = style->ink,
                          .ground = style->ground};
  g_array_append_val(drawing->labels, drawn);
}

/* Grows as points are seen. */
typedef struct height_span {
  double top, bottom;
} height_span;

static void see(height_span *span, double y) {
  span->top = MIN(span->top, y);
  span->bottom = MAX(span->bottom, y);
}

/* To a hundredth of the curve's own height. */
static void see_curve(height_span *span, double from, const pc_point *p) {
  static const int parts = 8;
  for (int i = 1; i <= parts; i++) {
    const double t = (double)i / parts, rest = 1 - t;
    see(span, rest * rest * rest * from + 3 * rest * rest * t * p[0].y + 3 * rest * t * t * p[1].y +
                  t * t * t * p[2].y);
  }
}

static void see_path(height_span *span, const pc_display *shapes, const pc_command *command) {
  int count = 0;
  const pc_path_step *steps = pc_display_path(shapes, command, &count);
  double from = 0;
  for (int i = 0; i < count; i++) {
    if (steps[i].op == PC_OP_CLOSE)
      continue;
    if (steps[i].op == PC_OP_CURVE)
      see_curve(span, from, steps[i].p);
    else
      see(span, steps[i].p[0].y);
    from = steps[i].p[steps[i].op == PC_OP_CURVE ? 2 : 0].y;
  }
}

/* The em boxes of its lines. */
static void see_label(height_span *span, const pc_text_box *text) {
  static const double above[] = {PC_ASCENT_EM - 1, PC_ASCENT_EM};
  for (int i = 0; text->lines != NULL && i < text->lines->count; i++) {
    const double along[] = {0, text->lines->items[i].width};
    const pc_rect line = pc_text_box_rect(text, i, along, above);
    see(span, line.y);
    see(span, (double)line.y + line.h);
  }
}

pc_extent pc_drawing_height(const pc_drawing *drawing) {
  height_span span = {G_MAXDOUBLE, -G_MAXDOUBLE};
  for (int i = 0; i < pc_display_count(drawing->shapes); i++) {
    const pc_command *command = pc_display_at(drawing->shapes, i);
    if (command->kind == PC_COMMAND_FILL || command->kind == PC_COMMAND_STROKE)
      see_path(&span, drawing->shapes, command);
  }
  for (guint i = 0; i < drawing->labels->len; i++)
    see_label(&span, &g_array_index(drawing->labels, pc_drawn_label, i).text);
  if (span.bottom < span.top)
    return (pc_extent){drawing->bounds.y, drawing->bounds.h};
  return (pc_extent){(pc_um)floor(span.top), (pc_um)ceil(span.bottom - span.top)};
}

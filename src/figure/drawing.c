/* drawing.c - shapes and labels of one figure.  Layer: figure. */
#include "figure/drawing.h"

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

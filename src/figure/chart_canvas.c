/* chart_canvas.c - em to paper.  Layer: figure. */
#include "figure/chart_canvas.h"

#include <math.h>

/* Thinner lines are lost in print. */
static const double least_weight_pt = 0.25;

pc_um pc_canvas_um(const pc_canvas *canvas, double em) {
  return (pc_um)lround(em * canvas->size_pt * 25400 / 72);
}

pc_point pc_canvas_point(const pc_canvas *canvas, pc_em_point point) {
  return (pc_point){canvas->origin.x + pc_canvas_um(canvas, point.x),
                    canvas->origin.y + pc_canvas_um(canvas, point.y)};
}

pc_rect pc_canvas_rect(const pc_canvas *canvas, pc_em_box box) {
  pc_point start = pc_canvas_point(canvas, (pc_em_point){box.x, box.y});
  pc_point end = pc_canvas_point(canvas, (pc_em_point){box.x + box.w, box.y + box.h});
  return (pc_rect){start.x, start.y, end.x - start.x, end.y - start.y};
}

pc_um pc_canvas_weight(const pc_canvas *canvas, double em) {
  return pc_um_from_pt(MAX(least_weight_pt, em * canvas->size_pt));
}

void pc_canvas_line(const pc_canvas *canvas, pc_em_point from, pc_em_point to, pc_color color,
                    double weight) {
  pc_display *shapes = canvas->drawing->shapes;
  pc_display_begin_path(shapes);
  pc_display_move(shapes, pc_canvas_point(canvas, from));
  pc_display_line(shapes, pc_canvas_point(canvas, to));
  pc_display_stroke(shapes, canvas->at, color, pc_canvas_weight(canvas, weight), 0);
}

void pc_canvas_label(const pc_canvas *canvas, const pc_label *label, pc_em_box box, pc_align align,
                     pc_color ground) {
  const pc_label_style style = {canvas->size_pt, align, pc_look_ink_on(canvas->look, ground),
                                ground};
  pc_drawing_set_label(canvas->drawing, label, pc_canvas_rect(canvas, box), &style);
}

void pc_canvas_note(const pc_canvas *canvas, const pc_label *label, pc_em_box box, pc_align align) {
  const pc_look *look = canvas->look;
  const pc_label_style style = {canvas->size_pt, align, look->muted, look->ground};
  pc_drawing_set_label(canvas->drawing, label, pc_canvas_rect(canvas, box), &style);
}

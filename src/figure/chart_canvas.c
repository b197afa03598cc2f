/* chart_canvas.c - em to paper.  Layer: figure. */
#include "figure/chart_canvas.h"

#include <math.h>

/* Liang and Barsky's clipping. */
bool pc_em_crosses(pc_em_box box, pc_em_point a, pc_em_point b) {
  const double d[2] = {b.x - a.x, b.y - a.y};
  const double low[2] = {box.x - a.x, box.y - a.y};
  const double high[2] = {box.x + box.w - a.x, box.y + box.h - a.y};
  double enter = 0, leave = 1;
  for (int axis = 0; axis < 2; axis++) {
    if (fabs(d[axis]) < 1e-12) {
      if (low[axis] > 0 || high[axis] < 0)
        return false;
      continue;
    }
    double t0 = low[axis] / d[axis], t1 = high[axis] / d[axis];
    enter = MAX(enter, MIN(t0, t1));
    leave = MIN(leave, MAX(t0, t1));
  }
  return enter <= leave;
}

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
  return pc_look_weight(em, canvas->size_pt);
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

void pc_canvas_clear(const pc_canvas *canvas, pc_em_box box) {
  pc_display *shapes = canvas->drawing->shapes;
  pc_display_begin_path(shapes);
  pc_display_rect(shapes, pc_canvas_rect(canvas, box), 0);
  pc_display_fill(shapes, canvas->at, canvas->look->ground);
}

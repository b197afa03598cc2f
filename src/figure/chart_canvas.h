/* chart_canvas.h - drawing in em of a chart's labels.  Layer: figure. */
#ifndef PC_FIGURE_CHART_CANVAS_H
#define PC_FIGURE_CHART_CANVAS_H

#include "figure/drawing.h"
#include "figure/look.h"

/* A rectangle, em from the canvas' origin. */
typedef struct pc_em_box {
  double x, y, w, h;
} pc_em_box;

typedef struct pc_em_point {
  double x, y;
} pc_em_point;

/* Of lines from marks to what stands apart from them, em. */
#define PC_LEADER_WEIGHT_EM 0.05

typedef struct pc_canvas {
  pc_drawing *drawing;
  const pc_look *look;
  pc_place at;
  pc_point origin;
  double size_pt;
} pc_canvas;

pc_um pc_canvas_um(const pc_canvas *canvas, double em);
pc_point pc_canvas_point(const pc_canvas *canvas, pc_em_point point);
pc_rect pc_canvas_rect(const pc_canvas *canvas, pc_em_box box);
/* Of a line of so many em; never a hairline that printers lose. */
pc_um pc_canvas_weight(const pc_canvas *canvas, double em);

void pc_canvas_line(const pc_canvas *canvas, pc_em_point from, pc_em_point to, pc_color color,
                    double weight);
/* In the middle of the box from top to bottom. */
void pc_canvas_label(const pc_canvas *canvas, const pc_label *label, pc_em_box box, pc_align align,
                     pc_color ground);
/* The same in the muted ink, on the panel. */
void pc_canvas_note(const pc_canvas *canvas, const pc_label *label, pc_em_box box, pc_align align);

/* Paints a box with the panel's ground. */
void pc_canvas_clear(const pc_canvas *canvas, pc_em_box box);

/* Whether a segment comes into a box. */
bool pc_em_crosses(pc_em_box box, pc_em_point a, pc_em_point b);

static inline bool pc_em_overlaps(pc_em_box a, pc_em_box b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

#endif

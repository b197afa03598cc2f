/* chart_mark.c - lines of several series: each has its own mark and its own dashes.
 * Layer: figure. */
#include "figure/chart_fill.h"
#include "figure/chart_set.h"

static const double line_em = 0.13;
static const double mark_em = 0.2; /* half of its width */
static const double ring_em = 0.07;

typedef enum mark_shape { CIRCLE, SQUARE, TRIANGLE, DIAMOND } mark_shape;

/* dash: em, 0: solid. */
static const struct {
  mark_shape shape;
  bool is_hollow;
  double dash;
} rows[PC_CHART_MAX_SERIES] = {
    {CIRCLE, false, 0},   {SQUARE, true, 0.5},   {TRIANGLE, false, 0.22},
    {DIAMOND, true, 0.9}, {SQUARE, false, 0.35}, {CIRCLE, true, 0.7},
};

static void trace_polygon(pc_display *shapes, const pc_point *points, int n) {
  pc_display_move(shapes, points[0]);
  for (int i = 1; i < n; i++)
    pc_display_line(shapes, points[i]);
  pc_display_close(shapes);
}

static void trace_mark(pc_display *shapes, mark_shape shape, pc_point at, pc_um r) {
  const pc_um far = r * 5 / 4;
  const pc_point triangle[] = {{at.x, at.y - far}, {at.x + far, at.y + r}, {at.x - far, at.y + r}};
  const pc_point diamond[] = {
      {at.x, at.y - far}, {at.x + far, at.y}, {at.x, at.y + far}, {at.x - far, at.y}};
  const pc_um side = r * 9 / 10;
  const pc_point square[] = {{at.x - side, at.y - side},
                             {at.x + side, at.y - side},
                             {at.x + side, at.y + side},
                             {at.x - side, at.y + side}};
  if (shape == CIRCLE)
    pc_display_circle(shapes, at, r);
  if (shape == SQUARE)
    trace_polygon(shapes, square, 4);
  if (shape == TRIANGLE)
    trace_polygon(shapes, triangle, 3);
  if (shape == DIAMOND)
    trace_polygon(shapes, diamond, 4);
}

void pc_chart_draw_mark(const pc_canvas *canvas, int series, pc_em_point at) {
  pc_display *shapes = canvas->drawing->shapes;
  const pc_color color = pc_chart_line_color(canvas->look, series);
  const bool is_hollow = rows[series].is_hollow;
  pc_display_begin_path(shapes);
  trace_mark(shapes, rows[series].shape, pc_canvas_point(canvas, at),
             pc_canvas_um(canvas, mark_em));
  pc_display_fill(shapes, canvas->at, is_hollow ? canvas->look->ground : color);
  pc_display_begin_path(shapes);
  trace_mark(shapes, rows[series].shape, pc_canvas_point(canvas, at),
             pc_canvas_um(canvas, mark_em));
  pc_display_stroke(shapes, canvas->at, color, pc_canvas_weight(canvas, ring_em), 0);
}

void pc_chart_draw_stroke(const pc_canvas *canvas, int series, const pc_em_point *points, int n) {
  pc_display *shapes = canvas->drawing->shapes;
  pc_display_begin_path(shapes);
  for (int i = 0; i < n; i++) {
    pc_point at = pc_canvas_point(canvas, points[i]);
    if (i == 0)
      pc_display_move(shapes, at);
    else
      pc_display_line(shapes, at);
  }
  if (n > 1)
    pc_display_stroke(shapes, canvas->at, pc_chart_line_color(canvas->look, series),
                      pc_canvas_weight(canvas, line_em), pc_canvas_um(canvas, rows[series].dash));
}

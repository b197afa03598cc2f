/* chart_wedge.c - arcs as curves, and what fits between them.  Layer: figure. */
#include "figure/chart_wedge.h"

#include <math.h>

/* Around what stands in a slice, em. */
static const double room_em = 0.2;

pc_em_point pc_wedge_point(const pc_wedge *wedge, double angle, double radius) {
  return (pc_em_point){wedge->center.x + radius * sin(angle),
                       wedge->center.y - radius * cos(angle)};
}

static bool is_full(const pc_wedge *wedge) {
  return wedge->sweep > 2 * G_PI - 1e-6;
}

static bool holds_point(const pc_wedge *wedge, pc_em_point point) {
  double x = point.x - wedge->center.x, y = point.y - wedge->center.y;
  double radius = hypot(x, y);
  if (radius > wedge->outer - room_em || radius < wedge->inner + room_em * (wedge->inner > 0))
    return false;
  double angle = atan2(x, -y) - wedge->from;
  angle -= floor(angle / (2 * G_PI)) * 2 * G_PI;
  return is_full(wedge) || angle <= wedge->sweep;
}

static bool is_off_edge(const pc_wedge *wedge, pc_em_box box, double angle) {
  return is_full(wedge) || !pc_em_crosses(box, pc_wedge_point(wedge, angle, wedge->inner),
                                          pc_wedge_point(wedge, angle, wedge->outer));
}

/* Its corners and the middles of its sides, and off both edges. */
bool pc_wedge_holds(const pc_wedge *wedge, pc_em_box box) {
  const pc_em_box wide = {box.x - room_em, box.y - room_em, box.w + 2 * room_em,
                          box.h + 2 * room_em};
  bool holds =
      is_off_edge(wedge, wide, wedge->from) && is_off_edge(wedge, wide, wedge->from + wedge->sweep);
  for (int i = 0; i < 9 && holds; i++) {
    int row = i / 3;
    holds =
        holds_point(wedge, (pc_em_point){box.x + box.w * (i % 3) / 2.0, box.y + box.h * row / 2.0});
  }
  return holds;
}

/* A wedge on paper: what the trace needs. */
typedef struct placed {
  const pc_canvas *canvas;
  const pc_wedge *wedge;
} placed;

/* From one angle to another, in curves of a quarter at the most. */
static void trace_arc(pc_display *display, const placed *it, double radius, double from,
                      double to) {
  const int n = MAX(1, (int)ceil(fabs(to - from) / (G_PI / 2) - 1e-9));
  const double step = (to - from) / n, reach = radius * 4 / 3 * tan(step / 4);
  for (int i = 0; i < n; i++) {
    double a = from + step * i, b = a + step;
    pc_em_point start = pc_wedge_point(it->wedge, a, radius);
    pc_em_point end = pc_wedge_point(it->wedge, b, radius);
    pc_em_point c1 = {start.x + reach * cos(a), start.y + reach * sin(a)};
    pc_em_point c2 = {end.x - reach * cos(b), end.y - reach * sin(b)};
    pc_display_curve(display, pc_canvas_point(it->canvas, c1), pc_canvas_point(it->canvas, c2),
                     pc_canvas_point(it->canvas, end));
  }
}

void pc_wedge_trace_arc(const pc_canvas *canvas, const pc_wedge *wedge, double radius) {
  const placed it = {canvas, wedge};
  trace_arc(canvas->drawing->shapes, &it, radius, wedge->from, wedge->from + wedge->sweep);
}

static void trace_wedge(pc_display *display, const void *shape) {
  const placed *it = shape;
  const pc_wedge *w = it->wedge;
  const double to = w->from + w->sweep;
  pc_display_move(display, pc_canvas_point(it->canvas, pc_wedge_point(w, w->from, w->outer)));
  trace_arc(display, it, w->outer, w->from, to);
  if (w->inner > 0) {
    pc_display_line(display, pc_canvas_point(it->canvas, pc_wedge_point(w, to, w->inner)));
    trace_arc(display, it, w->inner, to, w->from);
  } else if (!is_full(w)) {
    pc_display_line(display, pc_canvas_point(it->canvas, w->center));
  }
  pc_display_close(display);
}

void pc_wedge_draw(const pc_canvas *canvas, const pc_wedge *wedge, const pc_chart_fill *fill) {
  const placed it = {canvas, wedge};
  const pc_em_box box = {wedge->center.x - wedge->outer, wedge->center.y - wedge->outer,
                         2 * wedge->outer, 2 * wedge->outer};
  if (wedge->sweep > 1e-6)
    pc_chart_fill_shape(canvas, fill, trace_wedge, &it, pc_canvas_rect(canvas, box));
}

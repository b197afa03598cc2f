/* chart_wedge.h - a slice of a pie or of a ring.  Layer: figure. */
#ifndef PC_FIGURE_CHART_WEDGE_H
#define PC_FIGURE_CHART_WEDGE_H

#include "figure/chart_fill.h"

/* Angles in radians, clockwise from twelve o'clock. */
typedef struct pc_wedge {
  pc_em_point center;
  double inner, outer; /* radii, em; inner 0: a pie */
  double from, sweep;
} pc_wedge;

pc_em_point pc_wedge_point(const pc_wedge *wedge, double angle, double radius);
/* Whether a box lies in it with some room around. */
bool pc_wedge_holds(const pc_wedge *wedge, pc_em_box box);
/* Adds the arc of a radius to the path, which is at its beginning. */
void pc_wedge_trace_arc(const pc_canvas *canvas, const pc_wedge *wedge, double radius);
void pc_wedge_draw(const pc_canvas *canvas, const pc_wedge *wedge, const pc_chart_fill *fill);

#endif

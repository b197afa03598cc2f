/* chart_leader.h - lines from slices to their labels.  Layer: figure. */
#ifndef PC_FIGURE_CHART_LEADER_H
#define PC_FIGURE_CHART_LEADER_H

#include "figure/chart_wedge.h"

/* Out of a slice's rim at an angle, around the circle as a taut string is, and to its label. */
typedef struct pc_leader {
  pc_em_point center;
  double rim, reach; /* radii: where it begins; of the circle that it keeps off */
  double angle;      /* radians, clockwise from twelve o'clock */
  pc_em_point end;
} pc_leader;

/* The angle at which it leaves the circle: its own where the end is in sight from there. */
double pc_leader_parting(const pc_leader *leader);
void pc_leader_draw(const pc_canvas *canvas, const pc_leader *leader);

#endif

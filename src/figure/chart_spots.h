/* chart_spots.h - where numbers stand at the points of lines.  Layer: figure. */
#ifndef PC_FIGURE_CHART_SPOTS_H
#define PC_FIGURE_CHART_SPOTS_H

#include "figure/chart_set.h"

/* Room that marks take around their middle, em. */
#define PC_MARK_ROOM_EM 0.3

/* A plot with all its lines. */
typedef struct pc_spots {
  const pc_chart_set *set;
  const pc_em_point *points; /* as the chart's values; y NAN: a gap */
  pc_em_box room;            /* numbers stay in it */
  double base;               /* y of the line that the plot stands on */
  const pc_em_box *taken;    /* by names */
  int n_taken;
} pc_spots;

/* Boxes of the numbers that are wanted, clear of lines, marks, names and one another; as the
 * chart's values, w 0: it is a gap, not wanted, or has no room, and then counted in n_missing. */
pc_em_box *pc_spots_place(const pc_spots *spots, const bool *wanted, int *n_missing);

/* Of each series the first and the last number, the least and the greatest: those that tell most.
 * As the chart's values; the caller frees it. */
bool *pc_spots_telling(const pc_chart *chart);

#endif

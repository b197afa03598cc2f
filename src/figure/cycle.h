/* cycle.h - boxes on a ring: how it fits a room.  Layer: figure. */
#ifndef PC_FIGURE_CYCLE_H
#define PC_FIGURE_CYCLE_H

#include "figure/texts.h"

/* Around a label in its box, em of the label. */
#define PC_CYCLE_PAD_X 0.7
#define PC_CYCLE_PAD_Y 0.5

typedef struct pc_cycle {
  const pc_block *block;
  pc_texts *texts;
  pc_label *middle; /* without lines: none */
  pc_text_shape middles[PC_TEXTS_LINES];
  double *sines, *cosines; /* of the stations' angles from the top */
} pc_cycle;

/* In em of the labels: boxes on an ellipse around the origin. */
typedef struct pc_oval {
  double a, b; /* half axes */
  double w, h; /* of a box */
  double start;
  int part, middle; /* shapes of the labels, and of the text in the middle */
} pc_oval;

/* Middle of a box. */
double pc_oval_station_x(const pc_oval *oval, const pc_cycle *cycle, int i);
double pc_oval_station_y(const pc_oval *oval, const pc_cycle *cycle, int i);

/* The ring that fills a room of so many em; false: none fits in. */
bool pc_oval_fit(pc_oval *oval, const pc_cycle *cycle, double width, double height);
pc_figure_need pc_cycle_measure(const pc_cycle *cycle, pc_um width, const pc_figure_type *type);

/* Distance of two boxes, by what is free between them on both axes. */
double pc_cycle_gap(double dx, double dy);

/* Whether something holds at a place; of: what it is about. */
typedef bool (*pc_holds_func)(const void *of, double at);
/* The border, as near as fine, between a place where it does not hold yet and one where it does. */
double pc_border_find(pc_holds_func holds, const void *of, const double range[2], double fine);

#endif

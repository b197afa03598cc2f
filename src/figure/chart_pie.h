/* chart_pie.h - where the slices of a pie or a ring lie, and their labels.  Layer: figure. */
#ifndef PC_FIGURE_CHART_PIE_H
#define PC_FIGURE_CHART_PIE_H

#include "figure/chart_set.h"
#include "figure/chart_wedge.h"

/* From a name to the number below it, em. */
#define PC_PIE_VALUE_GAP_EM 0.25
/* Radius of a ring's hole, of the ring's. */
#define PC_PIE_HOLE 0.45
/* Leaders keep off the circle by so much, and all of them take so much more, em. */
#define PC_PIE_LEADER_EM 0.4
#define PC_PIE_LEADERS_EM 0.7

/* Name and number of a slice as one block. */
typedef struct pc_pie_block {
  double name_width;
  double width, height;
} pc_pie_block;

typedef struct pc_slice {
  double from, sweep;
  bool is_right, is_outside;
  pc_pie_block stack, row; /* the number below the name; beside it */
  pc_pie_block tight;      /* below a name of three lines */
  pc_em_box box;
} pc_slice;

typedef struct pc_pie {
  const pc_chart_set *set;
  double width, height;
  bool in_rows[2];            /* labels outside: on the left, on the right */
  double radius, left, right; /* columns on both sides; 0: none */
  pc_em_point center;
  double away; /* of labels from where they should be */
  pc_slice slices[PC_CHART_MAX_CATEGORIES];
} pc_pie;

static inline int pc_pie_count(const pc_pie *p) {
  return p->set->data->n_categories;
}

/* Names stand at the slices unless a list tells them. */
static inline bool pc_pie_has_names(const pc_chart_set *set) {
  return set->data->legend != PC_LEGEND_ON;
}

/* Widths of a slice's name and number on one line; 0: it has none. */
static inline double pc_pie_name(const pc_chart_set *set, int index) {
  return pc_pie_has_names(set) ? set->categories[index]->full_em : 0;
}

static inline double pc_pie_value(const pc_chart_set *set, int index) {
  return set->data->shows_values ? set->values[index]->full_em : 0;
}

/* The gap between the two, where there are two. */
static inline double pc_pie_joint(const pc_chart_set *set, int index, double gap) {
  return pc_pie_name(set, index) > 0 && pc_pie_value(set, index) > 0 ? gap : 0;
}

pc_pie pc_pie_plan(const pc_chart_set *set, pc_em_box room);
pc_wedge pc_pie_wedge(const pc_pie *p, const pc_slice *s);
/* Slices of a side whose labels stand outside, from the top; how many. */
int pc_pie_list(const pc_pie *p, bool is_right, int order[PC_CHART_MAX_CATEGORIES]);

void pc_pie_draw(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room);

#endif

/* chart_columns.h - upright bars while they are drawn: alone, in groups, or in stacks.
 * Layer: figure. */
#ifndef PC_FIGURE_CHART_COLUMNS_H
#define PC_FIGURE_CHART_COLUMNS_H

#include "figure/chart_set.h"

/* Room for a number above a bar, for half of the scale's topmost one, and beside a stack, em. */
#define PC_COLUMN_TOP_EM 1.3
#define PC_COLUMN_BARE_TOP_EM 0.6
#define PC_BESIDE_EM 0.3

/* Where everything stands in a width. */
typedef struct pc_columns {
  double x, pitch, bar, right; /* of the first category's room; right of the last */
  bool has_values;             /* of all bars, in place of a scale */
  double label_height;
} pc_columns;

typedef struct pc_column_plot {
  const pc_chart_set *set;
  const pc_canvas *canvas;
  pc_columns it;
  pc_em_box box; /* of the scale */
  double low, high;
  bool has_names; /* beside the last stack */
} pc_column_plot;

static inline bool pc_chart_is_stacked(const pc_chart_set *set) {
  return set->data->type == PC_CHART_STACKED;
}

static inline double pc_column_top(const pc_chart_set *set) {
  return set->data->shows_values ? PC_COLUMN_TOP_EM : PC_COLUMN_BARE_TOP_EM;
}

static inline double pc_column_y(const pc_column_plot *p, double value) {
  return p->box.y + p->box.h * (p->high - value) / (p->high - p->low);
}

/* The left of a bar, or of a stack. */
double pc_column_x(const pc_column_plot *p, int series, int category);
/* A number over or below the end of a bar. */
void pc_column_draw_value(const pc_column_plot *p, const pc_label *label, pc_em_point at,
                          bool is_above);

/* Whether all numbers of the stacks, and of their parts, have room. */
bool pc_stack_fits(const pc_chart_set *set, const pc_columns *it);
bool pc_stack_holds(const pc_column_plot *p);
void pc_stack_draw(const pc_column_plot *p, int category);
/* Names of the parts, at the last stack. */
void pc_stack_draw_names(const pc_column_plot *p);

#endif

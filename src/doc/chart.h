/* chart.h - numbers to be drawn, as their author means them.  Layer: doc. */
#ifndef PC_DOC_CHART_H
#define PC_DOC_CHART_H

#include <stdbool.h>

#include "doc/rich.h"

/* With more the labels would be too small, and fills could not be told apart. */
#define PC_CHART_MAX_CATEGORIES 30
#define PC_CHART_MAX_SERIES 6

typedef enum pc_chart_type {
  PC_CHART_BAR,
  PC_CHART_HBAR,
  PC_CHART_STACKED,
  PC_CHART_PIE,
  PC_CHART_DONUT,
  PC_CHART_LINE,
  PC_N_CHART_TYPES,
} pc_chart_type;

/* auto: where names cannot stand at what they name. */
typedef enum pc_chart_legend {
  PC_LEGEND_AUTO,
  PC_LEGEND_ON,
  PC_LEGEND_OFF,
} pc_chart_legend;

typedef struct pc_chart {
  pc_chart_type type;
  int n_categories, n_series;       /* at least 1 */
  const pc_rich *const *categories; /* n_categories; NULL: without label */
  const pc_rich *const *series;     /* n_series; NULL: without name */
  const double *values;             /* one series after the other; NAN: a gap */
  int decimals;                     /* most digits after a point, as they were written */
  int least_decimals;               /* so many have all; one at least where any number has some */
  const pc_rich *title;             /* NULL: none */
  const char *unit;                 /* "人", "%"; NULL: none */
  pc_chart_legend legend;
  bool shows_values;
} pc_chart;

static inline double pc_chart_value(const pc_chart *chart, int series, int category) {
  return chart->values[series * chart->n_categories + category];
}

/* The words of `type`, NULL-terminated, in the order of the enum. */
extern const char *const pc_chart_type_words[];

#endif

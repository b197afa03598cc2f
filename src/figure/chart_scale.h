/* chart_scale.h - the numbers beside a chart, and numbers as they are printed.  Layer: figure. */
#ifndef PC_FIGURE_CHART_SCALE_H
#define PC_FIGURE_CHART_SCALE_H

#include <stdbool.h>

#define PC_SCALE_MAX_TICKS 8

/* low + step * i for i in 0..n-1; low <= all values <= high, low < high. */
typedef struct pc_scale {
  double low, high, step;
  int n, decimals;
} pc_scale;

/* Steps of 1, 2 or 5 times a power of ten.  from_zero: 0 is on it. */
pc_scale pc_scale_make(double least, double most, bool from_zero);

/* The fewest decimals, but no fewer than least, that print all that most decimals would. */
int pc_number_decimals(double value, int least, int most);

/* "1,234.50", "−3"; unit follows where it is not NULL.  The caller frees it. */
char *pc_number_format(double value, int decimals, const char *unit);

#endif

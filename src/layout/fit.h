/* fit.h - the largest size at which all is well.  Layer: layout. */
#ifndef PC_LAYOUT_FIT_H
#define PC_LAYOUT_FIT_H

#include <stdbool.h>

/* Sizes of type lie on this grid. */
#define PC_FIT_STEP_PT 0.25

typedef bool (*pc_fits_func)(double size_pt, void *user);

/* Multiples of the step from least to most (least itself where there is none between). */
typedef struct pc_fit_range {
  double least_pt;
  int count; /* >= 1 */
} pc_fit_range;

pc_fit_range pc_fit_range_make(double least_pt, double most_pt);
double pc_fit_range_size(const pc_fit_range *range, int index);

/* Index of the largest size that fits, or -1.  Halves the range, then tries a few sizes above what
 * it found: best lines are not always lower at a smaller size. */
int pc_fit_search(const pc_fit_range *range, pc_fits_func fits, void *user);

#endif

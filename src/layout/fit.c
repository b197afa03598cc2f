/* fit.c - the largest size at which all is well.  Layer: layout. */
#include "layout/fit.h"

#include <glib.h>
#include <math.h>

/* Sizes tried above the one that halving found. */
static const int further = 3;

pc_fit_range pc_fit_range_make(double least_pt, double most_pt) {
  double first = ceil(least_pt / PC_FIT_STEP_PT - 1e-9);
  double last = floor(most_pt / PC_FIT_STEP_PT + 1e-9);
  if (last < first)
    return (pc_fit_range){least_pt, 1};
  return (pc_fit_range){first * PC_FIT_STEP_PT, (int)MIN(last - first, 100000) + 1};
}

double pc_fit_range_size(const pc_fit_range *range, int index) {
  return range->least_pt + index * PC_FIT_STEP_PT;
}

int pc_fit_search(const pc_fit_range *range, pc_fits_func fits, void *user) {
  int low = -1;
  int high = range->count;
  while (high - low > 1) {
    int middle = low + (high - low) / 2;
    if (fits(pc_fit_range_size(range, middle), user))
      low = middle;
    else
      high = middle;
  }
  int best = low;
  for (int i = low + 2; i <= low + further && i < range->count; i++) {
    if (fits(pc_fit_range_size(range, i), user))
      best = i;
  }
  return best;
}

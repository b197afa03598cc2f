/* chart_spread.c - the least that labels must move, all together.  Layer: figure.
 *
 * Without what stands above each, the tops have only to be in order: neighbours that are not are
 * pooled at their mean (isotonic regression), which keeps the sum of squares least.
 */
#include "figure/chart_spread.h"

#include <glib.h>

typedef struct pool {
  double sum;
  int n;
} pool;

static double mean(const pool *p) {
  return p->sum / p->n;
}

void pc_spread_place(pc_spread *spread, double gap, double low, double high) {
  pool pools[PC_SPREAD_MAX];
  int n_pools = 0;
  double above = 0;
  for (int i = 0; i < spread->n; i++) {
    pools[n_pools++] = (pool){spread->tops[i] - above, 1};
    while (n_pools > 1 && mean(&pools[n_pools - 2]) > mean(&pools[n_pools - 1])) {
      n_pools--;
      pools[n_pools - 1].sum += pools[n_pools].sum;
      pools[n_pools - 1].n += pools[n_pools].n;
    }
    above += spread->heights[i] + gap;
  }
  const double last = MAX(low, high - above + gap);
  double from = 0;
  for (int k = 0, i = 0; k < n_pools; k++) {
    const double top = CLAMP(mean(&pools[k]), low, last);
    for (int end = i + pools[k].n; i < end; i++) {
      spread->tops[i] = top + from;
      from += spread->heights[i] + gap;
    }
  }
}

/* chart_spread.h - labels of one column moved apart.  Layer: figure. */
#ifndef PC_FIGURE_CHART_SPREAD_H
#define PC_FIGURE_CHART_SPREAD_H

#define PC_SPREAD_MAX 32

/* n labels from the top: in tops where they would stand, and then where they stand, gap apart, as
 * near to it as can be, from low down to high.  Where even that is too little for all of them, they
 * begin at low. */
typedef struct pc_spread {
  int n; /* PC_SPREAD_MAX at the most */
  double tops[PC_SPREAD_MAX], heights[PC_SPREAD_MAX];
} pc_spread;

void pc_spread_place(pc_spread *spread, double gap, double low, double high);

#endif

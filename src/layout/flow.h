/* flow.h - lines of several pieces into columns of the same height.  Layer: layout.
 *
 * No piece leaves a single line behind: two at least stand together at either end of a column.
 */
#ifndef PC_LAYOUT_FLOW_H
#define PC_LAYOUT_FLOW_H

#include "layout/panel.h"

/* One piece in a run; gap: before it, where it does not begin a column. */
typedef struct pc_flow_item {
  const pc_measure *measure;
  pc_um gap;
  bool keep; /* stays with the piece after it */
} pc_flow_item;

/* The least height at which the run fits into so many columns; slots may be NULL, else one for each
 * line, y from the top of the columns. */
pc_um pc_flow_balance(const pc_flow_item *items, int n, int columns, pc_slot *slots);

#endif

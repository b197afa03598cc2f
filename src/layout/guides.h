/* guides.h - lines that lead from each numbered panel to the next.  Layer: layout.
 *
 * A guide leaves a panel, runs in the middle of gaps, bends at right angles, and ends in front of
 * the next panel's number.  It never crosses a panel, empty cells aside it stays off everything
 * that is not a gap.
 */
#ifndef PC_LAYOUT_GUIDES_H
#define PC_LAYOUT_GUIDES_H

#include "layout/board.h"

/* Once the panels are placed. */
void pc_guides_place(pc_layout *layout, const pc_board *board);

#endif

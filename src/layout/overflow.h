/* overflow.h - what does not fit, by how much, and what would help.  Layer: layout. */
#ifndef PC_LAYOUT_OVERFLOW_H
#define PC_LAYOUT_OVERFLOW_H

#include "layout/board.h"

/* Sets overflow and overflow_by of a placed panel. */
void pc_overflow_mark(pc_panel *panel, const pc_setting *setting);

/* One error for each marked panel, one for each word that is too wide, and a last one that names
 * the size at which all would fit. */
void pc_overflow_report(const pc_layout *layout, pc_board *board, pc_diags *diags);

#endif

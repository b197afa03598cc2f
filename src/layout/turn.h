/* turn.h - panels whose lines run downwards: set as if they ran across, then turned.
 * Layer: layout.
 */
#ifndef PC_LAYOUT_TURN_H
#define PC_LAYOUT_TURN_H

#include "layout/panel.h"

/* A piece that stands upright in a turned panel: no wider than it must be to be as low as the
 * panel's lines are long.  Its width is the height that the turned setting sees. */
pc_measure pc_turn_measure(const pc_setting *setting, const pc_piece *piece);

/* How much of a width it can use: beyond that it gets no lower. */
pc_um pc_turn_widen(const pc_setting *setting, const pc_piece *piece, pc_um width);

/* Everything in a placed panel onto its rectangle; what stands upright is placed now. */
void pc_turn_panel(pc_panel *panel, const pc_setting *setting, pc_rect onto);

#endif

/* badge.h - the number of a panel.  Layer: layout. */
#ifndef PC_LAYOUT_BADGE_H
#define PC_LAYOUT_BADGE_H

#include "layout/panel.h"

/* In front of the heading, level with its first line; in the panel's corner without one.
 * panel->inner is set. */
void pc_badge_place(pc_panel *panel, const pc_setting *setting);

#endif

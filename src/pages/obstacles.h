/* obstacles.h - what on a poster should not be cut.  Layer: pages (uses layout). */
#ifndef PC_PAGES_OBSTACLES_H
#define PC_PAGES_OBSTACLES_H

#include "layout/layout.h"
#include "pages/cuts.h"

/* Panels, lines of text, pictures: pc_obstacle.  The caller unrefs it. */
GArray *pc_obstacles_list(const pc_layout *layout);

#endif

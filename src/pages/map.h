/* map.h - the first page: the whole poster small, and what to do.  Layer: pages. */
#ifndef PC_PAGES_MAP_H
#define PC_PAGES_MAP_H

#include "pages/scribe.h"

/* Begins the page and writes its texts.  steps: NULL-terminated; summary: at the foot.  The place
 * of the poster on it. */
pc_rect pc_map_begin(pc_scribe *scribe, pc_size paper, const char *heading,
                     const char *const *steps, const char *summary);

/* A part of the poster on the map. */
pc_rect pc_map_part(const pc_scribe *scribe, pc_rect map, pc_rect part);

/* The height that the names of all parts can have, and the name of one in its middle: smaller
 * where that part is. */
pc_um pc_map_badge(const pc_rect *parts, int n);
void pc_map_write(pc_scribe *scribe, const char *name, pc_rect part, pc_um height);

#endif

/* slug.h - the texts below a sheet with marks.  Layer: paint. */
#ifndef PC_PAINT_SLUG_H
#define PC_PAINT_SLUG_H

#include "display/display.h"
#include "layout/layout.h"

/* What comes until the slug stays off it: begins a clip to the bleed. */
void pc_paint_slug_clip(pc_display *display, const pc_layout *layout);

/* Ends that clip; artifacts in black. */
void pc_paint_slug(pc_display *display, const pc_layout *layout);

#endif

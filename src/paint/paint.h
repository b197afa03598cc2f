/* paint.h - the finished layout to drawing commands, in reading order, with tags.  Layer: paint. */
#ifndef PC_PAINT_PAINT_H
#define PC_PAINT_PAINT_H

#include "display/display.h"
#include "layout/layout.h"

/* The layout must outlive the display. */
pc_display *pc_paint_layout(const pc_layout *layout);

#endif

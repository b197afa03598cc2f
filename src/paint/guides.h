/* guides.h - lines from panel to panel, in the gaps.  Layer: paint.
 *
 * The caller opens one artifact around them: the numbers say the same to those who listen.
 */
#ifndef PC_PAINT_GUIDES_H
#define PC_PAINT_GUIDES_H

#include "display/display.h"
#include "layout/layout.h"

void pc_paint_guides(pc_display *display, const pc_layout *layout);

#endif

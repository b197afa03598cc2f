/* pngsound.h - a quick look at a PNG that is well.  Layer: figure. */
#ifndef PC_FIGURE_PNGSOUND_H
#define PC_FIGURE_PNGSOUND_H

#include <stdbool.h>

#include "figure/codec.h"

/* true: every chunk's CRC is right, and its data are exactly the rows that IHDR promises.  false:
 * it is not, or it is interlaced or large, and libpng has to say. */
bool pc_png_is_plainly_sound(GBytes *file, const pc_picture_head *head);

#endif

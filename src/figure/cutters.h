/* cutters.h - the part of a picture's file as a file of its own.  Layer: figure. */
#ifndef PC_FIGURE_CUTTERS_H
#define PC_FIGURE_CUTTERS_H

#include "figure/codec.h"

/* Stored pixels. */
typedef struct pc_pixels {
  int x, y, w, h;
} pc_pixels;

/* Compressed data is copied, not made again; *part grows to the left and upwards to whole blocks.
 * NULL: not enough memory. */
GBytes *pc_jpeg_cut(GBytes *file, pc_pixels *part);

/* Decoded rows as a PNG without loss; NULL: could not be decoded. */
GBytes *pc_rows_cut(const pc_codec *codec, GBytes *file, const pc_picture_head *head,
                    const pc_pixels *part);

#endif

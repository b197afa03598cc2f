/* chunks.h - a PNG file as its chunks, without decoding it (PNG 1.2, section 3).  Layer: figure.
 *
 * An 8-bit picture's compressed data is what a PDF's /FlateDecode with PNG predictors holds, so it
 * can be copied.  The files were found sound before.
 */
#ifndef PC_FIGURE_CHUNKS_H
#define PC_FIGURE_CHUNKS_H

#include <glib.h>
#include <stdbool.h>

/* Orientation in the eXIf chunk, 1 without. */
int pc_png_find_orientation(GBytes *file);

/* The picture alone: no text, time, place or profile. */
GBytes *pc_png_strip(GBytes *file);

/* Whether a PDF can hold the compressed data as it is: no transparency, not interlaced, at most 8
 * bits. */
bool pc_png_can_copy(GBytes *file);
/* All compressed data, and the PDF dictionary that goes with it: ColorSpace, BitsPerComponent,
 * DecodeParms.  The caller frees both. */
GBytes *pc_png_join_data(GBytes *file);
char *pc_png_format_dict(GBytes *file);

#endif

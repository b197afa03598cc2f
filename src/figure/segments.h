/* segments.h - a JPEG file as its marker segments.  Layer: figure. */
#ifndef PC_FIGURE_SEGMENTS_H
#define PC_FIGURE_SEGMENTS_H

#include <glib.h>
#include <stdbool.h>

/* The same picture without what a camera or a person wrote into it: EXIF, XMP, IPTC, comments,
 * previews, the colour profile, and all that follows the end of the image.  Compressed data and
 * what decodes it (JFIF, Adobe's transform) stay bit for bit.  *scans receives how many passes
 * there are.  NULL: cut off, or no well-formed JPEG. */
GBytes *pc_jpeg_strip(GBytes *file, int *scans);

#endif

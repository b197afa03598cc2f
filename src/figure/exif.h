/* exif.h - which way up a photograph is.  Layer: figure. */
#ifndef PC_FIGURE_EXIF_H
#define PC_FIGURE_EXIF_H

#include <stddef.h>
#include <stdint.h>

/* Orientation 1..8 out of a TIFF header with its first directory, as in PNG's eXIf chunk and after
 * "Exif\0\0" in JPEG's APP1; 1 where there is none. */
int pc_exif_orientation(const uint8_t *tiff, size_t length);

#endif

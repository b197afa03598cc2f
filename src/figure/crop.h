/* crop.h - takes what is cut off a picture out of its data.  Layer: figure.
 *
 * What an author cuts off, a face perhaps, must not be found in the PDF.  A JPEG is cut without
 * loss at its blocks, so up to 15 pixels beyond the cut remain; other pictures to the pixel.
 */
#ifndef PC_FIGURE_CROP_H
#define PC_FIGURE_CROP_H

#include "figure/image.h"

/* Part of a picture as it is seen, of its width and height. */
typedef struct pc_part {
  double x, y, w, h;
} pc_part;

/* Takes the image and returns what is left of it; *part becomes the same part of that.  Drawings
 * (SVG, PDF) stay whole.  NULL: reported at the place of file. */
pc_image *pc_image_crop(pc_image *image, pc_part *part, pc_string file, pc_diags *diags);

#endif

/* svg_image.h - a picture that an SVG holds as a data: address.  Layer: figure. */
#ifndef PC_FIGURE_SVG_IMAGE_H
#define PC_FIGURE_SVG_IMAGE_H

#include "figure/codec.h"

/* Decodes "data:image/png;base64,..." and checks it as a figure's file is checked: a sound PNG or
 * JPEG.  *pixels counts those of all pictures of the drawing.  false: problem. */
bool pc_svg_image_check(const char *url, double *pixels, pc_problem *problem);

#endif

/* pngcolor.h - what a PNG says of its colours: iCCP, sRGB, gAMA and cHRM.  Layer: figure. */
#ifndef PC_FIGURE_PNGCOLOR_H
#define PC_FIGURE_PNGCOLOR_H

#include "figure/codec.h"

/* As read_profile of pc_codec. */
bool pc_png_read_profile(GBytes *file, const pc_picture_head *head, GBytes **icc,
                         pc_problem *problem);

#endif

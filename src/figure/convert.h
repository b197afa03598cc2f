/* convert.h - decoded rows of any colours as RGBA of sRGB, 8 bits.  Layer: figure. */
#ifndef PC_FIGURE_CONVERT_H
#define PC_FIGURE_CONVERT_H

#include "figure/codec.h"

typedef struct pc_converter pc_converter;

/* What a row consists of. */
typedef struct pc_row_form {
  int width;
  int channels;     /* of colour: 1, 3, 4 */
  int samples;      /* a pixel: the channels, or 4 for grey and RGB as RGBA */
  int depth;        /* 8, 16 (the high byte first) */
  bool is_inverted; /* CMYK: 255 is no ink */
} pc_row_form;

/* profile: NULL for sRGB, its grey, any CMYK. */
pc_converter *pc_converter_new(GBytes *profile, const pc_row_form *form);
void pc_converter_free(pc_converter *converter);

/* The row, or the converter's own copy of it until the next one. */
const guint8 *pc_converter_run(pc_converter *converter, const guint8 *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_converter, pc_converter_free)

#endif

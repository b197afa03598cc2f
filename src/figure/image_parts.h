/* image_parts.h - what a picture consists of, for the files that draw and embed it.  Layer: figure.
 */
#ifndef PC_FIGURE_IMAGE_PARTS_H
#define PC_FIGURE_IMAGE_PARTS_H

#include "figure/codec.h"
#include "figure/vector.h"

struct pc_image {
  char *file;
  const pc_codec *codec;
  pc_picture_head head;
  GBytes *bytes;                 /* what check left of the file */
  GBytes *profile;               /* ICC; NULL: sRGB, its grey, any CMYK */
  char *id;                      /* of bytes and profile: the same picture is embedded once */
  const pc_vector_codec *vector; /* of a drawing, which has neither codec nor bytes */
  void *drawing;
};

/* The same pixels in other colours are another picture.  The caller's. */
char *pc_image_make_id(GBytes *bytes, GBytes *profile);

#endif

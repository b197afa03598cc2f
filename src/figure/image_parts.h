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
  pc_place at;                   /* of its name */
  GBytes *bytes;                 /* what check left of the file; before it, the file */
  GBytes *parcel;                /* the data for a PDF, in one memory with bytes; NULL: made then */
  struct pc_checks *checks;      /* that are to find out is_sound; NULL: none */
  bool is_sound;                 /* checked, and well */
  pc_problem problem;            /* what the check found */
  GBytes *profile;               /* ICC; NULL: sRGB, its grey, any CMYK */
  char *id;                      /* the same picture is embedded once */
  char *sum;                     /* of bytes and profile; NULL before the check */
  const pc_vector_codec *vector; /* of a drawing, which has neither codec nor bytes */
  void *drawing;
};

/* The same pixels in other colours are another picture.  The caller's. */
char *pc_image_make_sum(GBytes *bytes, GBytes *profile);

/* From the check on a picture is packed where it can be: then no PDF needs a copy of its data. */
void pc_image_keep(pc_image *image, GBytes *bytes);

/* Once all checks are done: whether its pixels can be used. */
bool pc_image_wait(const pc_image *image);
void pc_image_report_problem(const pc_image *image, pc_place at, pc_diags *diags);

#endif

/* vector.h - what image.c asks of a kind of file that is not made of pixels.  Layer: figure. */
#ifndef PC_FIGURE_VECTOR_H
#define PC_FIGURE_VECTOR_H

#include "figure/image.h"

/* A drawing's own size; only the proportions count. */
typedef struct pc_vector_size {
  double width, height;
} pc_vector_size;

typedef struct pc_vector_codec {
  /* Reads and checks the whole file.  NULL: reported. */
  void *(*open)(GBytes *file, const pc_image_request *request, pc_vector_size *size,
                pc_diags *diags);
  void (*close)(void *drawing);
  /* Into cr's unit square, y downwards.  false: report_failure knows why. */
  bool (*paint)(const void *drawing, cairo_t *cr);
  void (*report_failure)(const void *drawing, const char *file, pc_place at, pc_diags *diags);
  /* The page for a PDF (pc_image_page); NULL: it is painted everywhere. */
  GBytes *(*get_page)(const void *drawing);
} pc_vector_codec;

extern const pc_vector_codec pc_vector_svg;
extern const pc_vector_codec pc_vector_pdf;

#endif

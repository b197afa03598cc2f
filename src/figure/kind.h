/* kind.h - what a file is, by its first bytes and not by its name.  Layer: figure. */
#ifndef PC_FIGURE_KIND_H
#define PC_FIGURE_KIND_H

#include "figure/codec.h"

typedef struct pc_kind_info {
  const char *name;      /* "a WebP picture" */
  const pc_codec *codec; /* NULL: a drawing, or not printed */
  const struct pc_vector_codec *vector;
} pc_kind_info;

/* NULL: nothing known. */
const pc_kind_info *pc_picture_kind_find(const void *bytes, size_t length);

#endif

/* figure.h - pictures, and the frames of figures that posterc draws itself.  Layer: doc. */
#ifndef PC_DOC_FIGURE_H
#define PC_DOC_FIGURE_H

#include "doc/rich.h"
#include "schema/schema.h"

typedef enum pc_figure_fit {
  PC_FIGURE_CONTAIN, /* all of it is seen */
  PC_FIGURE_COVER,   /* its room is full, what is over is cut */
} pc_figure_fit;

/* On paper, whichever way the lines run. */
typedef enum pc_figure_place {
  PC_FIGURE_AUTO, /* where it is written */
  PC_FIGURE_ABOVE,
  PC_FIGURE_BELOW,
  PC_FIGURE_LEFT,
  PC_FIGURE_RIGHT,
  PC_FIGURE_FILL, /* to the edges of the panel, below its heading */
} pc_figure_place;

/* `place` as written. */
typedef struct pc_place_keys {
  pc_figure_place value;
  const pc_node *node; /* NULL: not written */
} pc_place_keys;

/* What is cut off each side, of the picture's own width and height, 0..1. */
typedef struct pc_crop {
  double left, top, right, bottom;
} pc_crop;

/* A picture's file, or the frame of a figure that posterc draws itself. */
typedef struct pc_figure {
  pc_string file; /* text NULL: drawn, or several pictures */
  int page;       /* of a PDF, from 1 */
  const pc_rich *caption;
  const pc_rich *credit; /* source:, without the word 出典 */
  pc_string alt;
  pc_length width, height; /* auto: the room there is */
  pc_figure_place place;
  pc_place place_at; /* where `place` is written */
  pc_figure_fit fit; /* pictures */
  pc_crop crop;      /* pictures */
  pc_place at;
} pc_figure;

#define PC_FIGURES_MOST 12

/* Pictures side by side. */
typedef struct pc_figures {
  int n; /* 1..PC_FIGURES_MOST */
  const pc_figure *const *items;
} pc_figures;

typedef struct pc_logo {
  pc_string file, alt;
} pc_logo;

/* A picture that the poster names; page: of a PDF. */
typedef struct pc_named_picture {
  pc_string file;
  int page;
} pc_named_picture;

#endif

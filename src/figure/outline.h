/* outline.h - the shapes of a diagram's nodes: how much larger than their texts, and their lines.
 * Layer: figure. */
#ifndef PC_FIGURE_OUTLINE_H
#define PC_FIGURE_OUTLINE_H

#include "doc/diagram.h"
#include "figure/plane.h"

/* Size of a node around texts of that size, em. */
pc_vec pc_outline_measure(pc_shape shape, pc_vec text);
/* The middle of its texts. */
pc_vec pc_outline_text_middle(pc_shape shape, pc_tile tile);

/* Its closed outline.  The caller clears it. */
pc_curve pc_outline_make(pc_shape shape, pc_tile tile);
/* Lines within it: a cylinder's rim, a note's fold; n 0: none. */
pc_curve pc_outline_make_inner(pc_shape shape, pc_tile tile);
/* What is filled with the line's colour, beside texts of that width: a person's head (0) and
 * shoulders (1); n 0: no such part. */
pc_curve pc_outline_make_solid(pc_shape shape, pc_tile tile, double width, int part);

#endif

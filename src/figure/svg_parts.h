/* svg_parts.h - what becomes of the elements and properties of SVG.  Layer: figure.
 *
 * Tables of what librsvg 2.54 leaves out or passes over, so that its silence is not ours.
 */
#ifndef PC_FIGURE_SVG_PARTS_H
#define PC_FIGURE_SVG_PARTS_H

#include <stdbool.h>

typedef enum pc_svg_fate {
  PC_SVG_DRAWN,
  PC_SVG_UNSEEN, /* is not meant to be seen, nor what stands in it */
  PC_SVG_IDLE,   /* has no effect on paper */
  PC_SVG_LOST,   /* would be missing on paper */
} pc_svg_fate;

typedef struct pc_svg_part {
  const char *name;
  pc_svg_fate fate;
  const char *what, *hint; /* of what is idle or lost */
} pc_svg_part;

/* By its name without prefix, in the element that it stands in; NULL at the root. */
const pc_svg_part *pc_svg_part_find(const char *element, const char *parent);

/* An attribute or a declaration that librsvg passes over, or NULL.  element NULL: of a style
 * sheet. */
const pc_svg_part *pc_svg_property_find(const char *element, const char *name, const char *value);

/* A value that librsvg does not understand: var(), calc(), colours of later than CSS 3. */
bool pc_svg_value_is_later(const char *value);

#endif

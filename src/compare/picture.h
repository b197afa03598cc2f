/* picture.h - a page's pixels with what changed on it marked.  Layer: compare. */
#ifndef PC_COMPARE_PICTURE_H
#define PC_COMPARE_PICTURE_H

#include <cairo.h>

#include "compare/changes.h"

/* What kind of change a mark stands for, by its colour. */
typedef enum pc_mark_family {
  PC_MARK_WORDS,
  PC_MARK_MOVED,
  PC_MARK_LOOK,
  PC_MARK_ALONE, /* new or gone */
  PC_N_MARK_FAMILIES,
} pc_mark_family;

pc_mark_family pc_change_family(pc_change_kind kind);
/* Whether only the outline is marked: inside all may be as it was, or all is new. */
bool pc_change_is_frame(pc_change_kind kind);
/* "#rrggbb"; they are told apart by those who do not see red or green, too. */
const char *pc_family_color(pc_mark_family family);

/* Room between a mark's frame and what it stands round. */
pc_rect pc_mark_frame(pc_rect mark, double dots);

/* One page of one side. */
typedef struct pc_page_picture {
  const pc_comparison *comparison;
  const pc_pixmap *raster;
  int page;
  bool is_after;
  bool is_dimmed; /* but for what changed */
} pc_page_picture;

/* The raster's pixels at the origin, one unit a pixel. */
void pc_page_picture_paint(cairo_t *cr, const pc_page_picture *picture);

/* The marks of a change on that side of that page, or NULL. */
const GArray *pc_change_marks(const pc_change *change, int page, bool is_after);
/* Whether anything on that page, of either side, is marked. */
bool pc_page_has_marks(const pc_comparison *comparison, int page);

/* PNG; NULL: the system has no memory for it. */
GBytes *pc_surface_write(cairo_surface_t *surface);
/* The bare page. */
GBytes *pc_pixmap_write(const pc_pixmap *raster);

#endif

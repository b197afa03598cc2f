/* cuts.h - where a poster is cut along one axis.  Layer: pages (uses base).
 *
 * Pure arithmetic.  The fewest pages first; then the fewest panels cut, then the fewest lines of
 * text; then cuts in the middle of gaps, and pages of equal size.
 */
#ifndef PC_PAGES_CUTS_H
#define PC_PAGES_CUTS_H

#include <glib.h>

#include "base/geom.h"

/* What a page takes along an axis. */
typedef struct pc_span_rule {
  pc_um page;    /* printable */
  pc_um overlap; /* printed a second time behind each cut */
} pc_span_rule;

/* What should not be cut: a panel, or a line of text or a picture. */
typedef struct pc_obstacle {
  pc_rect rect;
  bool is_panel;
} pc_obstacle;

/* The cuts between n_pages pages: n_pages - 1 places, rising. */
typedef struct pc_cuts {
  int n_pages;
  pc_um *at;
  int n_panels, n_lines; /* that are cut, counted at each cut */
} pc_cuts;

/* Pages that a length needs at least. */
int pc_cuts_count(pc_um length, pc_span_rule rule);

/* A page must be at least so long, and three times the overlap. */
#define PC_PAGE_LEAST 30000

/* obstacles: pc_obstacle, of both axes. */
pc_cuts pc_cuts_find(pc_um length, pc_span_rule rule, const GArray *obstacles, pc_axis axis);
void pc_cuts_clear(pc_cuts *cuts);

/* What is seen of page index once all is glued. */
pc_extent pc_cuts_extent(const pc_cuts *cuts, pc_um length, int index);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(pc_cuts, pc_cuts_clear)

#endif

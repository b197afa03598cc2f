/* pages.h - a poster on several small pages, for printers at home and at school.
 * Layer: pages (uses paint and all before).
 *
 * A page shows one part of the poster, at true size or smaller, and labels of its own over it.  The
 * layout and the measurer must outlive it.  Micrometres from the paper's top left.
 */
#ifndef PC_PAGES_PAGES_H
#define PC_PAGES_PAGES_H

#include "display/display.h"
#include "layout/layout.h"

/* Nothing is printed nearer to the edge of the paper than half of this: most printers cannot. */
#define PC_LEAF_MARGIN 10000
/* Wider strips waste paper. */
#define PC_OVERLAP_MOST_MM 40

typedef struct pc_leaf {
  pc_size paper;
  pc_rect from;       /* part of the poster */
  pc_rect to;         /* where on the paper, of the same shape */
  pc_display *labels; /* over it; trim is the paper */
} pc_leaf;

typedef struct pc_pages {
  GArray *leaves;                        /* pc_leaf, in the order of printing */
  GPtrArray *texts, *paragraphs, *boxes; /* of the labels */
} pc_pages;

/* Upright.  false: unknown, which was reported. */
bool pc_pages_find_paper(const char *name, pc_size *paper, pc_diags *diags);

/* A map of what goes where, the header, a page for each slide in the order of the numbers, the
 * footer.  paper: portrait; a page lies down where more of it is used. */
pc_pages *pc_pages_new_sheets(const pc_layout *layout, pc_measurer *measurer, pc_size paper);

/* A map of the tiles, then the tiles row by row.  overlap_mm: 0 to PC_OVERLAP_MOST_MM.  NULL: not
 * possible, which was reported. */
pc_pages *pc_pages_new_tiles(const pc_layout *layout, pc_measurer *measurer, pc_size paper,
                             double overlap_mm, pc_diags *diags);

void pc_pages_free(pc_pages *pages);

const pc_leaf *pc_pages_at(const pc_pages *pages, int index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_pages, pc_pages_free)

#endif

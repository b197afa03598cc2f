/* tiling.h - how a poster is cut into tiles.  Layer: pages. */
#ifndef PC_PAGES_TILING_H
#define PC_PAGES_TILING_H

#include "layout/layout.h"
#include "pages/cuts.h"
#include "pages/scribe.h"

typedef struct pc_tiling {
  pc_size paper; /* as it lies */
  pc_um overlap;
  pc_cuts columns, rows;
} pc_tiling;

/* What one page of it shows. */
typedef struct pc_tile {
  int column, row;
  pc_rect seen;    /* once all is glued, on the poster */
  pc_rect printed; /* with the strips to glue on, at its right and below */
  pc_rect to;      /* printed, on the paper */
} pc_tile;

/* The better of the two ways that the paper can lie: fewer pages, then less that is cut; upright
 * where they are equal.  paper is as large as pc_cuts_find wants it. */
pc_tiling pc_tiling_choose(const pc_layout *layout, pc_size paper, pc_um overlap);
void pc_tiling_clear(pc_tiling *tiling);

int pc_tiling_count(const pc_tiling *tiling);
/* Row by row. */
pc_tile pc_tiling_at(const pc_tiling *tiling, const pc_layout *layout, int index);
/* What can be printed of a side of the paper. */
pc_um pc_tiling_printable(pc_um side);

/* "B3": the third of the second column.  The caller frees it. */
char *pc_tile_format_name(int column, int row);
/* Its page. */
void pc_tile_append(pc_scribe *scribe, const pc_tiling *tiling, const pc_tile *tile);

#endif

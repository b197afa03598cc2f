/* board.h - all panels of a sheet together: rows, and the size that they share.  Layer: layout. */
#ifndef PC_LAYOUT_BOARD_H
#define PC_LAYOUT_BOARD_H

#include "layout/fit.h"
#include "layout/panel.h"

typedef struct pc_board {
  const pc_doc *doc;
  pc_rect area; /* of the grid */
  pc_um gap;
  int n;                /* panels */
  pc_content *contents; /* reading order */
  int n_columns, n_rows;
  pc_extent *columns, *rows;
  bool rows_given; /* equal heights, or tracks that the author wrote */
  bool lenient;    /* pictures ask for their least only, rows may be low */
} pc_board;

/* Columns, and rows where they are given.  false: reported, there is no room for the grid. */
bool pc_board_init(pc_board *board, const pc_doc *doc, pc_rect area, pc_diags *diags);
void pc_board_clear(pc_board *board);

/* Width of a panel; its rectangle once rows are known. */
pc_um pc_board_width(const pc_board *board, int index);
pc_rect pc_board_rect(const pc_board *board, int index);

/* All panels fit at that size. */
bool pc_board_fits(const pc_board *board, double size_pt);

/* The common size; the smallest where none fits.  Balanced rows get their heights. */
double pc_board_resolve(pc_board *board);

/* The largest size below the permitted ones at which all would fit; 0: none. */
double pc_board_find_rescue(pc_board *board);

/* Panels that do not fit at a size, n flags; in balanced rows those that fill the tallest rows. */
void pc_board_find_limiting(const pc_board *board, double size_pt, bool *flags);

/* The size of one panel's text in its rectangle: larger than the common one for statements, titles
 * and with `fit: panel`. */
pc_setting pc_board_set(const pc_board *board, int index, double common_pt);

/* Sizes that the theme permits. */
pc_fit_range pc_board_range(const pc_doc *doc);

#endif

/* table_grid.h - widths of a table's columns, heights of its rows.  Layer: layout.
 *
 * Widths are chosen so that the table is low: as many lines as its cells need, and not more.
 */
#ifndef PC_LAYOUT_TABLE_GRID_H
#define PC_LAYOUT_TABLE_GRID_H

#include "layout/panel.h"

/* Around a cell's text, em of the table's text. */
#define PC_CELL_PAD_X_EM 0.4
#define PC_CELL_PAD_Y_EM 0.35
/* From line to line. */
#define PC_CELL_LINE_EM 1.4

/* What a column asks for, em without padding. */
typedef struct pc_column_wish {
  double least;  /* what cannot be broken */
  double word;   /* what had better not be broken */
  double phrase; /* what is not broken where there is room */
  double full;   /* every cell on one line */
} pc_column_wish;

/* A table at a size: edges of columns and rows, from the table's corner. */
typedef struct pc_table_grid {
  const pc_table *table;
  const pc_piece *piece;
  int first_row; /* Markdown wants a header: an empty one is left out */
  double size_pt, caption_pt;
  pc_um pad_x, pad_y, width;
  bool keeps_words;       /* where the columns are shared by content */
  pc_column_wish *wishes; /* of the columns */
  pc_um *columns;         /* widths */
  pc_um *rows;            /* heights */
} pc_table_grid;

/* Too many cells to count their lines at every width. */
bool pc_table_is_large(const pc_table *table);

/* Its columns; the rows have no height yet. */
void pc_table_grid_init(pc_table_grid *grid, const pc_setting *setting, const pc_piece *piece);
void pc_table_grid_measure(pc_table_grid *grid);
void pc_table_grid_clear(pc_table_grid *grid);

/* Room of a cell, with its padding. */
pc_um pc_table_cell_width(const pc_table_grid *grid, int index);
pc_um pc_table_cell_height(const pc_table_grid *grid, int index);
/* What the text of a cell needs without its padding, readings included. */
pc_um pc_table_text_height(const pc_table_grid *grid, int index);
/* Room for readings over the first lines of a row, which share their baseline. */
pc_um pc_table_row_head(const pc_table_grid *grid, int row);

/* The cells of a shaped table as columns: table_widths.c. */
typedef struct pc_table_columns {
  int n_rows, n_columns, first_row;
  const pc_cell_piece *cells;
} pc_table_columns;

/* What each column asks for, cells over several columns included. */
void pc_table_wish(const pc_table_columns *columns, pc_column_wish *wishes);
/* Widths, em without padding, that together are no wider than room where the least widths permit:
 * at first every cell stands on one line; then the column gives way that costs the fewest lines. */
void pc_table_share(const pc_table_columns *columns, const pc_column_wish *wishes, double room,
                    double *widths);
/* The widths at which a cell takes one line less. */
void pc_table_find_steps(pc_cell_piece *cell);

#endif

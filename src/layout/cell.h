/* cell.h - a cell of a table, shaped.  Layer: layout (uses text). */
#ifndef PC_LAYOUT_CELL_H
#define PC_LAYOUT_CELL_H

#include "text/measurer.h"

/* Widths of a cell that are found exactly: on one line, on two, ... */
#define PC_CELL_STEPS 6

/* A table's cell, or a part of facts and quotes; text NULL: empty. */
typedef struct pc_cell_piece {
  pc_paragraph *text;
  double least_em, full_em; /* of its widest unbreakable part, and on one line */
  double word_em;           /* of what had better not be broken */
  double phrase_em;         /* of what a reader would not part, where there is room */
  int columns, rows;        /* table: that it covers; 0: it belongs to another cell */
  bool is_number;           /* table: its column holds numbers */
  double point_em;          /* from its left to where its decimal point stands; 0: none */
  int n_steps;
  double steps_em[PC_CELL_STEPS]; /* least widths for 1, 2, ... lines */
} pc_cell_piece;

#endif

/* table_join.h - cells that are joined with the one above or to the left.  Layer: doc. */
#ifndef PC_DOC_TABLE_JOIN_H
#define PC_DOC_TABLE_JOIN_H

#include "doc/block.h"

/* What joins with the cell above, and with the one to the left. */
#define PC_JOIN_ABOVE '^'
#define PC_JOIN_LEFT '<'

/* The signs of a table in reading order. */
typedef struct pc_join_grid {
  int n_rows, n_columns;
  int n_header;           /* rows of heads: never joined with those below */
  const char *signs;      /* a sign, or 0: a cell of its own */
  const pc_place *places; /* of the cells */
  const char *escape;     /* how such a sign is printed, for hints */
} pc_join_grid;

/* '^' or '<' where that is all of the text, else 0. */
char pc_join_sign(const char *text);

/* How many columns and rows each cell covers, in the arena; 0 for those that belong to another one.
 * NULL: none is joined.  What cannot be joined, or is no rectangle, is reported and stays apart. */
const pc_cell_span *pc_table_join(pc_reader *reader, const pc_join_grid *grid);

#endif

/* csv.h - a table as a spreadsheet saves it, as nodes that know their places.  Layer: doc. */
#ifndef PC_DOC_CSV_H
#define PC_DOC_CSV_H

#include "schema/schema.h"

/* Rows are lists of scalars, all of one length; an empty cell is a null.  Rows and columns without
 * any text at the end are left out, and empty rows everywhere.  A row with more or fewer cells than
 * the first is reported. */
typedef struct pc_csv {
  const char *file;
  int n_rows, n_columns;      /* at least 1 */
  const pc_node *const *rows; /* PC_NODE_LIST; cells have their place in the CSV file */
  const int *numbers;         /* of the rows, as spreadsheets count them, from 1 */
} pc_csv;

/* Reads the file that the poster names: UTF-8, UTF-16 or Shift_JIS; comma, tab or semicolon.  In
 * the spec's arena.  NULL: reported; more than most_cells are `limit`.  reader->user is a
 * pc_decoding. */
const pc_csv *pc_csv_read(pc_reader *reader, pc_string file, int most_cells);

/* The same for bytes at hand. */
const pc_csv *pc_csv_parse(pc_reader *reader, pc_string file, GBytes *bytes, int most_cells);

/* "'participants.csv' row 3, column B", counted from 0 in rows and cells; the caller frees it. */
char *pc_csv_name_cell(const pc_csv *csv, int row, int column);

#endif

/* chart_data.h - the numbers of a chart on their way: how they are written, and where.  Layer: doc.
 */
#ifndef PC_DOC_CHART_DATA_H
#define PC_DOC_CHART_DATA_H

#include "doc/chart.h"
#include "doc/csv.h"

/* A number as people write it: "1,234", "１２．５", "△3", "24人", "42%". */
typedef struct pc_written_number {
  double value;
  int decimals;
  char *unit; /* what follows the digits, or NULL; the caller's */
} pc_written_number;

/* false: no number. */
bool pc_written_number_parse(const char *text, pc_written_number *number);

/* Labels, names of series and numbers, as nodes. */
typedef struct pc_chart_grid {
  int n_categories, n_series;
  const pc_node **labels; /* n_categories; a null: without label */
  const pc_node **names;  /* n_series; NULL: without name */
  const pc_node **values; /* n_categories * n_series, label by label; NULL, a null: a gap */
  const pc_csv *csv;      /* NULL: written in the poster */
  int first_row;          /* of the CSV, below its head */
} pc_chart_grid;

/* false: reported. */
bool pc_chart_grid_read(pc_reader *reader, const pc_node *data, pc_strings series,
                        pc_chart_grid *grid);

#endif

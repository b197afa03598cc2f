/* keys_chart.h - the records of charts and the tables of their keys.  Layer: doc. */
#ifndef PC_DOC_KEYS_CHART_H
#define PC_DOC_KEYS_CHART_H

#include "doc/chart.h"
#include "doc/keys.h"

typedef struct pc_chart_keys {
  pc_chart_type type;
  const pc_node *data;
  pc_strings series;
  pc_string title, unit;
  pc_chart_legend legend;
  bool values;
  pc_frame_keys frame;
} pc_chart_keys;

/* data: {csv: file} */
typedef struct pc_chart_csv_keys {
  pc_string csv;
} pc_chart_csv_keys;

extern const pc_schema pc_chart_schema;
extern const pc_schema pc_chart_csv_schema;

/* pc_chart_legend */
bool pc_legend_read(pc_reader *reader, const pc_node *node, void *member);

#endif

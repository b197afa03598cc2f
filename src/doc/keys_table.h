/* keys_table.h - the records that tables and quotes are read into.  Layer: doc. */
#ifndef PC_DOC_KEYS_TABLE_H
#define PC_DOC_KEYS_TABLE_H

#include "doc/keys.h"

typedef struct pc_table_keys {
  const pc_node *header, *rows;
  pc_string csv;
  bool row_heads;
  pc_strings align;
  pc_lengths widths;
  pc_string caption;
} pc_table_keys;

typedef struct pc_quote_keys {
  pc_string text, by;
} pc_quote_keys;

extern const pc_schema pc_table_schema;
extern const pc_schema pc_quote_schema;

#endif

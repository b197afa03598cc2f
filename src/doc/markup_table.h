/* markup_table.h - cells of a Markdown table, one after the other, to a pc_table.  Layer: doc. */
#ifndef PC_DOC_MARKUP_TABLE_H
#define PC_DOC_MARKUP_TABLE_H

#include "doc/markup_parts.h"

/* SPEC section 13. */
#define PC_TABLE_MAX_CELLS 5000

typedef struct pc_table_cell {
  const pc_rich *text; /* NULL: empty */
  char sign;           /* joins it with a neighbour, see table_join.h; 0: a cell of its own */
  pc_cell_align align;
  pc_place at; /* of the sign */
} pc_table_cell;

typedef struct pc_table_builder {
  int n_columns;
  GArray *cells;        /* pc_table_cell */
  pc_cell_align *align; /* n_columns */
} pc_table_builder;

pc_table_builder *pc_table_builder_new(int n_columns);
void pc_table_builder_free(pc_table_builder *builder);

/* The sign of a cell of nothing else; 0: none, or one that is escaped. */
char pc_table_find_sign(const pc_source *source, const pc_passage *words);

/* The next cell in reading order; false past the limit. */
bool pc_table_builder_append(pc_table_builder *builder, const pc_table_cell *cell);

/* In the spec's arena; the first row is the header. */
const pc_table *pc_table_builder_build(const pc_table_builder *builder, pc_source *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_table_builder, pc_table_builder_free)

#endif

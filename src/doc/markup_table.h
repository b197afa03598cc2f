/* markup_table.h - cells of a Markdown table, one after the other, to a pc_table.  Layer: doc. */
#ifndef PC_DOC_MARKUP_TABLE_H
#define PC_DOC_MARKUP_TABLE_H

#include "doc/markup_parts.h"

#define PC_TABLE_MAX_CELLS 5000

typedef struct pc_table_builder {
  int n_columns, n_cells;
  GPtrArray *cells;     /* const pc_rich *, NULL: empty */
  pc_cell_align *align; /* n_columns */
} pc_table_builder;

pc_table_builder *pc_table_builder_new(int n_columns);
void pc_table_builder_free(pc_table_builder *builder);

/* The next cell in reading order; false past the limit of SPEC section 13. */
bool pc_table_builder_append(pc_table_builder *builder, pc_cell_align align, const pc_rich *cell);

/* In the spec's arena; the first row is the header. */
const pc_table *pc_table_builder_build(const pc_table_builder *builder, pc_source *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_table_builder, pc_table_builder_free)

#endif

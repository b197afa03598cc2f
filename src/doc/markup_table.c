/* markup_table.c - tables of Markdown.  Layer: doc. */
#include "doc/markup_table.h"

#include <string.h>

pc_table_builder *pc_table_builder_new(int n_columns) {
  pc_table_builder *builder = g_new0(pc_table_builder, 1);
  builder->n_columns = n_columns;
  builder->cells = g_ptr_array_new();
  builder->align = g_new0(pc_cell_align, (gsize)n_columns);
  return builder;
}

void pc_table_builder_free(pc_table_builder *builder) {
  if (builder == NULL)
    return;
  g_ptr_array_unref(builder->cells);
  g_free(builder->align);
  g_free(builder);
}

bool pc_table_builder_append(pc_table_builder *builder, pc_cell_align align, const pc_rich *cell) {
  if (builder->n_cells >= PC_TABLE_MAX_CELLS)
    return false;
  builder->align[builder->n_cells % builder->n_columns] = align;
  builder->n_cells++;
  g_ptr_array_add(builder->cells, (gpointer)cell);
  return true;
}

static pc_place find_place(const pc_table_builder *builder, const pc_source *source) {
  for (guint i = 0; i < builder->cells->len; i++) {
    const pc_rich *cell = builder->cells->pdata[i];
    if (cell != NULL)
      return cell->at;
  }
  static const pc_place nowhere;
  return source->node == NULL ? nowhere : source->node->at;
}

const pc_table *pc_table_builder_build(const pc_table_builder *builder, pc_source *source) {
  pc_spec *spec = source->reader->spec;
  gsize n_columns = (gsize)builder->n_columns;
  gsize n_cells = builder->cells->len;
  const pc_rich **cells = pc_spec_alloc(spec, n_cells * sizeof *cells);
  for (gsize i = 0; i < n_cells; i++)
    cells[i] = builder->cells->pdata[i];
  pc_cell_align *align = pc_spec_alloc(spec, n_columns * sizeof *align);
  memcpy(align, builder->align, n_columns * sizeof *align);
  pc_table *table = pc_spec_alloc(spec, sizeof *table);
  table->n_rows = (int)(n_cells / n_columns);
  table->n_columns = builder->n_columns;
  table->has_header = true;
  table->cells = cells;
  table->align = align;
  table->at = find_place(builder, source);
  return table;
}

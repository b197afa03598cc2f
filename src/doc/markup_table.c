/* markup_table.c - tables of Markdown.  Layer: doc. */
#include "doc/markup_table.h"

#include <string.h>

#include "doc/table_join.h"

pc_table_builder *pc_table_builder_new(int n_columns) {
  pc_table_builder *builder = g_new0(pc_table_builder, 1);
  builder->n_columns = n_columns;
  builder->cells = g_array_new(FALSE, FALSE, sizeof(pc_table_cell));
  builder->align = g_new0(pc_cell_align, (gsize)n_columns);
  return builder;
}

void pc_table_builder_free(pc_table_builder *builder) {
  if (builder == NULL)
    return;
  g_array_unref(builder->cells);
  g_free(builder->align);
  g_free(builder);
}

char pc_table_find_sign(const pc_source *source, const pc_passage *words) {
  if (words->glyphs->len != 1)
    return '\0';
  const pc_glyph *glyph = PC_GLYPH(words, 0);
  const bool is_code = glyph->marks != 0;
  const bool is_escaped = glyph->from > 0 && source->original[glyph->from - 1] == '\\';
  const char text[] = {glyph->ch < 0x80 ? (char)glyph->ch : '\0', '\0'};
  return is_code || is_escaped ? '\0' : pc_join_sign(text);
}

bool pc_table_builder_append(pc_table_builder *builder, const pc_table_cell *cell) {
  guint n = builder->cells->len;
  if (n >= PC_TABLE_MAX_CELLS)
    return false;
  builder->align[n % (guint)builder->n_columns] = cell->align;
  g_array_append_val(builder->cells, *cell);
  return true;
}

static const pc_table_cell *cell_at(const pc_table_builder *builder, int index) {
  return &g_array_index(builder->cells, pc_table_cell, index);
}

static pc_place place_cell(const pc_table_cell *cell, const pc_source *source) {
  if (cell->text != NULL)
    return cell->text->at;
  return cell->sign != '\0' || source->node == NULL ? cell->at : source->node->at;
}

static pc_place find_place(const pc_table_builder *builder, const pc_source *source) {
  for (int i = 0; i < (int)builder->cells->len; i++) {
    const pc_rich *text = cell_at(builder, i)->text;
    if (text != NULL)
      return text->at;
  }
  static const pc_place nowhere;
  return source->node == NULL ? nowhere : source->node->at;
}

static const pc_cell_span *join_cells(const pc_table_builder *builder, pc_source *source,
                                      int n_rows) {
  gsize n = builder->cells->len;
  g_autofree char *signs = g_new0(char, MAX(n, 1));
  g_autofree pc_place *places = g_new0(pc_place, MAX(n, 1));
  for (int i = 0; i < (int)n; i++) {
    signs[i] = cell_at(builder, i)->sign;
    places[i] = place_cell(cell_at(builder, i), source);
  }
  const pc_join_grid grid = {n_rows, builder->n_columns,
                             true,   signs,
                             places, "put a backslash before the sign to print it"};
  return pc_table_join(source->reader, &grid);
}

const pc_table *pc_table_builder_build(const pc_table_builder *builder, pc_source *source) {
  pc_spec *spec = source->reader->spec;
  gsize n_columns = (gsize)builder->n_columns;
  gsize n_cells = builder->cells->len;
  const pc_rich **cells = pc_spec_alloc(spec, n_cells * sizeof *cells);
  for (gsize i = 0; i < n_cells; i++)
    cells[i] = cell_at(builder, (int)i)->text;
  pc_cell_align *align = pc_spec_alloc(spec, n_columns * sizeof *align);
  memcpy(align, builder->align, n_columns * sizeof *align);
  pc_table *table = pc_spec_alloc(spec, sizeof *table);
  table->n_rows = (int)(n_cells / n_columns);
  table->n_columns = builder->n_columns;
  table->n_header = 1;
  table->cells = cells;
  table->spans = join_cells(builder, source, table->n_rows);
  table->align = align;
  table->at = find_place(builder, source);
  return table;
}

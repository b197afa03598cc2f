/* table.c - a table block: rows of cells, all as long as the first.  Layer: doc. */
#include "doc/readers.h"
#include "doc/resolve.h"

#include <string.h>

#define MAX_CELLS 5000

static const pc_rich *parse_cell(pc_reader *reader, const pc_node *node) {
  static const char *const joins[] = {"^", "<", NULL};
  if (node->kind == PC_NODE_NULL)
    return NULL;
  if (node->kind != PC_NODE_SCALAR) {
    pc_type_report(reader, node, "the text of a cell",
                   "put quotes around a text that begins with '{' or '['");
    return NULL;
  }
  if (!node->quoted && g_strv_contains(joins, node->text)) {
    PC_REPORT_HINT(reader->diags, node->at, PC_BAD_VALUE,
                   "repeat the text, or put quotes around the sign to print it",
                   "cells cannot be joined with '%s' yet", node->text);
    return NULL;
  }
  return pc_markup_parse_inline(reader, (pc_string){node->text, node});
}

static void parse_row(pc_reader *reader, const pc_node *row, int n_columns, const pc_rich **cells) {
  if (row->kind != PC_NODE_LIST) {
    pc_type_report(reader, row, "a row of cells", "write a row as [first, second]");
    return;
  }
  if (row->n_items != n_columns)
    PC_REPORT(reader->diags, row->at, PC_BAD_VALUE, "this row has %d cells, the first row has %d",
              row->n_items, n_columns);
  for (int i = 0; i < MIN(row->n_items, n_columns); i++)
    cells[i] = parse_cell(reader, row->items[i]);
}

/* The rows to set: the header's, then the others.  NULL where something is no list. */
static GPtrArray *collect_rows(pc_reader *reader, const pc_table_keys *keys) {
  if (keys->rows == NULL || keys->rows->kind != PC_NODE_LIST || keys->rows->n_items == 0) {
    if (keys->rows != NULL)
      pc_type_report(reader, keys->rows, "a list of rows", "write each row as - [first, second]");
    return NULL;
  }
  GPtrArray *rows = g_ptr_array_new();
  if (keys->header != NULL && keys->header->kind != PC_NODE_NULL)
    g_ptr_array_add(rows, (gpointer)keys->header);
  for (int i = 0; i < keys->rows->n_items; i++)
    g_ptr_array_add(rows, (gpointer)keys->rows->items[i]);
  return rows;
}

static bool check_size(pc_reader *reader, const pc_node *at, int n_rows, int n_columns) {
  if (n_columns > 0 && n_rows <= MAX_CELLS / n_columns)
    return true;
  if (n_columns > 0)
    PC_REPORT(reader->diags, at->at, PC_LIMIT, "a table has at most %d cells, this one has %ld",
              MAX_CELLS, (long)n_rows * n_columns);
  else
    pc_type_report(reader, at, "rows with cells", "write each row as - [first, second]");
  return false;
}

static const pc_cell_align *read_aligns(pc_reader *reader, pc_strings words, int n_columns) {
  static const char *const names[] = {"auto", "start", "center", "end", NULL};
  static const pc_key align_key = {.name = "align", .kind = PC_KIND_CHOICE, .names = names};
  pc_cell_align *aligns = pc_spec_alloc(reader->spec, (size_t)n_columns * sizeof(pc_cell_align));
  if (words.count > 1 && words.count != n_columns)
    PC_REPORT(reader->diags, words.items[0].node->at, PC_BAD_VALUE,
              "align names %d columns, the table has %d", words.count, n_columns);
  for (int i = 0; i < n_columns && words.count > 0; i++) {
    int value = PC_CELL_AUTO;
    const pc_string *word = &words.items[words.count == 1 ? 0 : MIN(i, words.count - 1)];
    pc_schema_read_value(reader, &align_key, word->node, &value);
    aligns[i] = (pc_cell_align)value;
  }
  return aligns;
}

static const pc_table *make_table(pc_reader *reader, const pc_table_keys *keys,
                                  const GPtrArray *rows, const pc_node *node) {
  const pc_node *first = g_ptr_array_index(rows, 0);
  int n_rows = (int)rows->len, n_columns = first->kind == PC_NODE_LIST ? first->n_items : 0;
  if (!check_size(reader, first, n_rows, n_columns))
    return NULL;
  const pc_rich **cells =
      pc_spec_alloc(reader->spec, (size_t)(n_rows * n_columns) * sizeof(const pc_rich *));
  for (int i = 0; i < n_rows; i++)
    parse_row(reader, g_ptr_array_index(rows, i), n_columns, cells + i * n_columns);
  if (keys->widths.count != 0 && keys->widths.count != n_columns)
    PC_REPORT(reader->diags, pc_path_find(node, "widths")->at, PC_BAD_VALUE,
              "widths names %d columns, the table has %d", keys->widths.count, n_columns);
  pc_table *table = pc_spec_alloc(reader->spec, sizeof(pc_table));
  *table = (pc_table){
      .n_rows = n_rows,
      .n_columns = n_columns,
      .has_header = n_rows > keys->rows->n_items,
      .cells = cells,
      .align = read_aligns(reader, keys->align, n_columns),
      .widths = keys->widths,
      .caption = pc_markup_parse_inline(reader, keys->caption),
      .at = node->at,
  };
  return table;
}

bool pc_table_block_read(pc_reader *reader, const pc_node *node, void *member) {
  pc_table_keys keys;
  GPtrArray **blocks = member;
  if (node->kind != PC_NODE_MAP)
    return pc_type_report(reader, node, "a mapping with header and rows", NULL);
  bool is_sound = pc_schema_read(reader, &pc_table_schema, node, &keys);
  g_autoptr(GPtrArray) rows = collect_rows(reader, &keys);
  const pc_table *table = rows != NULL ? make_table(reader, &keys, rows, node) : NULL;
  if (table == NULL)
    return false;
  pc_block *block = pc_block_new(reader->spec, PC_BLOCK_TABLE, node->at, NULL);
  block->table = table;
  if (*blocks == NULL)
    *blocks = g_ptr_array_new();
  g_ptr_array_add(*blocks, block);
  return is_sound;
}

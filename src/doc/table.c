/* table.c - a table block: rows of cells, all as long as the first.  Layer: doc. */
#include "base/translate.h"
#include "doc/csv.h"
#include "doc/keys_table.h"
#include "doc/markup_table.h"
#include "doc/readers.h"
#include "doc/resolve.h"
#include "doc/table_join.h"

#include <string.h>

/* A table on its way: rows of nodes, and the cells that are made of them. */
typedef struct raw_table {
  int n_rows, n_columns;
  int n_header;
  const pc_node *const *rows;
  const pc_rich **cells;
  char *signs;
  pc_place *places;
} raw_table;

static const pc_rich *parse_cell(pc_reader *reader, const pc_node *node) {
  if (node->kind == PC_NODE_NULL)
    return NULL;
  if (node->kind != PC_NODE_SCALAR) {
    pc_type_report(reader, node, "the text of a cell",
                   "put quotes around a text that begins with '{' or '['");
    return NULL;
  }
  return pc_markup_parse_inline(reader, (pc_string){node->text, node});
}

static char find_sign(const pc_node *node) {
  return node->kind == PC_NODE_SCALAR && !node->quoted ? pc_join_sign(node->text) : '\0';
}

/* A comma parts two cells, also where it stands in "1,234". */
static void report_length(pc_reader *reader, const pc_node *row, int n_columns) {
  const char *hint = row->n_items > n_columns ? "put quotes around a text that has a comma in it"
                                              : "write \"\" for an empty cell";
  PC_REPORT_HINT(reader->diags, row->at, PC_BAD_VALUE, hint,
                 pc_translate_count("this row has %d cell, the first row has %d",
                                    "this row has %d cells, the first row has %d", row->n_items),
                 row->n_items, n_columns);
}

static void parse_row(pc_reader *reader, raw_table *raw, int row) {
  const pc_node *node = raw->rows[row];
  for (int i = 0; i < raw->n_columns; i++)
    raw->places[row * raw->n_columns + i] = node->at;
  if (node->kind != PC_NODE_LIST) {
    pc_type_report(reader, node, "a row of cells", "write a row as [first, second]");
    return;
  }
  if (node->n_items != raw->n_columns)
    report_length(reader, node, raw->n_columns);
  for (int i = 0; i < MIN(node->n_items, raw->n_columns); i++) {
    int cell = row * raw->n_columns + i;
    raw->places[cell] = node->items[i]->at;
    raw->signs[cell] = find_sign(node->items[i]);
    if (raw->signs[cell] == '\0')
      raw->cells[cell] = parse_cell(reader, node->items[i]);
  }
}

static const pc_cell_span *parse_cells(pc_reader *reader, raw_table *raw) {
  size_t n = (size_t)raw->n_rows * (size_t)raw->n_columns;
  g_autofree char *signs = g_new0(char, n);
  g_autofree pc_place *places = g_new0(pc_place, n);
  raw->cells = pc_spec_alloc(reader->spec, n * sizeof(const pc_rich *));
  raw->signs = signs;
  raw->places = places;
  for (int i = 0; i < raw->n_rows; i++)
    parse_row(reader, raw, i);
  const pc_join_grid grid = {raw->n_rows, raw->n_columns, raw->n_header,
                             signs,       places,         "put quotes around the sign to print it"};
  return pc_table_join(reader, &grid);
}

static bool is_false(const pc_node *node) {
  return node->kind == PC_NODE_SCALAR && !node->quoted && strcmp(node->text, "false") == 0;
}

static bool is_true(const pc_node *node) {
  return node->kind == PC_NODE_SCALAR && !node->quoted && strcmp(node->text, "true") == 0;
}

/* The rows of the file, as far as it can be read. */
static void append_file(pc_reader *reader, pc_string file, GPtrArray *rows) {
  const pc_csv *csv = pc_csv_read(reader, file, PC_TABLE_MAX_CELLS);
  for (int i = 0; csv != NULL && i < csv->n_rows; i++)
    g_ptr_array_add(rows, (gpointer)csv->rows[i]);
}

static void append_rows(pc_reader *reader, const pc_node *rows, GPtrArray *all) {
  if (rows->kind != PC_NODE_LIST || rows->n_items == 0)
    pc_type_report(reader, rows, "a list of rows", "write each row as - [first, second]");
  for (int i = 0; rows->kind == PC_NODE_LIST && i < rows->n_items; i++)
    g_ptr_array_add(all, (gpointer)rows->items[i]);
}

/* Whether the author wrote where the rows come from, and in one place only. */
static bool check_origin(pc_reader *reader, const pc_table_keys *keys, const pc_node *node) {
  bool has_file = keys->csv.node != NULL;
  if (has_file != (keys->rows != NULL))
    return true;
  if (has_file)
    PC_REPORT_HINT(reader->diags, keys->csv.node->at, PC_BAD_VALUE, "keep one of the two",
                   "a table has rows or a CSV file, not both");
  else
    PC_REPORT_HINT(reader->diags, node->at, PC_MISSING_KEY,
                   "add 'rows:' and under it each row as - [first, second], or 'csv:' and the "
                   "file's name",
                   "the table has no rows");
  return false;
}

/* One row of heads, or a list of rows. */
static void append_header(const pc_node *header, GPtrArray *rows) {
  bool has_rows =
      header->kind == PC_NODE_LIST && header->n_items > 0 && header->items[0]->kind == PC_NODE_LIST;
  if (!has_rows)
    g_ptr_array_add(rows, (gpointer)header);
  for (int i = 0; has_rows && i < header->n_items; i++)
    g_ptr_array_add(rows, (gpointer)header->items[i]);
}

/* All rows, the header's first.  The first row of a file is its header where the author says
 * nothing else.  Empty: reported. */
static GPtrArray *collect_rows(pc_reader *reader, const pc_table_keys *keys, int *n_header) {
  GPtrArray *rows = g_ptr_array_new();
  const pc_node *header = keys->header;
  bool is_written = header != NULL && header->kind != PC_NODE_NULL && !is_false(header);
  bool has_file = keys->csv.node != NULL;
  bool is_first = has_file && (is_written ? is_true(header) : header == NULL || !is_false(header));
  if (is_written && !is_first)
    append_header(header, rows);
  guint n_heads = rows->len;
  if (has_file)
    append_file(reader, keys->csv, rows);
  else
    append_rows(reader, keys->rows, rows);
  if (rows->len == n_heads)
    g_ptr_array_set_size(rows, 0);
  *n_header = is_first ? 1 : (int)n_heads;
  return rows;
}

static bool check_size(pc_reader *reader, const pc_node *at, int n_rows, int n_columns) {
  if (n_columns > 0 && n_rows <= PC_TABLE_MAX_CELLS / n_columns)
    return true;
  if (n_columns > 0)
    PC_REPORT(reader->diags, at->at, PC_LIMIT, "a table has at most %d cells, this one has %ld",
              PC_TABLE_MAX_CELLS, (long)n_rows * n_columns);
  else
    pc_type_report(reader, at, "rows with cells", "write each row as - [first, second]");
  return false;
}

static const pc_cell_align *read_aligns(pc_reader *reader, pc_strings words, int n_columns) {
  static const char *const names[] = {"auto", "start", "center", "end", NULL};
  static const pc_key align_key = {.name = "align", .kind = PC_KIND_CHOICE, .names = names};
  pc_cell_align *aligns = pc_spec_alloc(reader->spec, (size_t)n_columns * sizeof(pc_cell_align));
  if (words.count > 1 && words.count != n_columns)
    PC_REPORT_HINT(reader->diags, words.items[0].node->at, PC_BAD_VALUE,
                   "write a word for each column, or one word for all",
                   "'align' names %d columns, the table has %d", words.count, n_columns);
  for (int i = 0; i < n_columns && words.count > 0; i++) {
    int value = PC_CELL_AUTO;
    const pc_string *word = &words.items[words.count == 1 ? 0 : MIN(i, words.count - 1)];
    pc_schema_read_value(reader, &align_key, word->node, &value);
    aligns[i] = (pc_cell_align)value;
  }
  return aligns;
}

static void check_widths(pc_reader *reader, const pc_table_keys *keys, const pc_node *node,
                         int n_columns) {
  if (keys->widths.count != 0 && keys->widths.count != n_columns)
    PC_REPORT_HINT(reader->diags, pc_path_find(node, "widths")->at, PC_BAD_VALUE,
                   "write a width for each column, or remove 'widths'",
                   "'widths' is a list of %d, the table has %d columns", keys->widths.count,
                   n_columns);
}

static const pc_table *make_table(pc_reader *reader, const pc_table_keys *keys, raw_table *raw,
                                  const pc_node *node) {
  const pc_node *first = raw->rows[0];
  raw->n_columns = first->kind == PC_NODE_LIST ? first->n_items : 0;
  if (!check_size(reader, first, raw->n_rows, raw->n_columns))
    return NULL;
  const pc_cell_span *spans = parse_cells(reader, raw);
  check_widths(reader, keys, node, raw->n_columns);
  pc_table *table = pc_spec_alloc(reader->spec, sizeof(pc_table));
  *table = (pc_table){
      .n_rows = raw->n_rows,
      .n_columns = raw->n_columns,
      .n_header = raw->n_header,
      .has_row_heads = keys->row_heads,
      .cells = raw->cells,
      .spans = spans,
      .align = read_aligns(reader, keys->align, raw->n_columns),
      .widths = keys->widths,
      .caption = pc_markup_parse_inline(reader, keys->caption),
      .at = node->at,
  };
  return table;
}

bool pc_table_block_read(pc_reader *reader, const pc_node *node, void *member) {
  pc_table_keys keys;
  if (node->kind != PC_NODE_MAP)
    return pc_type_report(reader, node, "a mapping with rows or csv",
                          "write 'rows:' under it, and each row as - [first, second]; a table "
                          "drawn with '|' belongs in `text:`");
  bool is_sound = pc_schema_read(reader, &pc_table_schema, node, &keys);
  if (!is_sound && keys.csv.node == NULL && pc_node_find(node, "csv") != NULL)
    return false; /* what is wrong with the name of the file is reported */
  if (!check_origin(reader, &keys, node))
    return false;
  int n_header = 0;
  g_autoptr(GPtrArray) rows = collect_rows(reader, &keys, &n_header);
  if (rows->len == 0)
    return false;
  raw_table raw = {
      .n_rows = (int)rows->len, .n_header = n_header, .rows = (const pc_node *const *)rows->pdata};
  const pc_table *table = make_table(reader, &keys, &raw, node);
  if (table != NULL)
    pc_block_append(reader->spec, PC_BLOCK_TABLE, node->at, member)->table = table;
  return is_sound && table != NULL;
}

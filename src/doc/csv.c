/* csv.c - rows and cells of a CSV file, RFC 4180 and what spreadsheets make of it.  Layer: doc. */
#include "doc/csv.h"

#include <string.h>

#include "base/translate.h"
#include "doc/attached.h"
#include "doc/csv_text.h"
#include "doc/markup.h"

/* What parts cells; of two that stand equally often in the first line the first one. */
static const char delimiters[] = ",\t;";

typedef struct parser {
  pc_reader *reader;
  const char *at; /* NUL-terminated */
  pc_place place;
  char delimiter;
  int most_cells, n_cells;
  bool is_over, is_open; /* too many cells; a quotation mark without its partner */
  int number;            /* of the row */
  GPtrArray *row;        /* pc_node of the row being read; NULL: empty */
  GPtrArray *rows;       /* GPtrArray */
  GArray *numbers;       /* int */
  GArray *widths;        /* int; cells of each row as written, the empty ones too */
} parser;

static bool is_break(char c) {
  return c == '\n' || c == '\r';
}

/* One character, or one end of line. */
static void step(parser *p) {
  if (is_break(*p->at)) {
    p->at += p->at[0] == '\r' && p->at[1] == '\n' ? 2 : 1;
    p->place.line++;
    p->place.column = 1;
    return;
  }
  p->at = g_utf8_next_char(p->at);
  p->place.column++;
}

static bool is_blank(const parser *p, const char *at) {
  return (*at == ' ' || *at == '\t' || g_str_has_prefix(at, "\u3000")) && *at != p->delimiter;
}

static bool ends_cell(const parser *p) {
  return *p->at == '\0' || is_break(*p->at) || *p->at == p->delimiter;
}

static void take_char(parser *p, GString *text) {
  const char *from = p->at;
  step(p);
  if (is_break(*from))
    g_string_append_c(text, '\n');
  else
    g_string_append_len(text, from, p->at - from);
}

/* From one quotation mark to its partner; two in a row are one. */
static void take_quoted(parser *p, GString *text) {
  const pc_place opened = p->place;
  step(p);
  while (*p->at != '\0' && (*p->at != '"' || p->at[1] == '"')) {
    if (*p->at == '"')
      step(p);
    take_char(p, text);
  }
  if (*p->at == '"') {
    step(p);
    return;
  }
  p->is_open = true;
  PC_REPORT_HINT(p->reader->diags, opened, PC_SYNTAX,
                 "type '\"' at the end of the cell, and '\"\"' for each quotation mark in it",
                 "this cell begins with a quotation mark that is never closed");
}

static void strip_end(GString *text) {
  while (text->len > 0) {
    const char *last = g_utf8_find_prev_char(text->str, text->str + text->len);
    if (!g_unichar_isspace(g_utf8_get_char(last)))
      return;
    g_string_truncate(text, (gsize)(last - text->str));
  }
}

/* NULL: empty. */
static const pc_node *take_cell(parser *p) {
  while (is_blank(p, p->at))
    step(p);
  g_autoptr(GString) text = g_string_new(NULL);
  const pc_place at = p->place;
  bool is_quoted = *p->at == '"';
  if (is_quoted)
    take_quoted(p, text);
  while (!ends_cell(p))
    take_char(p, text);
  strip_end(text);
  if (text->len == 0)
    return NULL;
  pc_node *node = pc_spec_alloc(p->reader->spec, sizeof(pc_node));
  *node = (pc_node){.kind = PC_NODE_SCALAR,
                    .at = at,
                    .text = pc_spec_copy(p->reader->spec, text->str, text->len),
                    .quoted = is_quoted};
  return node;
}

/* Empty cells count once something stands behind them: a sheet may be saved with thousands. */
static void add_cell(parser *p, const pc_node *cell, int column) {
  if (cell == NULL)
    return;
  p->n_cells += column + 1 - (int)p->row->len;
  p->is_over = p->n_cells > p->most_cells;
  if (p->is_over)
    return;
  g_ptr_array_set_size(p->row, column);
  g_ptr_array_add(p->row, (gpointer)cell);
}

static void take_row(parser *p) {
  int width = 0;
  p->row = g_ptr_array_new();
  p->number++;
  while (!p->is_over) {
    add_cell(p, take_cell(p), width++);
    if (*p->at != p->delimiter)
      break;
    step(p);
  }
  if (is_break(*p->at))
    step(p);
  if (p->row->len == 0) {
    g_ptr_array_unref(p->row);
    return;
  }
  g_ptr_array_add(p->rows, p->row);
  g_array_append_val(p->numbers, p->number);
  g_array_append_val(p->widths, width);
}

/* Of the first line with any, outside quotation marks. */
static char find_delimiter(const char *text) {
  int counts[sizeof delimiters] = {0};
  bool is_quoted = false, is_found = false;
  for (; *text != '\0' && !(is_found && !is_quoted && is_break(*text)); text++) {
    is_quoted = is_quoted != (*text == '"');
    const char *hit = is_quoted ? NULL : strchr(delimiters, *text);
    if (hit == NULL)
      continue;
    counts[hit - delimiters]++;
    is_found = true;
  }
  int best = 0;
  for (int i = 1; delimiters[i] != '\0'; i++)
    best = counts[i] > counts[best] ? i : best;
  return delimiters[best];
}

static const pc_node *make_row(pc_reader *reader, const pc_csv *csv, const GPtrArray *cells,
                               int number) {
  const pc_node *null = pc_node_new_plain(reader->spec, (pc_place){csv->file, number, 1}, "");
  const pc_node **items =
      pc_spec_alloc(reader->spec, (size_t)csv->n_columns * sizeof(const pc_node *));
  pc_place at = {0};
  for (int i = csv->n_columns - 1; i >= 0; i--) {
    items[i] = i < (int)cells->len ? g_ptr_array_index(cells, i) : NULL;
    at = items[i] != NULL ? items[i]->at : at;
    items[i] = items[i] != NULL ? items[i] : null;
  }
  const pc_node like = {.kind = PC_NODE_LIST, .at = at};
  return pc_node_new_list(reader->spec, &like, items, csv->n_columns);
}

static int count_columns(const GPtrArray *rows) {
  guint most = 0;
  for (guint i = 0; i < rows->len; i++)
    most = MAX(most, ((const GPtrArray *)g_ptr_array_index(rows, i))->len);
  return (int)most;
}

/* Whether there is a table that can be printed. */
static bool check_size(const parser *p, pc_string file, int n_columns) {
  const int n_rows = (int)p->rows->len;
  if (n_rows == 0) {
    PC_REPORT_HINT(p->reader->diags, pc_attached_place(file), PC_BAD_VALUE,
                   "write one row a line, its cells parted by commas", "'%s' is empty", file.text);
    return false;
  }
  if (!p->is_over && n_columns <= p->most_cells / n_rows)
    return !p->is_open;
  PC_REPORT_HINT(p->reader->diags, pc_attached_place(file), PC_LIMIT,
                 "keep only the rows and columns that are printed",
                 "'%s' has more than the %d cells that can be printed", file.text, p->most_cells);
  return false;
}

static void report_length(const parser *p, const pc_csv *csv, int row, int n_cells, int n_first) {
  PC_REPORT_HINT(p->reader->diags, csv->rows[row]->at, PC_BAD_VALUE,
                 "add what is missing, or put quotes around a text with a comma",
                 pc_translate_count("row %d has %d cell, the first row has %d",
                                    "row %d has %d cells, the first row has %d", n_cells),
                 csv->numbers[row], n_cells, n_first);
}

/* Whether all rows are as long as the first; empty cells at an end count only where they help. */
static bool check_lengths(const parser *p, const pc_csv *csv) {
  const int *widths = (const int *)(const void *)p->widths->data;
  const int least = (int)((const GPtrArray *)g_ptr_array_index(p->rows, 0))->len;
  bool is_sound = true;
  for (int i = 1; i < csv->n_rows; i++) {
    const int filled = (int)((const GPtrArray *)g_ptr_array_index(p->rows, i))->len;
    const bool is_long = filled > widths[0];
    if (!is_long && widths[i] >= least)
      continue;
    report_length(p, csv, i, is_long ? filled : widths[i], is_long ? widths[0] : least);
    is_sound = false;
  }
  return is_sound;
}

/* NULL: reported. */
static const pc_csv *make_csv(const parser *p, pc_string file) {
  const int n_columns = count_columns(p->rows);
  if (!check_size(p, file, n_columns))
    return NULL;
  pc_csv *csv = pc_spec_alloc(p->reader->spec, sizeof(pc_csv));
  *csv = (pc_csv){.file = p->place.file, .n_rows = (int)p->rows->len, .n_columns = n_columns};
  const pc_node **rows =
      pc_spec_alloc(p->reader->spec, (size_t)csv->n_rows * sizeof(const pc_node *));
  int *numbers = pc_spec_alloc(p->reader->spec, (size_t)csv->n_rows * sizeof(int));
  for (int i = 0; i < csv->n_rows; i++) {
    numbers[i] = g_array_index(p->numbers, int, i);
    rows[i] = make_row(p->reader, csv, g_ptr_array_index(p->rows, i), numbers[i]);
  }
  csv->rows = rows;
  csv->numbers = numbers;
  return check_lengths(p, csv) ? csv : NULL;
}

const pc_csv *pc_csv_parse(pc_reader *reader, pc_string file, GBytes *bytes, int most_cells) {
  const char *name = g_intern_string(file.text);
  g_autofree char *text = pc_csv_text_decode(bytes, file, reader->diags);
  if (text == NULL)
    return NULL;
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
  g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int));
  g_autoptr(GArray) widths = g_array_new(FALSE, FALSE, sizeof(int));
  parser p = {.reader = reader,
              .at = text,
              .place = {name, 1, 1},
              .delimiter = find_delimiter(text),
              .most_cells = most_cells,
              .rows = rows,
              .numbers = numbers,
              .widths = widths};
  while (*p.at != '\0' && !p.is_over)
    take_row(&p);
  return make_csv(&p, file);
}

const pc_csv *pc_csv_read(pc_reader *reader, pc_string file, int most_cells) {
  static const pc_attached_kind kind = {.most_mib = 4,
                                        .name_one = "name a CSV file",
                                        .shrink_it = "keep only the rows that are printed"};
  const pc_decoding *decoding = reader->user;
  g_autoptr(GBytes) bytes =
      pc_attached_read_kind(decoding->folder, file, decoding->allow_outside, &kind, reader->diags);
  return bytes != NULL ? pc_csv_parse(reader, file, bytes, most_cells) : NULL;
}

char *pc_csv_name_cell(const pc_csv *csv, int row, int column) {
  g_autoptr(GString) letters = g_string_new(NULL);
  for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c(letters, (char)('A' + (rest - 1) % 26));
  return g_strdup_printf(_("'%s' row %d, column %s"), csv->file, csv->numbers[row], letters->str);
}

/* chart_data.c - the data of a chart as a grid, from a mapping or from a CSV file.  Layer: doc. */
#include "doc/chart_data.h"

#include <string.h>

#include "base/nearest.h"
#include "base/translate.h"
#include "doc/keys_chart.h"
#include "doc/readers.h"

#define DATA_HINT "write {A: 24, B: 18}, or the name of a CSV file"
#define MAX_CSV_CELLS 5000

static const pc_node *make_text_node(pc_spec *spec, pc_place at, const char *text) {
  pc_node *node = pc_spec_alloc(spec, sizeof(pc_node));
  *node = (pc_node){.kind = PC_NODE_SCALAR, .at = at, .text = text, .quoted = true};
  return node;
}

/* Whether so many can be drawn. */
static bool check_counts(pc_reader *reader, pc_place at, int n_categories, int n_series) {
  if (n_categories > PC_CHART_MAX_CATEGORIES) {
    PC_REPORT_HINT(reader->diags, at, PC_LIMIT, "join the small ones, or write a table",
                   "a chart has at most %d labels, this one has %d", PC_CHART_MAX_CATEGORIES,
                   n_categories);
    return false;
  }
  if (n_series > PC_CHART_MAX_SERIES) {
    PC_REPORT_HINT(reader->diags, at, PC_LIMIT, "part it into two charts, or write a table",
                   "a chart has at most %d numbers for each label, this one has %d",
                   PC_CHART_MAX_SERIES, n_series);
    return false;
  }
  return true;
}

static void alloc_grid(pc_spec *spec, pc_chart_grid *grid) {
  const size_t n = sizeof(const pc_node *), rows = (size_t)grid->n_categories;
  grid->labels = pc_spec_alloc(spec, rows * n);
  grid->names = pc_spec_alloc(spec, (size_t)grid->n_series * n);
  grid->values = pc_spec_alloc(spec, rows * (size_t)grid->n_series * n);
}

/* The pairs of a mapping, or of a list of mappings with one pair each; NULL: reported. */
static GArray *collect_pairs(pc_reader *reader, const pc_node *data) {
  g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(pc_pair));
  if (data->kind == PC_NODE_MAP)
    g_array_append_vals(pairs, data->pairs, (guint)data->n_items);
  for (int i = 0; data->kind == PC_NODE_LIST && i < data->n_items; i++) {
    const pc_node *item = data->items[i];
    if (item->kind != PC_NODE_MAP || item->n_items != 1) {
      pc_type_report(reader, item, "a label with its number", "write each one as - label: 24");
      return NULL;
    }
    g_array_append_val(pairs, item->pairs[0]);
  }
  if (pairs->len == 0) {
    pc_type_report(reader, data, "labels with their numbers", DATA_HINT);
    return NULL;
  }
  return g_steal_pointer(&pairs);
}

static int find_name(const GPtrArray *names, const char *name) {
  for (guint i = 0; i < names->len; i++) {
    if (strcmp(((const pc_node *)names->pdata[i])->text, name) == 0)
      return (int)i;
  }
  return -1;
}

/* Names of series that `series` gives, or else those of the numbers, in the order written. */
static GPtrArray *collect_names(pc_reader *reader, const GArray *pairs, pc_strings series) {
  GPtrArray *names = g_ptr_array_new();
  for (int i = 0; i < series.count; i++)
    g_ptr_array_add(names, (gpointer)make_text_node(reader->spec, series.items[i].node->at,
                                                    series.items[i].text));
  for (guint i = 0; series.count == 0 && i < pairs->len; i++) {
    const pc_node *value = g_array_index(pairs, pc_pair, i).value;
    for (int k = 0; value->kind == PC_NODE_MAP && k < value->n_items; k++) {
      const pc_pair *pair = &value->pairs[k];
      if (find_name(names, pair->key) < 0 && names->len <= PC_CHART_MAX_SERIES)
        g_ptr_array_add(names, (gpointer)make_text_node(reader->spec, pair->key_at, pair->key));
    }
  }
  return names;
}

static int count_series(const GArray *pairs, const GPtrArray *names) {
  int n = MAX(1, (int)names->len);
  for (guint i = 0; names->len == 0 && i < pairs->len; i++) {
    const pc_node *value = g_array_index(pairs, pc_pair, i).value;
    n = value->kind == PC_NODE_LIST ? MAX(n, value->n_items) : n;
  }
  return n;
}

/* {A: 1,234}: the comma has parted the number. */
static bool is_parted(const pc_pair *pair) {
  return pair->value->kind == PC_NODE_NULL && strlen(pair->key) == 3 &&
         strspn(pair->key, "0123456789") == 3;
}

static bool check_parted(pc_reader *reader, const pc_node *data, const GArray *pairs) {
  bool is_flow = data->source_length > 0 && data->source[0] == '{';
  for (guint i = 1; is_flow && i < pairs->len; i++) {
    const pc_pair *pair = &g_array_index(pairs, pc_pair, i);
    if (!is_parted(pair))
      continue;
    PC_REPORT_HINT(reader->diags, pair->key_at, PC_BAD_VALUE,
                   "write the number without comma, or in quotes: '1,234'",
                   "',' parts the entries here: '%s' has become a label", pair->key);
    return false;
  }
  return true;
}

static bool take_list(pc_reader *reader, const pc_node *list, const pc_chart_grid *grid,
                      const pc_node **values) {
  if (list->n_items != grid->n_series) {
    bool is_short = list->n_items < grid->n_series;
    PC_REPORT_HINT(reader->diags, list->at, PC_BAD_VALUE,
                   is_short ? "write null where there is no number"
                            : "name each series in `series`, or take out what is too much",
                   pc_translate_count("expected %d number, as many as there are series, got %d",
                                      "expected %d numbers, as many as there are series, got %d",
                                      grid->n_series),
                   grid->n_series, list->n_items);
    return false;
  }
  memcpy(values, list->items, (size_t)list->n_items * sizeof(const pc_node *));
  return true;
}

static bool take_map(pc_reader *reader, const pc_node *map, const GPtrArray *names,
                     const pc_node **values) {
  bool is_sound = true;
  for (int i = 0; i < map->n_items; i++) {
    int index = find_name(names, map->pairs[i].key);
    if (index >= 0)
      values[index] = map->pairs[i].value;
    else
      PC_REPORT_HINT(reader->diags, map->pairs[i].key_at, PC_BAD_VALUE,
                     "correct the spelling, or add the name to `series`",
                     "`series` does not name '%s'", map->pairs[i].key);
    is_sound = is_sound && index >= 0;
  }
  return is_sound;
}

static bool take_value(pc_reader *reader, const pc_node *value, const pc_chart_grid *grid,
                       const GPtrArray *names, const pc_node **values) {
  if (value->kind == PC_NODE_LIST)
    return take_list(reader, value, grid, values);
  if (value->kind == PC_NODE_MAP)
    return take_map(reader, value, names, values);
  if (grid->n_series > 1 && value->kind != PC_NODE_NULL)
    return pc_type_report(reader, value, "as many numbers as there are series",
                          "write them in a list: [24, 18]");
  values[0] = value;
  return true;
}

static bool read_pairs(pc_reader *reader, const pc_node *data, pc_strings series,
                       pc_chart_grid *grid) {
  g_autoptr(GArray) pairs = collect_pairs(reader, data);
  if (pairs == NULL || !check_parted(reader, data, pairs))
    return false;
  g_autoptr(GPtrArray) names = collect_names(reader, pairs, series);
  grid->n_categories = (int)pairs->len;
  grid->n_series = count_series(pairs, names);
  if (!check_counts(reader, data->at, grid->n_categories, grid->n_series))
    return false;
  alloc_grid(reader->spec, grid);
  for (guint i = 0; i < names->len; i++)
    grid->names[i] = names->pdata[i];
  bool is_sound = true;
  for (int i = 0; i < grid->n_categories; i++) {
    const pc_pair *pair = &g_array_index(pairs, pc_pair, (guint)i);
    grid->labels[i] = make_text_node(reader->spec, pair->key_at, pair->key);
    is_sound =
        take_value(reader, pair->value, grid, names, grid->values + i * grid->n_series) && is_sound;
  }
  return is_sound;
}

static bool is_number(const pc_node *node) {
  pc_written_number number;
  if (node->kind != PC_NODE_SCALAR || !pc_written_number_parse(node->text, &number))
    return false;
  g_free(number.unit);
  return true;
}

/* "2019" or "2019年". */
static bool is_year(const pc_node *node) {
  pc_written_number number;
  if (node->kind != PC_NODE_SCALAR || !pc_written_number_parse(node->text, &number))
    return false;
  g_autofree char *unit = number.unit;
  return number.decimals == 0 && number.value >= 1900 && number.value <= 2100 &&
         (unit == NULL || g_str_has_prefix(unit, "年"));
}

/* A first row with names of series: nothing stands over the labels, or a word among the names, or
 * no number but years beside a word. */
static bool has_head(const pc_csv *csv) {
  const pc_node *first = csv->rows[0];
  bool has_word = false, has_value = false;
  for (int i = 1; i < first->n_items; i++) {
    const pc_node *cell = first->items[i];
    has_word = has_word || (cell->kind == PC_NODE_SCALAR && !is_number(cell));
    has_value = has_value || (is_number(cell) && !is_year(cell));
  }
  const bool has_names = has_word || (!has_value && !is_number(first->items[0]));
  return csv->n_rows > 1 && (first->items[0]->kind == PC_NODE_NULL || has_names);
}

static bool check_csv(pc_reader *reader, pc_string file, const pc_csv *csv, pc_strings series,
                      int first) {
  const pc_place at = file.node->at;
  if (csv->n_columns < 2) {
    PC_REPORT_HINT(reader->diags, at, PC_BAD_VALUE, "write one label and its number a line: A,24",
                   "'%s' has one column, a chart needs labels and numbers", csv->file);
    return false;
  }
  if (series.count > 0 && series.count != csv->n_columns - 1) {
    const int n = csv->n_columns - 1;
    PC_REPORT_HINT(reader->diags, series.items[0].node->at, PC_BAD_VALUE,
                   "write one name for each column after the first",
                   pc_translate_count("`series` names %d series, '%s' has %d column of numbers",
                                      "`series` names %d series, '%s' has %d columns of numbers",
                                      n),
                   series.count, csv->file, n);
    return false;
  }
  return check_counts(reader, at, csv->n_rows - first, csv->n_columns - 1);
}

static bool is_blank(const char *text) {
  return text[strspn(text, " \t\n")] == '\0';
}

static bool read_csv(pc_reader *reader, pc_string file, pc_strings series, pc_chart_grid *grid) {
  if (is_blank(file.text)) {
    PC_REPORT_HINT(reader->diags, file.node->at, PC_BAD_VALUE, DATA_HINT,
                   "the chart has no numbers, and no CSV file is named");
    return false;
  }
  const pc_csv *csv = pc_csv_read(reader, file, MAX_CSV_CELLS);
  const int first = csv != NULL && has_head(csv);
  if (csv == NULL || !check_csv(reader, file, csv, series, first))
    return false;
  *grid = (pc_chart_grid){.n_categories = csv->n_rows - first,
                          .n_series = csv->n_columns - 1,
                          .csv = csv,
                          .first_row = first};
  alloc_grid(reader->spec, grid);
  for (int i = 0; i < grid->n_series; i++) {
    const pc_node *head = first == 1 ? csv->rows[0]->items[i + 1] : NULL;
    grid->names[i] = i < series.count ? series.items[i].node : head;
  }
  for (int i = 0; i < grid->n_categories; i++) {
    const pc_node *row = csv->rows[first + i];
    grid->labels[i] = row->items[0];
    memcpy(grid->values + i * grid->n_series, row->items + 1,
           (size_t)grid->n_series * sizeof(const pc_node *));
  }
  return true;
}

/* {csv: file}, unless it is a label with a number. */
static bool is_csv_map(const pc_node *data) {
  return data->kind == PC_NODE_MAP && data->n_items == 1 &&
         pc_schema_find(&pc_chart_csv_schema, data->pairs[0].key) != NULL &&
         data->pairs[0].value->kind == PC_NODE_SCALAR && !is_number(data->pairs[0].value);
}

bool pc_chart_grid_read(pc_reader *reader, const pc_node *data, pc_strings series,
                        pc_chart_grid *grid) {
  *grid = (pc_chart_grid){0};
  pc_chart_csv_keys keys = {{data->text, data}};
  if (is_csv_map(data))
    pc_schema_read(reader, &pc_chart_csv_schema, data, &keys);
  if (data->kind == PC_NODE_SCALAR && is_number(data)) {
    PC_REPORT_HINT(reader->diags, data->at, PC_BAD_VALUE, DATA_HINT,
                   "'%s' is a number without a label", data->text);
    return false;
  }
  if (keys.csv.text != NULL)
    return read_csv(reader, keys.csv, series, grid);
  if (data->kind != PC_NODE_MAP && data->kind != PC_NODE_LIST)
    return pc_type_report(reader, data, "labels with their numbers", DATA_HINT);
  return read_pairs(reader, data, series, grid);
}

/* chart.c - reads a chart: its numbers checked, its labels as marked text.  Layer: doc. */
#include <math.h>
#include <string.h>

#include "base/translate.h"
#include "doc/chart_data.h"
#include "doc/keys_chart.h"
#include "doc/readers.h"
#include "doc/resolve.h"

#define NUMBER_HINT "write digits, such as 24 or 1,234.5, or nothing where there is no number"

/* What all numbers of a chart share while they are read. */
typedef struct numbers {
  pc_reader *reader;
  const pc_chart_grid *grid;
  const pc_chart_keys *keys;
  int decimals, least_decimals; /* of the numbers read */
  char *unit;                   /* written behind them; NULL: nothing */
  const pc_node *first;         /* the first one */
  bool is_sound;
} numbers;

/* "'a.csv' row 3, column B (会場): " for a number in a file, and nothing for one in the poster. */
static char *name_place(const numbers *all, int index) {
  const pc_chart_grid *grid = all->grid;
  if (grid->csv == NULL)
    return g_strdup("");
  const int series = index % grid->n_series;
  const pc_node *name = grid->names[series];
  bool is_named = name != NULL && name->kind == PC_NODE_SCALAR && *name->text != '\0';
  g_autofree char *cell =
      pc_csv_name_cell(grid->csv, grid->first_row + index / grid->n_series, 1 + series);
  return is_named ? g_strdup_printf("%s (%s): ", cell, name->text) : g_strdup_printf("%s: ", cell);
}

static void report(numbers *all, int index, pc_code code, const char *hint, const char *what) {
  const pc_node *node = all->grid->values[index];
  g_autofree char *place = name_place(all, index);
  const char *text = node->text != NULL ? node->text : "";
  long length = g_utf8_strlen(text, -1);
  g_autofree char *shown = g_utf8_substring(text, 0, MIN(length, 40));
  PC_REPORT_HINT(all->reader->diags, node->at, code, hint, "%s'%s%s' %s", place, shown,
                 length > 40 ? "…" : "", _(what));
  all->is_sound = false;
}

/* "3人" beside `unit: 名`. */
static void check_given_unit(numbers *all, int index, const char *unit) {
  const char *given = all->keys->unit.text;
  if (unit == NULL || given == NULL || *given == '\0' || strcmp(unit, given) == 0)
    return;
  g_autofree char *what = g_strdup_printf(_("is in %s, but `unit` is %s"), unit, given);
  report(all, index, PC_BAD_VALUE, "correct one of the two, or write numbers alone here", what);
}

/* "24人" and "18名" in one chart cannot both be right. */
static void check_unit(numbers *all, int index, const char *unit) {
  if (all->first == NULL) {
    all->unit = g_strdup(unit);
    all->first = all->grid->values[index];
    check_given_unit(all, index, unit);
    return;
  }
  if (g_strcmp0(all->unit, unit) == 0)
    return;
  g_autofree char *own =
      unit == NULL ? g_strdup(_("has no unit")) : g_strdup_printf(_("is in %s"), unit);
  g_autofree char *others = all->unit == NULL
                                ? g_strdup(_("the numbers before it have no unit"))
                                : g_strdup_printf(_("the numbers before it are in %s"), all->unit);
  g_autofree char *what = g_strdup_printf(_("%s, but %s"), own, others);
  report(all, index, PC_BAD_VALUE, "write the unit once, as `unit:`, and numbers alone here", what);
}

/* Parts of a whole. */
static void check_part(numbers *all, int index, double value) {
  static const char *const wholes[PC_N_CHART_TYPES] = {
      [PC_CHART_STACKED] = "is negative, and cannot be a part of a stacked bar",
      [PC_CHART_PIE] = "is negative, and cannot be a part of a pie",
      [PC_CHART_DONUT] = "is negative, and cannot be a part of a donut",
  };
  const char *what = wholes[all->keys->type];
  if (what != NULL && value < 0)
    report(all, index, PC_BAD_VALUE, "use type: bar or hbar", what);
}

static double read_number(numbers *all, int index) {
  const pc_node *node = all->grid->values[index];
  if (node == NULL || node->kind == PC_NODE_NULL)
    return NAN;
  if (node->kind != PC_NODE_SCALAR) {
    all->is_sound = pc_type_report(all->reader, node, "a number", NUMBER_HINT);
    return NAN;
  }
  if (node->text[strspn(node->text, " ")] == '\0')
    return NAN;
  pc_written_number number;
  if (!pc_written_number_parse(node->text, &number)) {
    report(all, index, PC_BAD_VALUE, NUMBER_HINT, "is not a number");
    return NAN;
  }
  g_autofree char *unit = number.unit;
  check_unit(all, index, unit);
  check_part(all, index, number.value);
  all->decimals = MAX(all->decimals, number.decimals);
  all->least_decimals = MIN(all->least_decimals, number.decimals);
  return number.value;
}

static void check_any(numbers *all) {
  if (!all->is_sound || all->first != NULL)
    return;
  PC_REPORT_HINT(all->reader->diags, all->keys->data->at, PC_BAD_VALUE,
                 "write a number beside each label: {A: 24, B: 18}", "the chart has no numbers");
  all->is_sound = false;
}

/* By series; NULL: reported. */
static const double *read_numbers(numbers *all) {
  const pc_chart_grid *grid = all->grid;
  const int n = grid->n_categories * grid->n_series;
  double *values = pc_spec_alloc(all->reader->spec, (size_t)n * sizeof(double));
  for (int i = 0; i < n; i++)
    values[i % grid->n_series * grid->n_categories + i / grid->n_series] = read_number(all, i);
  check_any(all);
  return all->is_sound ? values : NULL;
}

static bool is_round(pc_chart_type type) {
  return type == PC_CHART_PIE || type == PC_CHART_DONUT;
}

/* A pie is one whole, all of it known. */
static bool check_whole(pc_reader *reader, const pc_chart_keys *keys, const pc_chart_grid *grid,
                        const double *values) {
  double sum = 0;
  const char *what = NULL, *hint = "use type: stacked, or one chart for each";
  for (int i = 0; i < grid->n_categories; i++)
    sum += values[i];
  if (grid->n_series > 1)
    what = "a pie shows one number for each label";
  else if (isnan(sum))
    what = "a pie needs a number for each label", hint = "leave the label out, or write 0";
  else if (sum <= 0)
    what = "a pie cannot be drawn where all numbers are 0", hint = "use type: bar";
  if (what != NULL)
    PC_REPORT_HINT(reader->diags, keys->data->at, PC_BAD_VALUE, hint, "%s", _(what));
  return what == NULL;
}

static const pc_rich *const *parse_texts(pc_reader *reader, const pc_node **nodes, int n) {
  const pc_rich **texts = pc_spec_alloc(reader->spec, (size_t)n * sizeof(const pc_rich *));
  for (int i = 0; i < n; i++) {
    if (nodes[i] != NULL && nodes[i]->kind == PC_NODE_SCALAR)
      texts[i] = pc_markup_parse_inline(reader, (pc_string){nodes[i]->text, nodes[i]});
  }
  return texts;
}

static const char *find_unit(pc_reader *reader, const numbers *all) {
  const char *given = pc_name_repair(reader, all->keys->unit);
  if (given != NULL || all->unit == NULL)
    return given;
  return pc_spec_copy(reader->spec, all->unit, strlen(all->unit));
}

/* NULL: reported. */
static const pc_chart *resolve_chart(pc_reader *reader, const pc_chart_keys *keys) {
  pc_chart_grid grid;
  if (keys->data == NULL || !pc_chart_grid_read(reader, keys->data, keys->series, &grid))
    return NULL;
  numbers all = {
      .reader = reader, .grid = &grid, .keys = keys, .least_decimals = G_MAXINT, .is_sound = true};
  const double *values = read_numbers(&all);
  const char *unit = find_unit(reader, &all);
  g_free(all.unit);
  if (values == NULL || (is_round(keys->type) && !check_whole(reader, keys, &grid, values)))
    return NULL;
  pc_chart *chart = pc_spec_alloc(reader->spec, sizeof(pc_chart));
  *chart = (pc_chart){
      .type = keys->type,
      .n_categories = grid.n_categories,
      .n_series = grid.n_series,
      .categories = parse_texts(reader, grid.labels, grid.n_categories),
      .series = parse_texts(reader, grid.names, grid.n_series),
      .values = values,
      .decimals = all.decimals,
      .least_decimals = MIN(all.decimals, MAX(1, all.least_decimals)),
      .title = pc_markup_parse_inline(reader, keys->title),
      .unit = unit,
      .legend = keys->legend,
      .shows_values = keys->values,
  };
  return chart;
}

bool pc_chart_block_read(pc_reader *reader, const pc_node *node, void *member) {
  if (node->kind != PC_NODE_MAP)
    return pc_type_report(reader, node, "a mapping with type and data",
                          "write chart: {type: bar, data: {A: 24, B: 18}}");
  pc_chart_keys keys;
  bool is_sound = pc_schema_read(reader, &pc_chart_schema, node, &keys);
  const pc_chart *chart = resolve_chart(reader, &keys);
  if (chart == NULL)
    return false;
  const pc_figure *figure = pc_frame_resolve(reader, &keys.frame, (pc_string){0}, node->at);
  pc_figure_append(reader, PC_BLOCK_CHART, figure, member)->chart = chart;
  return is_sound;
}

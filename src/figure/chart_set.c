/* chart_set.c - shapes the labels of a chart once.  Layer: figure. */
#include "figure/chart_set.h"

#include <math.h>

#include "doc/lang.h"

/* A unit that is no wider stands with each number, where there are not too many of them. */
static const double short_unit_em = 2.1;
static const int most_units = 16;
/* Lines whose numbers are all in the upper part of the scale do not begin at zero. */
static const double high_share = 0.6;
/* Names beside the marks take no more of the width, em and share. */
static const double most_name_em = 9;
static const double most_name_share = 0.3;
static const double name_gap_em = 0.6;

static pc_label **make_labels(const pc_maker *maker, const pc_rich *const *texts, int n) {
  pc_label **labels = g_new0(pc_label *, (gsize)n);
  for (int i = 0; i < n; i++)
    labels[i] = pc_label_new(maker, texts[i], false);
  return labels;
}

static void free_labels(pc_label **labels, int n) {
  for (int i = 0; labels != NULL && i < n; i++)
    pc_label_free(labels[i]);
  g_free(labels);
}

/* "計64人": what the hole of a ring tells. */
static pc_label *make_total(const pc_maker *maker, const pc_chart_set *set, double all) {
  g_autofree char *number = pc_number_format(all, set->data->decimals, set->data->unit);
  g_autofree char *text = g_strdup_printf(set->japanese ? "計\n%s" : "Total\n%s", number);
  return pc_label_new_text(maker, text, set->at, true);
}

static pc_label *make_number(const pc_maker *maker, const pc_chart_set *set, double value,
                             const char *unit) {
  g_autofree char *text =
      isnan(value) ? g_strdup("\u2013") : pc_number_format(value, set->data->decimals, unit);
  return pc_label_new_text(maker, text, set->at, true);
}

/* The unit where it is printed once, "（人）"; NULL: it stands with each number. */
static pc_label *make_unit(const pc_maker *maker, const pc_chart_set *set) {
  const pc_chart *data = set->data;
  if (data->unit == NULL)
    return NULL;
  g_autoptr(pc_label) alone = pc_label_new_text(maker, data->unit, set->at, false);
  bool is_short = alone->full_em <= short_unit_em && data->shows_values;
  if (is_short && data->n_series == 1 && data->n_categories <= most_units)
    return NULL;
  g_autofree char *text = g_strdup_printf(set->japanese ? "（%s）" : "(%s)", data->unit);
  return pc_label_new_text(maker, text, set->at, false);
}

static double *measure_narrow(const pc_chart_set *set) {
  const int n = set->data->n_categories;
  double *narrow = g_new0(double, (gsize)n);
  for (int i = 0; i < n; i++) {
    const pc_label *label = set->categories[i];
    bool is_long = label->full_em > PC_LONG_NAME_EM;
    narrow[i] = is_long ? pc_label_find_width(label, 2) : label->full_em;
  }
  return narrow;
}

static void sum_values(pc_chart_set *set) {
  const pc_chart *data = set->data;
  bool is_stacked = data->type == PC_CHART_STACKED;
  set->sums = g_new0(double, (gsize)data->n_categories);
  for (int i = 0; i < data->n_categories; i++)
    set->sums[i] = NAN;
  set->least = INFINITY;
  set->most = -INFINITY;
  for (int i = 0; i < data->n_categories * data->n_series; i++) {
    double value = data->values[i];
    if (isnan(value))
      continue;
    double *sum = &set->sums[i % data->n_categories];
    *sum = isnan(*sum) ? value : *sum + value;
    set->least = MIN(set->least, value);
    set->most = MAX(set->most, is_stacked ? *sum : value);
  }
  if (set->most < set->least)
    set->least = set->most = 0;
}

static void shape_numbers(const pc_maker *maker, pc_chart_set *set) {
  const pc_chart *data = set->data;
  const char *unit = set->unit == NULL ? data->unit : NULL;
  const int n = data->n_categories * data->n_series;
  set->values = g_new0(pc_label *, (gsize)n);
  for (int i = 0; i < n; i++)
    set->values[i] = make_number(maker, set, data->values[i], unit);
  set->totals = g_new0(pc_label *, (gsize)data->n_categories);
  double all = 0;
  for (int i = 0; i < data->n_categories; i++) {
    set->totals[i] = make_number(maker, set, set->sums[i], unit);
    all += isnan(set->sums[i]) ? 0 : set->sums[i];
  }
  set->total = make_total(maker, set, all);
}

static void shape_scale(const pc_maker *maker, pc_chart_set *set) {
  bool is_high = set->data->type == PC_CHART_LINE && set->least > high_share * set->most;
  set->scale = pc_scale_make(set->least, set->most, !is_high);
  const char *unit = set->unit == NULL ? set->data->unit : NULL;
  for (int i = 0; i < set->scale.n; i++) {
    g_autofree char *text =
        pc_number_format(set->scale.low + set->scale.step * i, set->scale.decimals, unit);
    set->ticks[i] = pc_label_new_text(maker, text, set->at, false);
  }
}

pc_chart_set *pc_chart_set_new(const pc_maker *maker, const pc_block *block) {
  pc_chart_set *set = g_new0(pc_chart_set, 1);
  set->data = block->chart;
  set->at = block->at;
  set->japanese = pc_lang_is_japanese(maker->doc->lang);
  set->title = pc_label_new(maker, set->data->title, true);
  set->categories = make_labels(maker, set->data->categories, set->data->n_categories);
  set->series = make_labels(maker, set->data->series, set->data->n_series);
  set->narrow = measure_narrow(set);
  set->unit = make_unit(maker, set);
  sum_values(set);
  shape_numbers(maker, set);
  shape_scale(maker, set);
  return set;
}

void pc_chart_set_free(pc_chart_set *set) {
  if (set == NULL)
    return;
  const pc_chart *data = set->data;
  pc_label_free(set->title);
  pc_label_free(set->unit);
  pc_label_free(set->total);
  free_labels(set->categories, data->n_categories);
  free_labels(set->totals, data->n_categories);
  free_labels(set->series, data->n_series);
  free_labels(set->values, data->n_categories * data->n_series);
  for (int i = 0; i < PC_SCALE_MAX_TICKS; i++)
    pc_label_free(set->ticks[i]);
  g_free(set->sums);
  g_free(set->narrow);
  g_free(set);
}

double pc_labels_full(pc_label *const *labels, int n) {
  double most = 0;
  for (int i = 0; i < n; i++)
    most = MAX(most, labels[i]->full_em);
  return most;
}

double pc_labels_phrase(pc_label *const *labels, int n) {
  double most = 0;
  for (int i = 0; i < n; i++)
    most = MAX(most, labels[i]->phrase_em);
  return most;
}

double pc_labels_least(pc_label *const *labels, int n) {
  double most = 0;
  for (int i = 0; i < n; i++)
    most = MAX(most, labels[i]->least_em);
  return most;
}

double pc_labels_height(pc_label *const *labels, int n, double width) {
  double most = 0;
  for (int i = 0; i < n; i++)
    most = MAX(most, pc_label_height(labels[i], width));
  return most;
}

double pc_chart_set_tick_width(const pc_chart_set *set) {
  return pc_labels_full(set->ticks, set->scale.n) + PC_HAIR_EM;
}

double pc_chart_set_value_width(const pc_chart_set *set) {
  return pc_labels_full(set->values, set->data->n_categories * set->data->n_series) + PC_HAIR_EM;
}

double pc_chart_set_easy_names(const pc_chart_set *set) {
  const pc_chart *data = set->data;
  bool goes = data->type == PC_CHART_STACKED || data->type == PC_CHART_LINE;
  double widest = pc_labels_full(set->series, data->n_series);
  bool may = goes && data->legend == PC_LEGEND_AUTO && data->n_series > 1;
  return may && widest <= most_name_em ? widest / most_name_share : 0;
}

bool pc_chart_set_names_directly(const pc_chart_set *set, double width) {
  double easy = pc_chart_set_easy_names(set);
  return easy > 0 && width >= easy;
}

double pc_chart_set_name_width(const pc_chart_set *set, double width) {
  if (!pc_chart_set_names_directly(set, width))
    return 0;
  double number = set->data->type == PC_CHART_STACKED ? pc_chart_set_value_width(set) : 0;
  return pc_labels_full(set->series, set->data->n_series) + number + name_gap_em;
}

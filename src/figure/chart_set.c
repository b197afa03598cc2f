/* chart_set.c - shapes the labels of a chart once.  Layer: figure. */
#include "figure/chart_set.h"

#include <math.h>

#include "doc/lang.h"

/* A unit that is no wider stands with each number, where there are not too many of them. */
static const double short_unit_em = 2.1;
static const double most_number_em = 5.5;
static const int most_units = 16;
/* Lines whose numbers are all in the upper part of the scale do not begin at zero. */
static const double high_share = 0.5;
/* Names beside the marks take no more of the width, em and share. */
static const double most_name_em = 9;
static const double most_name_share = 0.3;
static const double most_forced_em = 16;
static const double most_forced_share = 0.5;
static const double name_gap_em = 0.85;
/* Names of lines whose ends are nearer in the lowest plot have leaders, em. */
static const double lowest_plot_em = 4.4;
static const double name_pitch_em = 1.15;

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
  g_autofree char *number = pc_chart_number(set->data, all, set->data->unit);
  g_autofree char *text = g_strdup_printf(set->japanese ? "計\n%s" : "Total\n%s", number);
  return pc_label_new_text(maker, text, set->at, true);
}

static pc_label *make_number(const pc_maker *maker, const pc_chart_set *set, double value,
                             const char *unit) {
  g_autofree char *text =
      isnan(value) ? g_strdup("\u2013") : pc_chart_number(set->data, value, unit);
  return pc_label_new_text(maker, text, set->at, true);
}

/* Upright bars and points stand side by side: only short numbers take their unit with them. */
static bool has_room_for_units(const pc_maker *maker, const pc_chart_set *set) {
  const pc_chart *data = set->data;
  bool is_upright = data->type == PC_CHART_BAR || data->type == PC_CHART_LINE;
  double widest = 0;
  for (int i = 0; is_upright && i < data->n_categories; i++) {
    g_autoptr(pc_label) number = make_number(maker, set, data->values[i], data->unit);
    widest = MAX(widest, number->full_em);
  }
  return widest <= most_number_em;
}

/* The unit where it is printed once, "（人）"; NULL: it stands with each number. */
static pc_label *make_unit(const pc_maker *maker, const pc_chart_set *set) {
  const pc_chart *data = set->data;
  if (data->unit == NULL)
    return NULL;
  g_autoptr(pc_label) alone = pc_label_new_text(maker, data->unit, set->at, false);
  bool is_short = alone->full_em <= short_unit_em && data->shows_values;
  if (is_short && has_room_for_units(maker, set) && data->n_series == 1 &&
      data->n_categories <= most_units)
    return NULL;
  g_autofree char *text = g_strdup_printf(set->japanese ? "（%s）" : "(%s)", data->unit);
  return pc_label_new_text(maker, text, set->at, false);
}

static double *measure_narrow(const pc_chart_set *set, int lines) {
  const int n = set->data->n_categories;
  double *narrow = g_new0(double, (gsize)n);
  for (int i = 0; i < n; i++) {
    const pc_label *label = set->categories[i];
    bool is_long = label->full_em > PC_LONG_NAME_EM;
    narrow[i] = is_long ? pc_label_find_width(label, lines) : label->full_em;
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
    double value = set->scale.low + set->scale.step * i;
    bool is_zero = fabs(value) < set->scale.step / 2;
    g_autofree char *text = pc_number_format(value, is_zero ? 0 : set->scale.decimals, unit);
    set->ticks[i] = pc_label_new_text(maker, text, set->at, false);
  }
}

/* Whether names at the ends of lines would have to leave them in a low plot; a stack's parts are
 * as low as they are. */
static bool needs_leaders(const pc_chart_set *set) {
  const pc_chart *data = set->data;
  const int last = data->n_categories - 1;
  double em = lowest_plot_em / (set->scale.high - set->scale.low);
  bool is_near = false;
  for (int i = 0; i < data->n_series; i++) {
    double value = pc_chart_value(data, i, last);
    for (int k = 0; k < i && data->type == PC_CHART_LINE; k++)
      is_near = is_near || fabs(pc_chart_value(data, k, last) - value) * em < name_pitch_em;
    is_near = is_near || (data->type == PC_CHART_STACKED && value * em < name_pitch_em);
  }
  return is_near;
}

pc_chart_set *pc_chart_set_new(const pc_maker *maker, const pc_block *block) {
  pc_chart_set *set = g_new0(pc_chart_set, 1);
  set->data = block->chart;
  set->at = block->at;
  set->japanese = pc_lang_is_japanese(maker->doc->lang);
  set->title = pc_label_new(maker, set->data->title, true);
  set->categories = make_labels(maker, set->data->categories, set->data->n_categories);
  set->series = make_labels(maker, set->data->series, set->data->n_series);
  set->narrow = measure_narrow(set, 2);
  set->tight = measure_narrow(set, 3);
  set->unit = make_unit(maker, set);
  sum_values(set);
  shape_numbers(maker, set);
  shape_scale(maker, set);
  set->has_leaders = needs_leaders(set);
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
  g_free(set->tight);
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

/* Lines that all go to the end, or a last stack with all its parts. */
static bool ends_together(const pc_chart *data) {
  bool is_stacked = data->type == PC_CHART_STACKED;
  bool together = is_stacked || data->type == PC_CHART_LINE;
  for (int i = 0; i < data->n_series && together; i++) {
    double value = pc_chart_value(data, i, data->n_categories - 1);
    together = !isnan(value) && (!is_stacked || value > 0) && data->series[i] != NULL;
  }
  return together;
}

/* The share of the width that names at the marks take at the most; where the author wants no list
 * of them, more of it. */
static double name_share(const pc_chart_set *set) {
  return set->data->legend == PC_LEGEND_OFF ? most_forced_share : most_name_share;
}

double pc_chart_set_easy_names(const pc_chart_set *set) {
  const pc_chart *data = set->data;
  double widest = pc_labels_full(set->series, data->n_series);
  double most = data->legend == PC_LEGEND_OFF ? most_forced_em : most_name_em;
  bool may = data->legend != PC_LEGEND_ON && data->n_series > 1 && ends_together(data);
  return may && widest <= most ? widest / name_share(set) : 0;
}

bool pc_chart_set_names_directly(const pc_chart_set *set, double width) {
  double easy = pc_chart_set_easy_names(set);
  return easy > 0 && width >= easy;
}

double pc_chart_set_name_width(const pc_chart_set *set, double width) {
  if (!pc_chart_set_names_directly(set, width))
    return 0;
  double lead = set->has_leaders ? PC_LEADER_EM : 0;
  if (set->data->type == PC_CHART_STACKED)
    lead += pc_chart_set_value_width(set);
  return pc_labels_full(set->series, set->data->n_series) + lead + name_gap_em;
}

double pc_chart_easy_label(const pc_chart_set *set, double short_em) {
  double most = 0;
  for (int i = 0; i < set->data->n_categories; i++) {
    const pc_label *label = set->categories[i];
    most = MAX(most, MAX(label->phrase_em, MIN(label->full_em, short_em)));
  }
  return most;
}

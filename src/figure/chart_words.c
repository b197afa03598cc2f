/* chart_words.c - a chart for who cannot see it.  Layer: figure. */
#include <math.h>

#include "figure/chart_set.h"

/* What stands between the parts, in one language. */
typedef struct words {
  const char *kinds[PC_N_CHART_TYPES];
  const char *after_kind, *colon, *comma, *end, *gap;
} words;

static const words japanese_words = {
    {"棒グラフ", "横棒グラフ", "積み上げ棒グラフ", "円グラフ", "ドーナツグラフ", "折れ線グラフ"},
    "。",
    "：",
    "、",
    "。",
    "データなし"};
static const words english_words = {
    {"Bar chart", "Bar chart", "Stacked bar chart", "Pie chart", "Donut chart", "Line chart"},
    ". ",
    ": ",
    ", ",
    ". ",
    "no data"};

static void append_text(GString *out, const pc_rich *rich) {
  if (rich != NULL)
    g_string_append(out, rich->text);
}

static void append_unit(GString *out, const char *unit, bool japanese) {
  if (unit != NULL)
    g_string_append_printf(out, japanese ? "（%s）" : " (%s)", unit);
}

char *pc_chart_number(const pc_chart *chart, double value, const char *unit) {
  int decimals = pc_number_decimals(value, chart->least_decimals, chart->decimals);
  return pc_number_format(value, decimals, unit);
}

static void append_values(const pc_chart *chart, int series, const words *w, GString *out) {
  for (int i = 0; i < chart->n_categories; i++) {
    double value = pc_chart_value(chart, series, i);
    g_autofree char *number = isnan(value) ? g_strdup(w->gap) : pc_chart_number(chart, value, NULL);
    g_string_append(out, i > 0 ? w->comma : "");
    append_text(out, chart->categories[i]);
    g_string_append_printf(out, "%s%s", chart->categories[i] != NULL ? " " : "", number);
  }
}

/* "棒グラフ。参加者数（人）：2019年 24、2020年 18" */
void pc_chart_describe(const pc_chart *chart, bool japanese, GString *out) {
  const words *w = japanese ? &japanese_words : &english_words;
  g_string_append_printf(out, "%s%s", w->kinds[chart->type], w->after_kind);
  const gsize start = out->len;
  append_text(out, chart->title);
  append_unit(out, chart->unit, japanese);
  g_string_append(out, out->len > start ? w->colon : "");
  for (int i = 0; i < chart->n_series; i++) {
    g_string_append(out, i > 0 ? w->end : "");
    append_text(out, chart->series[i]);
    g_string_append(out, chart->series[i] != NULL ? w->colon : "");
    append_values(chart, i, w, out);
  }
}

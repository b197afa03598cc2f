/* dump_chart.c - a chart as JSON.  Layer: doc. */
#include "doc/chart.h"
#include "doc/dump.h"

#include <math.h>

static void dump_series(pc_json *json, const pc_chart *chart, int series) {
  pc_json_begin_flat(json, NULL, '{');
  pc_rich_dump(json, "name", chart->series[series]);
  pc_json_begin_flat(json, "values", '[');
  for (int i = 0; i < chart->n_categories; i++) {
    double value = pc_chart_value(chart, series, i);
    g_autofree char *text = isnan(value) ? NULL : g_strdup_printf("%.*f", chart->decimals, value);
    pc_json_text(json, NULL, text);
  }
  pc_json_end(json, ']');
  pc_json_end(json, '}');
}

void pc_chart_dump(pc_json *json, const pc_chart *chart) {
  static const char *const legends[] = {"auto", "true", "false"};
  pc_json_text(json, "type", pc_chart_type_words[chart->type]);
  pc_rich_dump(json, "title", chart->title);
  pc_json_text(json, "unit", chart->unit);
  pc_json_text(json, "legend", legends[chart->legend]);
  pc_json_bool(json, "values", chart->shows_values);
  pc_json_begin_flat(json, "labels", '[');
  for (int i = 0; i < chart->n_categories; i++)
    pc_rich_dump(json, NULL, chart->categories[i]);
  pc_json_end(json, ']');
  pc_json_begin(json, "series", '[');
  for (int i = 0; i < chart->n_series; i++)
    dump_series(json, chart, i);
  pc_json_end(json, ']');
}

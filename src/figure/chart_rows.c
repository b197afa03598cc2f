/* chart_rows.c - lying bars, their labels on the left.  Layer: figure. */
#include "figure/chart_set.h"

#include <math.h>

#include "figure/chart_fill.h"

/* Em of the labels. */
static const double least_bar_em = 1.05;
static const double natural_bar_em = 1.5;
static const double good_bar_em = 2.2;
static const double spacious_bar_em = 4.2; /* a row grows as if for this one */
static const double spread_rows = 1.5;     /* of rows in a room that is higher than they need */
/* And no bar is thicker: what a row has beyond it is air. */
static const double most_bar_em = 1.6;
static const double bar_share = 0.68;  /* of a row */
static const double row_gap_em = 0.55; /* between rows, at the least */
static const double label_gap_em = 0.6;
static const double value_gap_em = 0.35;
static const double scale_em = 1.5; /* below the bars */
static const double least_plot_em = 4;
static const double easy_plot_em = 6;
/* A label that is no longer should stand on one line. */
static const double short_label_em = 8;
/* Labels take no more of the width; they are parted into lines first. */
static const double label_share = 0.42;

typedef struct rows {
  double label, before, after; /* widths: labels; numbers of negative bars; numbers */
  double plot;
  bool has_values;
  double label_height;
} rows;

static double values_width(const pc_chart_set *set) {
  return pc_labels_full(set->values, set->data->n_categories * set->data->n_series) + value_gap_em;
}

static rows plan_rows(const pc_chart_set *set, double width) {
  const int n = set->data->n_categories;
  rows it = {.has_values = set->data->shows_values};
  double least = pc_labels_least(set->categories, n);
  it.label = MIN(pc_labels_full(set->categories, n), MAX(least, label_share * width));
  it.label += it.label > 0 ? PC_HAIR_EM : 0;
  it.label_height = MAX(1, pc_labels_height(set->categories, n, it.label));
  double gap = it.label > 0 ? label_gap_em : 0;
  it.has_values = it.has_values && width - it.label - gap - 2 * values_width(set) >= least_plot_em;
  double tick = pc_chart_set_tick_width(set) / 2;
  it.after = it.has_values ? values_width(set) : tick;
  it.before = set->least < 0 && it.has_values ? values_width(set) : 0;
  it.before = it.has_values ? it.before : MAX(0, tick - it.label - gap);
  it.plot = MAX(0.5, width - it.label - gap - it.before - it.after);
  return it;
}

static double row_height(const pc_chart_set *set, const rows *it, double bar) {
  return MAX(bar * set->data->n_series, it->label_height) + row_gap_em * MAX(1, bar);
}

static double good_row(const pc_chart_set *set, const rows *it) {
  double bar = MAX(good_bar_em / sqrt(set->data->n_series), least_bar_em);
  return row_height(set, it, bar);
}

/* Rows stand apart before their bars become as thick as they may. */
static double tallest_row(const pc_chart_set *set, const rows *it) {
  double bar = MAX(spacious_bar_em / sqrt(set->data->n_series), least_bar_em);
  return spread_rows * row_height(set, it, bar);
}

/* Room for the scale even where numbers are printed: a wider chart is never a higher one. */
static pc_chart_need measure_rows(const pc_chart_set *set, double width) {
  const int n = set->data->n_categories;
  const rows it = plan_rows(set, width);
  double others = least_plot_em + label_gap_em + pc_chart_set_tick_width(set);
  return (pc_chart_need){
      .width = pc_labels_least(set->categories, n) + others,
      .easy_width = pc_chart_easy_label(set, short_label_em) + label_gap_em + easy_plot_em +
                    2 * values_width(set),
      .least = n * row_height(set, &it, least_bar_em) + scale_em,
      .natural = n * row_height(set, &it, natural_bar_em) + scale_em,
      .good = n * good_row(set, &it) + scale_em,
      .most = n * tallest_row(set, &it) + scale_em,
  };
}

typedef struct plot {
  const pc_chart_set *set;
  const pc_canvas *canvas;
  rows it;
  pc_em_box box;
  double pitch, bar, low, high;
} plot;

static double find_x(const plot *p, double value) {
  return p->box.x + p->box.w * (value - p->low) / (p->high - p->low);
}

static void draw_bar(const plot *p, int series, int category) {
  double value = pc_chart_value(p->set->data, series, category);
  const pc_label *label = pc_chart_set_value(p->set, series, category);
  double from = find_x(p, 0), to = find_x(p, isnan(value) ? 0 : value);
  double top = p->box.y + p->pitch * category + (p->pitch - p->bar * p->set->data->n_series) / 2 +
               p->bar * series;
  double gap = p->set->data->n_series > 1 ? MIN(0.08, p->bar * 0.1) : 0;
  pc_chart_fill fill = pc_chart_fill_series(p->canvas->look, series);
  pc_chart_fill_box(p->canvas, &fill,
                    (pc_em_box){MIN(from, to), top + gap / 2, fabs(to - from), p->bar - gap});
  if (!p->it.has_values && !isnan(value))
    return;
  double width = label->full_em + 0.02;
  double x = value < 0 ? to - value_gap_em - width : to + value_gap_em;
  pc_canvas_label(p->canvas, label, (pc_em_box){x, top + p->bar / 2 - 0.5, width, 1},
                  PC_ALIGN_START, p->canvas->look->ground);
}

static void set_range(plot *p) {
  const pc_chart_set *set = p->set;
  p->low = p->it.has_values ? MIN(0, set->least) : set->scale.low;
  p->high = p->it.has_values ? MAX(0, set->most) : set->scale.high;
  if (p->high - p->low <= 0)
    p->high = p->low + 1;
}

/* Rows as high as there is room for, up to bars that are not too thick. */
static plot plan_plot(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room) {
  const pc_chart *data = set->data;
  plot p = {.set = set, .canvas = canvas, .it = plan_rows(set, room.w)};
  double scale = p.it.has_values ? 0 : scale_em;
  p.pitch = MIN((room.h - scale) / data->n_categories, tallest_row(set, &p.it));
  p.bar = MAX(p.pitch * bar_share, MIN(least_bar_em * data->n_series, p.pitch - row_gap_em));
  p.bar = MIN(most_bar_em, p.bar / data->n_series);
  double height = p.pitch * data->n_categories;
  double gap = p.it.label > 0 ? label_gap_em : 0;
  p.box = (pc_em_box){room.x + p.it.label + gap + p.it.before,
                      room.y + (room.h - scale - height) / 2, p.it.plot, height};
  set_range(&p);
  return p;
}

static void draw_rows(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room) {
  const plot p = plan_plot(set, canvas, room);
  if (!p.it.has_values)
    pc_chart_draw_level_grid(set, canvas, p.box);
  for (int i = 0; i < set->data->n_categories; i++) {
    pc_em_box box = {room.x, p.box.y + p.pitch * i, p.it.label, p.pitch};
    pc_canvas_label(canvas, set->categories[i], box, PC_ALIGN_END, canvas->look->ground);
    for (int k = 0; k < set->data->n_series; k++)
      draw_bar(&p, k, i);
  }
  double zero = find_x(&p, 0);
  pc_canvas_line(canvas, (pc_em_point){zero, p.box.y},
                 (pc_em_point){zero, p.box.y + p.pitch * set->data->n_categories},
                 canvas->look->muted, pc_drawn.edge);
}

static int count_strays(const pc_chart_set *set, pc_em_box room) {
  return set->data->shows_values && !plan_rows(set, room.w).has_values;
}

const pc_chart_form pc_chart_rows = {measure_rows, draw_rows, count_strays, 0};

/* chart_columns.c - upright bars, side by side or one on the other.  Layer: figure. */
#include "figure/chart_columns.h"

#include <math.h>

#include "figure/chart_fill.h"
#include "figure/chart_spots.h"

/* Em of the labels. */
static const double label_gap_em = 0.45;
static const double least_plot_em = 4.2;
/* A plot's height to its width: not crowded, in good proportion, and where there is no end of
 * room. */
static const double natural_share = 0.4;
static const double most_natural_em = 8.5;
static const double good_share = 0.65;
static const double tallest_share = 1.7;
/* Bars: their share of a category's room, and how thick one becomes. */
static const double bar_share = 0.62;
static const double group_share = 0.76;
static const double most_bar_em = 5;
static const double most_single_em = 2.6; /* of one series: no number has to fit above its bar */
static const double least_bar_em = 0.5;
static const double most_pitch_em = 10;
static const double label_room_em = 0.3; /* between labels of neighbours */
static const double easy_room_em = 0.6;
/* A label that is no longer should stand on one line. */
static const double short_label_em = 4.5;
static const double value_gap_em = 0.3;
static const double axis_gap_em = 0.5; /* from a scale's numbers to the bars */

static double most_pitch(const pc_chart_set *set) {
  double bars = pc_chart_is_stacked(set) ? 1 : set->data->n_series;
  double label = pc_labels_full(set->categories, set->data->n_categories) + label_room_em;
  return MAX(MAX(most_pitch_em, MIN(label, 14)), bars * most_bar_em);
}

static void set_pitch(const pc_chart_set *set, pc_columns *it, double from, double width) {
  const int n = set->data->n_categories;
  double bars = pc_chart_is_stacked(set) ? 1 : set->data->n_series;
  it->pitch = MIN(width / n, most_pitch(set));
  it->x = from + (width - it->pitch * n) / 2;
  it->right = it->x + it->pitch * n;
  double most = set->data->n_series > 1 ? most_bar_em : most_single_em;
  it->bar = MIN(it->pitch * (bars > 1 ? group_share : bar_share) / bars, most);
}

/* Numbers stand over their bars; in stacks beside what is too low to hold them. */
static bool fits_values(const pc_chart_set *set, const pc_columns *it) {
  const pc_chart *data = set->data;
  double widest = pc_labels_full(set->values, data->n_categories * data->n_series);
  if (!data->shows_values)
    return false;
  if (pc_chart_is_stacked(set))
    return pc_stack_fits(set, it);
  return widest <= (data->n_series > 1 ? it->bar - 0.1 : it->pitch - label_room_em);
}

static pc_columns plan_columns(const pc_chart_set *set, double width, bool may_have_values) {
  pc_columns it = {0};
  double names = pc_chart_set_name_width(set, width);
  set_pitch(set, &it, 0, MAX(1, width - names));
  it.has_values = may_have_values && fits_values(set, &it);
  if (!it.has_values) {
    double axis = pc_chart_set_tick_width(set) + axis_gap_em;
    set_pitch(set, &it, axis, MAX(1, width - names - axis));
  }
  it.label_height = pc_labels_height(set->categories, set->data->n_categories,
                                     MAX(0.1, it.pitch - label_room_em));
  return it;
}

static double below_em(const pc_chart_set *set) {
  return set->least < 0 ? pc_column_top(set) : 0;
}

static double chrome_height(const pc_chart_set *set, const pc_columns *it) {
  return pc_column_top(set) + below_em(set) +
         (it->label_height > 0 ? label_gap_em + it->label_height : 0.1);
}

/* Of all categories and the scale. */
static double width_for(const pc_chart_set *set, double category) {
  double bars = pc_chart_is_stacked(set) ? 1 : set->data->n_series;
  return pc_chart_set_tick_width(set) + axis_gap_em +
         set->data->n_categories * MAX(category, bars * least_bar_em / bar_share);
}

static double easy_label(const pc_chart_set *set) {
  double most = 0;
  for (int i = 0; i < set->data->n_categories; i++) {
    const pc_label *label = set->categories[i];
    most = MAX(most, label->full_em <= short_label_em ? label->full_em : label->phrase_em);
  }
  return most + easy_room_em;
}

/* Of a category whose numbers fit. */
static double easy_numbers(const pc_chart_set *set) {
  const pc_chart *data = set->data;
  double widest = data->shows_values ? pc_chart_set_value_width(set) : 0;
  if (pc_chart_is_stacked(set))
    return (widest + PC_BESIDE_EM) / (1 - bar_share) + PC_HAIR_EM;
  return data->n_series > 1 ? data->n_series * (widest + 0.12) / group_share
                            : widest + easy_room_em;
}

static double easy_width(const pc_chart_set *set, double names) {
  double category = MAX(easy_label(set), easy_numbers(set));
  return MAX(names + width_for(set, category), pc_chart_set_easy_names(set));
}

static pc_chart_need measure_columns(const pc_chart_set *set, double width) {
  const int n = set->data->n_categories;
  /* As without numbers, so that a wider chart is never a higher one. */
  const pc_columns it = plan_columns(set, width, false);
  double names = pc_chart_set_name_width(set, width);
  double chrome = chrome_height(set, &it);
  double plot = MAX(least_plot_em, 1.3 * (names > 0 ? set->data->n_series : 1));
  double natural = CLAMP(natural_share * width, plot * 1.4, most_natural_em);
  return (pc_chart_need){
      .width = names + width_for(set, pc_labels_least(set->categories, n) + label_room_em),
      .easy_width = easy_width(set, names),
      .least = chrome + plot,
      .natural = chrome + natural,
      .good = chrome + MAX(plot * 1.4, good_share * width),
      .most = chrome + MAX(plot * 1.4, tallest_share * width),
  };
}

double pc_column_x(const pc_column_plot *p, int series, int category) {
  double bars = pc_chart_is_stacked(p->set) ? 1 : p->set->data->n_series;
  double left = p->it.x + p->it.pitch * category + (p->it.pitch - p->it.bar * bars) / 2;
  return left + (pc_chart_is_stacked(p->set) ? 0 : p->it.bar * series);
}

/* The lines of a scale keep off it. */
void pc_column_draw_value(const pc_column_plot *p, const pc_label *label, pc_em_point at,
                          bool is_above) {
  double y = is_above ? at.y - value_gap_em - 1 : at.y + value_gap_em;
  double width = label->full_em + PC_HAIR_EM;
  const pc_em_box box = {at.x - width / 2, y, width, 1};
  if (!p->it.has_values)
    pc_canvas_clear(p->canvas, box);
  pc_canvas_label(p->canvas, label, box, PC_ALIGN_CENTER, p->canvas->look->ground);
}

static pc_em_box bar_box(const pc_column_plot *p, int series, int category) {
  double value = pc_chart_value(p->set->data, series, category);
  double from = pc_column_y(p, 0), to = pc_column_y(p, isnan(value) ? 0 : value);
  /* Bars of a group stand off one another by a hair. */
  double gap = p->set->data->n_series > 1 ? MIN(0.08, p->it.bar * 0.1) : 0;
  return (pc_em_box){pc_column_x(p, series, category) + gap / 2, MIN(from, to), p->it.bar - gap,
                     fabs(to - from)};
}

static void draw_bar(const pc_column_plot *p, int series, int category) {
  double value = pc_chart_value(p->set->data, series, category);
  const pc_em_box box = bar_box(p, series, category);
  pc_chart_fill fill = pc_chart_fill_series(p->canvas->look, series);
  pc_chart_fill_box(p->canvas, &fill, box);
  const pc_em_point end = {box.x + box.w / 2, value < 0 ? box.y + box.h : box.y};
  const pc_label *label = pc_chart_set_value(p->set, series, category);
  if (p->it.has_values)
    pc_column_draw_value(p, label, end, !(value < 0));
}

/* A number that may be wider than its bar, where it touches no other bar and no number. */
static bool finds_room(const pc_column_plot *p, int index, const GArray *taken, pc_em_box *box) {
  const pc_chart *data = p->set->data;
  const int n = data->n_categories;
  const pc_em_box bar = bar_box(p, index / n, index % n);
  const double width = p->set->values[index]->full_em + PC_HAIR_EM;
  bool is_below = data->values[index] < 0;
  double x =
      CLAMP(bar.x + (bar.w - width) / 2, p->box.x, MAX(p->box.x, p->box.x + p->box.w - width));
  *box =
      (pc_em_box){x, is_below ? bar.y + bar.h + value_gap_em : bar.y - value_gap_em - 1, width, 1};
  bool is_clear = width <= p->box.w;
  for (guint i = 0; i < taken->len && is_clear; i++)
    is_clear = !pc_em_overlaps(*box, g_array_index(taken, pc_em_box, i));
  for (int i = 0; i < n * data->n_series && is_clear; i++) {
    bool is_gap = isnan(data->values[i]);
    is_clear = is_gap || !pc_em_overlaps(*box, bar_box(p, i / n, i % n));
  }
  return is_clear;
}

/* The number farthest from zero of those that are wanted; -1: none is left. */
static int find_farthest(const pc_chart *data, const bool *wanted) {
  int best = -1;
  for (int i = 0; i < data->n_categories * data->n_series; i++) {
    if (wanted[i] && (best < 0 || fabs(data->values[i]) > fabs(data->values[best])))
      best = i;
  }
  return best;
}

static void draw_where_free(const pc_column_plot *p, int index, GArray *taken) {
  pc_em_box box;
  if (!finds_room(p, index, taken, &box))
    return;
  const pc_em_box wide = {box.x - label_room_em, box.y, box.w + 2 * label_room_em, box.h};
  g_array_append_val(taken, wide);
  pc_canvas_clear(p->canvas, box);
  pc_canvas_label(p->canvas, p->set->values[index], box, PC_ALIGN_CENTER, p->canvas->look->ground);
}

/* Beside a scale: the numbers that tell most where not all have room, and the dashes of gaps. */
static void draw_telling(const pc_column_plot *p) {
  const pc_chart *data = p->set->data;
  g_autofree bool *wanted = pc_spots_telling(data);
  g_autoptr(GArray) taken = g_array_new(FALSE, FALSE, sizeof(pc_em_box));
  for (int i = find_farthest(data, wanted); i >= 0; i = find_farthest(data, wanted)) {
    wanted[i] = false;
    if (data->shows_values)
      draw_where_free(p, i, taken);
  }
  for (int i = 0; i < data->n_categories * data->n_series; i++)
    if (isnan(data->values[i]))
      draw_where_free(p, i, taken);
}

static void draw_category(const pc_column_plot *p, int index) {
  const pc_label *label = p->set->categories[index];
  double width = p->it.pitch - label_room_em;
  double y = p->box.y + p->box.h + below_em(p->set) + label_gap_em;
  pc_em_box box = {p->it.x + p->it.pitch * index + label_room_em / 2, y, width,
                   pc_label_height(label, width)};
  pc_canvas_label(p->canvas, label, box, PC_ALIGN_CENTER, p->canvas->look->ground);
}

static void set_range(pc_column_plot *p) {
  const pc_chart_set *set = p->set;
  p->low = p->it.has_values ? MIN(0, set->least) : set->scale.low;
  p->high = p->it.has_values ? MAX(0, set->most) : set->scale.high;
  if (p->high - p->low <= 0)
    p->high = p->low + 1;
}

static pc_column_plot plan_plot(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room,
                                bool may_have_values) {
  pc_column_plot p = {
      .set = set, .canvas = canvas, .it = plan_columns(set, room.w, may_have_values)};
  double chrome = chrome_height(set, &p.it);
  double height = MIN(MAX(0.1, room.h - chrome), MAX(least_plot_em * 1.4, tallest_share * room.w));
  double y = room.y + (room.h - chrome - height) / 2;
  p.it.x += room.x;
  p.it.right += room.x;
  p.box = (pc_em_box){p.it.x, y + pc_column_top(set), p.it.right - p.it.x, height};
  p.has_names = pc_chart_set_names_directly(set, room.w);
  set_range(&p);
  return p;
}

/* With all numbers, or else with a scale. */
static pc_column_plot choose_plot(const pc_chart_set *set, const pc_canvas *canvas,
                                  pc_em_box room) {
  pc_column_plot p = plan_plot(set, canvas, room, true);
  bool holds = !pc_chart_is_stacked(set) || pc_stack_holds(&p);
  return p.it.has_values && !holds ? plan_plot(set, canvas, room, false) : p;
}

static int count_strays(const pc_chart_set *set, pc_em_box room) {
  return set->data->shows_values && !choose_plot(set, NULL, room).it.has_values;
}

static void draw_columns(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room) {
  const pc_column_plot p = choose_plot(set, canvas, room);
  const bool is_stacked = pc_chart_is_stacked(set);
  if (!p.it.has_values)
    pc_chart_draw_grid(set, canvas, p.box);
  for (int i = 0; i < set->data->n_categories; i++) {
    draw_category(&p, i);
    for (int k = 0; !is_stacked && k < set->data->n_series; k++)
      draw_bar(&p, k, i);
    if (is_stacked)
      pc_stack_draw(&p, i);
  }
  double zero = pc_column_y(&p, 0);
  pc_canvas_line(canvas, (pc_em_point){p.box.x, zero}, (pc_em_point){p.box.x + p.box.w, zero},
                 canvas->look->muted, pc_drawn.edge);
  if (!p.it.has_values && !is_stacked)
    draw_telling(&p);
  if (p.has_names)
    pc_stack_draw_names(&p);
}

const pc_chart_form pc_chart_columns = {measure_columns, draw_columns, count_strays, 0};

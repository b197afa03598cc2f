/* chart_columns.c - upright bars, side by side or one on the other.  Layer: figure. */
#include "figure/chart_fill.h"
#include "figure/chart_set.h"

#include <math.h>

/* Room for numbers above, and for a category's label below; em. */
static const double top_em = 1.3;
static const double label_gap_em = 0.45;
static const double least_plot_em = 4.2;
/* Heights of the plot to its width, and the most of it that is asked for. */
static const double natural_share = 0.4;
static const double most_natural_em = 14;
static const double tallest_share = 0.9;
/* Bars: their share of a category's room, and how thick one becomes. */
static const double bar_share = 0.62;
static const double group_share = 0.76;
static const double most_bar_em = 5;
static const double least_bar_em = 0.5;
static const double most_pitch_em = 10;
static const double label_room_em = 0.3; /* between labels of neighbours */
static const double easy_room_em = 0.6;
/* A label that is no longer should stand on one line. */
static const double short_label_em = 4.5;
static const double value_gap_em = 0.3;
static const double beside_gap_em = 0.3;
static const double axis_gap_em = 0.5; /* from a scale's numbers to the bars */
static const double base_weight_em = 0.07;

/* Where everything stands in a width. */
typedef struct columns {
  double x, pitch, bar, right; /* of the first category's room; right of the last */
  bool has_values;
  double label_height;
} columns;

static bool is_stacked(const pc_chart_set *set) {
  return set->data->type == PC_CHART_STACKED;
}

static double most_pitch(const pc_chart_set *set) {
  double bars = is_stacked(set) ? 1 : set->data->n_series;
  double label = pc_labels_full(set->categories, set->data->n_categories) + label_room_em;
  return MAX(MAX(most_pitch_em, MIN(label, 14)), bars * most_bar_em);
}

static void set_pitch(const pc_chart_set *set, columns *it, double from, double width) {
  const int n = set->data->n_categories;
  double bars = is_stacked(set) ? 1 : set->data->n_series;
  it->pitch = MIN(width / n, most_pitch(set));
  it->x = from + (width - it->pitch * n) / 2;
  it->right = it->x + it->pitch * n;
  it->bar = MIN(it->pitch * (bars > 1 ? group_share : bar_share) / bars, most_bar_em);
}

/* Numbers stand over their bars; in stacks beside what is too low to hold them. */
static bool fits_values(const pc_chart_set *set, const columns *it) {
  const pc_chart *data = set->data;
  double widest = pc_labels_full(set->values, data->n_categories * data->n_series);
  if (!data->shows_values)
    return false;
  if (is_stacked(set))
    return widest <= MIN(it->bar, it->pitch - it->bar) - beside_gap_em &&
           pc_labels_full(set->totals, data->n_categories) <= it->pitch - label_room_em;
  return widest <= (data->n_series > 1 ? it->bar - 0.1 : it->pitch - label_room_em);
}

static columns plan_columns(const pc_chart_set *set, double width, bool may_have_values) {
  columns it = {0};
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
  return set->least < 0 ? top_em : 0;
}

static double chrome_height(const pc_chart_set *set, const columns *it) {
  return top_em + below_em(set) + (it->label_height > 0 ? label_gap_em + it->label_height : 0.1);
}

/* Of all categories and the scale. */
static double width_for(const pc_chart_set *set, double category) {
  double bars = is_stacked(set) ? 1 : set->data->n_series;
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
  if (is_stacked(set))
    return (widest + beside_gap_em) / (1 - bar_share) + PC_HAIR_EM;
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
  const columns it = plan_columns(set, width, false);
  double names = pc_chart_set_name_width(set, width);
  double chrome = chrome_height(set, &it);
  double plot = MAX(least_plot_em, 1.3 * (names > 0 ? set->data->n_series : 1));
  double natural = CLAMP(natural_share * width, plot * 1.4, most_natural_em);
  return (pc_chart_need){
      .width = names + width_for(set, pc_labels_least(set->categories, n) + label_room_em),
      .easy_width = easy_width(set, names),
      .least = chrome + plot,
      .natural = chrome + natural,
      .most = chrome + MAX(plot * 1.4, tallest_share * width),
  };
}

/* A chart being drawn. */
typedef struct plot {
  const pc_chart_set *set;
  const pc_canvas *canvas;
  columns it;
  pc_em_box box; /* of the scale */
  double low, high;
} plot;

static double find_y(const plot *p, double value) {
  return p->box.y + p->box.h * (p->high - value) / (p->high - p->low);
}

static double bar_x(const plot *p, int series, int category) {
  double bars = is_stacked(p->set) ? 1 : p->set->data->n_series;
  double left = p->it.x + p->it.pitch * category + (p->it.pitch - p->it.bar * bars) / 2;
  return left + (is_stacked(p->set) ? 0 : p->it.bar * series);
}

static void draw_value(const plot *p, const pc_label *label, pc_em_point at, bool is_above) {
  double y = is_above ? at.y - value_gap_em - 1 : at.y + value_gap_em;
  double width = label->full_em + 0.02;
  pc_canvas_label(p->canvas, label, (pc_em_box){at.x - width / 2, y, width, 1}, PC_ALIGN_CENTER,
                  p->canvas->look->ground);
}

static void draw_bar(const plot *p, int series, int category) {
  const pc_chart *data = p->set->data;
  double value = pc_chart_value(data, series, category);
  double from = find_y(p, 0), to = find_y(p, isnan(value) ? 0 : value);
  double x = bar_x(p, series, category);
  pc_chart_fill fill = pc_chart_fill_series(p->canvas->look, series);
  /* Bars of a group stand off one another by a hair. */
  double gap = data->n_series > 1 ? MIN(0.08, p->it.bar * 0.1) : 0;
  pc_chart_fill_box(p->canvas, &fill,
                    (pc_em_box){x + gap / 2, MIN(from, to), p->it.bar - gap, fabs(to - from)});
  if (p->it.has_values || isnan(value))
    draw_value(p, pc_chart_set_value(p->set, series, category),
               (pc_em_point){x + p->it.bar / 2, to}, !(value < 0));
}

/* A number inside its part of a stack. */
static void draw_inside(const plot *p, const pc_label *label, const pc_chart_fill *fill,
                        pc_em_box part) {
  double width = label->full_em + 0.02;
  pc_em_box box = {part.x + (part.w - width) / 2, part.y + part.h / 2 - 0.5, width, 1};
  if (fill->pattern != PC_PATTERN_PLAIN) {
    pc_display *shapes = p->canvas->drawing->shapes;
    pc_em_box patch = {box.x - 0.2, box.y - 0.08, box.w + 0.4, 1.16};
    pc_display_begin_path(shapes);
    pc_display_rect(shapes, pc_canvas_rect(p->canvas, patch), pc_canvas_um(p->canvas, 0.15));
    pc_display_fill(shapes, p->canvas->at, fill->color);
  }
  pc_canvas_label(p->canvas, label, box, PC_ALIGN_CENTER, fill->color);
}

/* Numbers of one stack that stand beside it. */
typedef struct beside_pen {
  double x, floor; /* their left; the top of the one below */
} beside_pen;

static const double least_part_em = 1.12;

/* A part that is too low has its number at its side. */
static void draw_part_value(const plot *p, int series, int category, pc_em_box part,
                            beside_pen *pen) {
  const pc_label *label = pc_chart_set_value(p->set, series, category);
  if (part.h >= least_part_em) {
    pc_chart_fill fill = pc_chart_fill_series(p->canvas->look, series);
    draw_inside(p, label, &fill, part);
    return;
  }
  double y = MIN(part.y + part.h / 2 - 0.5, pen->floor - 1);
  pen->floor = y;
  pc_canvas_label(p->canvas, label, (pc_em_box){pen->x, y, label->full_em + PC_HAIR_EM, 1},
                  PC_ALIGN_START, p->canvas->look->ground);
}

static void draw_stack(const plot *p, int category) {
  const pc_chart *data = p->set->data;
  double sum = 0, x = bar_x(p, 0, category);
  beside_pen pen = {x + p->it.bar + beside_gap_em / 2, p->box.y + p->box.h};
  for (int i = 0; i < data->n_series; i++) {
    double value = pc_chart_value(data, i, category);
    if (isnan(value) || value <= 0)
      continue;
    double from = find_y(p, sum), to = find_y(p, sum + value);
    pc_em_box part = {x, to, p->it.bar, from - to};
    pc_chart_fill fill = pc_chart_fill_series(p->canvas->look, i);
    pc_chart_fill_box(p->canvas, &fill, part);
    if (p->it.has_values)
      draw_part_value(p, i, category, part, &pen);
    sum += value;
  }
  bool is_gap = isnan(p->set->sums[category]);
  if (is_gap || (p->it.has_values && data->n_series > 1))
    draw_value(p, p->set->totals[category], (pc_em_point){x + p->it.bar / 2, find_y(p, sum)}, true);
}

/* Whether the numbers beside a stack stay between its foot and its sum. */
static bool holds_column(const plot *p, int category) {
  const pc_chart *data = p->set->data;
  double sum = 0, floor_y = p->box.y + p->box.h;
  for (int i = 0; i < data->n_series; i++) {
    double value = pc_chart_value(data, i, category);
    double high = isnan(value) ? 0 : p->box.h * value / (p->high - p->low);
    sum += high;
    if (high > 0 && high < least_part_em)
      floor_y = MIN(p->box.y + p->box.h - sum + high / 2 - 0.5, floor_y - 1);
  }
  return floor_y >= p->box.y + p->box.h - sum - 0.5;
}

static bool has_low_part(const plot *p, int category) {
  const double em = p->box.h / (p->high - p->low);
  bool has = false;
  for (int i = 0; i < p->set->data->n_series; i++) {
    double high = pc_chart_value(p->set->data, i, category) * em;
    has = has || (high > 0 && high < least_part_em);
  }
  return has && p->it.has_values;
}

/* Beside the last stack there is half of the room, unless names stand there. */
static bool holds_last(const plot *p, double names) {
  double room = (p->it.pitch - p->it.bar) / 2 + names;
  return !has_low_part(p, p->set->data->n_categories - 1) ||
         pc_chart_set_value_width(p->set) + beside_gap_em / 2 <= room;
}

static bool holds_values(const plot *p, double names) {
  bool holds = !is_stacked(p->set) || holds_last(p, names);
  for (int i = 0; is_stacked(p->set) && i < p->set->data->n_categories && holds; i++)
    holds = holds_column(p, i);
  return holds;
}

/* Names beside the parts of the last stack and their numbers, pushed upwards where they would
 * touch. */
static void draw_names(const plot *p) {
  const pc_chart *data = p->set->data;
  double sum = 0, floor_y = p->box.y + p->box.h;
  double x = bar_x(p, 0, data->n_categories - 1) + p->it.bar + beside_gap_em;
  x += has_low_part(p, data->n_categories - 1) ? pc_chart_set_value_width(p->set) : 0;
  double width = pc_labels_full(p->set->series, data->n_series) + PC_HAIR_EM;
  for (int i = 0; i < data->n_series; i++) {
    double value = pc_chart_value(data, i, data->n_categories - 1);
    value = isnan(value) ? 0 : value;
    double highest = p->box.y - top_em + (data->n_series - 1 - i) * 1.15;
    double y = MAX(highest, MIN(find_y(p, sum + value / 2) - 0.5, floor_y - 1));
    pc_canvas_label(p->canvas, p->set->series[i], (pc_em_box){x, y, width, 1}, PC_ALIGN_START,
                    p->canvas->look->ground);
    floor_y = y - 0.15;
    sum += value;
  }
}

static void draw_category(const plot *p, int index) {
  const pc_label *label = p->set->categories[index];
  double width = p->it.pitch - label_room_em;
  double y = p->box.y + p->box.h + below_em(p->set) + label_gap_em;
  pc_em_box box = {p->it.x + p->it.pitch * index + label_room_em / 2, y, width,
                   pc_label_height(label, width)};
  pc_canvas_label(p->canvas, label, box, PC_ALIGN_CENTER, p->canvas->look->ground);
}

static void set_range(plot *p) {
  const pc_chart_set *set = p->set;
  p->low = p->it.has_values ? MIN(0, set->least) : set->scale.low;
  p->high = p->it.has_values ? MAX(0, set->most) : set->scale.high;
  if (p->high - p->low <= 0)
    p->high = p->low + 1;
}

static plot plan_plot(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room,
                      bool may_have_values) {
  plot p = {.set = set, .canvas = canvas, .it = plan_columns(set, room.w, may_have_values)};
  double chrome = chrome_height(set, &p.it);
  double height = MIN(MAX(0.1, room.h - chrome), MAX(least_plot_em * 1.4, tallest_share * room.w));
  double y = room.y + (room.h - chrome - height) / 2;
  p.it.x += room.x;
  p.it.right += room.x;
  p.box = (pc_em_box){p.it.x, y + top_em, p.it.right - p.it.x, height};
  set_range(&p);
  return p;
}

static void draw_columns(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room) {
  plot p = plan_plot(set, canvas, room, true);
  if (p.it.has_values && !holds_values(&p, pc_chart_set_name_width(set, room.w)))
    p = plan_plot(set, canvas, room, false);
  if (!p.it.has_values)
    pc_chart_draw_grid(set, canvas, p.box);
  for (int i = 0; i < set->data->n_categories; i++) {
    draw_category(&p, i);
    for (int k = 0; !is_stacked(set) && k < set->data->n_series; k++)
      draw_bar(&p, k, i);
    if (is_stacked(set))
      draw_stack(&p, i);
  }
  double zero = find_y(&p, 0);
  pc_canvas_line(canvas, (pc_em_point){p.box.x, zero}, (pc_em_point){p.box.x + p.box.w, zero},
                 canvas->look->muted, base_weight_em);
  if (pc_chart_set_names_directly(set, room.w))
    draw_names(&p);
}

const pc_chart_form pc_chart_columns = {measure_columns, draw_columns};

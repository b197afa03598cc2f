/* chart_stack.c - bars one on the other, their sums and their names.  Layer: figure. */
#include <math.h>

#include "figure/chart_columns.h"
#include "figure/chart_fill.h"
#include "figure/chart_spread.h"

/* Em of the labels. */
static const double least_part_em = 1.12; /* a lower part has its number beside it */
static const double inside_gap_em = 0.3;
static const double total_gap_em = 0.3;
static const double name_gap_em = 0.15; /* from line to line */
static const double base_room_em = 0.08;
/* A number beside a stack is no farther from its part. */
static const double farthest_em = 0.7;

static double part_em(const pc_column_plot *p, int series, int category) {
  double value = pc_chart_value(p->set->data, series, category);
  return isnan(value) ? 0 : p->box.h * MAX(0, value) / (p->high - p->low);
}

static double total_height(const pc_column_plot *p, int category) {
  double high = 0;
  for (int i = 0; i < p->set->data->n_series; i++)
    high += part_em(p, i, category);
  return high;
}

static double foot(const pc_column_plot *p) {
  return p->box.y + p->box.h;
}

static bool is_low(double high) {
  return high > 0 && high < least_part_em;
}

static bool has_low_part(const pc_column_plot *p, int category) {
  bool has = false;
  for (int i = 0; i < p->set->data->n_series; i++)
    has = has || is_low(part_em(p, i, category));
  return has;
}

bool pc_stack_fits(const pc_chart_set *set, const pc_columns *it) {
  const pc_chart *data = set->data;
  double widest = pc_labels_full(set->values, data->n_categories * data->n_series);
  double total = pc_labels_full(set->totals, data->n_categories);
  return widest <= MIN(it->bar, it->pitch - it->bar) - PC_BESIDE_EM &&
         total <= it->pitch - total_gap_em;
}

/* Tops of numbers beside a stack, by series from the top one down; returns how far one is from its
 * part at the most. */
static double spread_numbers(const pc_column_plot *p, int category, double *tops) {
  const int n = p->set->data->n_series;
  double y = foot(p) - total_height(p, category), away = 0;
  const double top = y - 0.5;
  pc_spread spread = {0};
  double wanted[PC_CHART_MAX_SERIES] = {0};
  for (int i = n - 1; i >= 0; i--) {
    double high = part_em(p, i, category);
    if (is_low(high)) {
      wanted[spread.n] = y + high / 2 - 0.5;
      spread.tops[spread.n] = wanted[spread.n];
      spread.heights[spread.n++] = 1;
    }
    y += high;
  }
  const double low = foot(p) - base_room_em;
  pc_spread_place(&spread, 0, MIN(top, low - spread.n), low);
  for (int i = n - 1, k = 0; i >= 0; i--) {
    if (!is_low(part_em(p, i, category)))
      continue;
    away = MAX(away, fabs(spread.tops[k] - wanted[k]));
    tops[i] = spread.tops[k++];
  }
  return away;
}

/* Beside the last stack there is half of the room, unless names stand there. */
bool pc_stack_holds(const pc_column_plot *p) {
  const int n = p->set->data->n_categories;
  bool holds = true;
  double tops[PC_CHART_MAX_SERIES];
  for (int i = 0; i < n - p->has_names && holds; i++)
    holds = spread_numbers(p, i, tops) <= farthest_em;
  bool is_narrow =
      pc_chart_set_value_width(p->set) + PC_BESIDE_EM / 2 > (p->it.pitch - p->it.bar) / 2;
  return holds && (p->has_names || !is_narrow || !has_low_part(p, n - 1));
}

static void draw_inside(const pc_column_plot *p, const pc_label *label, const pc_chart_fill *fill,
                        pc_em_box part) {
  double width = label->full_em + PC_HAIR_EM;
  pc_em_box box = {part.x + (part.w - width) / 2, part.y + part.h / 2 - 0.5, width, 1};
  pc_chart_fill_patch(p->canvas, fill, box);
  pc_canvas_label(p->canvas, label, box, PC_ALIGN_CENTER, fill->color);
}

static void draw_part(const pc_column_plot *p, int series, int category, pc_em_box part) {
  const pc_label *label = pc_chart_set_value(p->set, series, category);
  const pc_chart_fill fill = pc_chart_fill_series(p->canvas->look, series);
  pc_chart_fill_box(p->canvas, &fill, part);
  bool holds = part.h >= least_part_em && label->full_em <= part.w - inside_gap_em;
  if (p->set->data->shows_values && holds)
    draw_inside(p, label, &fill, part);
}

/* The sum above a stack; where not all numbers have room, it is the one that is told. */
static void draw_total(const pc_column_plot *p, int category, double top) {
  const pc_label *total = p->set->totals[category];
  bool is_gap = isnan(p->set->sums[category]);
  bool goes = p->set->data->shows_values && p->set->data->n_series > 1 &&
              total->full_em <= p->it.pitch - total_gap_em;
  if (is_gap || goes)
    pc_column_draw_value(p, total, (pc_em_point){pc_column_x(p, 0, category) + p->it.bar / 2, top},
                         true);
}

static void draw_beside(const pc_column_plot *p, int category) {
  double tops[PC_CHART_MAX_SERIES];
  spread_numbers(p, category, tops);
  double x = pc_column_x(p, 0, category) + p->it.bar + PC_BESIDE_EM / 2;
  for (int i = 0; i < p->set->data->n_series; i++) {
    const pc_label *label = pc_chart_set_value(p->set, i, category);
    if (is_low(part_em(p, i, category)))
      pc_canvas_label(p->canvas, label, (pc_em_box){x, tops[i], label->full_em + PC_HAIR_EM, 1},
                      PC_ALIGN_START, p->canvas->look->ground);
  }
}

void pc_stack_draw(const pc_column_plot *p, int category) {
  const pc_chart *data = p->set->data;
  double top = foot(p), x = pc_column_x(p, 0, category);
  for (int i = 0; i < data->n_series; i++) {
    double high = part_em(p, i, category);
    top -= high;
    if (high > 0)
      draw_part(p, i, category, (pc_em_box){x, top, p->it.bar, high});
  }
  draw_total(p, category, top);
  bool is_named = p->has_names && category == data->n_categories - 1;
  if (p->it.has_values && !is_named)
    draw_beside(p, category);
}

/* Right of the last stack, and of the sum above it. */
static double names_x(const pc_column_plot *p) {
  const int last = p->set->data->n_categories - 1;
  double middle = pc_column_x(p, 0, last) + p->it.bar / 2;
  double total = p->set->data->shows_values ? p->set->totals[last]->full_em : 0;
  return middle + MAX(p->it.bar, total) / 2 + PC_BESIDE_EM;
}

static void draw_leader(const pc_column_plot *p, pc_em_point from, pc_em_point to) {
  const pc_color color = p->canvas->look->muted;
  const double stub = MIN(0.4, (to.x - from.x) / 3);
  const pc_em_point bends[] = {{from.x + stub, from.y}, {to.x - stub, to.y}};
  pc_canvas_line(p->canvas, from, bends[0], color, PC_LEADER_WEIGHT_EM);
  pc_canvas_line(p->canvas, bends[0], bends[1], color, PC_LEADER_WEIGHT_EM);
  pc_canvas_line(p->canvas, bends[1], to, color, PC_LEADER_WEIGHT_EM);
}

/* A low part's number stands before its name. */
void pc_stack_draw_names(const pc_column_plot *p) {
  const pc_chart_set *set = p->set;
  const int n = set->data->n_series, last = set->data->n_categories - 1;
  pc_spread spread = {.n = n};
  double middles[PC_CHART_MAX_SERIES], y = foot(p) - total_height(p, last);
  for (int k = 0; k < n; k++) {
    double high = part_em(p, n - 1 - k, last);
    middles[k] = y + high / 2;
    spread.tops[k] = middles[k] - 0.5;
    spread.heights[k] = 1;
    y += high;
  }
  pc_spread_place(&spread, name_gap_em, p->box.y - pc_column_top(set), foot(p) - base_room_em);
  bool has_numbers = p->it.has_values && has_low_part(p, last);
  double number = has_numbers ? pc_chart_set_value_width(set) : 0;
  double edge = pc_column_x(p, 0, last) + p->it.bar;
  double x = names_x(p) + (set->has_leaders ? PC_LEADER_EM - PC_BESIDE_EM : 0);
  double width = pc_labels_full(set->series, n) + PC_HAIR_EM;
  for (int k = 0; k < n; k++) {
    const int i = n - 1 - k;
    const pc_em_box name = {x + number, spread.tops[k], width, 1};
    const bool has_number = has_numbers && is_low(part_em(p, i, last));
    const pc_em_point end = {(has_number ? x : name.x) - 0.2, name.y + 0.5};
    if (set->has_leaders)
      draw_leader(p, (pc_em_point){edge + 0.15, middles[k]}, end);
    if (has_number)
      pc_canvas_label(p->canvas, pc_chart_set_value(set, i, last),
                      (pc_em_box){x, name.y, number - 0.3, 1}, PC_ALIGN_START,
                      p->canvas->look->ground);
    pc_canvas_label(p->canvas, set->series[i], name, PC_ALIGN_START, p->canvas->look->ground);
  }
}

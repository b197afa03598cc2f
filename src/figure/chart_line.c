/* chart_line.c - points joined by lines.  Layer: figure. */
#include "figure/chart_set.h"

#include <math.h>

#include "figure/chart_fill.h"
#include "figure/chart_spots.h"
#include "figure/chart_spread.h"

/* Em of the labels. */
static const double top_em = 1.5;
static const double bare_top_em = 0.8; /* without numbers */
/* From the scale's foot to the labels: where that is not zero, room for a number below a point. */
static const double foot_em = 0.3;
static const double deep_foot_em = 1.6;
static const double label_gap_em = 0.45;
static const double least_plot_em = 4.4;
static const double natural_share = 0.36;
static const double most_natural_em = 8.5;
/* A plot's height to its width: where it shares its panel, and where there is no end of room. */
static const double good_share = 0.55;
static const double tallest_share = 1.25;
static const double label_room_em = 0.5;
static const double name_gap_em = 0.75;
/* Around it, which numbers keep off. */
static const double name_clear_em = 0.1;
static const double name_pitch_em = 1.15;
/* Where a line leads to a name that could not stand at its line's end: from the end to that line,
 * and from the mark before the name to the name. */
static const double leader_gap_em = 0.3;
static const double mark_lead_em = 0.45;
static const double least_pitch_em = 0.7;
static const double easy_pitch_em = 1.1;
/* A label that is no longer should stand on one line. */
static const double short_label_em = 4.5;
/* So many labels may be parted into lines. */
static const int most_broken = 8;

typedef struct plot {
  const pc_chart_set *set;
  pc_em_box room, box; /* of everything; of the scale */
  double width;        /* that categories share; the lines of the scale may end before */
  double first, pitch; /* x of the first point, from point to point */
  double low, high;
  double base;         /* y of the line that they stand on */
  int stride;          /* every so many categories have their label */
  bool has_values;     /* of all points, in place of a scale */
  int n_missing;       /* numbers without room */
  pc_em_point *points; /* as values; y NAN: a gap */
  pc_em_box *values;   /* w 0: none */
  pc_em_box names[PC_CHART_MAX_SERIES];
  int n_names;
} plot;

static void clear_plot(plot *p) {
  g_free(p->points);
  g_free(p->values);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(plot, clear_plot)

static int count_points(const pc_chart *data) {
  return data->n_categories * data->n_series;
}

static double foot(const plot *p) {
  bool is_deep = p->has_values && fabs(p->set->scale.low) > 0;
  return is_deep ? deep_foot_em : foot_em;
}

static double top_of(const pc_chart_set *set) {
  return set->data->shows_values ? top_em : bare_top_em;
}

static double axis_width(const pc_chart_set *set) {
  return pc_chart_set_tick_width(set) + label_room_em;
}

/* Many labels stand on one line each, and some are left out; few ones are parted into lines. */
static bool is_thinned(const pc_chart_set *set) {
  return set->data->n_categories > most_broken;
}

/* From label to label: those at the ends are moved inwards. */
static double label_pitch(const plot *p, double full) {
  bool are_two = 2 * p->stride > p->set->data->n_categories - 1;
  return full + label_room_em + MAX(0, full / 2 - p->first) * (are_two ? 2 : 1);
}

/* How the categories share a width; numbers at the first and the last point need theirs. */
static void set_pitch(const pc_chart_set *set, double width, plot *p) {
  const int n = set->data->n_categories;
  double full = pc_labels_full(set->categories, n);
  double number = p->has_values ? pc_chart_set_value_width(set) / 2 + 0.05 : 0;
  double spare = (width - (n - 1) * (pc_chart_easy_label(set, short_label_em) + label_room_em)) / 2;
  double inset = MAX(MIN(width / n / 2, MAX(1, full / 2 + 0.1)), MIN(number, spare));
  p->first = n == 1 ? width / 2 : inset;
  p->pitch = n == 1 ? width : (width - 2 * inset) / (n - 1);
  p->stride = 1;
  while (is_thinned(set) && p->stride < n && p->stride * p->pitch < label_pitch(p, full))
    p->stride++;
}

static double label_width(const plot *p) {
  double full = pc_labels_full(p->set->categories, p->set->data->n_categories) + PC_HAIR_EM;
  return is_thinned(p->set) ? full : MIN(full, MAX(0.1, p->pitch - label_room_em / 2));
}

/* Above and below the plot. */
static double chrome_height(const plot *p) {
  double width = label_width(p), most = 0;
  for (int i = 0; i < p->set->data->n_categories; i += p->stride)
    most = MAX(most, pc_label_height(p->set->categories[i], width));
  return top_of(p->set) + foot(p) + (most > 0 ? label_gap_em + most : 0.1);
}

/* As with a scale beside the plot, and with numbers. */
static double measure_chrome(const pc_chart_set *set, double width) {
  plot p = {.set = set};
  double inner = width - pc_chart_set_name_width(set, width) - axis_width(set);
  set_pitch(set, MAX(1, inner), &p);
  p.has_values = set->data->shows_values;
  return chrome_height(&p);
}

static double least_height(const pc_chart_set *set, double width) {
  bool has_names = pc_chart_set_name_width(set, width) > 0;
  return MAX(least_plot_em, has_names ? 1.25 * set->data->n_series : 0);
}

static pc_chart_need measure_lines(const pc_chart_set *set, double width) {
  const int n = set->data->n_categories;
  double others = pc_chart_set_name_width(set, width) + axis_width(set);
  double one = is_thinned(set) ? pc_labels_full(set->categories, n) : 0;
  double least = pc_labels_least(set->categories, n) + label_room_em;
  double number = set->data->shows_values ? pc_chart_set_value_width(set) : 0;
  double easy = MAX(pc_chart_easy_label(set, short_label_em), number) + label_room_em;
  double chrome = measure_chrome(set, width), high = least_height(set, width);
  return (pc_chart_need){
      .width = others + (one > 0 ? MAX(n * least_pitch_em, one + label_room_em) : n * least),
      .easy_width = MAX(others + (one > 0 ? MAX(n * easy_pitch_em, one + label_room_em) : n * easy),
                        pc_chart_set_easy_names(set)),
      .least = chrome + high,
      .natural = chrome + CLAMP(natural_share * width, high * 1.3, most_natural_em),
      .good = chrome + MAX(high * 1.4, good_share * width),
      .most = chrome + MAX(high * 1.4, tallest_share * width),
  };
}

static void find_points(plot *p) {
  const pc_chart *data = p->set->data;
  for (int i = 0; i < count_points(data); i++) {
    double share = (data->values[i] - p->low) / (p->high - p->low);
    p->points[i] = (pc_em_point){p->box.x + p->first + p->pitch * (i % data->n_categories),
                                 p->box.y + p->box.h * (1 - share)};
  }
}

static void set_range(plot *p) {
  const pc_chart_set *set = p->set;
  bool is_tight = p->has_values && set->scale.low <= 0;
  p->low = is_tight ? MIN(0, set->least) : set->scale.low;
  p->high = is_tight ? MAX(0, set->most) : set->scale.high;
  if (p->high - p->low <= 0)
    p->high = p->low + 1;
}

/* Zero, or the foot of what does not begin there. */
static double find_base(const plot *p) {
  if (p->low > 0)
    return p->box.y + p->box.h + (p->has_values ? foot(p) : 0);
  return p->box.y + p->box.h * MIN(1, p->high / (p->high - p->low));
}

static double last_x(const plot *p) {
  return p->box.x + p->first + p->pitch * (p->set->data->n_categories - 1);
}

static void set_frame(plot *p) {
  const pc_chart_set *set = p->set;
  const pc_em_box room = p->room;
  double names = pc_chart_set_name_width(set, room.w);
  double axis = p->has_values ? 0 : axis_width(set);
  p->width = MAX(1, room.w - names - axis);
  set_pitch(set, p->width, p);
  double chrome = chrome_height(p);
  double height = MIN(MAX(0.1, room.h - chrome), MAX(least_plot_em * 1.4, tallest_share * room.w));
  double top = room.y + (room.h - chrome - height) / 2 + top_of(set);
  p->box = (pc_em_box){room.x + axis, top, p->width, height};
  if (names > 0)
    p->box.w = last_x(p) + PC_MARK_ROOM_EM - p->box.x;
  set_range(p);
}

static pc_em_point last_point(const plot *p, int series) {
  const int n = p->set->data->n_categories;
  return p->points[series * n + n - 1];
}

/* Series from the highest end to the lowest. */
static void sort_ends(const plot *p, int *order) {
  const int n = p->set->data->n_series;
  for (int i = 0; i < n; i++) {
    int k = i;
    for (; k > 0 && last_point(p, order[k - 1]).y > last_point(p, i).y; k--)
      order[k] = order[k - 1];
    order[k] = i;
  }
}

/* Names at the ends of their lines, apart from one another. */
static void place_names(plot *p) {
  const pc_chart_set *set = p->set;
  const int n = set->data->n_series;
  int order[PC_CHART_MAX_SERIES];
  if (!pc_chart_set_names_directly(set, p->room.w))
    return;
  pc_spread spread = {.n = n};
  sort_ends(p, order);
  for (int i = 0; i < n; i++) {
    spread.tops[i] = last_point(p, order[i]).y - 0.5;
    spread.heights[i] = 1;
  }
  pc_spread_place(&spread, name_pitch_em - 1, p->box.y - top_of(set),
                  p->box.y + p->box.h + foot_em);
  double width = pc_labels_full(set->series, n) + PC_HAIR_EM;
  double x = last_x(p) + name_gap_em + (set->has_leaders ? PC_LEADER_EM : 0);
  for (int i = 0; i < n; i++)
    p->names[order[i]] =
        (pc_em_box){MIN(x, p->room.x + p->room.w - width), spread.tops[i], width, 1};
  p->n_names = n;
}

/* A leader's room, so that numbers keep off it. */
static pc_em_box leader_box(const plot *p, int series) {
  const pc_em_point from = last_point(p, series);
  const pc_em_box name = p->names[series];
  double to = name.y + 0.5;
  return (pc_em_box){from.x + leader_gap_em, MIN(from.y, to) - PC_LEADER_WEIGHT_EM,
                     name.x - from.x - leader_gap_em, fabs(to - from.y) + 2 * PC_LEADER_WEIGHT_EM};
}

static void place_values(plot *p) {
  const pc_chart_set *set = p->set;
  pc_em_box taken[2 * PC_CHART_MAX_SERIES];
  int n_taken = 0;
  for (int i = 0; i < p->n_names; i++) {
    const pc_em_box name = p->names[i];
    const double lead = set->has_leaders ? mark_lead_em + PC_MARK_ROOM_EM : 0;
    taken[n_taken++] = (pc_em_box){name.x - lead - name_clear_em, name.y - name_clear_em,
                                   name.w + lead + name_clear_em, name.h + 2 * name_clear_em};
    if (set->has_leaders)
      taken[n_taken++] = leader_box(p, i);
  }
  const pc_spots spots = {
      .set = set,
      .points = p->points,
      .room = {p->box.x, p->box.y - top_of(set), p->width, p->box.h + top_of(set) + foot(p)},
      .base = p->base,
      .taken = taken,
      .n_taken = n_taken,
  };
  g_autofree bool *wanted = pc_spots_telling(set->data);
  for (int i = 0; i < count_points(set->data); i++)
    wanted[i] = wanted[i] || p->has_values;
  p->values = pc_spots_place(&spots, wanted, &p->n_missing);
}

/* has_values: all of them, without a scale. */
static plot make_plot(const pc_chart_set *set, pc_em_box room, bool has_values) {
  plot p = {.set = set, .room = room, .has_values = has_values};
  p.points = g_new0(pc_em_point, (gsize)count_points(set->data));
  set_frame(&p);
  find_points(&p);
  p.base = find_base(&p);
  place_names(&p);
  if (set->data->shows_values)
    place_values(&p);
  return p;
}

static bool holds_all(const plot *p) {
  bool has_labels = label_width(p) >= pc_chart_easy_label(p->set, short_label_em);
  return p->n_missing == 0 && p->box.h >= least_plot_em && (has_labels || is_thinned(p->set));
}

static int count_strays(const pc_chart_set *set, pc_em_box room) {
  if (!set->data->shows_values)
    return 0;
  g_auto(plot) p = make_plot(set, room, true);
  return !holds_all(&p);
}

static bool is_gap(pc_em_point point) {
  return isnan(point.y);
}

static void draw_series(const plot *p, const pc_canvas *canvas, int series) {
  const int n = p->set->data->n_categories;
  const pc_em_point *points = p->points + series * n;
  for (int i = 0, start = 0; i <= n; i++) {
    if (i < n && !is_gap(points[i]))
      continue;
    pc_chart_draw_stroke(canvas, series, points + start, i - start);
    start = i + 1;
  }
  for (int i = 0; i < n; i++)
    if (!is_gap(points[i]))
      pc_chart_draw_mark(canvas, series, points[i]);
}

static void draw_categories(const plot *p, const pc_canvas *canvas) {
  const pc_chart_set *set = p->set;
  double y = p->box.y + p->box.h + foot(p) + label_gap_em;
  double width = label_width(p);
  for (int i = 0; i < set->data->n_categories; i += p->stride) {
    double x = p->box.x + p->first + p->pitch * i - width / 2;
    x = CLAMP(x, p->box.x, MAX(p->box.x, p->box.x + p->width - width));
    pc_em_box box = {x, y, width, pc_label_height(set->categories[i], width)};
    pc_canvas_label(canvas, set->categories[i], box, PC_ALIGN_CENTER, canvas->look->ground);
  }
}

/* To the name, which has the line's mark before it. */
static void draw_leader(const plot *p, const pc_canvas *canvas, int series) {
  const pc_em_point end = last_point(p, series);
  const pc_em_point mark = {p->names[series].x - mark_lead_em, p->names[series].y + 0.5};
  const pc_em_point from = {end.x + leader_gap_em, end.y}, to = {mark.x - leader_gap_em, mark.y};
  pc_canvas_line(canvas, from, to, pc_chart_line_color(canvas->look, series), PC_LEADER_WEIGHT_EM);
  pc_chart_draw_mark(canvas, series, mark);
}

static void draw_names(const plot *p, const pc_canvas *canvas) {
  for (int i = 0; i < p->n_names; i++) {
    if (p->set->has_leaders)
      draw_leader(p, canvas, i);
    pc_canvas_label(canvas, p->set->series[i], p->names[i], PC_ALIGN_START, canvas->look->ground);
  }
}

static void draw_values(const plot *p, const pc_canvas *canvas) {
  for (int i = 0; p->values != NULL && i < count_points(p->set->data); i++)
    if (p->values[i].w > 0)
      pc_canvas_label(canvas, p->set->values[i], p->values[i], PC_ALIGN_CENTER,
                      canvas->look->ground);
}

/* The lines of the scale keep off the numbers. */
static void draw_scale(const plot *p, const pc_canvas *canvas) {
  pc_chart_draw_grid(p->set, canvas, p->box);
  for (int i = 0; p->values != NULL && i < count_points(p->set->data); i++)
    if (p->values[i].w > 0)
      pc_canvas_clear(canvas, p->values[i]);
}

static void draw_lines(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room) {
  g_auto(plot) p = make_plot(set, room, set->data->shows_values);
  if (p.has_values && !holds_all(&p)) {
    clear_plot(&p);
    p = make_plot(set, room, false);
  }
  if (!p.has_values)
    draw_scale(&p, canvas);
  pc_canvas_line(canvas, (pc_em_point){p.box.x, p.base}, (pc_em_point){p.box.x + p.box.w, p.base},
                 canvas->look->muted, pc_drawn.edge);
  for (int i = 0; i < set->data->n_series; i++)
    draw_series(&p, canvas, i);
  draw_categories(&p, canvas);
  draw_values(&p, canvas);
  draw_names(&p, canvas);
}

const pc_chart_form pc_chart_lines = {measure_lines, draw_lines, count_strays, 0};

/* chart_line.c - points joined by lines.  Layer: figure. */
#include "figure/chart_set.h"

#include <math.h>

/* Em of the labels. */
static const double top_em = 1.5;
/* From the scale's foot to the base: where that is not zero, room for a number below a point. */
static const double foot_em = 0.3;
static const double high_foot_em = 1.6;
static const double label_gap_em = 0.45;
static const double least_plot_em = 4.4;
static const double natural_share = 0.36;
static const double most_natural_em = 13;
static const double tallest_share = 0.75;
static const double label_room_em = 0.5;
static const double value_gap_em = 0.42;
static const double mark_em = 0.3;
static const double name_gap_em = 0.5;
static const double name_pitch_em = 1.25;
static const double base_weight_em = 0.07;
static const double least_pitch_em = 0.7;
static const double easy_pitch_em = 1.1;
/* So many labels may be parted into lines. */
static const int most_broken = 8;

typedef struct plot {
  const pc_chart_set *set;
  const pc_canvas *canvas;
  pc_em_box box;       /* of the scale */
  double width;        /* that categories share; the lines of the scale may end before */
  double first, pitch; /* x of the first point, from point to point */
  double low, high;
  double base; /* y of the line that they stand on */
  int stride;  /* every so many categories have their label */
  bool has_values;
  pc_em_point *points; /* as values; y NAN: a gap */
} plot;

static int count_points(const pc_chart *data) {
  return data->n_categories * data->n_series;
}

static double foot(const pc_chart_set *set) {
  return set->scale.low > 0 ? high_foot_em : foot_em;
}

static double axis_width(const pc_chart_set *set) {
  return pc_chart_set_tick_width(set) + label_room_em;
}

/* Many labels stand on one line each, and some are left out; few ones are parted into lines. */
static bool is_thinned(const pc_chart_set *set) {
  return set->data->n_categories > most_broken;
}

/* How the categories share a width. */
static void set_pitch(const pc_chart_set *set, double width, plot *p) {
  const int n = set->data->n_categories;
  double cell = width / n;
  double full = pc_labels_full(set->categories, n);
  double inset = MIN(cell / 2, MAX(1, full / 2 + 0.1));
  p->first = n == 1 ? width / 2 : inset;
  p->pitch = n == 1 ? width : (width - 2 * inset) / (n - 1);
  p->stride = 1;
  while (is_thinned(set) && p->stride < n && p->stride * p->pitch < full * 1.5 + label_room_em)
    p->stride++;
}

static double label_width(const plot *p) {
  double full = pc_labels_full(p->set->categories, p->set->data->n_categories) + 0.02;
  return is_thinned(p->set) ? full : MIN(full, p->pitch - label_room_em / 2);
}

static double labels_height(const pc_chart_set *set, double width) {
  plot p = {.set = set, .box = {0, 0, width, 0}};
  set_pitch(set, width, &p);
  double most = 0;
  for (int i = 0; i < set->data->n_categories; i += p.stride)
    most = MAX(most, pc_label_height(set->categories[i], label_width(&p)));
  return most;
}

/* Labels as high as they are with a scale beside them. */
static double chrome_height(const pc_chart_set *set, double width) {
  double inner = width - pc_chart_set_name_width(set, width) - axis_width(set);
  double label = labels_height(set, MAX(1, inner));
  return top_em + foot(set) + (label > 0 ? label_gap_em + label : 0.1);
}

static pc_chart_need measure_lines(const pc_chart_set *set, double width) {
  const int n = set->data->n_categories;
  double names = pc_chart_set_name_width(set, width);
  double others = names + axis_width(set);
  double one = is_thinned(set) ? pc_labels_full(set->categories, n) : 0;
  double least = pc_labels_least(set->categories, n) + label_room_em;
  double number = set->data->shows_values ? pc_chart_set_value_width(set) : 0;
  double easy = MAX(pc_labels_phrase(set->categories, n), number) + label_room_em;
  double chrome = chrome_height(set, width);
  double high = MAX(least_plot_em, names > 0 ? name_pitch_em * set->data->n_series : 0);
  return (pc_chart_need){
      .width = others + (one > 0 ? MAX(n * least_pitch_em, one + label_room_em) : n * least),
      .easy_width = MAX(others + (one > 0 ? MAX(n * easy_pitch_em, one + label_room_em) : n * easy),
                        pc_chart_set_easy_names(set)),
      .least = chrome + high,
      .natural = chrome + CLAMP(natural_share * width, high * 1.3, most_natural_em),
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
    return p->box.y + p->box.h + (p->has_values ? foot(p->set) : 0);
  return p->box.y + p->box.h * MIN(1, p->high / (p->high - p->low));
}

static void plan_plot(plot *p, pc_em_box room, bool has_values) {
  const pc_chart_set *set = p->set;
  double names = pc_chart_set_name_width(set, room.w);
  double axis = has_values ? 0 : axis_width(set);
  double chrome = chrome_height(set, room.w);
  double height = MIN(MAX(0.1, room.h - chrome), MAX(least_plot_em * 1.4, tallest_share * room.w));
  double top = room.y + (room.h - chrome - height) / 2 + top_em;
  p->has_values = has_values;
  p->box = (pc_em_box){room.x + axis, top, MAX(1, room.w - names - axis), height};
  p->width = p->box.w;
  set_pitch(set, p->width, p);
  if (names > 0)
    p->box.w = p->first + p->pitch * (set->data->n_categories - 1) + mark_em;
  set_range(p);
  find_points(p);
  p->base = find_base(p);
}

/* Places of a point's number, in the order of preference. */
static const struct {
  double x,
      y; /* of its middle: in halves of its width, and in halves of its height, from the mark */
} spots[] = {{0, -1}, {0, 1}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}};

static pc_em_box spot_box(const plot *p, int index, int spot) {
  const pc_label *label = p->set->values[index];
  double width = label->full_em + 0.02;
  pc_em_point at = p->points[index];
  double x = at.x + spots[spot].x * (width / 2 + 0.12),
         y = at.y + spots[spot].y * (value_gap_em + 0.5);
  return (pc_em_box){x - width / 2, y - 0.5, width, 1};
}

/* Whether a segment comes into a box: Liang and Barsky's clipping. */
static bool crosses(pc_em_box box, pc_em_point a, pc_em_point b) {
  const double d[2] = {b.x - a.x, b.y - a.y};
  const double low[2] = {box.x - a.x, box.y - a.y};
  const double high[2] = {box.x + box.w - a.x, box.y + box.h - a.y};
  double enter = 0, leave = 1;
  for (int axis = 0; axis < 2; axis++) {
    if (fabs(d[axis]) < 1e-12) {
      if (low[axis] > 0 || high[axis] < 0)
        return false;
      continue;
    }
    double t0 = low[axis] / d[axis], t1 = high[axis] / d[axis];
    enter = MAX(enter, MIN(t0, t1));
    leave = MIN(leave, MAX(t0, t1));
  }
  return enter <= leave;
}

static bool is_gap(pc_em_point point) {
  return isnan(point.y);
}

/* Whether a box is clear of all lines and marks but the mark that it belongs to. */
static bool is_clear(const plot *p, pc_em_box box, int index) {
  const int n = p->set->data->n_categories;
  pc_em_box wide = {box.x - 0.08, box.y - 0.02, box.w + 0.16, box.h + 0.04};
  for (int i = 0; i < count_points(p->set->data); i++) {
    pc_em_point at = p->points[i];
    if (is_gap(at))
      continue;
    pc_em_box mark = {at.x - mark_em, at.y - mark_em, 2 * mark_em, 2 * mark_em};
    if (i != index && pc_em_overlaps(wide, mark))
      return false;
    bool has_next = i % n + 1 < n && !is_gap(p->points[i + 1]);
    if (has_next && crosses(wide, at, p->points[i + 1]))
      return false;
  }
  return true;
}

/* Clear of the base too. */
static bool is_inside(const plot *p, pc_em_box box) {
  const double lowest = MAX(p->base, p->box.y + p->box.h);
  bool is_off_base = box.y + box.h <= p->base - 0.1 || box.y >= p->base + 0.1;
  return box.x >= p->box.x - 0.01 && box.x + box.w <= p->box.x + p->width + 0.01 &&
         box.y >= p->box.y - top_em && box.y + box.h <= lowest && is_off_base;
}

/* Boxes of all numbers, clear of everything; NULL: they have no room. */
static pc_em_box *place_values(const plot *p, GArray *names) {
  const int n = count_points(p->set->data);
  g_autofree pc_em_box *boxes = g_new0(pc_em_box, (gsize)n);
  for (int i = 0; i < n; i++) {
    bool is_placed = is_gap(p->points[i]);
    for (size_t spot = 0; spot < G_N_ELEMENTS(spots) && !is_placed; spot++) {
      boxes[i] = spot_box(p, i, (int)spot);
      is_placed = is_inside(p, boxes[i]) && is_clear(p, boxes[i], i);
      for (int k = 0; k < i && is_placed; k++)
        is_placed = !pc_em_overlaps(boxes[i], boxes[k]);
      for (guint k = 0; k < names->len && is_placed; k++)
        is_placed = !pc_em_overlaps(boxes[i], g_array_index(names, pc_em_box, k));
    }
    if (!is_placed)
      return NULL;
  }
  return g_steal_pointer(&boxes);
}

static pc_em_point last_point(const plot *p, int series) {
  const int n = p->set->data->n_categories;
  for (int i = n - 1; i >= 0; i--) {
    if (!is_gap(p->points[series * n + i]))
      return p->points[series * n + i];
  }
  return (pc_em_point){p->box.x, p->box.y + p->box.h};
}

/* The series with the highest end of those that have no name yet; there is one. */
static int find_highest(const plot *p, const bool *is_placed) {
  int best = 0;
  while (is_placed[best])
    best++;
  for (int i = best + 1; i < p->set->data->n_series; i++) {
    if (!is_placed[i] && last_point(p, i).y < last_point(p, best).y)
      best = i;
  }
  return best;
}

/* Names at the ends of their lines, apart from one another; by series. */
static GArray *place_names(const plot *p, pc_em_box room) {
  const pc_chart_set *set = p->set;
  const int n = set->data->n_series;
  GArray *names = g_array_new(FALSE, TRUE, sizeof(pc_em_box));
  if (!pc_chart_set_names_directly(set, room.w))
    return names;
  g_array_set_size(names, (guint)n);
  double width = pc_labels_full(set->series, n) + 0.02;
  double x = p->box.x + p->first + p->pitch * (set->data->n_categories - 1) + name_gap_em;
  double y = p->box.y - top_em;
  bool is_placed[PC_CHART_MAX_SERIES] = {false};
  for (int k = 0; k < n; k++) {
    int next = find_highest(p, is_placed);
    is_placed[next] = true;
    double lowest = p->box.y + p->box.h + foot_em - 1.15 * (n - 1 - k) - 1;
    y = MIN(MAX(y, last_point(p, next).y - 0.5), lowest);
    g_array_index(names, pc_em_box, next) =
        (pc_em_box){MIN(x, room.x + room.w - width), y, width, 1};
    y += 1.15;
  }
  return names;
}

static void draw_series(const plot *p, int series) {
  const int n = p->set->data->n_categories;
  const pc_em_point *points = p->points + series * n;
  for (int i = 0, start = 0; i <= n; i++) {
    if (i < n && !is_gap(points[i]))
      continue;
    pc_chart_draw_stroke(p->canvas, series, points + start, i - start);
    start = i + 1;
  }
  for (int i = 0; i < n; i++)
    if (!is_gap(points[i]))
      pc_chart_draw_mark(p->canvas, series, points[i]);
}

static void draw_categories(const plot *p) {
  const pc_chart_set *set = p->set;
  double y = p->box.y + p->box.h + foot(set) + label_gap_em;
  double width = label_width(p);
  for (int i = 0; i < set->data->n_categories; i += p->stride) {
    double x = p->box.x + p->first + p->pitch * i - width / 2;
    x = CLAMP(x, p->box.x, MAX(p->box.x, p->box.x + p->width - width));
    pc_em_box box = {x, y, width, pc_label_height(set->categories[i], width)};
    pc_canvas_label(p->canvas, set->categories[i], box, PC_ALIGN_CENTER, p->canvas->look->ground);
  }
}

static void draw_labels(const plot *p, const pc_em_box *values, const GArray *names) {
  const pc_chart_set *set = p->set;
  const pc_color ground = p->canvas->look->ground;
  for (int i = 0; values != NULL && i < count_points(set->data); i++)
    if (!is_gap(p->points[i]))
      pc_canvas_label(p->canvas, set->values[i], values[i], PC_ALIGN_CENTER, ground);
  for (guint i = 0; i < names->len; i++)
    pc_canvas_label(p->canvas, set->series[i], g_array_index(names, pc_em_box, i), PC_ALIGN_START,
                    ground);
}

static void draw_lines(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room) {
  g_autofree pc_em_point *points = g_new0(pc_em_point, (gsize)count_points(set->data));
  plot p = {.set = set, .canvas = canvas, .points = points};
  plan_plot(&p, room, set->data->shows_values);
  g_autoptr(GArray) names = place_names(&p, room);
  g_autofree pc_em_box *values = p.has_values ? place_values(&p, names) : NULL;
  if (p.has_values && values == NULL) {
    plan_plot(&p, room, false);
    g_array_unref(names);
    names = place_names(&p, room);
  }
  if (!p.has_values)
    pc_chart_draw_grid(set, canvas, p.box);
  pc_canvas_line(canvas, (pc_em_point){p.box.x, p.base}, (pc_em_point){p.box.x + p.box.w, p.base},
                 canvas->look->muted, base_weight_em);
  for (int i = 0; i < set->data->n_series; i++)
    draw_series(&p, i);
  draw_categories(&p);
  draw_labels(&p, values, names);
}

const pc_chart_form pc_chart_lines = {measure_lines, draw_lines};

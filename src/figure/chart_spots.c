/* chart_spots.c - each number has a handful of spots around its mark.  Layer: figure.
 *
 * Whoever has the fewest spots left chooses first, and takes from the others what it covers.
 */
#include "figure/chart_spots.h"

#include <math.h>

/* From a mark's middle to the near edge of its number, em. */
static const double rise_em = 0.42;
static const double far_rise_em = 0.75;
static const double side_em = 0.45;
/* Around a number, em. */
static const double clear_em = 0.08;
static const double hair_em = 0.02;
static const double base_em = 0.1;

/* Places of a number, in the order of preference.  x: of its middle, in halves of its width from
 * the mark; y: -1 above, 1 below, 0 beside. */
static const struct {
  double x;
  int y;
  bool is_far;
} spots[] = {{0, -1, false},  {0, 1, false},  {.5, -1, false}, {-.5, -1, false}, {.5, 1, false},
             {-.5, 1, false}, {1, -1, false}, {-1, -1, false}, {1, 1, false},    {-1, 1, false},
             {0, -1, true},   {0, 1, true},   {.5, -1, true},  {-.5, -1, true},  {.5, 1, true},
             {-.5, 1, true},  {1, 0, false},  {-1, 0, false}};
#define N_SPOTS ((int)G_N_ELEMENTS(spots))

/* The spots that each point has left. */
typedef struct choice {
  pc_em_box boxes[N_SPOTS];
  bool is_open[N_SPOTS];
  int n_open;
  bool is_waiting;
} choice;

static bool is_gap(pc_em_point point) {
  return isnan(point.y);
}

static int count_points(const pc_chart *data) {
  return data->n_categories * data->n_series;
}

/* Whether a point lies above another one, or below it. */
static bool is_beyond(const pc_spots *it, int index, int other, int direction) {
  double y = it->points[other].y;
  return !isnan(y) && direction * (y - it->points[index].y) > 0;
}

/* Numbers of valleys, and of the lowest of several lines, stand below. */
static bool prefers_below(const pc_spots *it, int index) {
  const pc_chart *data = it->set->data;
  const int n = data->n_categories, at = index % n;
  if (data->n_series == 1) {
    bool falls = at == 0 || is_beyond(it, index, index - 1, -1);
    bool rises = at == n - 1 || is_beyond(it, index, index + 1, -1);
    return n > 2 && falls && rises;
  }
  bool is_highest = true, is_lowest = true;
  for (int i = at; i < count_points(data); i += n) {
    is_highest = is_highest && !is_beyond(it, index, i, -1);
    is_lowest = is_lowest && !is_beyond(it, index, i, 1);
  }
  return is_lowest && !is_highest;
}

static pc_em_box spot_box(const pc_spots *it, int index, int spot, int turn) {
  const double width = it->set->values[index]->full_em + PC_HAIR_EM;
  const pc_em_point at = it->points[index];
  const double rise = spots[spot].is_far ? far_rise_em : rise_em;
  double x = at.x + spots[spot].x * (width / 2 + (spots[spot].y == 0 ? side_em : 0.12));
  double y = at.y + turn * spots[spot].y * (rise + 0.5);
  return (pc_em_box){x - width / 2, y - 0.5, width, 1};
}

static bool is_inside(const pc_spots *it, pc_em_box box) {
  const pc_em_box room = it->room;
  bool is_off_base = box.y + box.h <= it->base - base_em || box.y >= it->base + base_em;
  return box.x >= room.x - 0.01 && box.x + box.w <= room.x + room.w + 0.01 && box.y >= room.y &&
         box.y + box.h <= room.y + room.h && is_off_base;
}

static double distance(pc_em_box box, pc_em_point at) {
  double x = MAX(MAX(box.x - at.x, at.x - box.x - box.w), 0);
  double y = MAX(MAX(box.y - at.y, at.y - box.y - box.h), 0);
  return hypot(x, y);
}

/* Whether a box is clear of all lines and marks but the mark that it belongs to, and
 * nearest to that one. */
static bool is_clear(const pc_spots *it, pc_em_box box, int index) {
  const int n = it->set->data->n_categories;
  const double mark_em = PC_MARK_ROOM_EM;
  pc_em_box wide = {box.x - clear_em, box.y - hair_em, box.w + 2 * clear_em, box.h + 2 * hair_em};
  const double own = distance(box, it->points[index]);
  for (int i = 0; i < it->n_taken; i++)
    if (pc_em_overlaps(wide, it->taken[i]))
      return false;
  for (int i = 0; i < count_points(it->set->data); i++) {
    pc_em_point at = it->points[i];
    if (is_gap(at))
      continue;
    pc_em_box mark = {at.x - mark_em, at.y - mark_em, 2 * mark_em, 2 * mark_em};
    bool is_other = i != index && fabs(at.y - it->points[index].y) > hair_em;
    if (i != index && (pc_em_overlaps(wide, mark) || (is_other && distance(box, at) <= own)))
      return false;
    bool has_next = i % n + 1 < n && !is_gap(it->points[i + 1]);
    if (has_next && pc_em_crosses(wide, at, it->points[i + 1]))
      return false;
  }
  return true;
}

static void list_spots(const pc_spots *it, int index, choice *own) {
  const int turn = prefers_below(it, index) ? -1 : 1;
  for (int k = 0; k < N_SPOTS; k++) {
    own->boxes[k] = spot_box(it, index, k, turn);
    own->is_open[k] = is_inside(it, own->boxes[k]) && is_clear(it, own->boxes[k], index);
    own->n_open += own->is_open[k];
  }
  own->is_waiting = true;
}

static int find_neediest(const choice *choices, int n) {
  int best = -1;
  for (int i = 0; i < n; i++) {
    if (choices[i].is_waiting && (best < 0 || choices[i].n_open < choices[best].n_open))
      best = i;
  }
  return best;
}

static void close_spots(choice *other, pc_em_box taken) {
  pc_em_box wide = {taken.x - clear_em * 2, taken.y, taken.w + clear_em * 4, taken.h};
  for (int k = 0; k < N_SPOTS; k++) {
    bool closes = other->is_open[k] && pc_em_overlaps(other->boxes[k], wide);
    other->is_open[k] = other->is_open[k] && !closes;
    other->n_open -= closes;
  }
}

pc_em_box *pc_spots_place(const pc_spots *it, const bool *wanted, int *n_missing) {
  const int n = count_points(it->set->data);
  g_autofree choice *choices = g_new0(choice, (gsize)n);
  pc_em_box *boxes = g_new0(pc_em_box, (gsize)n);
  for (int i = 0; i < n; i++) {
    if (wanted[i] && !is_gap(it->points[i]))
      list_spots(it, i, &choices[i]);
  }
  *n_missing = 0;
  for (int next = find_neediest(choices, n); next >= 0; next = find_neediest(choices, n)) {
    choices[next].is_waiting = false;
    *n_missing += choices[next].n_open == 0;
    int spot = 0;
    while (spot < N_SPOTS && !choices[next].is_open[spot])
      spot++;
    if (spot == N_SPOTS)
      continue;
    boxes[next] = choices[next].boxes[spot];
    for (int i = 0; i < n; i++)
      close_spots(&choices[i], boxes[next]);
  }
  return boxes;
}

bool *pc_spots_telling(const pc_chart *chart) {
  const int n = chart->n_categories;
  bool *telling = g_new0(bool, (gsize)count_points(chart));
  for (int k = 0; k < chart->n_series; k++) {
    const double *values = chart->values + k * n;
    int first = -1, last = -1, least = -1, most = -1;
    for (int i = 0; i < n; i++) {
      if (isnan(values[i]))
        continue;
      first = first < 0 ? i : first;
      last = i;
      least = least < 0 || values[i] < values[least] ? i : least;
      most = most < 0 || values[i] > values[most] ? i : most;
    }
    const int those[] = {first, last, least, most};
    for (size_t i = 0; i < G_N_ELEMENTS(those); i++)
      if (those[i] >= 0)
        telling[k * n + those[i]] = true;
  }
  return telling;
}

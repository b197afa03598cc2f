/* plane.c - points, tiles and curves of a diagram.  Layer: figure. */
#include "figure/plane.h"

#include <math.h>

/* Short lines for each part of a curve: in a diagram as wide as a sheet they are off by less than
 * 0.1 mm. */
static const int flat_steps = 12;
static const int bisections = 14;

double pc_vec_distance(pc_vec a, pc_vec b) {
  const double x = b.x - a.x, y = b.y - a.y;
  return sqrt(x * x + y * y);
}

pc_vec pc_vec_toward(pc_vec a, pc_vec b) {
  double length = pc_vec_distance(a, b);
  return length > 0 ? (pc_vec){(b.x - a.x) / length, (b.y - a.y) / length} : (pc_vec){0, 0};
}

bool pc_tile_is_within(pc_tile tile, pc_vec room) {
  return tile.x >= tile.w / 2 && tile.y >= tile.h / 2 && tile.x + tile.w / 2 <= room.x &&
         tile.y + tile.h / 2 <= room.y;
}

/* Narrows [low, high], shares of a line, to where its coordinate lies within half of the middle. */
static bool narrow(double from, double step, double half, double range[2]) {
  if (fabs(step) < 1e-12)
    return fabs(from) < half;
  double a = (-half - from) / step;
  double b = (half - from) / step;
  range[0] = MAX(range[0], MIN(a, b));
  range[1] = MIN(range[1], MAX(a, b));
  return range[0] < range[1];
}

static bool tile_crosses(pc_tile tile, pc_vec from, pc_vec to) {
  double range[2] = {0, 1};
  return narrow(from.x - tile.x, to.x - from.x, tile.w / 2, range) &&
         narrow(from.y - tile.y, to.y - from.y, tile.h / 2, range);
}

/* Both ends are on one side of the tile: the common case, told without a division. */
static bool lies_beside(pc_tile tile, pc_vec from, pc_vec to) {
  return MAX(from.x, to.x) < tile.x - tile.w / 2 || MIN(from.x, to.x) > tile.x + tile.w / 2 ||
         MAX(from.y, to.y) < tile.y - tile.h / 2 || MIN(from.y, to.y) > tile.y + tile.h / 2;
}

bool pc_tile_meets(pc_tile tile, const GArray *flat) {
  const pc_vec *points = (const pc_vec *)flat->data;
  for (guint i = 0; i + 1 < flat->len; i++) {
    if (lies_beside(tile, points[i], points[i + 1]))
      continue;
    if (tile_crosses(tile, points[i], points[i + 1]))
      return true;
  }
  return false;
}

static double turn_of(pc_vec a, pc_vec b, pc_vec c) {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static bool lines_cross(pc_vec a, pc_vec b, pc_vec c, pc_vec d) {
  return turn_of(a, b, c) * turn_of(a, b, d) < 0 && turn_of(c, d, a) * turn_of(c, d, b) < 0;
}

pc_tile pc_flat_bounds(const GArray *flat) {
  pc_vec low = g_array_index(flat, pc_vec, 0), high = low;
  for (guint i = 1; i < flat->len; i++) {
    pc_vec point = g_array_index(flat, pc_vec, i);
    low = (pc_vec){MIN(low.x, point.x), MIN(low.y, point.y)};
    high = (pc_vec){MAX(high.x, point.x), MAX(high.y, point.y)};
  }
  return (pc_tile){(low.x + high.x) / 2, (low.y + high.y) / 2, high.x - low.x, high.y - low.y};
}

int pc_flat_count_crossings(const GArray *a, const GArray *b) {
  if (a->len < 2 || b->len < 2)
    return 0;
  const pc_tile bounds = pc_tile_grow(pc_flat_bounds(b), 0.01);
  const pc_vec *p = (const pc_vec *)a->data;
  const pc_vec *q = (const pc_vec *)b->data;
  int count = 0;
  for (guint i = 0; i + 1 < a->len; i++) {
    bool is_near = !lies_beside(bounds, p[i], p[i + 1]) && tile_crosses(bounds, p[i], p[i + 1]);
    for (guint j = 0; is_near && j + 1 < b->len; j++)
      count += lines_cross(p[i], p[i + 1], q[j], q[j + 1]);
  }
  return count;
}

double pc_flat_length(const GArray *flat) {
  const pc_vec *points = (const pc_vec *)flat->data;
  double length = 0;
  for (guint i = 0; i + 1 < flat->len; i++)
    length += pc_vec_distance(points[i], points[i + 1]);
  return length;
}

pc_vec pc_flat_at(const GArray *flat, double length) {
  const pc_vec *points = (const pc_vec *)flat->data;
  for (guint i = 0; i + 1 < flat->len; i++) {
    double part = pc_vec_distance(points[i], points[i + 1]);
    if (part > 0 && part >= length)
      return pc_vec_mix(points[i], points[i + 1], length / part);
    length -= part;
  }
  return points[flat->len - 1];
}

pc_curve pc_curve_new_line(pc_vec from, pc_vec to) {
  pc_vec *points = g_new(pc_vec, 4);
  for (int i = 0; i < 4; i++)
    points[i] = pc_vec_mix(from, to, i / 3.0);
  return (pc_curve){4, points};
}

pc_curve pc_curve_copy(const pc_curve *curve) {
  return (pc_curve){curve->n, g_memdup2(curve->points, (gsize)curve->n * sizeof *curve->points)};
}

void pc_curve_clear(pc_curve *curve) {
  g_free(curve->points);
  *curve = (pc_curve){0, NULL};
}

/* Part and place within it. */
static const pc_vec *find_part(const pc_curve *curve, double u, double *t) {
  int last = (curve->n - 1) / 3 - 1;
  int part = CLAMP((int)floor(u), 0, last);
  *t = CLAMP(u - part, 0.0, 1.0);
  return curve->points + (gsize)part * 3;
}

/* De Casteljau: left receives the four points of what lies before t, right of what lies after. */
static pc_vec split_part(const pc_vec p[4], double t, pc_vec left[4], pc_vec right[4]) {
  pc_vec ab = pc_vec_mix(p[0], p[1], t), bc = pc_vec_mix(p[1], p[2], t);
  pc_vec cd = pc_vec_mix(p[2], p[3], t);
  pc_vec abc = pc_vec_mix(ab, bc, t), bcd = pc_vec_mix(bc, cd, t);
  pc_vec middle = pc_vec_mix(abc, bcd, t);
  const pc_vec before[4] = {p[0], ab, abc, middle};
  const pc_vec after[4] = {middle, bcd, cd, p[3]};
  for (int i = 0; i < 4; i++) {
    left[i] = before[i];
    right[i] = after[i];
  }
  return middle;
}

/* u: 0 at its start, 1 at the end of its first part, (n - 1) / 3 at its end. */
static pc_vec point_at(const pc_curve *curve, double u) {
  double t = 0;
  const pc_vec *part = find_part(curve, u, &t);
  pc_vec left[4], right[4];
  return split_part(part, t, left, right);
}

/* What of it lies between two such places. */
static pc_curve cut_curve(const pc_curve *curve, double from, double to) {
  int n_parts = (curve->n - 1) / 3;
  int first = CLAMP((int)floor(from), 0, n_parts - 1);
  int last = CLAMP((int)ceil(to) - 1, first, n_parts - 1);
  pc_curve cut = {(last - first + 1) * 3 + 1, NULL};
  cut.points = g_memdup2(curve->points + (gsize)first * 3, (gsize)cut.n * sizeof(pc_vec));
  pc_vec rest[4];
  /* The end first: the share of a part that is cut at its start as well changes. */
  double end = CLAMP(to - last, 0.0, 1.0);
  double start = CLAMP(from - first, 0.0, 1.0);
  pc_vec *tail = cut.points + cut.n - 4;
  split_part(tail, end, tail, rest);
  if (first == last)
    start = end > 0 ? MIN(1, start / end) : 0;
  split_part(cut.points, start, rest, cut.points);
  return cut;
}

static bool is_line(const pc_vec p[4]) {
  double length = pc_vec_distance(p[0], p[3]);
  return fabs(turn_of(p[0], p[3], p[1])) < 1e-6 * length &&
         fabs(turn_of(p[0], p[3], p[2])) < 1e-6 * length;
}

GArray *pc_curve_flatten(const pc_curve *curve) {
  GArray *flat = g_array_new(FALSE, FALSE, sizeof(pc_vec));
  if (curve->n > 0)
    g_array_append_val(flat, curve->points[0]);
  for (int i = 0; i + 3 < curve->n; i += 3) {
    int steps = is_line(curve->points + i) ? 1 : flat_steps;
    int part = i / 3;
    for (int k = 1; k <= steps; k++) {
      pc_vec point = point_at(curve, part + (double)k / steps);
      g_array_append_val(flat, point);
    }
  }
  return flat;
}

bool pc_flat_holds(const GArray *outline, pc_vec point) {
  const pc_vec *p = (const pc_vec *)outline->data;
  bool inside = false;
  for (guint i = 0, j = outline->len - 1; i < outline->len; j = i++) {
    bool straddles = (p[i].y > point.y) != (p[j].y > point.y);
    if (straddles && point.x < (p[j].x - p[i].x) * (point.y - p[i].y) / (p[j].y - p[i].y) + p[i].x)
      inside = !inside;
  }
  return inside;
}

/* Between a place inside of an outline and one outside of it. */
static double find_edge(const pc_curve *curve, const GArray *outline, double in, double out) {
  for (int i = 0; i < bisections; i++) {
    double middle = (in + out) / 2;
    if (pc_flat_holds(outline, point_at(curve, middle)))
      in = middle;
    else
      out = middle;
  }
  return out;
}

pc_curve pc_curve_clip(const pc_curve *curve, const GArray *from, const GArray *to) {
  int n_steps = (curve->n - 1) / 3 * flat_steps * 2;
  double step = (curve->n - 1) / 3.0 / n_steps;
  int first = 0, last = n_steps;
  while (first < n_steps && pc_flat_holds(from, point_at(curve, first * step)))
    first++;
  while (last > first && pc_flat_holds(to, point_at(curve, last * step)))
    last--;
  if (first >= last)
    return (pc_curve){0, NULL};
  double start = first > 0 ? find_edge(curve, from, (first - 1) * step, first * step) : 0;
  double end =
      last < n_steps ? find_edge(curve, to, (last + 1) * step, last * step) : n_steps * step;
  return cut_curve(curve, start, end);
}

/* The place so far along it. */
static double find_length(const pc_curve *curve, double length) {
  int n_steps = (curve->n - 1) / 3 * flat_steps;
  pc_vec before = curve->points[0];
  double gone = 0;
  for (int i = 1; i <= n_steps; i++) {
    pc_vec point = point_at(curve, (double)i / flat_steps);
    double part = pc_vec_distance(before, point);
    if (part > 0 && gone + part >= length)
      return (i - 1 + (length - gone) / part) / flat_steps;
    gone += part;
    before = point;
  }
  return (curve->n - 1) / 3.0;
}

pc_curve pc_curve_trim(const pc_curve *curve, double start, double end) {
  g_autoptr(GArray) flat = pc_curve_flatten(curve);
  double length = pc_flat_length(flat);
  double from = start > 0 ? find_length(curve, start) : 0;
  double to = end > 0 ? find_length(curve, MAX(start, length - end)) : (curve->n - 1) / 3.0;
  return cut_curve(curve, from, to);
}

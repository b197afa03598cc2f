/* outline.c - the shapes of a diagram's nodes.  Layer: figure. */
#include "figure/outline.h"

#include <math.h>

#include "figure/look.h"

/* Control points of a quarter of a circle. */
static const double kappa = 0.5522847498;

static const double fold_em = 0.75;
static const double cap_em = 0.4;
/* A person: head and shoulders, left of the label. */
static const double figure_w_em = 1.5;
static const double figure_h_em = 1.75;
static const double figure_gap_em = 0.5;
static const int n_puffs = 11;

/* Times the text, and beside it on each side, em. */
static const struct {
  double scale_x, scale_y, pad_x, pad_y;
} sizes[PC_N_SHAPES] = {
    [PC_SHAPE_BOX] = {1, 1, 0.85, 0.6},          [PC_SHAPE_ROUND] = {1, 1, 1.15, 0.65},
    [PC_SHAPE_ELLIPSE] = {1.3, 1.36, 0.45, 0.5}, [PC_SHAPE_PERSON] = {1, 1, 0.75, 0.6},
    [PC_SHAPE_NOTE] = {1, 1, 1.0, 0.75},         [PC_SHAPE_CLOUD] = {1.25, 1.3, 1.0, 1.0},
    [PC_SHAPE_CYLINDER] = {1, 1, 0.85, 1.15},    [PC_SHAPE_NONE] = {1, 1, 0.25, 0.25},
};

pc_vec pc_outline_measure(pc_shape shape, pc_vec text) {
  if (shape == PC_SHAPE_PERSON) {
    text.x += figure_w_em + figure_gap_em;
    text.y = MAX(text.y, figure_h_em);
  }
  return (pc_vec){text.x * sizes[shape].scale_x + 2 * sizes[shape].pad_x,
                  text.y * sizes[shape].scale_y + 2 * sizes[shape].pad_y};
}

pc_vec pc_outline_text_middle(pc_shape shape, pc_tile tile) {
  double right = shape == PC_SHAPE_PERSON ? (figure_w_em + figure_gap_em) / 2 : 0;
  double down = shape == PC_SHAPE_CYLINDER ? cap_em * 0.6 : 0;
  return (pc_vec){tile.x + right, tile.y + down};
}

static void begin(GArray *path, double x, double y) {
  pc_vec point = {x, y};
  g_array_append_val(path, point);
}

static pc_vec last_of(const GArray *path) {
  return g_array_index(path, pc_vec, path->len - 1);
}

static void add_curve(GArray *path, pc_vec c1, pc_vec c2, pc_vec to) {
  const pc_vec points[] = {c1, c2, to};
  g_array_append_vals(path, points, 3);
}

static void add_line(GArray *path, double x, double y) {
  pc_vec from = last_of(path);
  pc_vec to = {x, y};
  add_curve(path, pc_vec_mix(from, to, 1 / 3.0), pc_vec_mix(from, to, 2 / 3.0), to);
}

/* A quarter of an ellipse; along_x: it leaves its start horizontally. */
static void add_arc(GArray *path, double x, double y, bool along_x) {
  pc_vec from = last_of(path);
  pc_vec to = {x, y};
  pc_vec corner = along_x ? (pc_vec){to.x, from.y} : (pc_vec){from.x, to.y};
  add_curve(path, pc_vec_mix(from, corner, kappa), pc_vec_mix(to, corner, kappa), to);
}

static pc_curve finish(GArray *path) {
  int n = (int)path->len;
  return (pc_curve){n, (pc_vec *)g_array_free(path, FALSE)};
}

static void trace_rounded(GArray *path, pc_tile tile, double rx, double ry) {
  double l = tile.x - tile.w / 2, r = tile.x + tile.w / 2;
  double t = tile.y - tile.h / 2, b = tile.y + tile.h / 2;
  begin(path, l + rx, t);
  add_line(path, r - rx, t);
  add_arc(path, r, t + ry, true);
  add_line(path, r, b - ry);
  add_arc(path, r - rx, b, false);
  add_line(path, l + rx, b);
  add_arc(path, l, b - ry, true);
  add_line(path, l, t + ry);
  add_arc(path, l + rx, t, false);
}

static void trace_box(GArray *path, pc_tile tile) {
  double radius = MIN(pc_drawn.corner, MIN(tile.w, tile.h) / 2);
  trace_rounded(path, tile, radius, radius);
}

static void trace_round(GArray *path, pc_tile tile) {
  double radius = MIN(tile.w, tile.h) / 2;
  trace_rounded(path, tile, radius, radius);
}

static void trace_ellipse(GArray *path, pc_tile tile) {
  begin(path, tile.x, tile.y - tile.h / 2);
  add_arc(path, tile.x + tile.w / 2, tile.y, true);
  add_arc(path, tile.x, tile.y + tile.h / 2, false);
  add_arc(path, tile.x - tile.w / 2, tile.y, true);
  add_arc(path, tile.x, tile.y - tile.h / 2, false);
}

static void trace_note(GArray *path, pc_tile tile) {
  double l = tile.x - tile.w / 2, r = tile.x + tile.w / 2;
  double t = tile.y - tile.h / 2, b = tile.y + tile.h / 2;
  begin(path, l, t);
  add_line(path, r - fold_em, t);
  add_line(path, r, t + fold_em);
  add_line(path, r, b);
  add_line(path, l, b);
  add_line(path, l, t);
}

static void trace_cylinder(GArray *path, pc_tile tile) {
  double l = tile.x - tile.w / 2, r = tile.x + tile.w / 2;
  double t = tile.y - tile.h / 2, b = tile.y + tile.h / 2;
  begin(path, l, t + cap_em);
  add_arc(path, tile.x, t, false);
  add_arc(path, r, t + cap_em, true);
  add_line(path, r, b - cap_em);
  add_arc(path, tile.x, b, false);
  add_arc(path, l, b - cap_em, true);
  add_line(path, l, t + cap_em);
}

/* Onto the tile, whatever the curve reaches. */
static void fit_curve(GArray *path, pc_tile tile) {
  const pc_curve curve = {(int)path->len, (pc_vec *)path->data};
  g_autoptr(GArray) flat = pc_curve_flatten(&curve);
  pc_vec low = {G_MAXDOUBLE, G_MAXDOUBLE}, high = {-G_MAXDOUBLE, -G_MAXDOUBLE};
  for (guint i = 0; i < flat->len; i++) {
    pc_vec point = g_array_index(flat, pc_vec, i);
    low = (pc_vec){MIN(low.x, point.x), MIN(low.y, point.y)};
    high = (pc_vec){MAX(high.x, point.x), MAX(high.y, point.y)};
  }
  pc_vec scale = {tile.w / (high.x - low.x), tile.h / (high.y - low.y)};
  for (int i = 0; i < curve.n; i++) {
    curve.points[i].x = tile.x - tile.w / 2 + (curve.points[i].x - low.x) * scale.x;
    curve.points[i].y = tile.y - tile.h / 2 + (curve.points[i].y - low.y) * scale.y;
  }
}

/* Puffs of one size round an ellipse. */
static void trace_cloud(GArray *path, pc_tile tile) {
  const double bulge = 0.55;
  pc_curve ring = {0, NULL};
  g_autoptr(GArray) ellipse = g_array_new(FALSE, FALSE, sizeof(pc_vec));
  trace_ellipse(ellipse, tile);
  ring = (pc_curve){(int)ellipse->len, (pc_vec *)ellipse->data};
  g_autoptr(GArray) flat = pc_curve_flatten(&ring);
  double length = pc_flat_length(flat);
  pc_vec from = pc_flat_at(flat, 0);
  begin(path, from.x, from.y);
  for (int i = 1; i <= n_puffs; i++) {
    pc_vec to = pc_flat_at(flat, length * i / n_puffs);
    double chord = pc_vec_distance(from, to);
    pc_vec along = pc_vec_toward(from, to);
    pc_vec out = {along.y * chord * bulge, -along.x * chord * bulge};
    add_curve(path, (pc_vec){from.x + out.x, from.y + out.y}, (pc_vec){to.x + out.x, to.y + out.y},
              to);
    from = to;
  }
  fit_curve(path, tile);
}

typedef void (*trace_func)(GArray *path, pc_tile tile);

static const trace_func traces[PC_N_SHAPES] = {
    [PC_SHAPE_BOX] = trace_box,           [PC_SHAPE_ROUND] = trace_round,
    [PC_SHAPE_ELLIPSE] = trace_ellipse,   [PC_SHAPE_PERSON] = trace_box,
    [PC_SHAPE_NOTE] = trace_note,         [PC_SHAPE_CLOUD] = trace_cloud,
    [PC_SHAPE_CYLINDER] = trace_cylinder, [PC_SHAPE_NONE] = trace_box,
};

pc_curve pc_outline_make(pc_shape shape, pc_tile tile) {
  GArray *path = g_array_new(FALSE, FALSE, sizeof(pc_vec));
  traces[shape](path, tile);
  return finish(path);
}

pc_curve pc_outline_make_inner(pc_shape shape, pc_tile tile) {
  double l = tile.x - tile.w / 2, r = tile.x + tile.w / 2, t = tile.y - tile.h / 2;
  GArray *path = g_array_new(FALSE, FALSE, sizeof(pc_vec));
  if (shape == PC_SHAPE_CYLINDER) {
    begin(path, l, t + cap_em);
    add_arc(path, tile.x, t + 2 * cap_em, false);
    add_arc(path, r, t + cap_em, true);
  } else if (shape == PC_SHAPE_NOTE) {
    begin(path, r - fold_em, t);
    add_line(path, r - fold_em, t + fold_em);
    add_line(path, r, t + fold_em);
  }
  return finish(path);
}

static void trace_head(GArray *path, double x, double top) {
  double size = figure_h_em * 0.46;
  trace_ellipse(path, (pc_tile){x, top + size / 2, size, size});
}

static void trace_shoulders(GArray *path, double x, double top) {
  double bottom = top + figure_h_em, rise = figure_h_em * 0.46;
  double half = figure_w_em / 2;
  begin(path, x - half, bottom);
  add_curve(path, (pc_vec){x - half, bottom - rise * 0.95},
            (pc_vec){x - half * 0.45, bottom - rise}, (pc_vec){x, bottom - rise});
  add_curve(path, (pc_vec){x + half * 0.45, bottom - rise},
            (pc_vec){x + half, bottom - rise * 0.95}, (pc_vec){x + half, bottom});
  add_line(path, x - half, bottom);
}

pc_curve pc_outline_make_solid(pc_shape shape, pc_tile tile, double width, int part) {
  if (shape != PC_SHAPE_PERSON || part > 1)
    return (pc_curve){0, NULL};
  GArray *path = g_array_new(FALSE, FALSE, sizeof(pc_vec));
  double x = tile.x - (width + figure_gap_em) / 2;
  double top = tile.y - figure_h_em / 2;
  if (part == 0)
    trace_head(path, x, top);
  else
    trace_shoulders(path, x, top);
  return finish(path);
}

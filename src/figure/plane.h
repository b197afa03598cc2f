/* plane.h - points, tiles and curves of a diagram, in em.  Layer: figure. */
#ifndef PC_FIGURE_PLANE_H
#define PC_FIGURE_PLANE_H

#include <glib.h>
#include <math.h>
#include <stdbool.h>

typedef struct pc_vec {
  double x, y;
} pc_vec;

/* x, y: its middle. */
typedef struct pc_tile {
  double x, y, w, h;
} pc_tile;

/* Cubic Bezier curves, one after the other: 3 k + 1 points. */
typedef struct pc_curve {
  int n;
  pc_vec *points; /* owned */
} pc_curve;

static inline pc_vec pc_vec_mix(pc_vec a, pc_vec b, double share) {
  return (pc_vec){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

double pc_vec_distance(pc_vec a, pc_vec b);
/* From a to b, of length 1; zero where they are one. */
pc_vec pc_vec_toward(pc_vec a, pc_vec b);

static inline pc_tile pc_tile_grow(pc_tile tile, double by) {
  return (pc_tile){tile.x, tile.y, tile.w + 2 * by, tile.h + 2 * by};
}

static inline bool pc_tile_overlaps(pc_tile a, pc_tile b) {
  return fabs(a.x - b.x) * 2 < a.w + b.w && fabs(a.y - b.y) * 2 < a.h + b.h;
}

/* A room of that size whose top left is the origin holds the tile. */
bool pc_tile_is_within(pc_tile tile, pc_vec room);
/* Short lines, as pc_curve_flatten makes them. */
bool pc_tile_meets(pc_tile tile, const GArray *flat);
/* Pairs of short lines that cross. */
int pc_flat_count_crossings(const GArray *a, const GArray *b);
pc_tile pc_flat_bounds(const GArray *flat);
double pc_flat_length(const GArray *flat);
/* So far along them. */
pc_vec pc_flat_at(const GArray *flat, double length);

/* A closed outline of short lines has the point inside. */
bool pc_flat_holds(const GArray *outline, pc_vec point);

pc_curve pc_curve_new_line(pc_vec from, pc_vec to);
pc_curve pc_curve_copy(const pc_curve *curve);
void pc_curve_clear(pc_curve *curve);
GArray *pc_curve_flatten(const pc_curve *curve);
/* The part of it from where it leaves one closed outline to where it enters the other, as short
 * lines; n 0: there is none. */
pc_curve pc_curve_clip(const pc_curve *curve, const GArray *from, const GArray *to);
/* Without so much at its start and at its end, em along it. */
pc_curve pc_curve_trim(const pc_curve *curve, double start, double end);

#endif

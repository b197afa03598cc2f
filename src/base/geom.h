/* geom.h - points, rectangles and axes in micrometres; x to the right, y downwards.  Layer: base.
 */
#ifndef PC_BASE_GEOM_H
#define PC_BASE_GEOM_H

#include "base/units.h"

typedef struct pc_point {
  pc_um x, y;
} pc_point;

typedef struct pc_size {
  pc_um w, h;
} pc_size;

typedef struct pc_rect {
  pc_um x, y, w, h;
} pc_rect;

typedef enum pc_axis { PC_AXIS_X, PC_AXIS_Y } pc_axis;

/* The part of a rectangle along one axis. */
typedef struct pc_extent {
  pc_um start, length;
} pc_extent;

static inline pc_rect pc_rect_inset(pc_rect rect, pc_um by) {
  return (pc_rect){rect.x + by, rect.y + by, rect.w - 2 * by, rect.h - 2 * by};
}

static inline bool pc_rect_contains(pc_rect outer, pc_rect inner) {
  return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
         inner.y + inner.h <= outer.y + outer.h;
}

static inline bool pc_rect_overlaps(pc_rect a, pc_rect b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/* The smallest around both. */
static inline pc_rect pc_rect_unite(pc_rect a, pc_rect b) {
  const pc_um x = a.x < b.x ? a.x : b.x, y = a.y < b.y ? a.y : b.y;
  const pc_um right = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
  const pc_um bottom = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
  return (pc_rect){x, y, right - x, bottom - y};
}

/* What has lines that run downwards is laid out as if they ran across, in a rectangle at the origin
 * as wide as `onto` is high, and turned a quarter clockwise onto it. */
static inline pc_point pc_point_turn(pc_point point, pc_rect onto) {
  return (pc_point){onto.x + onto.w - point.y, onto.y + point.x};
}

static inline pc_rect pc_rect_turn(pc_rect rect, pc_rect onto) {
  return (pc_rect){onto.x + onto.w - rect.y - rect.h, onto.y + rect.x, rect.h, rect.w};
}

/* The other way round. */
static inline pc_rect pc_rect_turn_back(pc_rect rect, pc_rect onto) {
  return (pc_rect){rect.y - onto.y, onto.x + onto.w - rect.x - rect.w, rect.h, rect.w};
}

static inline pc_extent pc_rect_extent(pc_rect rect, pc_axis axis) {
  return axis == PC_AXIS_X ? (pc_extent){rect.x, rect.w} : (pc_extent){rect.y, rect.h};
}

#endif

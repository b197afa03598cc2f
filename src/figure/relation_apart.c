/* relation_apart.c - a form drawn apart: middles move, sizes stay.  Layer: figure. */
#include <math.h>

#include "figure/relation_form.h"

/* Nothing is drawn apart further than this, and nodes grow by no more. */
static const double most_stretch = 4;
static const double most_growth = 0.35;
/* What a line takes on each side of its middle. */
static const double line_half_em = 0.12;

/* The middle is drawn apart, what lies before and behind it is not. */
typedef struct span {
  double middle, before, behind;
} span;

/* Of all that has a place. */
typedef struct axis {
  GArray *spans;
} axis;

static void add_span(axis *it, double middle, double before, double behind) {
  const span added = {middle, before, behind};
  g_array_append_val(it->spans, added);
}

/* The tile goes with that middle. */
static void add_satellite(axis axes[2], pc_vec middle, pc_tile tile) {
  double x = tile.x - middle.x, y = tile.y - middle.y;
  add_span(&axes[0], middle.x, tile.w / 2 - x, tile.w / 2 + x);
  add_span(&axes[1], middle.y, tile.h / 2 - y, tile.h / 2 + y);
}

static void add_tile(axis axes[2], pc_tile tile) {
  add_satellite(axes, (pc_vec){tile.x, tile.y}, tile);
}

static void add_loop(axis axes[2], const pc_edge_form *form, pc_tile node) {
  pc_curve loop = pc_loop_make(node, form->side);
  g_autoptr(GArray) flat = pc_curve_flatten(&loop);
  pc_curve_clear(&loop);
  const pc_vec middle = {node.x, node.y};
  add_satellite(axes, middle, pc_tile_grow(pc_flat_bounds(flat), line_half_em));
  if (form->label.w > 0)
    add_satellite(
        axes, middle,
        pc_tile_grow(pc_loop_place_label(node, form->side, form->label), -PC_RELATION_CLEAR));
}

/* growth: what nodes grow by, 1 not at all. */
static void collect(const pc_relation *relation, const pc_form *form, pc_vec growth, axis axes[2]) {
  for (int i = 0; i < relation->n_nodes; i++) {
    pc_tile tile = form->nodes[i].tile;
    add_tile(axes, (pc_tile){tile.x, tile.y, tile.w * growth.x, tile.h * growth.y});
  }
  for (int i = 0; i < relation->n_edges; i++) {
    const pc_edge_form *edge = &form->edges[i];
    if (edge->n == 0) {
      pc_tile node = form->nodes[relation->edges[i].from].tile;
      add_loop(axes, edge, (pc_tile){node.x, node.y, node.w * growth.x, node.h * growth.y});
    }
    if (edge->label.w > 0)
      add_tile(axes, pc_tile_grow(edge->label, -PC_RELATION_CLEAR));
  }
  for (guint i = 0; i < form->points->len; i++) {
    pc_vec point = g_array_index(form->points, pc_vec, i);
    add_tile(axes, (pc_tile){point.x, point.y, 2 * line_half_em, 2 * line_half_em});
  }
  for (int i = 0; i < relation->n_groups; i++) {
    pc_tile tile = form->groups[i];
    add_tile(axes, (pc_tile){tile.x - tile.w / 2, tile.y - tile.h / 2, 0, 0});
    add_tile(axes, (pc_tile){tile.x + tile.w / 2, tile.y + tile.h / 2, 0, 0});
  }
}

static void init_axes(axis axes[2]) {
  for (int i = 0; i < 2; i++)
    axes[i] = (axis){g_array_new(FALSE, FALSE, sizeof(span))};
}

static void clear_axes(axis axes[2]) {
  for (int i = 0; i < 2; i++)
    g_array_unref(axes[i].spans);
}

/* From where to where it reaches when drawn apart. */
static void find_reach(const axis *it, double stretch, double *low, double *high) {
  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (guint i = 0; i < it->spans->len; i++) {
    const span *own = &g_array_index(it->spans, span, i);
    *low = MIN(*low, own->middle * stretch - own->before);
    *high = MAX(*high, own->middle * stretch + own->behind);
  }
}

static void move_tile(pc_tile *tile, pc_vec by) {
  tile->x += by.x;
  tile->y += by.y;
}

static void move_form(pc_form *form, const pc_relation *relation, pc_vec by) {
  for (int i = 0; i < relation->n_nodes; i++)
    move_tile(&form->nodes[i].tile, by);
  for (int i = 0; i < relation->n_edges; i++)
    move_tile(&form->edges[i].label, by);
  for (int i = 0; i < relation->n_groups; i++)
    move_tile(&form->groups[i], by);
  for (guint i = 0; i < form->points->len; i++) {
    pc_vec *point = &g_array_index(form->points, pc_vec, i);
    *point = (pc_vec){point->x + by.x, point->y + by.y};
  }
}

pc_vec pc_form_find_size(const pc_form *form, const pc_relation *relation, pc_vec stretch) {
  axis axes[2];
  init_axes(axes);
  collect(relation, form, (pc_vec){1, 1}, axes);
  double left, right, top, bottom;
  find_reach(&axes[0], stretch.x, &left, &right);
  find_reach(&axes[1], stretch.y, &top, &bottom);
  clear_axes(axes);
  return (pc_vec){right - left, bottom - top};
}

void pc_form_measure(pc_form *form, const pc_relation *relation) {
  axis axes[2];
  init_axes(axes);
  collect(relation, form, (pc_vec){1, 1}, axes);
  double left, right, top, bottom;
  find_reach(&axes[0], 1, &left, &right);
  find_reach(&axes[1], 1, &top, &bottom);
  clear_axes(axes);
  form->width = right - left;
  form->height = bottom - top;
  move_form(form, relation, (pc_vec){-left, -top});
}

/* A middle becomes stretch * middle + shift. */
typedef struct mapping {
  double stretch, shift;
} mapping;

static mapping map_axis(const axis *it, double room) {
  double low, high, less = 1, more = most_stretch;
  for (int i = 0; i < 40; i++) {
    double middle = (less + more) / 2;
    find_reach(it, middle, &low, &high);
    if (high - low <= room)
      less = middle;
    else
      more = middle;
  }
  find_reach(it, less, &low, &high);
  return (mapping){less, (room - high + low) / 2 - low};
}

static pc_vec map_point(const mapping maps[2], double x, double y) {
  return (pc_vec){x * maps[0].stretch + maps[0].shift, y * maps[1].stretch + maps[1].shift};
}

static pc_tile map_tile(const mapping maps[2], pc_tile tile) {
  pc_vec middle = map_point(maps, tile.x, tile.y);
  return (pc_tile){middle.x, middle.y, tile.w, tile.h};
}

static pc_curve map_route(const pc_placed *placed, const mapping maps[2],
                          const pc_edge_form *form) {
  pc_curve route = {form->n, g_new(pc_vec, (gsize)form->n)};
  for (int i = 0; i < form->n; i++) {
    pc_vec point = g_array_index(placed->form->points, pc_vec, form->first + i);
    route.points[i] = map_point(maps, point.x, point.y);
  }
  return route;
}

static void map_edge(pc_placed *placed, const mapping maps[2], int index) {
  const pc_edge_form *form = &placed->form->edges[index];
  pc_placed_edge *edge = &placed->edges[index];
  if (form->n == 0) {
    pc_tile node = placed->nodes[placed->relation->edges[index].from];
    edge->whole = pc_loop_make(node, form->side);
  } else {
    edge->whole = map_route(placed, maps, form);
  }
  if (form->label.w > 0)
    placed->reserved[index] = pc_tile_grow(map_tile(maps, form->label), -PC_RELATION_CLEAR);
}

static void map_all(pc_placed *placed, const mapping maps[2], pc_vec growth) {
  const pc_relation *relation = placed->relation;
  for (int i = 0; i < relation->n_nodes; i++) {
    pc_tile tile = map_tile(maps, placed->form->nodes[i].tile);
    placed->nodes[i] = (pc_tile){tile.x, tile.y, tile.w * growth.x, tile.h * growth.y};
  }
  for (int i = 0; i < relation->n_edges; i++)
    map_edge(placed, maps, i);
  for (int i = 0; i < relation->n_groups; i++) {
    pc_tile tile = map_tile(maps, placed->form->groups[i]);
    placed->groups[i] =
        (pc_tile){tile.x, tile.y, tile.w * maps[0].stretch, tile.h * maps[1].stretch};
  }
}

/* Half of what there is to spare, so that middles are drawn apart at least as far. */
static double find_growth(double room, double form) {
  return 1 + CLAMP((room / form - 1) / 2, 0, most_growth);
}

void pc_placed_fill(pc_placed *placed, pc_vec room) {
  const pc_form *form = placed->form;
  pc_vec growth = {1, 1};
  if (!form->is_grown)
    growth = (pc_vec){find_growth(room.x, form->width), find_growth(room.y, form->height)};
  axis axes[2];
  init_axes(axes);
  collect(placed->relation, form, growth, axes);
  const mapping maps[2] = {map_axis(&axes[0], room.x), map_axis(&axes[1], room.y)};
  clear_axes(axes);
  placed->width = room.x;
  placed->height = room.y;
  map_all(placed, maps, growth);
}

void pc_placed_stretch(pc_placed *placed, pc_vec stretch, double margin) {
  axis axes[2];
  init_axes(axes);
  collect(placed->relation, placed->form, (pc_vec){1, 1}, axes);
  double left, right, top, bottom;
  find_reach(&axes[0], stretch.x, &left, &right);
  find_reach(&axes[1], stretch.y, &top, &bottom);
  clear_axes(axes);
  const mapping maps[2] = {{stretch.x, margin - left}, {stretch.y, margin - top}};
  placed->width = right - left + 2 * margin;
  placed->height = bottom - top + 2 * margin;
  map_all(placed, maps, (pc_vec){1, 1});
}

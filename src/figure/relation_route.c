/* relation_route.c - straight lines where they can be, Graphviz's routes where not.
 * Layer: figure. */
#include "figure/relation_form.h"

#include <math.h>

/* A line keeps so far from nodes that it does not join, and from the room of labels, em. */
static const double node_clear_em = 0.45;
static const double label_clear_em = 0.1;
/* Between lines that join the same two nodes, at the most and at the least, and between arrows at
 * one node. */
static const double parallel_em = 1.2;
static const double least_parallel_em = 0.8;
static const double ends_em = 0.75;
/* Three lines and more bend away from each other, for their labels. */
static const double bow_em = 1.5;
/* Nodes are joined at right angles where the line meets both so near to their middles. */
static const double facing_share = 0.22;

typedef struct router {
  pc_placed *placed;
  GPtrArray *outlines; /* GArray of pc_vec, one for each node */
} router;

static void free_flat(void *flat) {
  g_array_unref(flat);
}

static GArray *flatten_outline(pc_shape shape, pc_tile tile) {
  pc_curve outline = pc_outline_make(shape, tile);
  GArray *flat = pc_curve_flatten(&outline);
  pc_curve_clear(&outline);
  return flat;
}

/* Takes the curve if it has a part outside of both its nodes. */
static bool clip_edge(const router *it, int index, const pc_curve *whole, pc_curve *clipped) {
  const pc_relation_edge *edge = &it->placed->relation->edges[index];
  const GArray *from = g_ptr_array_index(it->outlines, edge->from);
  const GArray *to = g_ptr_array_index(it->outlines, edge->to);
  *clipped = pc_curve_clip(whole, from, to);
  return clipped->n > 0;
}

static void set_curve(pc_placed_edge *edge, pc_curve curve) {
  pc_curve_clear(&edge->curve);
  g_clear_pointer(&edge->flat, g_array_unref);
  edge->curve = curve;
  edge->flat = pc_curve_flatten(&curve);
  edge->bounds = pc_flat_bounds(edge->flat);
}

static void set_straight(pc_placed_edge *edge, pc_curve curve) {
  set_curve(edge, curve);
  edge->is_straight = true;
}

static bool joins_same(const pc_relation *relation, int a, int b) {
  const pc_relation_edge *own = &relation->edges[a], *other = &relation->edges[b];
  return (other->from == own->from && other->to == own->to) ||
         (other->from == own->to && other->to == own->from);
}

int pc_relation_find_bundle(const pc_relation *relation, int index, int *place) {
  int count = 0;
  for (int i = 0; i < relation->n_edges; i++) {
    if (i == index)
      *place = count;
    count += joins_same(relation, index, i);
  }
  return count;
}

/* Where a line at a right angle joins two sides near their middles; else NAN. */
static double find_facing(double a, double a_size, double b, double b_size) {
  double middle = a_size <= b_size ? a : b;
  double low = MAX(a - a_size * facing_share, b - b_size * facing_share);
  double high = MIN(a + a_size * facing_share, b + b_size * facing_share);
  return low <= high ? CLAMP(middle, low, high) : NAN;
}

static bool has_flat_sides(pc_shape shape) {
  return shape != PC_SHAPE_ELLIPSE && shape != PC_SHAPE_CLOUD;
}

/* From middle to middle, or at right angles where the nodes face each other. */
static void find_ends(const pc_placed *placed, const pc_relation_edge *edge, pc_vec *from,
                      pc_vec *to) {
  pc_tile a = placed->nodes[edge->from], b = placed->nodes[edge->to];
  *from = (pc_vec){a.x, a.y};
  *to = (pc_vec){b.x, b.y};
  const pc_relation_node *nodes = placed->relation->nodes;
  if (placed->is_plain || !has_flat_sides(nodes[edge->from].shape) ||
      !has_flat_sides(nodes[edge->to].shape))
    return;
  double x = find_facing(a.x, a.w, b.x, b.w);
  double y = find_facing(a.y, a.h, b.y, b.h);
  if (!isnan(y))
    from->y = to->y = y;
  else if (!isnan(x))
    from->x = to->x = x;
}

/* From line to line of a bundle, so that all of them end on a straight part of the node's side. */
static double find_spacing(pc_tile node, pc_vec along, int count) {
  double side = fabs(along.x) * node.h + fabs(along.y) * node.w;
  double straight = side - 2 * pc_drawn.corner - pc_drawn.head_half;
  return count > 1 ? MIN(parallel_em, straight / (count - 1)) : 0;
}

/* Where the line is still a little inside. */
static pc_vec leave_node(pc_tile node, pc_vec from, pc_vec to) {
  static const double inside_em = 0.2;
  pc_vec along = pc_vec_toward(from, to);
  double x = (node.w / 2 - inside_em) / MAX(1e-6, fabs(along.x));
  double y = (node.h / 2 - inside_em) / MAX(1e-6, fabs(along.y));
  double by = MAX(0, MIN(MIN(x, y), pc_vec_distance(from, to) / 3));
  return (pc_vec){from.x + along.x * by, from.y + along.y * by};
}

/* The line, moved aside where several join the same nodes; n 0: not now. */
static pc_curve make_straight(const pc_placed *placed, int index) {
  const pc_relation_edge *edge = &placed->relation->edges[index];
  int place = 0;
  int count = pc_relation_find_bundle(placed->relation, index, &place);
  if (count > 1 && placed->is_plain)
    return (pc_curve){0, NULL};
  pc_vec from, to;
  find_ends(placed, edge, &from, &to);
  /* All of a bundle count their places from the same side. */
  pc_vec along = edge->from < edge->to ? pc_vec_toward(from, to) : pc_vec_toward(to, from);
  double spacing = MIN(find_spacing(placed->nodes[edge->from], along, count),
                       find_spacing(placed->nodes[edge->to], along, count));
  if (count > 1 && spacing < least_parallel_em)
    return (pc_curve){0, NULL};
  double rank = place - (count - 1) / 2.0;
  pc_vec shift = {-along.y * rank * spacing, along.x * rank * spacing};
  if (count > 2) {
    from = leave_node(placed->nodes[edge->from], from, to);
    to = leave_node(placed->nodes[edge->to], to, from);
  }
  pc_curve line = pc_curve_new_line((pc_vec){from.x + shift.x, from.y + shift.y},
                                    (pc_vec){to.x + shift.x, to.y + shift.y});
  double bow = count > 2 ? rank * bow_em : 0;
  for (int i = 1; i <= 2; i++)
    line.points[i] = (pc_vec){line.points[i].x - along.y * bow, line.points[i].y + along.x * bow};
  return line;
}

static bool is_free(const pc_placed *placed, int index, const GArray *flat) {
  const pc_relation *relation = placed->relation;
  const pc_relation_edge *edge = &relation->edges[index];
  if (!pc_tile_is_within(pc_flat_bounds(flat), (pc_vec){placed->width, placed->height}))
    return false;
  for (int i = 0; i < relation->n_nodes; i++) {
    if (i != edge->from && i != edge->to &&
        pc_tile_meets(pc_tile_grow(placed->nodes[i], node_clear_em), flat))
      return false;
  }
  for (int i = 0; i < relation->n_edges && !placed->is_bold; i++) {
    pc_tile label = placed->reserved[i];
    if (i != index && label.w > 0 && pc_tile_meets(pc_tile_grow(label, label_clear_em), flat))
      return false;
  }
  for (int i = 0; i < relation->n_groups; i++) {
    if (pc_tile_meets(placed->group_labels[i], flat))
      return false;
  }
  return true;
}

/* Not counted, for near ends neither: those that it goes side by side with. */
static int count_crossings(const pc_placed *placed, int index, const GArray *flat) {
  int count = 0;
  for (int i = 0; i < placed->relation->n_edges; i++) {
    if (!joins_same(placed->relation, index, i))
      count += pc_flat_count_crossings(flat, placed->edges[i].flat);
  }
  return count;
}

static bool is_near(pc_vec a, const GArray *flat) {
  pc_vec first = g_array_index(flat, pc_vec, 0);
  pc_vec last = g_array_index(flat, pc_vec, flat->len - 1);
  return pc_vec_distance(a, first) < ends_em || pc_vec_distance(a, last) < ends_em;
}

/* Their arrows would touch each other. */
static bool have_near_ends(const GArray *a, const GArray *b) {
  return a->len > 0 && b->len > 0 &&
         (is_near(g_array_index(a, pc_vec, 0), b) ||
          is_near(g_array_index(a, pc_vec, a->len - 1), b));
}

bool pc_placed_has_near_ends(const pc_placed *placed, int a, int b) {
  return have_near_ends(placed->edges[a].flat, placed->edges[b].flat);
}

static bool has_near_ends(const pc_placed *placed, int index, const GArray *flat) {
  for (int i = 0; i < placed->relation->n_edges; i++) {
    if (!joins_same(placed->relation, index, i) && have_near_ends(flat, placed->edges[i].flat))
      return true;
  }
  return false;
}

bool pc_placed_meets(const pc_placed *placed, int edge, pc_tile tile) {
  return pc_tile_overlaps(pc_tile_grow(tile, 0.01), placed->edges[edge].bounds) &&
         pc_tile_meets(tile, placed->edges[edge].flat);
}

static bool is_better(const pc_placed *placed, int index, const GArray *flat) {
  const GArray *now = placed->edges[index].flat;
  if (placed->relation->n_edges > PC_RELATION_MANY_EDGES)
    return true;
  if (has_near_ends(placed, index, flat) && !has_near_ends(placed, index, now))
    return false;
  return count_crossings(placed, index, flat) <= count_crossings(placed, index, now);
}

/* Moved aside, a line may miss a node. */
static bool begins_inside(const router *it, int index, const pc_curve *line) {
  const pc_relation_edge *edge = &it->placed->relation->edges[index];
  return pc_flat_holds(g_ptr_array_index(it->outlines, edge->from), line->points[0]) &&
         pc_flat_holds(g_ptr_array_index(it->outlines, edge->to), line->points[line->n - 1]);
}

static void straighten(const router *it, int index) {
  pc_placed *placed = it->placed;
  const pc_relation_edge *edge = &placed->relation->edges[index];
  if (edge->from == edge->to || placed->edges[index].keeps_way)
    return;
  pc_curve line = make_straight(placed, index);
  pc_curve clipped;
  bool is_outside =
      line.n > 0 && begins_inside(it, index, &line) && clip_edge(it, index, &line, &clipped);
  pc_curve_clear(&line);
  if (!is_outside)
    return;
  g_autoptr(GArray) flat = pc_curve_flatten(&clipped);
  if (is_free(placed, index, flat) && is_better(placed, index, flat))
    set_straight(&placed->edges[index], clipped);
  else
    pc_curve_clear(&clipped);
}

static void clip_route(const router *it, int index) {
  pc_placed_edge *edge = &it->placed->edges[index];
  if (edge->route.n == 0 && !clip_edge(it, index, &edge->whole, &edge->route))
    edge->route = pc_curve_copy(&edge->whole);
  set_curve(edge, pc_curve_copy(&edge->route));
  edge->is_straight = false;
}

/* Side by side are all of a bundle, or none. */
static bool is_bundle_straight(const pc_placed *placed, int index) {
  for (int i = 0; i < placed->relation->n_edges; i++) {
    if (joins_same(placed->relation, index, i) && !placed->edges[i].is_straight)
      return false;
  }
  return true;
}

void pc_placed_route(pc_placed *placed) {
  const pc_relation *relation = placed->relation;
  g_autoptr(GPtrArray) outlines = g_ptr_array_new_with_free_func(free_flat);
  for (int i = 0; i < relation->n_nodes; i++)
    g_ptr_array_add(outlines, flatten_outline(relation->nodes[i].shape, placed->nodes[i]));
  const router it = {placed, outlines};
  for (int i = 0; i < relation->n_edges; i++)
    clip_route(&it, i);
  for (int i = 0; i < relation->n_edges; i++)
    straighten(&it, i);
  for (int i = 0; i < relation->n_edges; i++) {
    if (placed->edges[i].is_straight && !is_bundle_straight(placed, i))
      clip_route(&it, i);
  }
}

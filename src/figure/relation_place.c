/* relation_place.c - a form drawn apart until it fills its room.  Layer: figure. */
#include "figure/relation_form.h"

#include <math.h>

/* Nothing is drawn apart further than this, and nodes grow by no more. */
static const double most_stretch = 3.2;
static const double most_growth = 0.22;
/* What a line takes on each side of its middle. */
static const double line_half_em = 0.12;
static const double group_pad_em = 0.7;
/* Trials with fewer and fewer straight lines. */
static const int most_rounds = 4;

pc_form *pc_form_new(const pc_relation *relation) {
  pc_form *form = g_new0(pc_form, 1);
  form->nodes = g_new0(pc_node_form, (gsize)relation->n_nodes + 1);
  form->edges = g_new0(pc_edge_form, (gsize)relation->n_edges + 1);
  form->groups = g_new0(pc_tile, (gsize)relation->n_groups + 1);
  form->points = g_array_new(FALSE, FALSE, sizeof(pc_vec));
  return form;
}

void pc_form_free(pc_form *form) {
  if (form == NULL)
    return;
  g_free(form->nodes);
  g_free(form->edges);
  g_free(form->groups);
  g_array_unref(form->points);
  g_free(form);
}

/* One axis of all that has a place: the middle is drawn apart, the half is not. */
typedef struct axis {
  GArray *middles, *halves; /* double */
} axis;

static void add_span(axis *it, double middle, double half) {
  g_array_append_val(it->middles, middle);
  g_array_append_val(it->halves, half);
}

static void add_tile(axis axes[2], pc_tile tile) {
  add_span(&axes[0], tile.x, tile.w / 2);
  add_span(&axes[1], tile.y, tile.h / 2);
}

/* growth: what nodes grow by, 1 not at all. */
static void collect(const pc_relation *relation, const pc_form *form, pc_vec growth, axis axes[2]) {
  for (int i = 0; i < relation->n_nodes; i++) {
    pc_tile tile = form->nodes[i].tile;
    add_tile(axes, (pc_tile){tile.x, tile.y, tile.w * growth.x, tile.h * growth.y});
  }
  for (int i = 0; i < relation->n_edges; i++) {
    if (form->edges[i].label.w > 0)
      add_tile(axes, pc_tile_grow(form->edges[i].label, -PC_RELATION_CLEAR));
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
    axes[i] = (axis){g_array_new(FALSE, FALSE, sizeof(double)),
                     g_array_new(FALSE, FALSE, sizeof(double))};
}

static void clear_axes(axis axes[2]) {
  for (int i = 0; i < 2; i++) {
    g_array_unref(axes[i].middles);
    g_array_unref(axes[i].halves);
  }
}

/* From where to where it reaches when drawn apart. */
static void find_reach(const axis *it, double stretch, double *low, double *high) {
  *low = G_MAXDOUBLE;
  *high = -G_MAXDOUBLE;
  for (guint i = 0; i < it->middles->len; i++) {
    double middle = g_array_index(it->middles, double, i) * stretch;
    double half = g_array_index(it->halves, double, i);
    *low = MIN(*low, middle - half);
    *high = MAX(*high, middle + half);
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

static void map_edge(pc_placed *placed, const mapping maps[2], int index) {
  const pc_edge_form *form = &placed->form->edges[index];
  pc_placed_edge *edge = &placed->edges[index];
  edge->whole = (pc_curve){form->n, g_new(pc_vec, (gsize)form->n)};
  for (int i = 0; i < form->n; i++) {
    pc_vec point = g_array_index(placed->form->points, pc_vec, form->first + i);
    edge->whole.points[i] = map_point(maps, point.x, point.y);
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

static void fill_room(pc_placed *placed, pc_vec room) {
  const pc_form *form = placed->form;
  pc_vec growth = {1, 1};
  if (!form->is_grown)
    growth = (pc_vec){find_growth(room.x, form->width), find_growth(room.y, form->height)};
  axis axes[2];
  init_axes(axes);
  collect(placed->relation, form, growth, axes);
  const mapping maps[2] = {map_axis(&axes[0], room.x), map_axis(&axes[1], room.y)};
  clear_axes(axes);
  map_all(placed, maps, growth);
}

/* From left to right and from top to bottom. */
typedef struct reach {
  double left, top, right, bottom;
} reach;

static void extend(reach *it, pc_tile tile) {
  it->left = MIN(it->left, tile.x - tile.w / 2);
  it->top = MIN(it->top, tile.y - tile.h / 2);
  it->right = MAX(it->right, tile.x + tile.w / 2);
  it->bottom = MAX(it->bottom, tile.y + tile.h / 2);
}

static reach reach_of(pc_tile tile) {
  reach it = {G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE};
  extend(&it, tile);
  return it;
}

static bool has_member(const pc_relation_group *group, int node) {
  for (int i = 0; i < group->n; i++) {
    if (group->nodes[i] == node)
      return true;
  }
  return false;
}

static void extend_by_edges(const pc_placed *placed, const pc_relation_group *group, reach *it) {
  const pc_relation *relation = placed->relation;
  for (int i = 0; i < relation->n_edges; i++) {
    const pc_relation_edge *edge = &relation->edges[i];
    if (!has_member(group, edge->from) || !has_member(group, edge->to))
      continue;
    const pc_curve *curve = &placed->edges[i].whole;
    for (int k = 0; k < curve->n; k++)
      extend(it, (pc_tile){curve->points[k].x, curve->points[k].y, 0, 0});
    if (placed->reserved[i].w > 0)
      extend(it, placed->reserved[i]);
  }
}

/* No larger than what it holds asks for, nor than the room that is its own. */
static void tighten_group(pc_placed *placed, int index) {
  const pc_relation_group *group = &placed->relation->groups[index];
  reach inside = reach_of(placed->nodes[group->nodes[0]]);
  for (int i = 1; i < group->n; i++)
    extend(&inside, placed->nodes[group->nodes[i]]);
  extend_by_edges(placed, group, &inside);
  double width = group->label->full_em * PC_RELATION_SMALL;
  double label = pc_label_height(group->label, group->label->full_em) * PC_RELATION_SMALL;
  double wider = MAX(0, width + 2 * group_pad_em - (inside.right - inside.left)) / 2;
  const reach all = reach_of(placed->groups[index]);
  double side = MAX(group_pad_em, wider);
  double left = MAX(all.left, inside.left - side), right = MIN(all.right, inside.right + side);
  double top = MAX(all.top, inside.top - label - group_pad_em - (label > 0 ? 0.5 : 0));
  double bottom = MIN(all.bottom, inside.bottom + group_pad_em);
  placed->groups[index] =
      (pc_tile){(left + right) / 2, (top + bottom) / 2, right - left, bottom - top};
  placed->group_labels[index] =
      (pc_tile){left + 0.5 + width / 2, top + 0.45 + label / 2, width, label};
}

/* Also lines that run over nodes that they do not join. */
static void find_loose(pc_placed *placed) {
  const pc_relation *relation = placed->relation;
  for (int i = 0; i < relation->n_edges; i++) {
    const pc_relation_edge *edge = &relation->edges[i];
    for (int k = 0; k < relation->n_nodes && !placed->edges[i].is_loose; k++)
      placed->edges[i].is_loose =
          k != edge->from && k != edge->to && pc_placed_meets(placed, i, placed->nodes[k]);
  }
}

/* Straight lines are bent back where they leave a label without room. */
static void settle(pc_placed *placed) {
  const pc_relation *relation = placed->relation;
  int rounds = relation->n_edges > PC_RELATION_MANY_EDGES ? 1 : most_rounds;
  for (int round = 0; round <= rounds; round++) {
    placed->is_bold = round == 0;
    pc_placed_route(placed);
    pc_placed_set_labels(placed);
    find_loose(placed);
    if (pc_placed_is_free(placed))
      return;
    for (int i = 0; i < relation->n_edges; i++)
      placed->edges[i].keeps_way |= (round > 0 && placed->edges[i].is_loose) || round + 1 == rounds;
  }
}

static pc_placed *place(const pc_relation *relation, const pc_form *form, pc_vec room,
                        bool is_plain) {
  pc_placed *placed = g_new0(pc_placed, 1);
  *placed = (pc_placed){.relation = relation,
                        .form = form,
                        .width = room.x,
                        .height = room.y,
                        .is_plain = is_plain,
                        .nodes = g_new0(pc_tile, (gsize)relation->n_nodes),
                        .groups = g_new0(pc_tile, (gsize)relation->n_groups),
                        .group_labels = g_new0(pc_tile, (gsize)relation->n_groups),
                        .reserved = g_new0(pc_tile, (gsize)relation->n_edges),
                        .edges = g_new0(pc_placed_edge, (gsize)relation->n_edges)};
  fill_room(placed, room);
  for (int i = 0; i < relation->n_groups; i++)
    tighten_group(placed, i);
  settle(placed);
  return placed;
}

pc_placed *pc_placed_new(const pc_relation *relation, const pc_form *form, pc_vec room) {
  return place(relation, form, room, false);
}

pc_placed *pc_placed_new_plain(const pc_relation *relation, const pc_form *form) {
  return place(relation, form, (pc_vec){form->width, form->height}, true);
}

bool pc_placed_is_free(const pc_placed *placed) {
  for (int i = 0; i < placed->relation->n_edges; i++) {
    if (placed->edges[i].is_loose)
      return false;
  }
  return true;
}

static void append_route(GArray *points, const pc_placed_edge *edge) {
  const pc_curve *route = &edge->whole;
  if (!edge->is_straight) {
    g_array_append_vals(points, route->points, (guint)route->n);
    return;
  }
  pc_curve line = pc_curve_new_line(route->points[0], route->points[route->n - 1]);
  g_array_append_vals(points, line.points, (guint)line.n);
  pc_curve_clear(&line);
}

pc_form *pc_placed_copy_form(const pc_placed *placed) {
  const pc_relation *relation = placed->relation;
  const pc_form *old = placed->form;
  pc_form *form = pc_form_new(relation);
  form->is_turned = old->is_turned;
  form->is_grown = !placed->is_plain;
  for (int i = 0; i < relation->n_nodes; i++) {
    form->nodes[i] = old->nodes[i];
    form->nodes[i].tile = placed->nodes[i];
  }
  for (int i = 0; i < relation->n_edges; i++) {
    form->edges[i] =
        (pc_edge_form){.label_em = old->edges[i].label_em, .first = (int)form->points->len};
    append_route(form->points, &placed->edges[i]);
    form->edges[i].n = (int)form->points->len - form->edges[i].first;
    if (placed->edges[i].label.w > 0)
      form->edges[i].label = pc_tile_grow(placed->edges[i].label, PC_RELATION_CLEAR);
  }
  for (int i = 0; i < relation->n_groups; i++)
    form->groups[i] = placed->groups[i];
  pc_form_measure(form, relation);
  return form;
}

void pc_placed_free(pc_placed *placed) {
  if (placed == NULL)
    return;
  for (int i = 0; i < placed->relation->n_edges; i++) {
    pc_curve_clear(&placed->edges[i].whole);
    pc_curve_clear(&placed->edges[i].curve);
    g_clear_pointer(&placed->edges[i].flat, g_array_unref);
  }
  pc_form_free(placed->own_form);
  g_free(placed->nodes);
  g_free(placed->groups);
  g_free(placed->group_labels);
  g_free(placed->reserved);
  g_free(placed->edges);
  g_free(placed);
}

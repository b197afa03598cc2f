/* relation_place.c - a form in its room: its groups, its lines, its labels.  Layer: figure. */
#include "figure/relation_form.h"

#include <math.h>

static const double group_pad_em = 0.7;
/* Trials with fewer and fewer straight lines. */
static const int most_rounds = 4;
/* And in each with labels chosen in another order. */
static const int most_tries = 3;
static const int few_loose = 4;
/* Of small diagrams hundreds of forms are tried: one that wants so much care is no loss. */
static const int quick_rounds = 2;
static const int quick_tries = 1;

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

static int count_loose(const pc_placed *placed) {
  int count = 0;
  for (int i = 0; i < placed->relation->n_edges; i++)
    count += placed->edges[i].is_loose;
  return count;
}

static bool is_quick(const pc_placed *placed) {
  const pc_relation *relation = placed->relation;
  return placed->is_plain && relation->n_nodes + relation->n_edges <= PC_RELATION_SMALL_PARTS;
}

static int count_rounds(const pc_placed *placed) {
  if (placed->relation->n_edges > PC_RELATION_MANY_EDGES)
    return 1;
  return is_quick(placed) ? quick_rounds : most_rounds;
}

/* Labels without room choose first the next time.  Returns how many have none. */
static int set_labels(pc_placed *placed) {
  const int tries = is_quick(placed) ? quick_tries : most_tries;
  int loose = 0;
  for (int i = 0; i < tries; i++) {
    pc_placed_set_labels(placed);
    find_loose(placed);
    loose = count_loose(placed);
    if (loose == 0 || loose > few_loose)
      break;
    for (int k = 0; k < placed->relation->n_edges; k++)
      placed->edges[k].urgency += placed->edges[k].is_loose;
  }
  return loose;
}

/* Straight lines are bent back where they leave a label without room. */
static void settle(pc_placed *placed) {
  const pc_relation *relation = placed->relation;
  int rounds = count_rounds(placed);
  for (int round = 0; round <= rounds; round++) {
    placed->is_bold = round == 0;
    pc_placed_route(placed);
    int loose = set_labels(placed);
    if (loose == 0 || (placed->is_plain && loose > few_loose && round > 0))
      return;
    for (int i = 0; i < relation->n_edges; i++)
      placed->edges[i].keeps_way |= (round > 0 && placed->edges[i].is_loose) || round + 1 == rounds;
  }
}

static pc_placed *begin(const pc_relation *relation, const pc_form *form) {
  pc_placed *placed = g_new0(pc_placed, 1);
  *placed = (pc_placed){.relation = relation,
                        .form = form,
                        .nodes = g_new0(pc_tile, (gsize)relation->n_nodes),
                        .groups = g_new0(pc_tile, (gsize)relation->n_groups),
                        .group_labels = g_new0(pc_tile, (gsize)relation->n_groups),
                        .reserved = g_new0(pc_tile, (gsize)relation->n_edges),
                        .edges = g_new0(pc_placed_edge, (gsize)relation->n_edges)};
  return placed;
}

static pc_placed *finish(pc_placed *placed) {
  for (int i = 0; i < placed->relation->n_groups; i++)
    tighten_group(placed, i);
  settle(placed);
  return placed;
}

pc_placed *pc_placed_new(const pc_relation *relation, const pc_form *form, pc_vec room) {
  pc_placed *placed = begin(relation, form);
  pc_placed_fill(placed, room);
  return finish(placed);
}

pc_placed *pc_placed_new_plain(const pc_relation *relation, const pc_form *form, pc_vec stretch,
                               double margin) {
  pc_placed *placed = begin(relation, form);
  placed->is_plain = true;
  pc_placed_stretch(placed, stretch, margin);
  return finish(placed);
}

bool pc_placed_is_free(const pc_placed *placed) {
  return count_loose(placed) == 0;
}

/* A line that is one of several keeps its route, or they would become one. */
static void append_route(GArray *points, const pc_placed *placed, int index) {
  const pc_placed_edge *edge = &placed->edges[index];
  const pc_curve *route = &edge->whole;
  int place = 0;
  if (!edge->is_straight || pc_relation_find_bundle(placed->relation, index, &place) > 1) {
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
    form->edges[i] = (pc_edge_form){.first = (int)form->points->len, .side = old->edges[i].side};
    if (old->edges[i].n > 0)
      append_route(form->points, placed, i);
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
    pc_curve_clear(&placed->edges[i].route);
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

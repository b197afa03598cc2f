/* relation_balance.c - nodes in the middle of those that they are joined to.  Layer: figure. */
#include "figure/relation_form.h"

#include <math.h>

/* Between nodes that stand side by side, em; and along the arrows, to count as side by side. */
static const double gap_em = 1.0;
static const double beside_em = 0.3;
static const int n_rounds = 12;

typedef struct balance {
  pc_form *form;
  const pc_relation *relation;
  bool across_x;
} balance;

static double *place_of(const balance *it, int node) {
  pc_tile *tile = &it->form->nodes[node].tile;
  return it->across_x ? &tile->x : &tile->y;
}

static double size_of(const balance *it, int node) {
  const pc_vec size = pc_loop_measure(it->relation, it->form, node);
  return it->across_x ? size.x : size.y;
}

static bool stand_beside(const balance *it, int a, int b) {
  const pc_tile p = it->form->nodes[a].tile, q = it->form->nodes[b].tile;
  const pc_vec p_size = pc_loop_measure(it->relation, it->form, a);
  const pc_vec q_size = pc_loop_measure(it->relation, it->form, b);
  double apart = it->across_x ? fabs(p.y - q.y) - (p_size.y + q_size.y) / 2
                              : fabs(p.x - q.x) - (p_size.x + q_size.x) / 2;
  return apart < beside_em;
}

/* The middle of two neighbours and more; else where it is. */
static double find_target(const balance *it, int node) {
  const pc_relation *relation = it->relation;
  double sum = 0;
  int count = 0, first = -1;
  bool has_several = false;
  for (int i = 0; i < relation->n_edges; i++) {
    const pc_relation_edge *edge = &relation->edges[i];
    bool joins = (edge->from == node) != (edge->to == node);
    int other = edge->from == node ? edge->to : edge->from;
    if (!joins || stand_beside(it, node, other))
      continue;
    has_several = has_several || (first >= 0 && first != other);
    first = first < 0 ? other : first;
    sum += *place_of(it, other);
    count++;
  }
  return has_several ? sum / count : *place_of(it, node);
}

/* As far as the nodes beside it let it go. */
static void move_node(const balance *it, int node) {
  double *place = place_of(it, node);
  double target = find_target(it, node);
  double low = -G_MAXDOUBLE, high = G_MAXDOUBLE;
  for (int i = 0; i < it->relation->n_nodes; i++) {
    if (i == node || !stand_beside(it, node, i))
      continue;
    double apart = (size_of(it, node) + size_of(it, i)) / 2 + gap_em;
    if (*place_of(it, i) < *place)
      low = MAX(low, *place_of(it, i) + apart);
    else
      high = MIN(high, *place_of(it, i) - apart);
  }
  if (low <= high)
    *place = CLAMP(target, low, high);
}

/* A route goes with its ends. */
static void move_route(const balance *it, int index, const double *before) {
  const pc_relation_edge *edge = &it->relation->edges[index];
  pc_edge_form *form = &it->form->edges[index];
  double from = *place_of(it, edge->from) - before[edge->from];
  double to = *place_of(it, edge->to) - before[edge->to];
  for (int i = 0; i < form->n; i++) {
    pc_vec *point = &g_array_index(it->form->points, pc_vec, form->first + i);
    double by = from + (to - from) * i / (form->n - 1);
    *(it->across_x ? &point->x : &point->y) += by;
  }
  *(it->across_x ? &form->label.x : &form->label.y) += (from + to) / 2;
}

void pc_form_balance(pc_form *form, const pc_relation *relation, bool across_x) {
  const balance it = {form, relation, across_x};
  g_autofree double *before = g_new(double, (gsize)relation->n_nodes);
  for (int i = 0; i < relation->n_nodes; i++)
    before[i] = *place_of(&it, i);
  for (int round = 0; round < n_rounds; round++) {
    for (int i = 0; i < relation->n_nodes; i++)
      move_node(&it, i);
  }
  for (int i = 0; i < relation->n_edges; i++)
    move_route(&it, i, before);
}

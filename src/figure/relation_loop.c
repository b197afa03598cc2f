/* relation_loop.c - arrows from a node to itself: round, beside the node.  Layer: figure. */
#include <math.h>

#include "figure/relation_form.h"

/* Of the circle; how far its middle is from the node's side; to the label, em. */
static const double radius_em = 1.05;
static const double out_em = 0.7;
static const double gap_em = 0.3;

static const pc_vec outwards[PC_N_SIDES] = {[PC_SIDE_RIGHT] = {1, 0},
                                            [PC_SIDE_LEFT] = {-1, 0},
                                            [PC_SIDE_TOP] = {0, -1},
                                            [PC_SIDE_BOTTOM] = {0, 1}};

static pc_vec find_middle(pc_tile node, pc_side side) {
  pc_vec out = outwards[side];
  return (pc_vec){node.x + out.x * (node.w / 2 + out_em), node.y + out.y * (node.h / 2 + out_em)};
}

static void add_line(GArray *path, pc_vec to) {
  pc_vec from = g_array_index(path, pc_vec, path->len - 1);
  const pc_vec points[] = {pc_vec_mix(from, to, 1 / 3.0), pc_vec_mix(from, to, 2 / 3.0), to};
  g_array_append_vals(path, points, 3);
}

/* A part of the circle, clockwise. */
static void add_arc(GArray *path, pc_vec middle, double from, double to) {
  double pull = 4.0 / 3 * tan((to - from) / 4) * radius_em;
  pc_vec a = {middle.x + radius_em * cos(from), middle.y + radius_em * sin(from)};
  pc_vec b = {middle.x + radius_em * cos(to), middle.y + radius_em * sin(to)};
  const pc_vec points[] = {{a.x - pull * sin(from), a.y + pull * cos(from)},
                           {b.x + pull * sin(to), b.y - pull * cos(to)},
                           b};
  g_array_append_vals(path, points, 3);
}

pc_curve pc_loop_make(pc_tile node, pc_side side) {
  static const int pieces = 4;
  pc_vec out = outwards[side];
  pc_vec middle = find_middle(node, side);
  /* The circle is open where it lies in the node. */
  double open = acos(MIN(1, out_em / radius_em));
  double inwards = atan2(-out.y, -out.x);
  double begin = inwards + open, step = (2 * G_PI - 2 * open) / pieces;
  GArray *path = g_array_new(FALSE, FALSE, sizeof(pc_vec));
  const pc_vec start = {node.x, node.y};
  g_array_append_val(path, start);
  add_line(path, (pc_vec){middle.x + radius_em * cos(begin), middle.y + radius_em * sin(begin)});
  for (int i = 0; i < pieces; i++)
    add_arc(path, middle, begin + i * step, begin + (i + 1) * step);
  add_line(path, start);
  int n = (int)path->len;
  return (pc_curve){n, (pc_vec *)g_array_free(path, FALSE)};
}

pc_tile pc_loop_place_label(pc_tile node, pc_side side, pc_tile label) {
  pc_vec out = outwards[side];
  pc_vec middle = find_middle(node, side);
  double aside = radius_em + gap_em + label.w / 2;
  if (out.x != 0)
    return (pc_tile){middle.x + out.x * aside, node.y, label.w, label.h};
  double away = MAX(out_em, label.h / 2);
  return (pc_tile){node.x + aside, node.y + out.y * (node.h / 2 + away), label.w, label.h};
}

static pc_vec reach_of(pc_vec most, pc_tile node, pc_tile tile) {
  return (pc_vec){MAX(most.x, fabs(tile.x - node.x) + tile.w / 2),
                  MAX(most.y, fabs(tile.y - node.y) + tile.h / 2)};
}

pc_vec pc_loop_measure(const pc_relation *relation, const pc_form *form, int node) {
  const pc_tile tile = form->nodes[node].tile;
  pc_vec most = {tile.w / 2, tile.h / 2};
  for (int i = 0; i < relation->n_edges; i++) {
    const pc_relation_edge *edge = &relation->edges[i];
    const pc_edge_form *loop = &form->edges[i];
    if (edge->from != node || edge->to != node)
      continue;
    pc_vec middle = find_middle(tile, loop->side);
    most = reach_of(most, tile, (pc_tile){middle.x, middle.y, 2 * radius_em, 2 * radius_em});
    if (loop->label.w > 0)
      most = reach_of(most, tile, pc_loop_place_label(tile, loop->side, loop->label));
  }
  return (pc_vec){2 * most.x, 2 * most.y};
}

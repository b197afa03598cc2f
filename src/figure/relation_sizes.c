/* relation_sizes.c - how large nodes and labels of a relation diagram are, by how their lines are
 * broken.  Layer: figure. */
#include <math.h>

#include "figure/look.h"
#include "figure/relation_form.h"

/* Lines of nodes' and of edges' labels had better not be longer, em: three ways to break them. */
static const double node_lines_em[PC_FORM_WAYS] = {13, 8, 5.5};
static const double edge_lines_em[PC_FORM_WAYS] = {10, 6.5, 4.5};
/* Nodes that are almost as large as the largest one are made as large: one size looks meant. */
static const double same_width = 0.75, same_height = 0.55;
/* Sides of a node for one loop after the other, by the direction of the arrows. */
static const pc_side loop_sides[2][PC_N_SIDES] = {
    {PC_SIDE_RIGHT, PC_SIDE_LEFT, PC_SIDE_TOP, PC_SIDE_BOTTOM},
    {PC_SIDE_TOP, PC_SIDE_BOTTOM, PC_SIDE_RIGHT, PC_SIDE_LEFT},
};

/* The least width in which a label keeps to the number of lines that such a measure gives. */
static double break_label(const pc_label *label, double measure) {
  if (label == NULL || label->full_em <= 0)
    return 0;
  int lines = MAX(1, (int)ceil(label->full_em / MAX(measure, label->phrase_em) - 0.05));
  double width = pc_label_find_width(label, lines);
  return pc_label_extent(label, width);
}

static void size_node(const pc_relation_node *node, double measure, pc_node_form *form) {
  form->title_em = break_label(node->title, measure);
  form->detail_em = break_label(node->detail, measure / PC_RELATION_SMALL);
  pc_vec text = {MAX(form->title_em, form->detail_em * PC_RELATION_SMALL),
                 pc_label_height(node->title, form->title_em)};
  if (node->detail != NULL)
    text.y +=
        PC_RELATION_DETAIL_GAP + pc_label_height(node->detail, form->detail_em) * PC_RELATION_SMALL;
  pc_vec size = pc_outline_measure(node->shape, text);
  form->tile = (pc_tile){0, 0, MAX(size.x, size.y), size.y};
}

void pc_relation_size_labels(pc_relation *relation) {
  for (int i = 0; i < relation->n_edges; i++) {
    pc_relation_edge *edge = &relation->edges[i];
    for (int way = 0; edge->label != NULL && way < PC_FORM_WAYS; way++) {
      double width = break_label(edge->label, edge_lines_em[way]);
      double height = pc_label_height(edge->label, width);
      edge->label_sizes[way] = (pc_vec){width * PC_RELATION_SMALL, height * PC_RELATION_SMALL};
    }
  }
}

static void size_edge(const pc_relation_edge *edge, int way, pc_edge_form *form) {
  const pc_vec size = edge->label_sizes[way];
  if (edge->label != NULL)
    form->label = pc_tile_grow((pc_tile){0, 0, size.x, size.y}, PC_RELATION_CLEAR);
}

static void even_out(const pc_relation *relation, pc_form *form) {
  pc_vec most = {0, 0};
  for (int i = 0; i < relation->n_nodes; i++) {
    most.x = MAX(most.x, form->nodes[i].tile.w);
    most.y = MAX(most.y, form->nodes[i].tile.h);
  }
  for (int i = 0; i < relation->n_nodes; i++) {
    pc_tile *tile = &form->nodes[i].tile;
    if (relation->nodes[i].shape == PC_SHAPE_NONE)
      continue;
    tile->w = tile->w >= most.x * same_width ? most.x : tile->w;
    tile->h = tile->h >= most.y * same_height ? most.y : tile->h;
  }
}

static void widen_side(pc_tile *tile, double side, bool runs_across) {
  if (runs_across)
    tile->h = MAX(tile->h, side);
  else
    tile->w = MAX(tile->w, side);
}

/* Arrows that join the same two nodes stand side by side on straight sides. */
static void make_room_for_bundles(const pc_relation *relation, pc_form *form, bool runs_across) {
  for (int i = 0; i < relation->n_edges; i++) {
    const pc_relation_edge *edge = &relation->edges[i];
    int place = 0;
    int count = pc_relation_find_bundle(relation, i, &place);
    if (edge->from == edge->to || count < 2 || count > PC_RELATION_BUNDLE)
      continue;
    double side = (count - 1) * PC_RELATION_PARALLEL + 2 * pc_drawn.corner + pc_drawn.head_half;
    widen_side(&form->nodes[edge->from].tile, side, runs_across);
    widen_side(&form->nodes[edge->to].tile, side, runs_across);
  }
}

static void choose_loop_sides(const pc_relation *relation, pc_form *form, bool runs_across) {
  for (int i = 0; i < relation->n_edges; i++) {
    int before = 0;
    for (int k = 0; k < i; k++)
      before += relation->edges[k].from == relation->edges[i].from &&
                relation->edges[k].from == relation->edges[k].to;
    form->edges[i].side = loop_sides[runs_across][before % PC_N_SIDES];
  }
}

void pc_form_size(pc_form *form, const pc_relation *relation, int way, bool runs_across) {
  for (int i = 0; i < relation->n_nodes; i++)
    size_node(&relation->nodes[i], node_lines_em[way], &form->nodes[i]);
  for (int i = 0; i < relation->n_edges; i++)
    size_edge(&relation->edges[i], way, &form->edges[i]);
  make_room_for_bundles(relation, form, runs_across);
  even_out(relation, form);
  choose_loop_sides(relation, form, runs_across);
}

/* relation_forms.c - the forms that a relation diagram may take: directions, and how its labels are
 * broken.  Layer: figure. */
#include "figure/relation_form.h"

#include <math.h>

/* Between nodes of a rank, and between ranks: as close as arrows permit, rooms draw them apart. */
static const double node_gap_em = 1.0;
static const double rank_gap_em = 1.9;
/* The same with labels between, whose height or width comes on top. */
static const double labelled_gap_em = 1.9;
static const double beside_arrow_em = 1.6;
static const double beside_label_em = 1.0;

/* Lines of nodes' and of edges' labels had better not be longer, em: three ways to break them. */
static const double node_lines_em[] = {13, 8, 5.5};
static const double edge_lines_em[] = {10, 6.5, 4.5};
/* Nodes that are almost as large as the largest one are made as large: one size looks meant. */
static const double same_width = 0.75, same_height = 0.55;
/* Where a label finds no place, once more with so much more room between, so often. */
static const double more_room = 1.3;
static const int most_tries = 3;
/* Nodes and edges: beyond, fewer forms, and no trial of them. */
static const int least_parts = 40;
static const int few_parts = 100;
static const int some_parts = 250;

static const pc_diagram_direction turned[] = {
    [PC_DIAGRAM_AUTO] = PC_DIAGRAM_DOWN, [PC_DIAGRAM_RIGHT] = PC_DIAGRAM_DOWN,
    [PC_DIAGRAM_LEFT] = PC_DIAGRAM_DOWN, [PC_DIAGRAM_DOWN] = PC_DIAGRAM_RIGHT,
    [PC_DIAGRAM_UP] = PC_DIAGRAM_RIGHT,
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

static void size_edge(const pc_relation_edge *edge, double measure, pc_edge_form *form) {
  if (edge->label == NULL)
    return;
  form->label_em = break_label(edge->label, measure);
  double height = pc_label_height(edge->label, form->label_em) * PC_RELATION_SMALL;
  const pc_tile text = {0, 0, form->label_em * PC_RELATION_SMALL, height};
  form->label = pc_tile_grow(text, PC_RELATION_CLEAR);
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

static void size_form(const pc_relation *relation, int way, pc_form *form) {
  for (int i = 0; i < relation->n_nodes; i++)
    size_node(&relation->nodes[i], node_lines_em[way], &form->nodes[i]);
  for (int i = 0; i < relation->n_edges; i++)
    size_edge(&relation->edges[i], edge_lines_em[way], &form->edges[i]);
  even_out(relation, form);
}

static bool has_labels(const pc_relation *relation) {
  for (int i = 0; i < relation->n_edges; i++) {
    if (relation->edges[i].label != NULL)
      return true;
  }
  return false;
}

static double count_flaws(const pc_relation *relation, const pc_placed *placed) {
  double flaws = 0;
  for (int i = 0; i < relation->n_edges; i++) {
    flaws += !placed->edges[i].is_straight;
    for (int k = 0; k < i; k++)
      flaws += pc_flat_count_crossings(placed->edges[i].flat, placed->edges[k].flat);
  }
  return flaws / MAX(1, relation->n_edges);
}

/* The form as it was set where all its labels have room when nothing is drawn apart; else NULL. */
static pc_form *hold_form(const pc_relation *relation, pc_form *form) {
  pc_form_measure(form, relation);
  g_autoptr(pc_placed) placed = pc_placed_new_plain(relation, form);
  if (!pc_placed_is_free(placed))
    return NULL;
  pc_form *held = pc_placed_copy_form(placed);
  held->flaws = count_flaws(relation, placed);
  return held;
}

static bool runs_across(pc_diagram_direction direction) {
  return direction != PC_DIAGRAM_DOWN && direction != PC_DIAGRAM_UP;
}

/* The balanced form if it holds, or else the form itself if it does.  The form is spent. */
static bool add_balanced(pc_relation *relation, pc_form *form, const pc_graph_wish *wish) {
  g_autoptr(pc_form) held = hold_form(relation, form);
  g_autoptr(pc_form) balanced = NULL;
  if (relation->n_groups == 0) {
    pc_form_balance(form, relation, !runs_across(wish->direction));
    balanced = hold_form(relation, form);
  }
  bool is_found = held != NULL || balanced != NULL;
  if (balanced != NULL && (held == NULL || balanced->flaws <= held->flaws))
    g_ptr_array_add(relation->forms, g_steal_pointer(&balanced));
  else if (held != NULL)
    g_ptr_array_add(relation->forms, g_steal_pointer(&held));
  return is_found;
}

/* With room for labels reserved by Graphviz, as wide as they need to hold. */
static void add_reserved(pc_relation *relation, pc_form *form, pc_graph_wish wish) {
  for (int i = 0; i < most_tries; i++) {
    if (!pc_form_find_places(form, relation, &wish) || add_balanced(relation, form, &wish))
      return;
    wish.node_gap *= more_room;
    wish.rank_gap *= more_room;
  }
  pc_form_measure(form, relation);
  g_autoptr(pc_placed) placed = pc_placed_new_plain(relation, form);
  g_ptr_array_add(relation->forms, pc_placed_copy_form(placed));
}

/* Labels find their room beside the lines: where that goes, it is closer. */
static void add_unreserved(pc_relation *relation, pc_form *form, pc_graph_wish wish) {
  double widest = 0, highest = 0;
  for (int i = 0; i < relation->n_edges; i++) {
    widest = MAX(widest, form->edges[i].label.w);
    highest = MAX(highest, form->edges[i].label.h);
  }
  wish.reserves = false;
  wish.rank_gap =
      runs_across(wish.direction) ? widest + beside_arrow_em : highest + beside_label_em;
  if (pc_form_find_places(form, relation, &wish))
    add_balanced(relation, form, &wish);
}

static void add_form(pc_relation *relation, int way, pc_graph_wish wish, bool is_turned) {
  g_autoptr(pc_form) form = pc_form_new(relation);
  form->is_turned = is_turned;
  size_form(relation, way, form);
  if (relation->n_nodes + relation->n_edges > few_parts) {
    if (!pc_form_find_places(form, relation, &wish))
      return;
    pc_form_measure(form, relation);
    g_ptr_array_add(relation->forms, g_steal_pointer(&form));
    return;
  }
  add_reserved(relation, form, wish);
  if (has_labels(relation) && relation->n_groups == 0)
    add_unreserved(relation, form, wish);
}

/* Both directions, for one way to break labels and one to set parts. */
static void add_pair(pc_relation *relation, int way, int columns) {
  const double rank_gap = has_labels(relation) ? labelled_gap_em : rank_gap_em;
  const pc_diagram_direction direction = relation->direction;
  const pc_graph_wish straight = {direction, node_gap_em, rank_gap, true, columns};
  const pc_graph_wish other = {turned[direction], node_gap_em, rank_gap, true, columns};
  add_form(relation, way, straight, false);
  add_form(relation, way, other, true);
}

/* Labels that are broken as the way before breaks them make no new form. */
static bool is_new_way(const pc_relation *relation, int way) {
  g_autoptr(pc_form) own = pc_form_new(relation);
  g_autoptr(pc_form) before = pc_form_new(relation);
  size_form(relation, way, own);
  size_form(relation, MAX(1, way - 1), before);
  bool is_same = true;
  for (int i = 0; i < relation->n_nodes; i++)
    is_same = is_same && fabs(own->nodes[i].tile.w - before->nodes[i].tile.w) < 0.01;
  for (int i = 0; i < relation->n_edges; i++)
    is_same = is_same && fabs(own->edges[i].label.w - before->edges[i].label.w) < 0.01;
  return !is_same;
}

void pc_relation_make_forms(pc_relation *relation) {
  int size = relation->n_nodes + relation->n_edges;
  int n_parts = pc_relation_count_parts(relation);
  if (size > some_parts) {
    const pc_graph_wish wish = {relation->direction, node_gap_em, rank_gap_em, true, 0};
    add_form(relation, 1, wish, false);
    return;
  }
  for (int way = 0; way < (int)G_N_ELEMENTS(node_lines_em); way++) {
    if (way == 1 || (size <= least_parts && is_new_way(relation, way)))
      add_pair(relation, way, 0);
  }
  if (n_parts < 2)
    return;
  int columns = (int)ceil(sqrt(n_parts));
  add_pair(relation, 1, columns);
  if (columns < n_parts)
    add_pair(relation, 1, n_parts);
}

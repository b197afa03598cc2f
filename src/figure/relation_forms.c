/* relation_forms.c - the forms that a relation diagram may take: directions, how its labels are
 * broken, how far it is drawn apart before all labels have room.  Layer: figure. */
#include <math.h>

#include "figure/relation_form.h"

/* Between nodes of a rank, and between ranks: as close as arrows permit, rooms draw them apart. */
static const double node_gap_em = 1.0;
static const double rank_gap_em = 1.9;
/* The same with labels between, whose height or width comes on top. */
static const double labelled_gap_em = 1.9;
static const double beside_arrow_em = 1.6;
static const double beside_label_em = 1.0;

/* Ranks of large diagrams begin closer: labels stand beside each other anyhow. */
static const double close_ranks = 0.6, close_ranks_em = 1.4;

/* How far middles are drawn apart until every label finds room. */
static const double stretches[] = {1, 1.2, 1.45, 1.7, 2, 2.4, 2.8};
/* Shapes that parts without an arrow between them are packed into: width by height. */
static const double shapes[] = {0.5, 1, 2, 4};
/* Nodes and edges: beyond, no trial of forms, and only one. */
static const int few_parts = 150;
static const int some_parts = 250;

static const pc_diagram_direction turned[] = {
    [PC_DIAGRAM_AUTO] = PC_DIAGRAM_DOWN, [PC_DIAGRAM_RIGHT] = PC_DIAGRAM_DOWN,
    [PC_DIAGRAM_LEFT] = PC_DIAGRAM_DOWN, [PC_DIAGRAM_DOWN] = PC_DIAGRAM_RIGHT,
    [PC_DIAGRAM_UP] = PC_DIAGRAM_RIGHT,
};

static bool has_labels(const pc_relation *relation) {
  for (int i = 0; i < relation->n_edges; i++) {
    if (relation->edges[i].label != NULL)
      return true;
  }
  return false;
}

/* Of a label with less room than it should have, of one in more lines than need be. */
static const double strain_flaw = 0.5, broken_flaw = 0.3;

static double count_flaws(const pc_relation *relation, const pc_placed *placed) {
  double flaws = 0;
  for (int i = 0; i < relation->n_edges; i++) {
    const pc_relation_edge *edge = &relation->edges[i];
    flaws += !placed->edges[i].is_straight && edge->from != edge->to;
    flaws += strain_flaw * placed->edges[i].strain;
    if (edge->label != NULL && placed->edges[i].label.w < edge->label_sizes[0].x - 0.01)
      flaws += broken_flaw;
    for (int k = 0; k < i; k++)
      flaws += pc_flat_count_crossings(placed->edges[i].flat, placed->edges[k].flat) +
               pc_placed_has_near_ends(placed, i, k);
  }
  return flaws / MAX(1, relation->n_edges);
}

/* Fewer are none; and so much fewer than any has nobody expects of one that is larger. */
static const double same_flaws = 0.1, few_flaws = 0.15;

/* Whether every room that holds b, and wants it, had better take a. */
static bool is_as_good(const pc_form *a, const pc_form *b) {
  return a->width <= b->width + 0.01 && a->height <= b->height + 0.01 &&
         a->flaws <= b->flaws + same_flaws && a->is_turned <= b->is_turned;
}

/* Unless another one is as good; those that it surpasses go. */
static void add_best(pc_relation *relation, pc_form *form) {
  for (guint i = relation->forms->len; i-- > 0;) {
    const pc_form *other = g_ptr_array_index(relation->forms, i);
    if (is_as_good(other, form)) {
      pc_form_free(form);
      return;
    }
    if (is_as_good(form, other))
      g_ptr_array_remove_index(relation->forms, i);
  }
  g_ptr_array_add(relation->forms, form);
}

static double find_margin(const pc_relation *relation, const pc_form *form) {
  double widest = 0;
  for (int i = 0; i < relation->n_edges; i++)
    widest = MAX(widest, form->edges[i].label.w);
  return widest;
}

/* The form drawn apart so far, where all its labels have room then; else NULL.  Labels may stand
 * outside of all else if they find no place within. */
static pc_form *hold_form(const pc_relation *relation, const pc_form *form, pc_vec stretch) {
  const double margins[] = {0, find_margin(relation, form)};
  bool is_large = relation->n_nodes + relation->n_edges > PC_RELATION_SMALL_PARTS;
  for (int i = 0; i < (is_large ? 1 : 2); i++) {
    g_autoptr(pc_placed) placed = pc_placed_new_plain(relation, form, stretch, margins[i]);
    if (!pc_placed_is_free(placed))
      continue;
    pc_form *held = pc_placed_copy_form(placed);
    held->flaws = count_flaws(relation, placed);
    return held;
  }
  return NULL;
}

static const pc_form *form_at(const pc_relation *relation, guint index) {
  return g_ptr_array_index(relation->forms, index);
}

/* Unless it had clearly fewer flaws than any so far, there is one that is as good: most trials end
 * here. */
static bool is_surpassed(const pc_relation *relation, const pc_form *form, pc_vec stretch) {
  const pc_vec size = pc_form_find_size(form, relation, stretch);
  pc_form best = {
      .width = size.x, .height = size.y, .flaws = G_MAXDOUBLE, .is_turned = form->is_turned};
  for (guint i = 0; i < relation->forms->len; i++)
    best.flaws = MIN(best.flaws, few_flaws + form_at(relation, i)->flaws);
  for (guint i = 0; i < relation->forms->len; i++) {
    if (is_as_good(form_at(relation, i), &best))
      return true;
  }
  return false;
}

/* The least width for a height: a place in `stretches`, before `end`; end: none will do. */
static int find_held(pc_relation *relation, const pc_form *form, double high, int end) {
  int low = 0;
  while (low < end) {
    int middle = (low + end) / 2;
    const pc_vec stretch = {stretches[middle], high};
    const bool is_needless = is_surpassed(relation, form, stretch);
    pc_form *held = is_needless ? NULL : hold_form(relation, form, stretch);
    if (held != NULL)
      add_best(relation, held);
    if (held != NULL || is_needless)
      end = middle;
    else
      low = middle + 1;
  }
  return end;
}

/* The least ways to draw it apart, the higher the narrower; false: none will do. */
static bool add_held(pc_relation *relation, pc_form *form) {
  const int all = (int)G_N_ELEMENTS(stretches);
  int step = relation->n_nodes + relation->n_edges > PC_RELATION_SMALL_PARTS ? 1 : 2;
  pc_form_measure(form, relation);
  int end = all;
  for (int i = 0; i < all && end > 0; i += step)
    end = find_held(relation, form, stretches[i], end);
  return end < all;
}

static bool runs_across(pc_diagram_direction direction) {
  return direction != PC_DIAGRAM_DOWN && direction != PC_DIAGRAM_UP;
}

/* Parts that nothing joins are packed, once for each shape of room. */
static bool add_packed(pc_relation *relation, pc_form *form) {
  g_autofree int *parts = pc_relation_find_parts(relation);
  bool has_several = false, is_held = false;
  for (int i = 0; i < relation->n_nodes; i++)
    has_several = has_several || parts[i] != 0;
  if (!has_several)
    return add_held(relation, form);
  for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
    pc_form_pack(form, relation, shapes[i]);
    is_held = add_held(relation, form) || is_held;
  }
  return is_held;
}

/* As Graphviz set it, and with nodes in the middle of their neighbours. */
static bool add_places(pc_relation *relation, pc_form *form, const pc_graph_wish *wish) {
  if (!pc_form_find_places(form, relation, wish))
    return false;
  bool is_held = add_packed(relation, form);
  if (relation->n_groups > 0 || relation->n_nodes + relation->n_edges > PC_RELATION_SMALL_PARTS)
    return is_held;
  pc_form_balance(form, relation, !runs_across(wish->direction));
  return add_packed(relation, form) || is_held;
}

/* Labels find their room beside the lines: where that goes, it is closer. */
static bool add_unreserved(pc_relation *relation, pc_form *form, pc_graph_wish wish) {
  double widest = 0, highest = 0;
  for (int i = 0; i < relation->n_edges; i++) {
    widest = MAX(widest, form->edges[i].label.w);
    highest = MAX(highest, form->edges[i].label.h);
  }
  wish.reserves = false;
  wish.rank_gap =
      runs_across(wish.direction) ? widest + beside_arrow_em : highest + beside_label_em;
  if (relation->n_nodes + relation->n_edges > PC_RELATION_SMALL_PARTS)
    wish.rank_gap = MAX(close_ranks_em, wish.rank_gap * close_ranks);
  return add_places(relation, form, &wish);
}

/* What Graphviz made of it, whether it holds or not. */
static void add_as_it_is(pc_relation *relation, pc_form *form, const pc_graph_wish *wish) {
  if (!pc_form_find_places(form, relation, wish))
    return;
  pc_form_measure(form, relation);
  g_autoptr(pc_placed) placed = pc_placed_new_plain(relation, form, (pc_vec){1, 1}, 0);
  g_ptr_array_add(relation->forms, pc_placed_copy_form(placed));
}

static void add_form(pc_relation *relation, int way, pc_graph_wish wish, bool is_turned) {
  int size = relation->n_nodes + relation->n_edges;
  g_autoptr(pc_form) form = pc_form_new(relation);
  form->is_turned = is_turned;
  pc_form_size(form, relation, way, runs_across(wish.direction));
  if (size > few_parts) {
    add_as_it_is(relation, form, &wish);
    return;
  }
  bool is_held = has_labels(relation) && add_unreserved(relation, form, wish);
  if (size <= PC_RELATION_SMALL_PARTS || !is_held)
    add_places(relation, form, &wish);
}

/* Both directions, for one way to break labels. */
static void add_pair(pc_relation *relation, int way) {
  const double rank_gap = has_labels(relation) ? labelled_gap_em : rank_gap_em;
  const pc_diagram_direction direction = relation->direction;
  add_form(relation, way, (pc_graph_wish){direction, node_gap_em, rank_gap, true}, false);
  add_form(relation, way, (pc_graph_wish){turned[direction], node_gap_em, rank_gap, true}, true);
}

/* Labels that are broken as the way before breaks them make no new form. */
static bool is_new_way(const pc_relation *relation, int way) {
  g_autoptr(pc_form) own = pc_form_new(relation);
  g_autoptr(pc_form) before = pc_form_new(relation);
  pc_form_size(own, relation, way, false);
  pc_form_size(before, relation, MAX(1, way - 1), false);
  bool is_same = true;
  for (int i = 0; i < relation->n_nodes; i++)
    is_same = is_same && fabs(own->nodes[i].tile.w - before->nodes[i].tile.w) < 0.01;
  for (int i = 0; i < relation->n_edges; i++)
    is_same = is_same && fabs(own->edges[i].label.w - before->edges[i].label.w) < 0.01;
  return !is_same;
}

void pc_relation_make_forms(pc_relation *relation) {
  int size = relation->n_nodes + relation->n_edges;
  const pc_graph_wish wish = {relation->direction, node_gap_em, labelled_gap_em, true};
  if (size > some_parts) {
    add_form(relation, 1, wish, false);
    return;
  }
  for (int way = 0; way < PC_FORM_WAYS; way++) {
    if (way == 1 || is_new_way(relation, way))
      add_pair(relation, way);
  }
  if (relation->forms->len > 0)
    return;
  g_autoptr(pc_form) form = pc_form_new(relation);
  pc_form_size(form, relation, 1, runs_across(wish.direction));
  add_as_it_is(relation, form, &wish);
}

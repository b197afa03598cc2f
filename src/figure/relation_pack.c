/* relation_pack.c - parts of a diagram that nothing joins, in rows under each other.
 * Layer: figure. */
#include <math.h>

#include "figure/relation_form.h"

/* Between parts, em. */
static const double part_gap_em = 1.8;

static int find_root(int *parents, int node) {
  while (parents[node] != node)
    node = parents[node] = parents[parents[node]];
  return node;
}

int *pc_relation_find_parts(const pc_relation *relation) {
  int *parents = g_new(int, (gsize)relation->n_nodes);
  for (int i = 0; i < relation->n_nodes; i++)
    parents[i] = i;
  for (int i = 0; i < relation->n_edges; i++) {
    int a = find_root(parents, relation->edges[i].from);
    int b = find_root(parents, relation->edges[i].to);
    parents[MAX(a, b)] = MIN(a, b);
  }
  for (int i = 0; i < relation->n_groups; i++) {
    const pc_relation_group *group = &relation->groups[i];
    for (int k = 1; k < group->n; k++) {
      int a = find_root(parents, group->nodes[0]);
      int b = find_root(parents, group->nodes[k]);
      parents[MAX(a, b)] = MIN(a, b);
    }
  }
  for (int i = 0; i < relation->n_nodes; i++)
    parents[i] = find_root(parents, i);
  return parents;
}

typedef struct part {
  int root;
  double left, top, right, bottom;
  pc_vec to; /* of its top left */
} part;

typedef struct packing {
  const pc_relation *relation;
  pc_form *form;
  int *roots; /* of each node */
  GArray *parts;
} packing;

static void extend(part *it, pc_vec middle, pc_vec size) {
  it->left = MIN(it->left, middle.x - size.x / 2);
  it->right = MAX(it->right, middle.x + size.x / 2);
  it->top = MIN(it->top, middle.y - size.y / 2);
  it->bottom = MAX(it->bottom, middle.y + size.y / 2);
}

static part *find_part(const packing *it, int node) {
  for (guint i = 0; i < it->parts->len; i++) {
    part *found = &g_array_index(it->parts, part, i);
    if (found->root == it->roots[node])
      return found;
  }
  return NULL;
}

static void extend_by_edge(const packing *it, int index) {
  const pc_edge_form *edge = &it->form->edges[index];
  part *own = find_part(it, it->relation->edges[index].from);
  for (int k = 0; k < edge->n; k++)
    extend(own, g_array_index(it->form->points, pc_vec, edge->first + k), (pc_vec){0, 0});
  if (edge->n > 0 && edge->label.w > 0)
    extend(own, (pc_vec){edge->label.x, edge->label.y}, (pc_vec){edge->label.w, edge->label.h});
}

static void collect_parts(packing *it) {
  const pc_relation *relation = it->relation;
  for (int i = 0; i < relation->n_nodes; i++) {
    if (it->roots[i] == i)
      g_array_append_val(it->parts,
                         ((part){i, G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE, {0, 0}}));
    const pc_tile tile = it->form->nodes[i].tile;
    extend(find_part(it, i), (pc_vec){tile.x, tile.y}, pc_loop_measure(relation, it->form, i));
  }
  for (int i = 0; i < relation->n_edges; i++)
    extend_by_edge(it, i);
  for (int i = 0; i < relation->n_groups; i++) {
    const pc_tile tile = it->form->groups[i];
    extend(find_part(it, relation->groups[i].nodes[0]), (pc_vec){tile.x, tile.y},
           (pc_vec){tile.w, tile.h});
  }
}

static double width_of(const part *it) {
  return it->right - it->left;
}

static double height_of(const part *it) {
  return it->bottom - it->top;
}

/* The highest first, else as they were written. */
static gint compare_parts(gconstpointer a, gconstpointer b) {
  const part *p = a, *q = b;
  double more = height_of(q) - height_of(p);
  if (fabs(more) > 0.01)
    return more > 0 ? 1 : -1;
  return p->root - q->root;
}

/* The row of parts from `first` on that is no wider than that; returns the one after it. */
static guint end_row(const packing *it, guint first, double width) {
  double reached = 0;
  guint end = first;
  while (end < it->parts->len) {
    reached += width_of(&g_array_index(it->parts, part, end)) + (end > first ? part_gap_em : 0);
    if (end > first && reached > width + 0.01)
      break;
    end++;
  }
  return end;
}

/* Spread over the width, each in the middle of the row's height. */
static double set_row(const packing *it, guint first, guint end, double width, double top) {
  double sum = 0, height = 0;
  for (guint i = first; i < end; i++) {
    const part *own = &g_array_index(it->parts, part, i);
    sum += width_of(own);
    height = MAX(height, height_of(own));
  }
  double gap = MAX(0, width - sum) / (end - first + 1.0);
  double inner = end - first > 1 ? MAX(part_gap_em, gap) : gap;
  double x = (width - sum - inner * (end - first - 1.0)) / 2;
  for (guint i = first; i < end; i++) {
    part *own = &g_array_index(it->parts, part, i);
    own->to = (pc_vec){x, top + (height - height_of(own)) / 2};
    x += width_of(own) + inner;
  }
  return top + height;
}

/* Returns the height of all rows. */
static double set_rows(const packing *it, double width) {
  double bottom = -part_gap_em;
  for (guint first = 0, end = 0; first < it->parts->len; first = end) {
    end = end_row(it, first, width);
    bottom = set_row(it, first, end, width, bottom + part_gap_em);
  }
  return bottom;
}

/* Of the widths at which rows end, the one whose rows come nearest to the shape. */
static double choose_width(const packing *it, double shape) {
  static const int n_steps = 48;
  double least = 0, most = -part_gap_em, best = 0, best_off = G_MAXDOUBLE;
  for (guint i = 0; i < it->parts->len; i++) {
    double width = width_of(&g_array_index(it->parts, part, i));
    least = MAX(least, width);
    most += width + part_gap_em;
  }
  for (int step = 0; step <= n_steps; step++) {
    double width = least + (most - least) * step / n_steps;
    double off = fabs(log(width / MAX(0.01, set_rows(it, width)) / shape));
    if (off < best_off - 1e-6) {
      best_off = off;
      best = width;
    }
  }
  return best;
}

static pc_vec find_shift(const packing *it, int node) {
  const part *own = find_part(it, node);
  return (pc_vec){own->to.x - own->left, own->to.y - own->top};
}

static void move_tile(pc_tile *tile, pc_vec by) {
  tile->x += by.x;
  tile->y += by.y;
}

static void move_parts(const packing *it) {
  const pc_relation *relation = it->relation;
  for (int i = 0; i < relation->n_nodes; i++)
    move_tile(&it->form->nodes[i].tile, find_shift(it, i));
  for (int i = 0; i < relation->n_groups; i++)
    move_tile(&it->form->groups[i], find_shift(it, relation->groups[i].nodes[0]));
  for (int i = 0; i < relation->n_edges; i++) {
    const pc_edge_form *edge = &it->form->edges[i];
    pc_vec by = find_shift(it, relation->edges[i].from);
    move_tile(&it->form->edges[i].label, by);
    for (int k = 0; k < edge->n; k++) {
      pc_vec *point = &g_array_index(it->form->points, pc_vec, edge->first + k);
      *point = (pc_vec){point->x + by.x, point->y + by.y};
    }
  }
}

void pc_form_pack(pc_form *form, const pc_relation *relation, double shape) {
  g_autofree int *roots = pc_relation_find_parts(relation);
  g_autoptr(GArray) parts = g_array_new(FALSE, FALSE, sizeof(part));
  packing it = {relation, form, roots, parts};
  collect_parts(&it);
  g_array_sort(parts, compare_parts);
  set_rows(&it, choose_width(&it, shape));
  move_parts(&it);
}

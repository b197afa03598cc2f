/* relation_graph.c - Graphviz finds places and routes for nodes of given sizes.  Layer: figure.
 *
 * Graphviz sees numbers only: no text, font, file or environment.  Its context has the one engine
 * that is given, so it loads no plugin and reads no configuration.
 */
#include "figure/relation_form.h"

#include <math.h>

#include "figure/graphviz.h"

/* Graphviz reads decimals by the locale; in tenths of an em, whole inches will do. */
static const double inches_per_em = 10;
static const double points_per_em = 720;
static const double group_pad_em = 0.7;
/* Graphs past these, nodes and edges together, get less care: its time grows with their square. */
static const int small_graph = 100;
static const int large_graph = 250;
/* More edges than nodes by that much are no picture. */
static const int dense_edges = 150;
static const double dense_gap_em = 2;

static const char *const rank_directions[] = {
    [PC_DIAGRAM_AUTO] = "LR", [PC_DIAGRAM_RIGHT] = "LR", [PC_DIAGRAM_DOWN] = "TB",
    [PC_DIAGRAM_LEFT] = "RL", [PC_DIAGRAM_UP] = "BT",
};

typedef struct graph {
  const pc_relation *relation;
  const pc_graph_wish *wish;
  Agraph_t *root;
  Agnode_t **nodes;
  Agedge_t **edges;
  Agraph_t **groups;
  bool has_labels;
} graph;

static int drop_message(char *message) {
  (void)message;
  return 0;
}

static void set_default(graph *it, int kind, const char *name, const char *value) {
  pc_gv.agattr(it->root, kind, (char *)name, (char *)value);
}

static void set_inches(void *object, const char *name, double em) {
  char text[32];
  g_snprintf(text, sizeof text, "%d", MAX(1, (int)ceil(em * inches_per_em)));
  pc_gv.agsafeset(object, (char *)name, text, "");
}

/* Room of that size, told as a table without anything in it. */
static void set_label(graph *it, void *object, double width, double height) {
  g_autofree char *text =
      g_strdup_printf("<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" "
                      "FIXEDSIZE=\"TRUE\" WIDTH=\"%d\" HEIGHT=\"%d\"><TR><TD></TD></TR></TABLE>",
                      CLAMP((int)ceil(width * points_per_em), 1, 65000),
                      CLAMP((int)ceil(height * points_per_em), 1, 65000));
  char *html = pc_gv.agstrdup_html(it->root, text);
  pc_gv.agsafeset(object, (char *)"label", html, "");
  pc_gv.agstrfree(it->root, html);
}

static void set_defaults(graph *it) {
  int size = it->relation->n_nodes + it->relation->n_edges;
  it->has_labels = size <= large_graph && it->wish->reserves;
  set_default(it, AGRAPH, "rankdir", rank_directions[it->wish->direction]);
  set_default(it, AGRAPH, "splines", size <= large_graph ? "true" : "line");
  set_default(it, AGRAPH, "label", "");
  set_default(it, AGRAPH, "margin", "");
  set_inches(it->root, "nodesep", it->wish->node_gap);
  set_inches(it->root, "ranksep", it->wish->rank_gap);
  if (size > small_graph) {
    set_default(it, AGRAPH, "nslimit", "1");
    set_default(it, AGRAPH, "nslimit1", "1");
  }
  if (size > large_graph) {
    set_default(it, AGRAPH, "searchsize", "5");
    set_default(it, AGRAPH, "nslimit", "0");
    set_default(it, AGRAPH, "nslimit1", "0");
    set_default(it, AGRAPH, "mclimit", "0");
  }
  set_default(it, AGNODE, "shape", "box");
  set_default(it, AGNODE, "label", "");
  set_default(it, AGNODE, "fixedsize", "true");
  set_default(it, AGEDGE, "label", "");
  set_default(it, AGEDGE, "dir", "none");
  set_default(it, AGEDGE, "headclip", "false");
  set_default(it, AGEDGE, "tailclip", "false");
}

static void add_nodes(graph *it, const pc_form *form) {
  for (int i = 0; i < it->relation->n_nodes; i++) {
    char name[16];
    g_snprintf(name, sizeof name, "%d", i);
    it->nodes[i] = pc_gv.agnode(it->root, name, TRUE);
    pc_vec size = pc_loop_measure(it->relation, form, i);
    set_inches(it->nodes[i], "width", size.x);
    set_inches(it->nodes[i], "height", size.y);
  }
}

static void add_edges(graph *it, const pc_form *form) {
  for (int i = 0; i < it->relation->n_edges; i++) {
    const pc_relation_edge *edge = &it->relation->edges[i];
    char name[16];
    if (edge->from == edge->to)
      continue;
    g_snprintf(name, sizeof name, "%d", i);
    it->edges[i] = pc_gv.agedge(it->root, it->nodes[edge->from], it->nodes[edge->to], name, TRUE);
    pc_tile label = form->edges[i].label;
    if (label.w > 0 && it->has_labels)
      set_label(it, it->edges[i], label.w, label.h);
  }
}

static void add_groups(graph *it) {
  for (int i = 0; i < it->relation->n_groups; i++) {
    const pc_relation_group *group = &it->relation->groups[i];
    char name[32];
    g_snprintf(name, sizeof name, "cluster%d", i);
    it->groups[i] = pc_gv.agsubg(it->root, name, TRUE);
    for (int k = 0; k < group->n; k++)
      pc_gv.agsubnode(it->groups[i], it->nodes[group->nodes[k]], TRUE);
    g_snprintf(name, sizeof name, "%d", (int)(group_pad_em * points_per_em));
    pc_gv.agsafeset(it->groups[i], (char *)"margin", name, "");
    double width = group->label->full_em * PC_RELATION_SMALL;
    if (width > 0)
      set_label(it, it->groups[i], width, pc_label_height(group->label, width) * PC_RELATION_SMALL);
  }
}

/* Graphviz counts y upwards. */
static pc_vec take_point(pointf point) {
  return (pc_vec){point.x / points_per_em, -point.y / points_per_em};
}

static pc_tile take_box(boxf box) {
  pc_vec a = take_point(box.LL), b = take_point(box.UR);
  return (pc_tile){(a.x + b.x) / 2, (a.y + b.y) / 2, b.x - a.x, a.y - b.y};
}

static void move_tile(pc_tile *tile, pc_vec to) {
  tile->x = to.x;
  tile->y = to.y;
}

/* From middle to middle; a straight line where there is no route. */
static void take_route(const pc_relation_edge *edge, const Agedge_t *drawn, pc_form *form,
                       pc_edge_form *taken) {
  const pc_tile from = form->nodes[edge->from].tile, to = form->nodes[edge->to].tile;
  const splines *route = ED_spl((Agedge_t *)drawn);
  taken->first = (int)form->points->len;
  if (route == NULL || route->size < 1 || route->list[0].size < 4) {
    pc_curve line = pc_curve_new_line((pc_vec){from.x, from.y}, (pc_vec){to.x, to.y});
    g_array_append_vals(form->points, line.points, 4);
    pc_curve_clear(&line);
  } else {
    for (int i = 0; i < (int)route->list[0].size; i++) {
      pc_vec point = take_point(route->list[0].list[i]);
      g_array_append_val(form->points, point);
    }
  }
  taken->n = (int)form->points->len - taken->first;
  pc_vec *points = &g_array_index(form->points, pc_vec, taken->first);
  points[0] = (pc_vec){from.x, from.y};
  points[taken->n - 1] = (pc_vec){to.x, to.y};
}

static void take_loop(const pc_relation *relation, pc_form *form, int index) {
  pc_edge_form *loop = &form->edges[index];
  const pc_tile node = form->nodes[relation->edges[index].from].tile;
  loop->label = pc_loop_place_label(node, loop->side, loop->label);
}

static void take_places(const graph *it, pc_form *form) {
  const pc_relation *relation = it->relation;
  g_array_set_size(form->points, 0);
  for (int i = 0; i < relation->n_nodes; i++)
    move_tile(&form->nodes[i].tile, take_point(ND_coord(it->nodes[i])));
  for (int i = 0; i < relation->n_edges; i++) {
    if (it->edges[i] == NULL) {
      take_loop(relation, form, i);
      continue;
    }
    take_route(&relation->edges[i], it->edges[i], form, &form->edges[i]);
    const textlabel_t *label = ED_label(it->edges[i]);
    pc_tile *tile = &form->edges[i].label;
    const pc_vec *points = &g_array_index(form->points, pc_vec, form->edges[i].first);
    if (label != NULL && label->set)
      move_tile(tile, take_point(label->pos));
    else
      move_tile(tile, pc_vec_mix(points[0], points[form->edges[i].n - 1], 0.5));
  }
  for (int i = 0; i < relation->n_groups; i++)
    form->groups[i] = take_box(GD_bb(it->groups[i]));
}

/* How far the nodes stand in the order that they were written in, in the y of a form. */
static double find_order(const pc_relation *relation, const pc_form *form) {
  double order = 0;
  for (int i = 1; i < relation->n_nodes; i++)
    order += form->nodes[i].tile.y - form->nodes[i - 1].tile.y;
  return order;
}

/* Where ranks stand side by side Graphviz begins at the foot; people begin at the top. */
static void turn_over(const pc_relation *relation, pc_form *form) {
  for (int i = 0; i < relation->n_nodes; i++)
    form->nodes[i].tile.y *= -1;
  for (int i = 0; i < relation->n_edges; i++)
    form->edges[i].label.y *= -1;
  for (guint i = 0; i < form->points->len; i++)
    g_array_index(form->points, pc_vec, i).y *= -1;
}

static bool run_graph(graph *it, pc_form *form) {
  const lt_symlist_t engines[] = {
      {"gvplugin_dot_layout_LTX_library", pc_gv.gvplugin_dot_layout_LTX_library},
      {NULL, NULL},
  };
  GVC_t *context = pc_gv.gvContextPlugins(engines, FALSE);
  it->root = pc_gv.agopen((char *)"diagram", *pc_gv.Agdirected, NULL);
  set_defaults(it);
  add_nodes(it, form);
  add_edges(it, form);
  add_groups(it);
  bool is_done = pc_gv.gvLayout(context, it->root, "dot") == 0;
  if (is_done)
    take_places(it, form);
  bool is_upright = it->wish->direction == PC_DIAGRAM_DOWN || it->wish->direction == PC_DIAGRAM_UP;
  if (is_done && !is_upright && it->relation->n_groups == 0 && find_order(it->relation, form) < 0)
    turn_over(it->relation, form);
  pc_gv.gvFreeLayout(context, it->root);
  pc_gv.agclose(it->root);
  pc_gv.gvFreeContext(context);
  return is_done;
}

/* Row by row: nobody could follow so many edges, and Graphviz would take minutes over them. */
static void set_rows(pc_form *form, const pc_relation *relation) {
  int columns = (int)ceil(sqrt(relation->n_nodes));
  pc_vec cell = {0, 0};
  for (int i = 0; i < relation->n_nodes; i++) {
    cell.x = MAX(cell.x, form->nodes[i].tile.w + dense_gap_em);
    cell.y = MAX(cell.y, form->nodes[i].tile.h + dense_gap_em);
  }
  for (int i = 0; i < relation->n_nodes; i++) {
    int row = i / columns;
    move_tile(&form->nodes[i].tile, (pc_vec){i % columns * cell.x, row * cell.y});
  }
  for (int i = 0; i < relation->n_edges; i++) {
    pc_tile a = form->nodes[relation->edges[i].from].tile;
    pc_tile b = form->nodes[relation->edges[i].to].tile;
    if (relation->edges[i].from == relation->edges[i].to) {
      take_loop(relation, form, i);
      continue;
    }
    pc_curve line = pc_curve_new_line((pc_vec){a.x, a.y}, (pc_vec){b.x, b.y});
    form->edges[i].first = (int)form->points->len;
    form->edges[i].n = line.n;
    g_array_append_vals(form->points, line.points, (guint)line.n);
    move_tile(&form->edges[i].label, pc_vec_mix(line.points[0], line.points[3], 0.5));
    pc_curve_clear(&line);
  }
  for (int i = 0; i < relation->n_groups; i++)
    form->groups[i] = form->nodes[relation->groups[i].nodes[0]].tile;
}

bool pc_form_find_places(pc_form *form, const pc_relation *relation, const pc_graph_wish *wish) {
  if (relation->n_edges - relation->n_nodes > dense_edges) {
    set_rows(form, relation);
    return true;
  }
  g_autofree Agnode_t **nodes = g_new0(Agnode_t *, (gsize)relation->n_nodes);
  g_autofree Agedge_t **edges = g_new0(Agedge_t *, (gsize)relation->n_edges + 1);
  g_autofree Agraph_t **groups = g_new0(Agraph_t *, (gsize)relation->n_groups + 1);
  graph it = {relation, wish, NULL, nodes, edges, groups, true};
  pc_graphviz_lock(drop_message);
  bool is_done = run_graph(&it, form);
  pc_graphviz_unlock();
  return is_done;
}

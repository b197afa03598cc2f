/* diagram.c - relation diagrams: nodes, arrows between them, and what the arrows say.
 * Layer: figure. */
#include "figure/graphviz.h"
#include "figure/relation.h"

static void free_relation(void *own) {
  pc_relation *it = own;
  for (int i = 0; i < it->n_nodes; i++) {
    pc_label_free(it->nodes[i].title);
    pc_label_free(it->nodes[i].detail);
  }
  for (int i = 0; i < it->n_edges; i++)
    pc_label_free(it->edges[i].label);
  for (int i = 0; i < it->n_groups; i++)
    pc_label_free(it->groups[i].label);
  g_free(it->nodes);
  g_free(it->edges);
  g_free(it->groups);
  g_ptr_array_unref(it->forms);
  g_ptr_array_unref(it->lists);
  g_string_chunk_free(it->texts);
  g_free(it);
}

static void free_form(void *form) {
  pc_form_free(form);
}

static const char *text_of(const pc_rich *rich) {
  return rich != NULL ? rich->text : "";
}

static void check_fill(const pc_maker *maker, const pc_node_fill *fill) {
  const int most = maker->doc->theme.colors.palette.count;
  if (fill->palette > most)
    PC_REPORT_HINT(maker->diags, fill->at, PC_BAD_VALUE,
                   "write a smaller number, a role, or a colour such as '#336699'",
                   "there is no colour %d: `theme.colors.palette` has %d", fill->palette, most);
}

static void take_nodes(pc_relation *it, const pc_maker *maker, const pc_diagram *diagram) {
  it->nodes = g_new0(pc_relation_node, (gsize)diagram->n_nodes);
  it->n_nodes = diagram->n_nodes;
  for (int i = 0; i < diagram->n_nodes; i++) {
    const pc_diagram_node *node = &diagram->nodes[i];
    check_fill(maker, &node->fill);
    it->nodes[i] = (pc_relation_node){
        .title = pc_label_new(maker, node->title, true),
        .detail = node->detail != NULL ? pc_label_new(maker, node->detail, false) : NULL,
        .text = text_of(node->title),
        .shape = node->shape,
        .fill = node->fill,
        .at = node->at};
  }
}

static void take_edges(pc_relation *it, const pc_maker *maker, const pc_diagram *diagram) {
  it->edges = g_new0(pc_relation_edge, (gsize)diagram->n_edges);
  it->n_edges = diagram->n_edges;
  for (int i = 0; i < diagram->n_edges; i++) {
    const pc_diagram_edge *edge = &diagram->edges[i];
    it->edges[i] = (pc_relation_edge){
        .from = edge->from,
        .to = edge->to,
        .marks = edge->marks,
        .label = edge->label != NULL ? pc_label_new(maker, edge->label, false) : NULL,
        .text = edge->label != NULL ? edge->label->text : NULL,
        .at = edge->at};
  }
}

static void take_groups(pc_relation *it, const pc_maker *maker, const pc_diagram *diagram) {
  it->groups = g_new0(pc_relation_group, (gsize)diagram->n_groups);
  it->n_groups = diagram->n_groups;
  for (int i = 0; i < diagram->n_groups; i++) {
    const pc_diagram_group *group = &diagram->groups[i];
    it->groups[i] = (pc_relation_group){.label = pc_label_new(maker, group->label, true),
                                        .text = text_of(group->label),
                                        .n = group->n,
                                        .nodes = group->nodes,
                                        .at = group->at};
  }
}

static bool take_diagram(pc_relation *it, const pc_maker *maker, const pc_diagram *diagram) {
  it->direction = diagram->direction;
  if (!pc_graphviz_open()) {
    PC_REPORT_HINT(maker->diags, it->block->at, PC_MISSING_FILE, "install the package libgvc6",
                   "a diagram cannot be placed, for the library Graphviz is not installed");
    return false;
  }
  if (diagram->dot.text != NULL)
    return pc_relation_parse_dot(it, maker, diagram->dot);
  take_nodes(it, maker, diagram);
  take_edges(it, maker, diagram);
  take_groups(it, maker, diagram);
  return true;
}

static void *make_relation(const pc_maker *maker, const pc_block *block) {
  pc_relation *it = g_new0(pc_relation, 1);
  it->block = block;
  it->forms = g_ptr_array_new_with_free_func(free_form);
  it->lists = g_ptr_array_new_with_free_func(g_free);
  it->texts = g_string_chunk_new(64);
  if (!take_diagram(it, maker, block->diagram)) {
    free_relation(it);
    return NULL;
  }
  pc_relation_recall_forms(it, maker->memory);
  if (it->forms->len > 0)
    return it;
  PC_REPORT_HINT(maker->diags, block->at, PC_BAD_VALUE, "leave out groups, or some of the edges",
                 "no way was found to set this diagram");
  free_relation(it);
  return NULL;
}

static pc_figure_need measure_relation(const void *own, pc_um width, const pc_figure_type *type) {
  return pc_relation_measure(own, width, type);
}

static void draw_relation(const void *own, const pc_figure_type *type, const pc_look *look,
                          pc_drawing *drawing) {
  if (drawing->bounds.w <= 0 || drawing->bounds.h <= 0)
    return;
  double size_pt = 0;
  g_autoptr(pc_placed) placed = pc_relation_place(own, type, drawing->bounds, &size_pt);
  pc_placed_paint(placed, size_pt, look, drawing);
}

/* What stands between the parts of a description. */
typedef struct wording {
  const char *signs[4]; /* by head and tail */
  const char *dashed;   /* after an edge */
  const char *says;     /* before what it says */
  const char *next, *end, *member, *group;
} wording;

static const wording wordings[2] = {
    {{" -- ", " -> ", " <- ", " <-> "}, " (dashed)", ": ", "; ", ". ", ", ", "group"},
    {{" ― ", " → ", " ← ", " ↔ "}, "（破線）", "：", "、", "。", "・", "グループ"},
};

/* A place in the text has no empty name. */
static const char *name_of(const char *text, const char *otherwise) {
  return *text != '\0' ? text : otherwise;
}

static void begin_part(GString *out, const char *separator) {
  g_string_append(out, out->len == 0 ? "" : separator);
}

static void describe_edge(const pc_relation *it, const pc_relation_edge *edge, const wording *with,
                          GString *out) {
  begin_part(out, with->next);
  g_string_append_printf(out, "%s%s%s%s", it->nodes[edge->from].text,
                         with->signs[edge->marks & (PC_EDGE_HEAD | PC_EDGE_TAIL)],
                         it->nodes[edge->to].text,
                         edge->marks & PC_EDGE_DASHED ? with->dashed : "");
  if (edge->text != NULL && *edge->text != '\0')
    g_string_append_printf(out, "%s%s", with->says, edge->text);
}

static void describe_group(const pc_relation *it, const pc_relation_group *group,
                           const wording *with, GString *out) {
  begin_part(out, with->end);
  g_string_append_printf(out, "%s%s", name_of(group->text, with->group), with->says);
  for (int i = 0; i < group->n; i++)
    g_string_append_printf(out, "%s%s", i == 0 ? "" : with->member,
                           it->nodes[group->nodes[i]].text);
}

static void describe_relation(const void *own, bool japanese, GString *out) {
  const pc_relation *it = own;
  const wording *with = &wordings[japanese];
  g_autofree bool *is_named = g_new0(bool, (gsize)it->n_nodes);
  for (int i = 0; i < it->n_edges; i++) {
    is_named[it->edges[i].from] = is_named[it->edges[i].to] = true;
    describe_edge(it, &it->edges[i], with, out);
  }
  for (int i = 0; i < it->n_nodes; i++) {
    if (is_named[i])
      continue;
    begin_part(out, with->next);
    g_string_append(out, it->nodes[i].text);
  }
  for (int i = 0; i < it->n_groups; i++)
    describe_group(it, &it->groups[i], with, out);
}

const pc_sketch_kind pc_sketch_diagram = {make_relation, free_relation, measure_relation,
                                          draw_relation, describe_relation};

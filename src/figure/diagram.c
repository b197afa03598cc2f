/* diagram.c - relation diagrams: nodes, arrows between them, and what the arrows say.
 * Layer: figure. */
#include "figure/graphviz.h"
#include "figure/relation.h"

/* The author's own direction gives way only where labels become so much larger. */
static const double turn_gain = 1.25;
/* Room to breathe, times the height of a form. */
static const double natural_height = 1.3;

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
  pc_relation_make_forms(it);
  if (it->forms->len > 0)
    return it;
  PC_REPORT_HINT(maker->diags, block->at, PC_BAD_VALUE, "leave out groups, or some of the edges",
                 "no way was found to set this diagram");
  free_relation(it);
  return NULL;
}

static double least_size(const pc_figure_type *type) {
  return type->least_pt / PC_RELATION_SMALL;
}

static double most_size(const pc_figure_type *type) {
  return MAX(type->most_pt, least_size(type));
}

static const pc_form *form_at(const pc_relation *it, guint index) {
  return g_ptr_array_index(it->forms, index);
}

static const pc_form *find_narrowest(const pc_relation *it) {
  const pc_form *narrowest = form_at(it, 0);
  for (guint i = 1; i < it->forms->len; i++) {
    if (form_at(it, i)->width < narrowest->width)
      narrowest = form_at(it, i);
  }
  return narrowest;
}

/* The lowest of those that are no wider than that, em; the narrowest where all are. */
static const pc_form *find_lowest(const pc_relation *it, double width) {
  const pc_form *lowest = NULL;
  for (guint i = 0; i < it->forms->len; i++) {
    const pc_form *form = form_at(it, i);
    if (form->width <= width && (lowest == NULL || form->height < lowest->height))
      lowest = form;
  }
  return lowest != NULL ? lowest : find_narrowest(it);
}

static pc_figure_need measure_relation(const void *own, pc_um width, const pc_figure_type *type) {
  const pc_relation *it = own;
  double least = least_size(type);
  const pc_form *narrowest = find_narrowest(it);
  const pc_form *low = find_lowest(it, pc_text_measure(width, least));
  double over = pc_text_width(narrowest->width, least) - (double)width;
  double natural =
      MAX(least, MIN(most_size(type), least * pc_text_measure(width, least) / narrowest->width));
  const pc_form *large = find_lowest(it, pc_text_measure(width, natural));
  return (pc_figure_need){
      .least = pc_text_width(low->height, least),
      .natural = pc_text_width(large->height * natural_height, natural),
      .overhang = MAX(0, over),
  };
}

/* The size of labels at which it fills its room in one direction. */
static double find_size(const pc_form *form, pc_rect room) {
  double wide = pc_um_to_pt(room.w) / form->width;
  double high = pc_um_to_pt(room.h) / form->height;
  return MIN(wide, high);
}

/* How much of the room it has when it is not drawn apart. */
static double find_filling(const pc_form *form, pc_rect room, double size) {
  double wide = pc_um_to_pt(room.w) / (form->width * size);
  double high = pc_um_to_pt(room.h) / (form->height * size);
  return MIN(wide, high) / MAX(wide, high);
}

/* The largest labels, and among forms with labels of one size the one most like the room. */
static const pc_form *choose_form(const pc_relation *it, pc_rect room, const pc_figure_type *type) {
  const pc_form *best = NULL;
  double best_score = -1;
  for (guint i = 0; i < it->forms->len; i++) {
    const pc_form *form = form_at(it, i);
    double size = MIN(find_size(form, room), most_size(type));
    double penalty = form->is_turned && it->direction != PC_DIAGRAM_AUTO ? turn_gain : 1;
    double fits = size >= least_size(type) ? 1 : 0;
    double score = fits * 10 + (size / most_size(type)) / penalty +
                   0.35 * find_filling(form, room, size) / penalty - 0.1 * form->flaws;
    if (score > best_score) {
      best_score = score;
      best = form;
    }
  }
  return best;
}

pc_placed *pc_relation_place(const pc_relation *relation, const pc_figure_type *type, pc_rect room,
                             double *size_pt) {
  const pc_form *form = choose_form(relation, room, type);
  *size_pt = MIN(find_size(form, room), most_size(type));
  const pc_vec em = {pc_um_to_pt(room.w) / *size_pt, pc_um_to_pt(room.h) / *size_pt};
  g_autoptr(pc_placed) placed = pc_placed_new(relation, form, em);
  if (relation->n_edges > PC_RELATION_MANY_EDGES)
    return g_steal_pointer(&placed);
  /* Labels that stand elsewhere than was reserved leave more room to draw it apart. */
  g_autoptr(pc_form) found = pc_placed_copy_form(placed);
  g_autoptr(pc_placed) again = pc_placed_new(relation, found, em);
  if (!pc_placed_is_free(again))
    return g_steal_pointer(&placed);
  again->own_form = g_steal_pointer(&found);
  return g_steal_pointer(&again);
}

static void draw_relation(const void *own, const pc_figure_type *type, const pc_look *look,
                          pc_drawing *drawing) {
  if (drawing->bounds.w <= 0 || drawing->bounds.h <= 0)
    return;
  double size_pt = 0;
  g_autoptr(pc_placed) placed = pc_relation_place(own, type, drawing->bounds, &size_pt);
  pc_placed_paint(placed, size_pt, look, drawing);
}

static const char *find_sign(const pc_relation_edge *edge, bool japanese) {
  static const char *const signs[2][4] = {{" -- ", " -> ", " <- ", " <-> "},
                                          {" ― ", " → ", " ← ", " ↔ "}};
  return signs[japanese][edge->marks & (PC_EDGE_HEAD | PC_EDGE_TAIL)];
}

static void describe_edges(const pc_relation *it, bool japanese, bool *is_named, GString *out) {
  for (int i = 0; i < it->n_edges; i++) {
    const pc_relation_edge *edge = &it->edges[i];
    is_named[edge->from] = is_named[edge->to] = true;
    g_string_append_printf(out, "%s%s%s%s",
                           out->len == 0 ? ""
                           : japanese    ? "、"
                                         : "; ",
                           it->nodes[edge->from].text, find_sign(edge, japanese),
                           it->nodes[edge->to].text);
    if (edge->text != NULL && *edge->text != '\0')
      g_string_append_printf(out, "%s%s", japanese ? "：" : ": ", edge->text);
  }
}

static void describe_group(const pc_relation *it, const pc_relation_group *group, bool japanese,
                           GString *out) {
  g_string_append(out, out->len == 0 ? "" : japanese ? "。" : ". ");
  g_string_append_printf(out, "%s%s", group->text, japanese ? "：" : ": ");
  for (int i = 0; i < group->n; i++)
    g_string_append_printf(out, "%s%s",
                           i == 0     ? ""
                           : japanese ? "・"
                                      : ", ",
                           it->nodes[group->nodes[i]].text);
}

static void describe_relation(const void *own, bool japanese, GString *out) {
  const pc_relation *it = own;
  g_autofree bool *is_named = g_new0(bool, (gsize)it->n_nodes);
  describe_edges(it, japanese, is_named, out);
  for (int i = 0; i < it->n_nodes; i++) {
    if (!is_named[i])
      g_string_append_printf(out, "%s%s",
                             out->len == 0 ? ""
                             : japanese    ? "、"
                                           : "; ",
                             it->nodes[i].text);
  }
  for (int i = 0; i < it->n_groups; i++)
    describe_group(it, &it->groups[i], japanese, out);
}

const pc_sketch_kind pc_sketch_diagram = {make_relation, free_relation, measure_relation,
                                          draw_relation, describe_relation};

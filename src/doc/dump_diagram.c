/* dump_diagram.c - a relation diagram as JSON.  Layer: doc. */
#include "doc/diagram.h"
#include "doc/dump.h"

static void dump_fill(pc_json *json, const pc_node_fill *fill) {
  if (!fill->is_given)
    return;
  if (fill->palette > 0) {
    pc_json_int(json, "fill", fill->palette);
    return;
  }
  g_autofree char *color = pc_color_format(fill->color);
  pc_json_text(json, "fill", color);
}

static void dump_node(pc_json *json, const pc_diagram_node *node) {
  pc_json_begin_flat(json, NULL, '{');
  pc_json_text(json, "name", node->name);
  pc_rich_dump(json, "title", node->title);
  if (node->detail != NULL)
    pc_rich_dump(json, "detail", node->detail);
  pc_json_text(json, "shape", pc_shape_words[node->shape]);
  dump_fill(json, &node->fill);
  pc_json_end(json, '}');
}

static void dump_edge(pc_json *json, const pc_diagram *diagram, const pc_diagram_edge *edge) {
  static const char *const signs[] = {"--", "->", "<-", "<->", "..", "..>", "<..", "<..>"};
  pc_json_begin_flat(json, NULL, '{');
  pc_json_text(json, "from", diagram->nodes[edge->from].name);
  pc_json_text(json, "arrow", signs[edge->marks]);
  pc_json_text(json, "to", diagram->nodes[edge->to].name);
  if (edge->label != NULL)
    pc_rich_dump(json, "label", edge->label);
  pc_json_end(json, '}');
}

static void dump_group(pc_json *json, const pc_diagram *diagram, const pc_diagram_group *group) {
  pc_json_begin_flat(json, NULL, '{');
  pc_rich_dump(json, "label", group->label);
  pc_json_begin_flat(json, "nodes", '[');
  for (int i = 0; i < group->n; i++)
    pc_json_text(json, NULL, diagram->nodes[group->nodes[i]].name);
  pc_json_end(json, ']');
  pc_json_end(json, '}');
}

void pc_diagram_dump(pc_json *json, const pc_diagram *diagram) {
  pc_json_text(json, "direction", pc_diagram_direction_words[diagram->direction]);
  if (diagram->dot.text != NULL) {
    pc_json_text(json, "dot", diagram->dot.text);
    return;
  }
  pc_json_begin(json, "nodes", '[');
  for (int i = 0; i < diagram->n_nodes; i++)
    dump_node(json, &diagram->nodes[i]);
  pc_json_end(json, ']');
  pc_json_begin(json, "edges", '[');
  for (int i = 0; i < diagram->n_edges; i++)
    dump_edge(json, diagram, &diagram->edges[i]);
  pc_json_end(json, ']');
  pc_json_begin(json, "groups", '[');
  for (int i = 0; i < diagram->n_groups; i++)
    dump_group(json, diagram, &diagram->groups[i]);
  pc_json_end(json, ']');
}

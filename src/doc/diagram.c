/* diagram.c - relation diagrams: nodes, edges and groups as their author wrote them.  Layer: doc.
 */
#include "doc/diagram.h"

#include <string.h>

#include "base/nearest.h"
#include "base/translate.h"
#include "base/utf8.h"
#include "doc/diagram_edge.h"
#include "doc/keys_diagram.h"
#include "doc/readers.h"
#include "doc/resolve.h"

static const char edge_hint[] = "write A -> B, A <-> B, A -- B or A ..> B, a label after ': '";

/* A diagram on its way. */
typedef struct draft {
  pc_reader *reader;
  GArray *nodes, *edges, *groups;
  GHashTable *by_name; /* name: index of the node + 1 */
  GHashTable *grouped; /* the same indices */
  bool is_sound, is_full;
} draft;

static void init_draft(draft *it, pc_reader *reader) {
  *it = (draft){.reader = reader,
                .nodes = g_array_new(FALSE, FALSE, sizeof(pc_diagram_node)),
                .edges = g_array_new(FALSE, FALSE, sizeof(pc_diagram_edge)),
                .groups = g_array_new(FALSE, FALSE, sizeof(pc_diagram_group)),
                .by_name = g_hash_table_new(g_str_hash, g_str_equal),
                .grouped = g_hash_table_new(NULL, NULL),
                .is_sound = true};
}

static void clear_draft(draft *it) {
  g_array_unref(it->nodes);
  g_array_unref(it->edges);
  g_array_unref(it->groups);
  g_hash_table_unref(it->by_name);
  g_hash_table_unref(it->grouped);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(draft, clear_draft)

static const void *keep(draft *it, const GArray *array, size_t size) {
  void *kept = pc_spec_alloc(it->reader->spec, MAX(1, array->len) * size);
  if (array->len > 0)
    memcpy(kept, array->data, array->len * size);
  return kept;
}

static bool check_room(draft *it, pc_place at, const GArray *array, int most) {
  if ((int)array->len < most)
    return true;
  if (!it->is_full)
    PC_REPORT_HINT(it->reader->diags, at, PC_LIMIT, "part it into several diagrams",
                   "a diagram has at most %d nodes and %d edges", PC_DIAGRAM_MAX_NODES,
                   PC_DIAGRAM_MAX_EDGES);
  it->is_full = true;
  it->is_sound = false;
  return false;
}

static int find_node(const draft *it, const char *name) {
  return name == NULL ? -1 : GPOINTER_TO_INT(g_hash_table_lookup(it->by_name, name)) - 1;
}

/* Each line of a label is one that its author broke: to Markdown, a hard break. */
static const pc_rich *parse_lines(draft *it, const char *text, const pc_node *node) {
  g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    g_strstrip(*line);
  g_autofree char *broken = g_strjoinv("\\\n", lines);
  const char *kept = pc_spec_copy(it->reader->spec, broken, strlen(broken));
  return pc_markup_parse_inline(it->reader, (pc_string){kept, node});
}

static const pc_rich *parse_label(draft *it, pc_string label) {
  if (strchr(label.text, '\n') == NULL)
    return pc_markup_parse_inline(it->reader, label);
  const pc_node *own = pc_node_new_plain(it->reader->spec, label.node->at, label.text);
  g_autofree char *text = g_strstrip(g_strdup(label.text));
  return parse_lines(it, text, own);
}

static void parse_texts(draft *it, pc_string label, pc_diagram_node *node) {
  const char *end = strchr(label.text, '\n');
  if (end == NULL) {
    node->title = pc_markup_parse_inline(it->reader, label);
    return;
  }
  pc_spec *spec = it->reader->spec;
  size_t length = (size_t)(end - label.text);
  const char *first = pc_spec_copy(spec, label.text, length);
  g_autofree char *rest = g_strstrip(g_strdup(end));
  node->title = pc_markup_parse_inline(it->reader, (pc_string){first, label.node});
  if (*rest == '\0')
    return;
  const pc_place at = pc_node_place(label.node, length + 1);
  node->detail = parse_lines(it, rest, pc_node_new_plain(spec, at, rest));
}

/* -1: there is no room. */
static int append_node(draft *it, const char *name, const pc_diagram_node *node) {
  if (!check_room(it, node->at, it->nodes, PC_DIAGRAM_MAX_NODES))
    return -1;
  g_array_append_val(it->nodes, *node);
  g_hash_table_insert(it->by_name, (gpointer)name, GINT_TO_POINTER((int)it->nodes->len));
  return (int)it->nodes->len - 1;
}

bool pc_node_fill_read(pc_reader *reader, const pc_node *node, void *member) {
  static const pc_key color_key = {.name = "fill", .kind = PC_KIND_COLOR};
  pc_node_fill *fill = member;
  *fill = (pc_node_fill){.is_given = node != NULL && node->kind != PC_NODE_NULL};
  int number = 0;
  bool is_number = fill->is_given && node->kind == PC_NODE_SCALAR &&
                   pc_utf8_parse_int(node->text, &number) && number > 0;
  if (!fill->is_given || is_number) {
    fill->palette = number;
    fill->at = fill->is_given ? node->at : fill->at;
    return true;
  }
  return pc_schema_read_value(reader, &color_key, node, &fill->color);
}

static void read_node_value(draft *it, const pc_node *value, pc_string name,
                            pc_diagram_node *node) {
  pc_string label = name;
  if (value->kind == PC_NODE_LIST) {
    it->is_sound = pc_type_report(it->reader, value, "a text or a mapping",
                                  "write name: text, or name: {label: ..., shape: ...}");
  } else if (value->kind == PC_NODE_MAP) {
    pc_node_keys keys;
    it->is_sound = pc_schema_read(it->reader, &pc_node_schema, value, &keys) && it->is_sound;
    label = keys.label.text != NULL ? keys.label : name;
    node->shape = keys.shape;
    node->fill = keys.fill;
  } else if (value->kind == PC_NODE_SCALAR && value->text[0] != '\0') {
    label = (pc_string){value->text, value};
  }
  parse_texts(it, label, node);
}

static void read_node(draft *it, const char *written, pc_place at, const pc_node *value) {
  pc_spec *spec = it->reader->spec;
  const pc_node *own = pc_node_new_plain(spec, at, written);
  const char *name = pc_name_repair(it->reader, (pc_string){written, own});
  if (name == NULL) {
    PC_REPORT_HINT(it->reader->diags, at, PC_BAD_VALUE, "write name: text", "a node has no name");
    it->is_sound = false;
    return;
  }
  int same = find_node(it, name);
  if (same >= 0) {
    PC_REPORT(it->reader->diags, at, PC_DUPLICATE_KEY,
              "the node '%s' stands here again; first in line %d", name,
              g_array_index(it->nodes, pc_diagram_node, same).at.line);
    it->is_sound = false;
    return;
  }
  pc_diagram_node node = {.name = name, .at = at};
  int index = append_node(it, name, &node);
  if (index < 0)
    return;
  read_node_value(it, value, (pc_string){name, own}, &node);
  g_array_index(it->nodes, pc_diagram_node, index) = node;
}

static void read_nodes(draft *it, const pc_node *nodes) {
  if (nodes->kind != PC_NODE_MAP && nodes->kind != PC_NODE_LIST) {
    it->is_sound =
        pc_type_report(it->reader, nodes, "a mapping of nodes", "write each node as name: text");
    return;
  }
  for (int i = 0; i < nodes->n_items && !it->is_full; i++) {
    if (nodes->kind == PC_NODE_MAP)
      read_node(it, nodes->pairs[i].key, nodes->pairs[i].key_at, nodes->pairs[i].value);
    else if (nodes->items[i]->kind == PC_NODE_SCALAR)
      read_node(it, nodes->items[i]->text, nodes->items[i]->at,
                pc_node_new_plain(it->reader->spec, nodes->items[i]->at, ""));
    else
      it->is_sound = pc_type_report(it->reader, nodes->items[i], "a name",
                                    "write nodes: {name: text, ...} or a list of names");
  }
}

/* The node of that name; a new one where `nodes` does not list it. */
static int name_node(draft *it, const char *written, pc_place at) {
  pc_spec *spec = it->reader->spec;
  const pc_node *own = pc_node_new_plain(spec, at, written);
  const char *name = pc_name_repair(it->reader, (pc_string){written, own});
  int index = find_node(it, name);
  if (index >= 0 || name == NULL)
    return index;
  pc_diagram_node node = {.name = name, .at = at};
  parse_texts(it, (pc_string){name, own}, &node);
  return append_node(it, name, &node);
}

static bool is_known(draft *it, const char *written) {
  g_autofree char *name = pc_lookalike_repair(written, NULL, NULL);
  return find_node(it, name) >= 0;
}

static bool report_arrows(draft *it, pc_place at, const char *text, bool has_many) {
  PC_REPORT_HINT(it->reader->diags, at, PC_BAD_VALUE, edge_hint,
                 has_many ? "more than one arrow in '%s'" : "no arrow between two names in '%s'",
                 text);
  it->is_sound = false;
  return false;
}

static bool parse_edge(draft *it, const char *text, pc_place at, pc_edge_text *edge) {
  if (!pc_edge_text_parse(edge, text))
    return report_arrows(it, at, text, false);
  if (edge->has_more)
    return report_arrows(it, at, text, true);
  return true;
}

/* label: NULL, or its text with the node that it came from. */
static void read_edge(draft *it, const char *text, pc_place at, const pc_string *label) {
  g_auto(pc_edge_text) edge = {.left = NULL};
  g_autofree char *own_label = NULL;
  if (!parse_edge(it, text, at, &edge) || !check_room(it, at, it->edges, PC_DIAGRAM_MAX_EDGES))
    return;
  if (label == NULL && !is_known(it, edge.right))
    own_label = pc_edge_text_take_label(&edge);
  int left = name_node(it, edge.left, at);
  int right = name_node(it, edge.right, at);
  if (left < 0 || right < 0)
    return;
  pc_diagram_edge made = {.from = edge.is_reversed ? right : left,
                          .to = edge.is_reversed ? left : right,
                          .marks = edge.marks,
                          .at = at};
  if (label != NULL && label->text[0] != '\0')
    made.label = parse_label(it, *label);
  else if (own_label != NULL && own_label[0] != '\0')
    made.label =
        parse_label(it, (pc_string){pc_spec_copy(it->reader->spec, own_label, strlen(own_label)),
                                    pc_node_new_plain(it->reader->spec, at, own_label)});
  g_array_append_val(it->edges, made);
}

static void read_edge_pairs(draft *it, const pc_node *map) {
  for (int i = 0; i < map->n_items && !it->is_full; i++) {
    const pc_pair *pair = &map->pairs[i];
    const pc_string label = {pair->value->kind == PC_NODE_SCALAR ? pair->value->text : "",
                             pair->value};
    if (pair->value->kind == PC_NODE_LIST || pair->value->kind == PC_NODE_MAP)
      it->is_sound = pc_type_report(it->reader, pair->value, "a text",
                                    "write the label after the edge: A -> B: label");
    else
      read_edge(it, pair->key, pair->key_at, &label);
  }
}

static void read_edges(draft *it, const pc_node *edges) {
  static const char hint[] = "write each edge as - A -> B: label";
  if (edges->n_items == 0 || edges->kind == PC_NODE_SCALAR) {
    it->is_sound = pc_type_report(it->reader, edges, "a list of edges", hint);
    return;
  }
  if (edges->kind == PC_NODE_MAP) {
    read_edge_pairs(it, edges);
    return;
  }
  for (int i = 0; i < edges->n_items && !it->is_full; i++) {
    const pc_node *entry = edges->items[i];
    if (entry->kind == PC_NODE_MAP)
      read_edge_pairs(it, entry);
    else if (entry->kind == PC_NODE_SCALAR)
      read_edge(it, entry->text, entry->at, NULL);
    else
      it->is_sound = pc_type_report(it->reader, entry, "an edge", edge_hint);
  }
}

static char *suggest_node(const draft *it, const char *name) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (guint i = 0; i < it->nodes->len; i++)
    g_ptr_array_add(names, (gpointer)g_array_index(it->nodes, pc_diagram_node, i).name);
  g_ptr_array_add(names, NULL);
  const char *nearest = pc_nearest(name, (const char *const *)names->pdata);
  return nearest != NULL ? g_strdup_printf(_("did you mean '%s'?"), nearest)
                         : g_strdup(_("write it under `nodes`, or into an edge, first"));
}

/* A typing mistake would be a box that nobody asked for: a group makes no nodes. */
static int find_member(draft *it, const pc_node *node) {
  if (node->kind != PC_NODE_SCALAR) {
    it->is_sound = pc_type_report(it->reader, node, "the name of a node", "write [A, B]");
    return -1;
  }
  const char *name = pc_name_repair(it->reader, (pc_string){node->text, node});
  int index = find_node(it, name);
  bool is_taken = index >= 0 && !g_hash_table_add(it->grouped, GINT_TO_POINTER(index + 1));
  if (index >= 0 && !is_taken)
    return index;
  g_autofree char *hint =
      is_taken ? g_strdup(_("leave it in one of them")) : suggest_node(it, node->text);
  PC_REPORT_HINT(it->reader->diags, node->at, PC_BAD_VALUE, hint,
                 is_taken ? "'%s' is in two groups" : "no node is called '%s'", node->text);
  it->is_sound = false;
  return -1;
}

static void read_group(draft *it, const pc_pair *pair) {
  const pc_node *list = pair->value;
  if (list->kind != PC_NODE_LIST || list->n_items == 0) {
    it->is_sound = pc_type_report(it->reader, list, "a list of nodes", "write name: [A, B]");
    return;
  }
  int *members = pc_spec_alloc(it->reader->spec, (size_t)list->n_items * sizeof(int));
  pc_diagram_group group = {.nodes = members, .at = pair->key_at};
  for (int i = 0; i < list->n_items; i++) {
    members[group.n] = find_member(it, list->items[i]);
    group.n += members[group.n] >= 0;
  }
  const pc_node *own = pc_node_new_plain(it->reader->spec, pair->key_at, pair->key);
  group.label = parse_label(it, (pc_string){pair->key, own});
  if (group.n > 0)
    g_array_append_val(it->groups, group);
}

static void read_groups(draft *it, const pc_node *groups) {
  if (groups->kind != PC_NODE_MAP) {
    it->is_sound = pc_type_report(it->reader, groups, "a mapping of groups",
                                  "write each group as name: [A, B]");
    return;
  }
  for (int i = 0; i < groups->n_items; i++)
    read_group(it, &groups->pairs[i]);
}

static void read_parts(draft *it, const pc_diagram_keys *keys) {
  if (keys->nodes != NULL)
    read_nodes(it, keys->nodes);
  if (keys->edges != NULL && !it->is_full)
    read_edges(it, keys->edges);
  if (keys->groups != NULL && !it->is_full)
    read_groups(it, keys->groups);
}

/* Either source or parts. */
static bool check_parts(pc_reader *reader, const pc_diagram_keys *keys, const pc_node *node) {
  const pc_node *parts[] = {keys->nodes, keys->edges, keys->groups};
  bool is_sound = true;
  for (size_t i = 0; i < G_N_ELEMENTS(parts) && keys->dot.text != NULL; i++) {
    if (parts[i] == NULL)
      continue;
    PC_REPORT_HINT(reader->diags, parts[i]->at, PC_BAD_VALUE,
                   "write it in `dot`, or leave `dot` out",
                   "`dot` stands instead of nodes, edges and groups");
    is_sound = false;
  }
  if (keys->dot.text != NULL || keys->nodes != NULL || keys->edges != NULL)
    return is_sound;
  PC_REPORT_HINT(reader->diags, node->at, PC_MISSING_KEY, "write `nodes` and `edges` under it",
                 "a diagram without nodes and edges");
  return false;
}

static const pc_diagram *assemble(draft *it, const pc_diagram_keys *keys) {
  pc_diagram *diagram = pc_spec_alloc(it->reader->spec, sizeof *diagram);
  *diagram = (pc_diagram){.direction = keys->direction,
                          .n_nodes = (int)it->nodes->len,
                          .n_edges = (int)it->edges->len,
                          .n_groups = (int)it->groups->len,
                          .nodes = keep(it, it->nodes, sizeof(pc_diagram_node)),
                          .edges = keep(it, it->edges, sizeof(pc_diagram_edge)),
                          .groups = keep(it, it->groups, sizeof(pc_diagram_group)),
                          .dot = keys->dot};
  return diagram;
}

bool pc_diagram_block_read(pc_reader *reader, const pc_node *node, void *member) {
  if (node->kind != PC_NODE_MAP)
    return pc_type_report(reader, node, "a mapping",
                          "write `edges:` under it, and - A -> B under that");
  pc_diagram_keys keys;
  bool is_sound = pc_schema_read(reader, &pc_diagram_schema, node, &keys);
  if (!check_parts(reader, &keys, node))
    return false;
  g_auto(draft) it;
  init_draft(&it, reader);
  read_parts(&it, &keys);
  if (!it.is_sound || (it.nodes->len == 0 && keys.dot.text == NULL))
    return false;
  const pc_figure *figure = pc_frame_resolve(reader, &keys.frame, (pc_string){0}, node->at);
  pc_figure_append(reader, PC_BLOCK_DIAGRAM, figure, member)->diagram = assemble(&it, &keys);
  return is_sound;
}

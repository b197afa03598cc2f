/* relation_dot.c - Graphviz source as nodes, edges and groups.  Layer: figure.
 *
 * The source is parsed from memory and never laid out as it is: what counts is copied out of it,
 * everything else is said to have no effect.
 */
#include "base/translate.h"
#include "figure/relation.h"

#include <stdlib.h>
#include <string.h>

#include "figure/graphviz.h"

/* Parsing is linear, but nothing that is drawn needs more. */
static const size_t most_bytes = 98304;

typedef struct dot {
  pc_relation *relation;
  const pc_maker *maker;
  pc_string source;
  Agraph_t *root;
  GHashTable *indices; /* Agnode_t: index + 1 */
} dot;

static const struct {
  const char *word;
  pc_shape shape;
} shapes[] = {
    {"box", PC_SHAPE_BOX},           {"rect", PC_SHAPE_BOX},      {"rectangle", PC_SHAPE_BOX},
    {"square", PC_SHAPE_BOX},        {"oval", PC_SHAPE_ELLIPSE},  {"ellipse", PC_SHAPE_ELLIPSE},
    {"circle", PC_SHAPE_ELLIPSE},    {"note", PC_SHAPE_NOTE},     {"cloud", PC_SHAPE_CLOUD},
    {"cylinder", PC_SHAPE_CYLINDER}, {"person", PC_SHAPE_PERSON}, {"none", PC_SHAPE_NONE},
    {"plaintext", PC_SHAPE_NONE},    {"plain", PC_SHAPE_NONE},
};

static const struct {
  const char *word;
  pc_diagram_direction direction;
} directions[] = {{"LR", PC_DIAGRAM_RIGHT},
                  {"RL", PC_DIAGRAM_LEFT},
                  {"TB", PC_DIAGRAM_DOWN},
                  {"BT", PC_DIAGRAM_UP}};

/* What counts, for each kind of thing; all else has no effect. */
static const struct {
  int kind;
  const char *name;
} counting[] = {{AGRAPH, "rankdir"}, {AGRAPH, "label"}, {AGNODE, "label"}, {AGNODE, "shape"},
                {AGNODE, "style"},   {AGEDGE, "label"}, {AGEDGE, "style"}, {AGEDGE, "dir"}};

/* The first message; cgraph hands it over in pieces. */
static GString *messages;

static int collect_message(char *message) {
  if (messages->len < 400)
    g_string_append(messages, message);
  return 0;
}

/* Where a line of the source stands in the poster. */
static pc_place find_line(const pc_string source, int line) {
  const char *at = source.text;
  for (int i = 1; i < line && at != NULL; i++) {
    at = strchr(at, '\n');
    at = at != NULL ? at + 1 : NULL;
  }
  while (at != NULL && *at == ' ')
    at++;
  return at == NULL ? source.node->at : pc_node_place(source.node, (size_t)(at - source.text));
}

/* "Error: <unknown>: syntax error in line 3 near 'x'" */
static void report_syntax(const dot *it) {
  const char *line = strstr(messages->str, "line ");
  const char *near = strstr(messages->str, "near ");
  g_autofree char *what = near != NULL ? g_strdup_printf(_("near %s"), near + strlen("near "))
                                       : g_strdup(_("at its end"));
  g_strchomp(what);
  g_strdelimit(what, "\n", ' ');
  pc_place at = line != NULL ? find_line(it->source, (int)strtol(line + strlen("line "), NULL, 10))
                             : it->source.node->at;
  PC_REPORT_HINT(it->maker->diags, at, PC_BAD_VALUE,
                 "write it as in: digraph { A -> B [label=\"text\"] }",
                 "this is no Graphviz source, %s", what);
}

static const char *find_value(void *object, const char *name) {
  const char *value = pc_gv.agget(object, (char *)name);
  return value != NULL ? value : "";
}

/* \n, \l and \r break lines, in a name as well; \N and \G stand for a name that is printed anyhow.
 * Markup in angle brackets is Graphviz's own: its tags are left out. */
static void append_label(GString *text, const char *value, const char *name, bool is_markup) {
  int depth = 0;
  for (const char *at = value; *at != '\0'; at++) {
    depth += is_markup && *at == '<';
    bool is_escape = !is_markup && *at == '\\' && at[1] != '\0';
    if (is_escape)
      at++;
    if (is_escape && strchr("nlr", *at) != NULL)
      g_string_append_c(text, '\n');
    else if (is_escape && *at == 'N')
      append_label(text, name, "", false);
    else if (depth == 0)
      g_string_append_c(text, *at);
    depth -= is_markup && *at == '>' && depth > 0;
  }
}

/* value: of an attribute, NULL: not given.  aghtmlstr looks in front of it. */
static char *clean_label(const char *value, const char *name) {
  GString *text = g_string_new(NULL);
  if (value != NULL)
    append_label(text, value, name, pc_gv.aghtmlstr((char *)value) != 0);
  if (text->len == 0)
    append_label(text, name, "", false);
  return g_string_free(text, FALSE);
}

static char *make_text(const char *text) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  for (char *at = valid; *at != '\0'; at++) {
    if ((unsigned char)*at < ' ' && *at != '\n')
      *at = ' ';
  }
  return g_strdup(g_strstrip(valid));
}

static pc_label *new_label(const dot *it, const char *text, bool strong) {
  return pc_label_new_text(it->maker, text, it->source.node->at, strong);
}

/* false: it is drawn as a box. */
static bool parse_shape(const char *word, pc_shape *shape) {
  *shape = PC_SHAPE_BOX;
  for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
    if (strcmp(word, shapes[i].word) != 0)
      continue;
    *shape = shapes[i].shape;
    return true;
  }
  return *word == '\0';
}

static pc_shape find_shape(Agnode_t *node) {
  pc_shape shape;
  parse_shape(find_value(node, "shape"), &shape);
  bool is_rounded = strstr(find_value(node, "style"), "rounded") != NULL;
  return shape == PC_SHAPE_BOX && is_rounded ? PC_SHAPE_ROUND : shape;
}

static void take_node(dot *it, Agnode_t *node) {
  pc_relation *relation = it->relation;
  g_autofree char *label = clean_label(pc_gv.agget(node, (char *)"label"), pc_gv.agnameof(node));
  g_autofree char *text = make_text(label);
  char *rest = strchr(text, '\n');
  if (rest != NULL)
    *rest++ = '\0';
  relation->nodes[relation->n_nodes++] = (pc_relation_node){
      .title = new_label(it, text, true),
      .detail = rest != NULL && *rest != '\0' ? new_label(it, rest, false) : NULL,
      .text = g_string_chunk_insert(relation->texts, text),
      .shape = find_shape(node),
      .at = it->source.node->at};
  g_hash_table_insert(it->indices, node, GINT_TO_POINTER(relation->n_nodes));
}

static int index_of(const dot *it, Agnode_t *node) {
  return GPOINTER_TO_INT(g_hash_table_lookup(it->indices, pc_gv.agsubnode(it->root, node, FALSE))) -
         1;
}

static unsigned find_marks(const dot *it, Agedge_t *edge) {
  static const struct {
    const char *word;
    unsigned marks;
  } words[] = {{"forward", PC_EDGE_HEAD},
               {"back", PC_EDGE_TAIL},
               {"both", PC_EDGE_HEAD | PC_EDGE_TAIL},
               {"none", 0}};
  const char *style = find_value(edge, "style");
  bool is_dashed = strstr(style, "dashed") != NULL || strstr(style, "dotted") != NULL;
  unsigned marks = pc_gv.agisdirected(it->root) ? PC_EDGE_HEAD : 0;
  for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
    if (strcmp(find_value(edge, "dir"), words[i].word) == 0)
      marks = words[i].marks;
  }
  return marks | (is_dashed ? PC_EDGE_DASHED : 0);
}

static void take_edge(dot *it, Agedge_t *edge) {
  pc_relation *relation = it->relation;
  g_autofree char *label = clean_label(pc_gv.agget(edge, (char *)"label"), "");
  g_autofree char *text = make_text(label);
  bool has_text = *text != '\0';
  relation->edges[relation->n_edges++] =
      (pc_relation_edge){.from = index_of(it, agtail(edge)),
                         .to = index_of(it, aghead(edge)),
                         .marks = find_marks(it, edge),
                         .label = has_text ? new_label(it, text, false) : NULL,
                         .text = has_text ? g_string_chunk_insert(relation->texts, text) : NULL,
                         .at = it->source.node->at};
}

/* A node belongs to the first cluster that names it. */
static void take_group(dot *it, Agraph_t *cluster, GHashTable *taken) {
  pc_relation *relation = it->relation;
  int *nodes = g_new(int, (gsize)pc_gv.agnnodes(cluster) + 1);
  int n = 0;
  for (Agnode_t *node = pc_gv.agfstnode(cluster); node != NULL;
       node = pc_gv.agnxtnode(cluster, node)) {
    int index = index_of(it, node);
    if (g_hash_table_add(taken, GINT_TO_POINTER(index + 1)))
      nodes[n++] = index;
  }
  g_ptr_array_add(relation->lists, nodes);
  if (n == 0)
    return;
  const char *value = find_value(cluster, "label");
  const char *own = strcmp(value, find_value(it->root, "label")) == 0 ? NULL : value;
  g_autofree char *label = clean_label(own, "");
  g_autofree char *text = make_text(label);
  relation->groups[relation->n_groups++] =
      (pc_relation_group){.label = new_label(it, text, true),
                          .text = g_string_chunk_insert(relation->texts, text),
                          .n = n,
                          .nodes = nodes,
                          .at = it->source.node->at};
}

static bool holds_clusters(Agraph_t *graph) {
  for (Agraph_t *inner = pc_gv.agfstsubg(graph); inner != NULL; inner = pc_gv.agnxtsubg(inner)) {
    if (g_str_has_prefix(pc_gv.agnameof(inner), "cluster") || holds_clusters(inner))
      return true;
  }
  return false;
}

static void take_groups(dot *it) {
  g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
  it->relation->groups = g_new0(pc_relation_group, (gsize)pc_gv.agnsubg(it->root) + 1);
  for (Agraph_t *graph = pc_gv.agfstsubg(it->root); graph != NULL; graph = pc_gv.agnxtsubg(graph)) {
    if (holds_clusters(graph))
      PC_REPORT_HINT(it->maker->diags, it->source.node->at, PC_UNUSED,
                     "write the inner ones beside each other",
                     "clusters within subgraphs of the Graphviz source have no effect");
    if (g_str_has_prefix(pc_gv.agnameof(graph), "cluster"))
      take_group(it, graph, taken);
  }
}

static bool counts(int kind, const char *name) {
  for (size_t i = 0; i < G_N_ELEMENTS(counting); i++) {
    if (counting[i].kind == kind && strcmp(counting[i].name, name) == 0)
      return true;
  }
  return false;
}

/* One warning that names all attributes without effect. */
static void report_unused(const dot *it) {
  static const int kinds[] = {AGRAPH, AGNODE, AGEDGE};
  g_autoptr(GString) names = g_string_new(NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
    for (Agsym_t *sym = pc_gv.agnxtattr(it->root, kinds[i], NULL); sym != NULL;
         sym = pc_gv.agnxtattr(it->root, kinds[i], sym)) {
      if (!counts(kinds[i], sym->name) && names->len < 200 && strcmp(sym->name, "key") != 0)
        g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", sym->name);
    }
  }
  if (names->len > 0)
    PC_REPORT_HINT(it->maker->diags, it->source.node->at, PC_UNUSED,
                   "label, shape, style, dir, rankdir and clusters count; colours are the theme's",
                   "attributes of the Graphviz source without effect: %s", names->str);
}

/* One warning that names all other shapes. */
static void report_shapes(const dot *it) {
  g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GString) names = g_string_new(NULL);
  for (Agnode_t *node = pc_gv.agfstnode(it->root); node != NULL;
       node = pc_gv.agnxtnode(it->root, node)) {
    const char *word = find_value(node, "shape");
    pc_shape shape;
    if (!parse_shape(word, &shape) && g_hash_table_add(seen, (gpointer)word) && names->len < 200)
      g_string_append_printf(names, "%sshape=%s", names->len > 0 ? ", " : "", word);
  }
  if (names->len > 0)
    PC_REPORT_HINT(it->maker->diags, it->source.node->at, PC_UNUSED,
                   "use box, ellipse, note, cloud, cylinder, person or plaintext",
                   "%s in the Graphviz source: drawn as a box", names->str);
}

static bool check_size(const dot *it) {
  int nodes = pc_gv.agnnodes(it->root), edges = pc_gv.agnedges(it->root);
  if (nodes > 0 && nodes <= PC_DIAGRAM_MAX_NODES && edges <= PC_DIAGRAM_MAX_EDGES)
    return true;
  if (nodes == 0)
    PC_REPORT_HINT(it->maker->diags, it->source.node->at, PC_BAD_VALUE, "write digraph { A -> B }",
                   "the Graphviz source has no nodes");
  else
    PC_REPORT_HINT(it->maker->diags, it->source.node->at, PC_LIMIT, "part it into several diagrams",
                   "a diagram has at most %d nodes and %d edges, this one has %d and %d",
                   PC_DIAGRAM_MAX_NODES, PC_DIAGRAM_MAX_EDGES, nodes, edges);
  return false;
}

static void take_direction(dot *it) {
  const char *word = find_value(it->root, "rankdir");
  for (size_t i = 0; i < G_N_ELEMENTS(directions); i++) {
    if (strcmp(word, directions[i].word) == 0 && it->relation->direction == PC_DIAGRAM_AUTO)
      it->relation->direction = directions[i].direction;
  }
}

static void take_graph(dot *it) {
  it->relation->nodes = g_new0(pc_relation_node, (gsize)pc_gv.agnnodes(it->root));
  it->relation->edges = g_new0(pc_relation_edge, (gsize)pc_gv.agnedges(it->root) + 1);
  take_direction(it);
  for (Agnode_t *node = pc_gv.agfstnode(it->root); node != NULL;
       node = pc_gv.agnxtnode(it->root, node))
    take_node(it, node);
  for (Agnode_t *node = pc_gv.agfstnode(it->root); node != NULL;
       node = pc_gv.agnxtnode(it->root, node)) {
    for (Agedge_t *edge = pc_gv.agfstout(it->root, node); edge != NULL;
         edge = pc_gv.agnxtout(it->root, edge))
      take_edge(it, edge);
  }
  take_groups(it);
  report_unused(it);
  report_shapes(it);
}

/* Of a channel that is the text still to be read. */
static int read_text(void *channel, char *buffer, int size) {
  const char **rest = channel;
  const size_t length = MIN(strlen(*rest), (size_t)size);
  memcpy(buffer, *rest, length);
  *rest += length;
  return (int)length;
}

/* All of the source is read, or the next diagram would begin with what is left over. */
static void read_graphs(dot *it) {
  static Agiodisc_t io = {read_text, NULL, NULL}; /* the graph keeps its address */
  Agdisc_t disc = {pc_gv.AgMemDisc, pc_gv.AgIdDisc, &io};
  const char *rest = it->source.text;
  bool has_more = false;
  pc_gv.agreadline(1);
  it->root = pc_gv.agread(&rest, &disc);
  for (Agraph_t *next = it->root; next != NULL && messages->len == 0;) {
    next = pc_gv.agread(&rest, &disc);
    has_more = has_more || next != NULL;
    if (next != NULL)
      pc_gv.agclose(next);
  }
  if (has_more)
    PC_REPORT_HINT(it->maker->diags, it->source.node->at, PC_UNUSED,
                   "make a diagram of its own of each other one",
                   "only the first graph of the Graphviz source is drawn");
}

static bool parse_source(dot *it) {
  read_graphs(it);
  bool is_read = it->root != NULL && messages->len == 0;
  if (!is_read)
    report_syntax(it);
  bool is_sound = is_read && check_size(it);
  if (is_sound)
    take_graph(it);
  if (it->root != NULL)
    pc_gv.agclose(it->root);
  return is_sound;
}

bool pc_relation_parse_dot(pc_relation *relation, const pc_maker *maker, pc_string source) {
  if (strlen(source.text) > most_bytes) {
    PC_REPORT(maker->diags, source.node->at, PC_LIMIT, "Graphviz source has at most %d KiB",
              (int)(most_bytes / 1024));
    return false;
  }
  g_autoptr(GHashTable) indices = g_hash_table_new(NULL, NULL);
  dot it = {relation, maker, source, NULL, indices};
  pc_graphviz_lock(collect_message);
  messages = g_string_new(NULL);
  bool is_sound = parse_source(&it);
  g_string_free(messages, TRUE);
  messages = NULL;
  pc_graphviz_unlock();
  return is_sound;
}

/* builder.c - builds the tree from libyaml's events, counting nodes and depth.  Layer: spec.
 *
 * An alias shares the node of its anchor, so that memory stays small; its whole size counts, so
 * that whoever walks the tree stays within the limit too.
 */
#include "spec/builder.h"

#include <string.h>

#include <glib.h>
#include <yaml.h>

#include "base/translate.h"
#include "spec/encoding.h"
#include "spec/pairs.h"
#include "spec/problem.h"
#include "spec/trace.h"
#include "spec/yaml.h"

typedef struct tree_builder {
  pc_spec *spec;
  const pc_yaml_text *source;
  pc_diags *diags;
  yaml_parser_t parser;
  GHashTable *anchors; /* name -> node; NULL while the node is being read */
  int n_nodes;
  size_t cursor_index, cursor_byte; /* one character, by both ways of counting */
  const pc_node *last;              /* the newest finished node */
} tree_builder;

typedef struct tree_size {
  int nodes, depth;
} tree_size;

/* YAML's own tags; "!" alone says "no number". */
static const struct {
  const char *tag;
  pc_node_kind kind;
  bool is_text;
} tags[] = {
    {"!", PC_NODE_SCALAR, true},
    {YAML_STR_TAG, PC_NODE_SCALAR, true},
    {YAML_INT_TAG, PC_NODE_SCALAR, false},
    {YAML_FLOAT_TAG, PC_NODE_SCALAR, false},
    {YAML_BOOL_TAG, PC_NODE_SCALAR, false},
    {YAML_NULL_TAG, PC_NODE_SCALAR, false},
    {YAML_SEQ_TAG, PC_NODE_LIST, false},
    {YAML_MAP_TAG, PC_NODE_MAP, false},
};

static const pc_node *build_node(tree_builder *builder, yaml_event_t *event, int depth);

/* libyaml counts characters; its marks come nearly in order, so the way is short. */
static size_t find_byte(tree_builder *builder, size_t index) {
  const char *at = builder->source->text + builder->cursor_byte;
  const char *end = builder->source->text + builder->source->length;
  size_t i = builder->cursor_index;
  for (; i < index && at < end; i++)
    at = g_utf8_next_char(at);
  for (; i > index; i--)
    at = g_utf8_prev_char(at);
  builder->cursor_index = i;
  builder->cursor_byte = (size_t)(at - builder->source->text);
  return builder->cursor_byte;
}

static pc_place find_place(const tree_builder *builder, yaml_mark_t mark) {
  pc_place start = builder->source->start;
  int first_column = mark.line == 0 ? start.column : 1;
  return (pc_place){start.file, start.line + (int)mark.line, first_column + (int)mark.column};
}

static bool next_event(tree_builder *builder, yaml_event_t *event) {
  if (yaml_parser_parse(&builder->parser, event))
    return true;
  const yaml_parser_t *parser = &builder->parser;
  pc_yaml_problem problem = {
      .problem = parser->problem != NULL ? parser->problem : "",
      .context = parser->context,
      .problem_at = find_byte(builder, parser->problem_mark.index),
      .context_at = find_byte(builder, parser->context_mark.index),
      .in_brackets = parser->flow_level > 0,
      .last = builder->last,
  };
  pc_yaml_problem_report(&problem, builder->source, builder->diags);
  return false;
}

static bool count_nodes(tree_builder *builder, int count, int depth, pc_place at) {
  if (depth > PC_YAML_MAX_DEPTH) {
    PC_REPORT(builder->diags, at, PC_LIMIT, "more than %d levels, one inside the other",
              PC_YAML_MAX_DEPTH);
    return false;
  }
  builder->n_nodes += count;
  if (builder->n_nodes <= PC_YAML_MAX_NODES)
    return true;
  PC_REPORT(builder->diags, at, PC_LIMIT, "more than %d keys and values, repeated ones included",
            PC_YAML_MAX_NODES);
  return false;
}

static tree_size measure_tree(const pc_node *node) {
  tree_size size = {1, 0};
  if (node->kind != PC_NODE_LIST && node->kind != PC_NODE_MAP)
    return size;
  bool is_map = node->kind == PC_NODE_MAP;
  for (int i = 0; i < node->n_items; i++) {
    tree_size inner = measure_tree(is_map ? node->pairs[i].value : node->items[i]);
    size.nodes += inner.nodes + is_map;
    size.depth = MAX(size.depth, inner.depth);
  }
  size.depth++;
  return size;
}

/* Past "&name" and "!tag", which libyaml counts as part of the node. */
static size_t skip_properties(const char *text, size_t at, size_t end) {
  while (at < end && (text[at] == '&' || text[at] == '!')) {
    at += strcspn(text + at, " \t\r\n");
    at += strspn(text + at, " \t\r\n");
  }
  return MIN(at, end);
}

static void set_source(tree_builder *builder, pc_node *node, size_t start, size_t end) {
  const char *text = builder->source->text;
  while (end > start && strchr(" \t\r\n", text[end - 1]) != NULL)
    end--;
  node->source = text + start;
  node->source_length = end - start;
}

/* A node at the event's place; for collections the end is set later. */
static pc_node *begin_node(tree_builder *builder, const yaml_event_t *event, pc_node_kind kind) {
  pc_node *node = pc_spec_alloc(builder->spec, sizeof *node);
  const char *text = builder->source->text;
  size_t start = find_byte(builder, event->start_mark.index);
  size_t end = find_byte(builder, event->end_mark.index);
  size_t limit = kind == PC_NODE_SCALAR ? end : builder->source->length;
  size_t first = skip_properties(text, start, limit);
  node->kind = kind;
  node->at = pc_place_after(find_place(builder, event->start_mark), text + start, first - start);
  set_source(builder, node, first, MAX(first, end));
  return node;
}

static void end_collection(tree_builder *builder, pc_node *node, const yaml_event_t *event) {
  size_t start = (size_t)(node->source - builder->source->text);
  size_t end = find_byte(builder, event->end_mark.index);
  set_source(builder, node, start, MAX(start, end));
}

static const yaml_char_t *find_tag(const yaml_event_t *event) {
  if (event->type == YAML_SCALAR_EVENT)
    return event->data.scalar.tag;
  return event->type == YAML_SEQUENCE_START_EVENT ? event->data.sequence_start.tag
                                                  : event->data.mapping_start.tag;
}

/* A tag that is not YAML's own is reported, and the node is read as if it had none. */
static void check_tag(tree_builder *builder, const yaml_event_t *event, pc_node *node) {
  const yaml_char_t *tag = find_tag(event);
  if (tag == NULL)
    return;
  for (size_t i = 0; i < G_N_ELEMENTS(tags); i++) {
    if (!g_str_equal((const char *)tag, tags[i].tag) || tags[i].kind != node->kind)
      continue;
    node->quoted = node->quoted || tags[i].is_text;
    return;
  }
  PC_REPORT_HINT(builder->diags, find_place(builder, event->start_mark), PC_SYNTAX,
                 "put quotes around a text that begins with '!', or delete the word",
                 "'!' begins a tag, and this is none that YAML knows for this value");
}

static bool is_color_end(char c) {
  return c == '\0' || strchr(" \t\r\n", c) != NULL;
}

/* "fill: #e7f0fa" is an empty value and a remark: without this the colour would be lost in
 * silence. */
static bool check_lost_color(const tree_builder *builder, const pc_node *node) {
  const char *end = node->source + node->source_length;
  const char *mark = end + strspn(end, " \t");
  size_t digits = *mark == '#' ? strspn(mark + 1, "0123456789abcdefABCDEF") : 0;
  if ((digits != 3 && digits != 6 && digits != 8) || !is_color_end(mark[1 + digits]))
    return false;
  g_autofree char *hint =
      g_strdup_printf(_("put quotes around the colour: '%.*s'"), (int)digits + 1, mark);
  PC_REPORT_HINT(builder->diags,
                 pc_place_after(node->at, node->source, (size_t)(mark - node->source)), PC_SYNTAX,
                 hint, "'#' begins a remark here, so that there is no value");
  return true;
}

/* "title: 集い #1" loses its end: whoever means a remark types a blank after '#'. */
static void check_lost_text(const tree_builder *builder, const pc_node *node) {
  const char *end = node->source + node->source_length;
  const char *mark = end + strspn(end, " \t");
  if (*mark != '#' || strchr("# \t!\r\n", mark[1]) != NULL)
    return;
  g_autofree char *lost = g_strndup(mark, strcspn(mark, " \t\r\n"));
  PC_REPORT_HINT(builder->diags,
                 pc_place_after(node->at, node->source, (size_t)(mark - node->source)), PC_UNUSED,
                 "put quotes around the whole text; if it is a remark, type a blank after '#'",
                 "'%s' is a remark here, and is not printed", lost);
}

/* copy is the text of the node. */
static void check_escapes(const tree_builder *builder, const pc_node *node, char *copy,
                          size_t length) {
  unsigned character = 0;
  long first = pc_encoding_blank_strays(copy, length, &character);
  if (first >= 0)
    PC_REPORT_HINT(builder->diags, pc_node_place(node, (size_t)first), PC_SYNTAX,
                   "write '\\\\' for one '\\', or use single quotes",
                   "this escape stands for a control character, U+%04X, that cannot be printed",
                   character);
}

static const pc_node *build_scalar(tree_builder *builder, const yaml_event_t *event) {
  pc_node *node = begin_node(builder, event, PC_NODE_SCALAR);
  const char *text = (const char *)event->data.scalar.value;
  node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
  check_tag(builder, event, node);
  if (!node->quoted && pc_node_is_null_word(text)) {
    node->kind = PC_NODE_NULL;
    if (*text != '\0' || !check_lost_color(builder, node))
      check_lost_text(builder, node);
    return node;
  }
  if (!node->quoted)
    check_lost_text(builder, node);
  char *copy = pc_spec_copy(builder->spec, text, event->data.scalar.length);
  node->text = copy;
  pc_spec_note_scalar(builder->spec, node, (size_t)(node->source - builder->source->text));
  if (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE)
    check_escapes(builder, node, copy, event->data.scalar.length);
  return node;
}

static const pc_node *build_alias(tree_builder *builder, const yaml_event_t *event, int depth) {
  const char *name = (const char *)event->data.alias.anchor;
  pc_place at = find_place(builder, event->start_mark);
  void *found = NULL;
  bool is_known = g_hash_table_lookup_extended(builder->anchors, name, NULL, &found);
  if (found != NULL) {
    tree_size size = measure_tree(found);
    return count_nodes(builder, size.nodes, depth + size.depth, at) ? found : NULL;
  }
  if (is_known)
    PC_REPORT(builder->diags, at, PC_SYNTAX, "'*%s' would repeat the value inside itself", name);
  else
    PC_REPORT_HINT(builder->diags, at, PC_SYNTAX, "a text that begins with '*' needs quotes",
                   "'*%s' repeats a value marked '&%s', but there is none above", name, name);
  return pc_node_new_plain(builder->spec, at, "");
}

static const pc_node *build_list(tree_builder *builder, const yaml_event_t *event, int depth) {
  pc_node *node = begin_node(builder, event, PC_NODE_LIST);
  check_tag(builder, event, node);
  g_autoptr(GPtrArray) items = g_ptr_array_new();
  yaml_event_t next;
  while (next_event(builder, &next)) {
    if (next.type == YAML_SEQUENCE_END_EVENT) {
      end_collection(builder, node, &next);
      yaml_event_delete(&next);
      node->n_items = (int)items->len;
      const pc_node **copy = pc_spec_alloc(builder->spec, items->len * sizeof *copy);
      for (guint i = 0; i < items->len; i++)
        copy[i] = items->pdata[i];
      node->items = copy;
      return node;
    }
    const pc_node *item = build_node(builder, &next, depth + 1);
    if (item == NULL)
      return NULL;
    g_ptr_array_add(items, (void *)item);
  }
  return NULL;
}

static bool build_pair(tree_builder *builder, pc_pairs *pairs, yaml_event_t *event, int depth) {
  const pc_node *key = build_node(builder, event, depth + 1);
  yaml_event_t next;
  if (key == NULL || !next_event(builder, &next))
    return false;
  const pc_node *value = build_node(builder, &next, depth + 1);
  if (value == NULL)
    return false;
  pc_pairs_append(pairs, key, value);
  return true;
}

static const pc_node *build_map(tree_builder *builder, const yaml_event_t *event, int depth) {
  pc_node *node = begin_node(builder, event, PC_NODE_MAP);
  check_tag(builder, event, node);
  g_autoptr(pc_pairs) pairs = pc_pairs_new(builder->spec, builder->diags);
  yaml_event_t next;
  while (next_event(builder, &next)) {
    if (next.type == YAML_MAPPING_END_EVENT) {
      end_collection(builder, node, &next);
      yaml_event_delete(&next);
      node->pairs = pc_pairs_finish(pairs, &node->n_items);
      return pc_pairs_is_slipped(pairs) ? NULL : node;
    }
    if (!build_pair(builder, pairs, &next, depth))
      return NULL;
  }
  return NULL;
}

static const pc_node *build_content(tree_builder *builder, const yaml_event_t *event, int depth) {
  if (event->type == YAML_ALIAS_EVENT)
    return build_alias(builder, event, depth - 1);
  bool is_scalar = event->type == YAML_SCALAR_EVENT;
  if (!count_nodes(builder, 1, is_scalar ? 0 : depth, find_place(builder, event->start_mark)))
    return NULL;
  if (is_scalar)
    return build_scalar(builder, event);
  return event->type == YAML_SEQUENCE_START_EVENT ? build_list(builder, event, depth)
                                                  : build_map(builder, event, depth);
}

static const char *find_anchor(const yaml_event_t *event) {
  if (event->type == YAML_SCALAR_EVENT)
    return (const char *)event->data.scalar.anchor;
  if (event->type == YAML_SEQUENCE_START_EVENT)
    return (const char *)event->data.sequence_start.anchor;
  return event->type == YAML_MAPPING_START_EVENT ? (const char *)event->data.mapping_start.anchor
                                                 : NULL;
}

/* Takes the event.  depth counts collections, the node itself included.  NULL: reported, the rest
 * cannot be read. */
static const pc_node *build_node(tree_builder *builder, yaml_event_t *event, int depth) {
  const char *anchor = find_anchor(event);
  if (anchor != NULL)
    g_hash_table_insert(builder->anchors, g_strdup(anchor), NULL);
  const pc_node *node = build_content(builder, event, depth);
  if (anchor != NULL && node != NULL)
    g_hash_table_insert(builder->anchors, g_strdup(anchor), (void *)node);
  yaml_event_delete(event);
  builder->last = node;
  return node;
}

/* Up to the first event of that type or the end; the caller deletes it. */
static bool skip_to(tree_builder *builder, yaml_event_t *event, yaml_event_type_t type) {
  while (next_event(builder, event)) {
    if (event->type == type || event->type == YAML_STREAM_END_EVENT)
      return true;
    yaml_event_delete(event);
  }
  return false;
}

static const pc_node *build_document(tree_builder *builder, size_t *rest) {
  yaml_event_t event;
  if (!skip_to(builder, &event, YAML_DOCUMENT_START_EVENT))
    return NULL;
  bool is_empty = event.type == YAML_STREAM_END_EVENT;
  yaml_event_delete(&event);
  *rest = builder->source->length;
  if (is_empty)
    return pc_node_new_plain(builder->spec, builder->source->start, "");
  if (!next_event(builder, &event))
    return NULL;
  const pc_node *root = build_node(builder, &event, 1);
  if (root == NULL || !skip_to(builder, &event, YAML_DOCUMENT_END_EVENT))
    return NULL;
  *rest = find_byte(builder, event.end_mark.index);
  yaml_event_delete(&event);
  return root;
}

const pc_node *pc_yaml_build(pc_spec *spec, const pc_yaml_text *source, const char **rest,
                             pc_diags *diags) {
  g_autoptr(GHashTable) anchors = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  tree_builder builder = {.spec = spec, .source = source, .diags = diags, .anchors = anchors};
  if (!yaml_parser_initialize(&builder.parser))
    g_error("out of memory");
  yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&builder.parser, (const unsigned char *)source->text,
                               source->length);
  size_t rest_at = 0;
  const pc_node *root = build_document(&builder, &rest_at);
  yaml_parser_delete(&builder.parser);
  *rest = source->text + rest_at;
  return root;
}

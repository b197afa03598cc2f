/* cascade.c - lays one partial spec over another, and reads --set.  Layer: spec. */
#include "spec/cascade.h"

#include <string.h>

#include <glib.h>

#include "base/utf8.h"
#include "spec/yaml.h"

/* One --set while it is laid over a spec. */
typedef struct set_request {
  pc_spec *spec;
  pc_diags *diags;
  pc_place at; /* of the key's first character */
  char **path;
  const pc_node *value;
} set_request;

static bool is_map(const pc_node *node) {
  return node != NULL && node->kind == PC_NODE_MAP;
}

/* The keys of below in their order, then what above adds. */
static const pc_node *merge_maps(pc_spec *spec, const pc_node *below, const pc_node *above) {
  int n = below->n_items;
  pc_pair *pairs = pc_spec_alloc(spec, (size_t)(n + above->n_items) * sizeof *pairs);
  g_autoptr(GHashTable) slots = g_hash_table_new(g_str_hash, g_str_equal);
  for (int i = 0; i < n; i++) {
    pairs[i] = below->pairs[i];
    g_hash_table_insert(slots, (void *)pairs[i].key, &pairs[i]);
  }
  for (int i = 0; i < above->n_items; i++) {
    const pc_pair *pair = &above->pairs[i];
    pc_pair *slot = g_hash_table_lookup(slots, pair->key);
    if (slot == NULL)
      pairs[n++] = *pair;
    else
      *slot = (pc_pair){pair->key, pair->key_at, pc_cascade_merge(spec, slot->value, pair->value)};
  }
  return pc_node_new_map(spec, above, pairs, n);
}

const pc_node *pc_cascade_merge(pc_spec *spec, const pc_node *below, const pc_node *above) {
  if (above == NULL)
    return below;
  return is_map(below) && is_map(above) ? merge_maps(spec, below, above) : above;
}

const pc_node *pc_cascade_without(pc_spec *spec, const pc_node *map, const char *key) {
  if (pc_node_find(map, key) == NULL)
    return map;
  pc_pair *pairs = pc_spec_alloc(spec, (size_t)map->n_items * sizeof *pairs);
  int n = 0;
  for (int i = 0; i < map->n_items; i++)
    if (!g_str_equal(map->pairs[i].key, key))
      pairs[n++] = map->pairs[i];
  return pc_node_new_map(spec, map, pairs, n);
}

static const pc_node *lay_over(const set_request *setting, const pc_node *node, int level);

static pc_place find_part_place(const set_request *setting, int level) {
  pc_place at = setting->at;
  for (int i = 0; i < level; i++)
    at.column += pc_utf8_count(setting->path[i], strlen(setting->path[i])) + 1;
  return at;
}

static const pc_node *lay_over_map(const set_request *setting, const pc_node *map, int level) {
  const char *key = setting->path[level];
  const pc_pair *below = pc_node_find(map, key);
  const pc_node *value = lay_over(setting, below == NULL ? NULL : below->value, level + 1);
  if (value == NULL)
    return NULL;
  pc_place at = find_part_place(setting, level);
  const pc_node shell = {.kind = PC_NODE_MAP, .at = at};
  pc_pair *pair = pc_spec_alloc(setting->spec, sizeof *pair);
  *pair = (pc_pair){pc_spec_copy(setting->spec, key, strlen(key)), at, value};
  const pc_node *above = pc_node_new_map(setting->spec, &shell, pair, 1);
  /* What lay_over returned holds all of below already, so merging it in changes nothing more. */
  return pc_cascade_merge(setting->spec, map, above);
}

static const pc_node *lay_over_item(const set_request *setting, const pc_node *list, int level) {
  pc_place at = find_part_place(setting, level);
  int number = 0;
  if (!pc_utf8_parse_int(setting->path[level], &number) || number < 1 || number > list->n_items) {
    PC_REPORT(setting->diags, at, PC_BAD_VALUE,
              "'%s' is no item of a list with %d: expected a number from 1 on",
              setting->path[level], list->n_items);
    return NULL;
  }
  const pc_node *item = list->items[number - 1];
  if (setting->path[level + 1] != NULL && item->kind == PC_NODE_SCALAR) {
    PC_REPORT(setting->diags, at, PC_BAD_TYPE, "item %d of the list is a text and has no key '%s'",
              number, setting->path[level + 1]);
    return NULL;
  }
  const pc_node *value = lay_over(setting, item, level + 1);
  if (value == NULL)
    return NULL;
  const pc_node **items = pc_spec_alloc(setting->spec, (size_t)list->n_items * sizeof *items);
  memcpy(items, list->items, (size_t)list->n_items * sizeof *items);
  items[number - 1] = value;
  return pc_node_new_list(setting->spec, list, items, list->n_items);
}

/* node with the value laid over at what is left of the path. */
static const pc_node *lay_over(const set_request *setting, const pc_node *node, int level) {
  if (setting->path[level] == NULL)
    return pc_cascade_merge(setting->spec, node, setting->value);
  if (node != NULL && node->kind == PC_NODE_LIST)
    return lay_over_item(setting, node, level);
  return lay_over_map(setting, is_map(node) ? node : NULL, level);
}

static bool check_path(char **path, pc_place at, pc_diags *diags) {
  int n = (int)g_strv_length(path);
  bool has_empty = n == 0;
  for (int i = 0; i < n; i++)
    has_empty = has_empty || *path[i] == '\0';
  if (has_empty) {
    PC_REPORT_HINT(diags, at, PC_SYNTAX, "write it as --set theme.sizes.body.max=40pt",
                   "a key is missing before '=' or between two '.'");
    return false;
  }
  if (n <= PC_YAML_MAX_DEPTH)
    return true;
  PC_REPORT(diags, at, PC_LIMIT, "more than %d levels, one inside the other", PC_YAML_MAX_DEPTH);
  return false;
}

const pc_node *pc_cascade_set(pc_spec *spec, const pc_node *root, const char *assignment,
                              pc_diags *diags) {
  pc_place at = {g_intern_static_string("--set"), 1, 1};
  const char *equals = strchr(assignment, '=');
  if (equals == NULL) {
    PC_REPORT_HINT(diags, at, PC_SYNTAX, "write it as --set key=value", "'%s' has no '='",
                   assignment);
    return NULL;
  }
  g_autofree char *key = g_strndup(assignment, (gsize)(equals - assignment));
  g_auto(GStrv) path = g_strsplit(key, ".", -1);
  if (!check_path(path, at, diags))
    return NULL;
  pc_place value_at = at;
  value_at.column += pc_utf8_count(assignment, (size_t)(equals + 1 - assignment));
  const pc_node *value = pc_yaml_parse_value(spec, value_at, equals + 1, diags);
  if (value == NULL)
    return NULL;
  set_request setting = {spec, diags, at, path, value};
  return lay_over(&setting, root, 0);
}

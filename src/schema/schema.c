/* schema.c - fills a record from a map by a table of keys.  Layer: schema. */
#include "schema/schema.h"

#include <string.h>

#include <glib.h>

#include "base/translate.h"
#include "schema/kinds.h"
#include "spec/yaml.h"

/* Unknown keys of one mapping that are looked up and reported one by one. */
#define MAX_UNKNOWN 20

const pc_key *pc_schema_find(const pc_schema *schema, const char *name) {
  for (const pc_key *key = schema->keys; key->name != NULL; key++)
    if (g_str_equal(key->name, name))
      return key;
  return NULL;
}

static bool is_nothing(const pc_node *node) {
  return node == NULL || node->kind == PC_NODE_NULL;
}

/* Most fallbacks are one word, which needs no YAML reader. */
static bool is_plain(const char *text) {
  return strchr("[{\"'|>&*!%@`#", text[0]) == NULL && strstr(text, ": ") == NULL;
}

const pc_node *pc_key_fallback(pc_spec *spec, const pc_key *key) {
  const char *text = key->fallback;
  const pc_place nowhere = {NULL, 0, 0};
  if (text == NULL || *text == '\0')
    return NULL;
  if (is_plain(text)) {
    const pc_node *node = pc_node_new_plain(spec, nowhere, text);
    return is_nothing(node) ? NULL : node;
  }
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_node *node = pc_yaml_parse_value(spec, nowhere, text, diags);
  if (node == NULL || pc_diags_has_error(diags))
    g_error("the fallback of '%s' is no YAML: %s", key->name, text);
  return node;
}

/* A table whose own fallback is wrong is a bug of ours, not of the poster. */
static void read_fallback(pc_reader *reader, const pc_key *key, void *member) {
  const pc_node *node = pc_key_fallback(reader->spec, key);
  if (node != NULL) {
    if (!pc_kind_read(reader, key, node, member))
      g_error("the fallback of '%s' is no value for it: %s", key->name, key->fallback);
  } else if (key->kind == PC_KIND_RECORD) {
    pc_schema_read(reader, key->record, NULL, member);
  }
}

bool pc_schema_read_value(pc_reader *reader, const pc_key *key, const pc_node *node, void *member) {
  if (is_nothing(node)) {
    read_fallback(reader, key, member);
    return true;
  }
  if (pc_kind_read(reader, key, node, member))
    return true;
  /* What comes after this mistake can still be looked at. */
  if (key->kind != PC_KIND_RECORD)
    read_fallback(reader, key, member);
  return false;
}

static bool check_keys(pc_reader *reader, const pc_schema *schema, const pc_node *map) {
  int n_unknown = 0;
  for (int i = 0; i < map->n_items && n_unknown < MAX_UNKNOWN; i++) {
    if (pc_schema_find(schema, map->pairs[i].key) != NULL)
      continue;
    pc_unknown_key_report(reader, schema, &map->pairs[i]);
    n_unknown++;
  }
  return n_unknown == 0;
}

static void report_missing(pc_reader *reader, const pc_schema *schema, const pc_key *key,
                           pc_place at, bool is_written) {
  g_autofree char *hint =
      is_written ? g_strdup_printf(_("write what belongs to it after '%s:'"), key->name)
                 : g_strdup_printf(_("add '%s:'"), key->name);
  PC_REPORT_HINT(reader->diags, at, PC_MISSING_KEY, hint,
                 is_written ? "'%s' of the %s is empty" : "'%s' is missing from the %s", key->name,
                 schema->name);
}

static bool read_keys(pc_reader *reader, const pc_schema *schema, const pc_node *map,
                      char *record) {
  bool is_good = true;
  for (const pc_key *key = schema->keys; key->name != NULL; key++) {
    const pc_pair *pair = pc_node_find(map, key->name);
    const pc_node *value = pair == NULL ? NULL : pair->value;
    is_good &= pc_schema_read_value(reader, key, value, record + key->offset);
    if (map == NULL || !key->required || !is_nothing(value))
      continue;
    report_missing(reader, schema, key, pair == NULL ? map->at : pair->key_at, pair != NULL);
    is_good = false;
  }
  return is_good;
}

bool pc_schema_read(pc_reader *reader, const pc_schema *schema, const pc_node *node, void *record) {
  memset(record, 0, schema->size);
  const pc_node *map = is_nothing(node) ? NULL : node;
  if (map == NULL)
    return read_keys(reader, schema, NULL, record);
  if (map->kind != PC_NODE_MAP) {
    if (!pc_lost_key_report(reader, schema, map))
      PC_REPORT_HINT(reader->diags, map->at, PC_BAD_TYPE,
                     "write it as 'key: value', a line for each",
                     "expected a mapping with the keys of the %s, got %s", schema->name,
                     pc_node_describe(map));
    read_keys(reader, schema, NULL, record);
    return false;
  }
  bool is_known = check_keys(reader, schema, map);
  return read_keys(reader, schema, map, record) && is_known;
}

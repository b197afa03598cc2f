/* fuzz_yaml.c - any bytes as a YAML file: a tree within the limits, or an error; never a crash. */
#include <stdint.h>
#include <string.h>

#include <glib.h>

#include "spec/cascade.h"
#include "spec/yaml.h"

/* Walks the whole tree, as a later stage would, and asks for every kind of place. */
static int check_node(const pc_node *node, int depth) {
  g_assert(node != NULL && depth <= PC_YAML_MAX_DEPTH + 1 && node->at.line >= 1);
  g_assert((node->text != NULL) == (node->kind == PC_NODE_SCALAR));
  size_t length = node->text == NULL ? 0 : strlen(node->text);
  for (size_t offset = 0; offset <= length; offset += length / 4 + 1) {
    pc_place at = pc_node_place(node, offset);
    g_assert(at.line >= node->at.line && at.column >= 1);
  }
  int n = 1;
  for (int i = 0; i < node->n_items; i++)
    n += check_node(node->kind == PC_NODE_MAP ? node->pairs[i].value : node->items[i], depth + 1);
  return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g_autoptr(pc_spec) spec = pc_spec_new();
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_node *root = pc_yaml_parse(spec, "fuzz.yaml", (const char *)data, size, diags);
  g_assert(root != NULL || pc_diags_has_error(diags));
  if (root != NULL)
    g_assert(check_node(root, 1) <= PC_YAML_MAX_NODES);
  /* The same bytes as a setting, laid over what they were as a file. */
  g_autofree char *assignment = g_strndup((const char *)data, size);
  if (g_utf8_validate(assignment, -1, NULL))
    pc_cascade_set(spec, root, assignment, diags);
  for (int i = 0; i < pc_diags_count(diags); i++)
    g_assert(g_utf8_validate(pc_diags_at(diags, i)->message, -1, NULL));
  return 0;
}

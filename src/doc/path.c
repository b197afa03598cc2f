/* path.c - nodes found by dotted paths, and parts of maps.  Layer: doc. */
#include "doc/resolve.h"

const pc_node *pc_path_find(const pc_node *root, const char *path) {
  g_auto(GStrv) keys = g_strsplit(path, ".", -1);
  const pc_node *node = root;
  for (int i = 0; keys[i] != NULL && node != NULL; i++) {
    const pc_pair *pair = pc_node_find(node, keys[i]);
    node = pair != NULL ? pair->value : NULL;
  }
  return node;
}

const pc_node *pc_node_pick(pc_spec *spec, const pc_node *map, const char *const *names) {
  if (map == NULL || map->kind != PC_NODE_MAP)
    return NULL;
  pc_pair *pairs = pc_spec_alloc(spec, (size_t)map->n_items * sizeof(pc_pair));
  int n_pairs = 0;
  for (int i = 0; i < map->n_items; i++) {
    if (g_strv_contains(names, map->pairs[i].key))
      pairs[n_pairs++] = map->pairs[i];
  }
  return n_pairs > 0 ? pc_node_new_map(spec, map, pairs, n_pairs) : NULL;
}

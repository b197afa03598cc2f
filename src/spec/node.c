/* node.c - the arena of a spec, nodes that no file holds, look-up.  Layer: spec. */
#include "spec/trace.h"

#include <string.h>

#include <glib.h>

/* A poster of ordinary length fits into a few of these. */
#define CHUNK_BYTES ((size_t)64 * 1024)

struct pc_spec {
  GPtrArray *chunks;
  char *free_bytes; /* of the newest shared chunk */
  size_t n_free;
  GArray *scalars; /* pc_scalar; NULL: nobody asks */
};

static const char *const null_words[] = {"", "~", "null", "Null", "NULL", NULL};

pc_spec *pc_spec_new(void) {
  pc_spec *spec = g_new0(pc_spec, 1);
  spec->chunks = g_ptr_array_new_with_free_func(g_free);
  return spec;
}

void pc_spec_free(pc_spec *spec) {
  if (spec == NULL)
    return;
  g_ptr_array_free(spec->chunks, TRUE);
  g_clear_pointer(&spec->scalars, g_array_unref);
  g_free(spec);
}

void pc_spec_keep_scalars(pc_spec *spec) {
  if (spec->scalars == NULL)
    spec->scalars = g_array_new(FALSE, FALSE, sizeof(pc_scalar));
}

void pc_spec_note_scalar(pc_spec *spec, const pc_node *node, size_t offset) {
  const pc_scalar scalar = {node, offset};
  if (spec->scalars != NULL)
    g_array_append_val(spec->scalars, scalar);
}

const pc_scalar *pc_spec_scalars(const pc_spec *spec, int *count) {
  *count = spec->scalars != NULL ? (int)spec->scalars->len : 0;
  return *count > 0 ? (const pc_scalar *)(const void *)spec->scalars->data : NULL;
}

static char *add_chunk(pc_spec *spec, size_t size) {
  char *chunk = g_malloc0(size);
  g_ptr_array_add(spec->chunks, chunk);
  return chunk;
}

void *pc_spec_alloc(pc_spec *spec, size_t size) {
  const size_t alignment = _Alignof(max_align_t);
  size_t rounded = MAX((size + alignment - 1) / alignment * alignment, alignment);
  if (rounded > CHUNK_BYTES / 4)
    return add_chunk(spec, rounded);
  if (rounded > spec->n_free) {
    spec->free_bytes = add_chunk(spec, CHUNK_BYTES);
    spec->n_free = CHUNK_BYTES;
  }
  char *bytes = spec->free_bytes;
  spec->free_bytes += rounded;
  spec->n_free -= rounded;
  return bytes;
}

char *pc_spec_copy(pc_spec *spec, const char *text, size_t length) {
  char *copy = pc_spec_alloc(spec, length + 1);
  memcpy(copy, text, length);
  return copy;
}

bool pc_node_is_null_word(const char *text) {
  return g_strv_contains(null_words, text);
}

const pc_node *pc_node_new_plain(pc_spec *spec, pc_place at, const char *text) {
  pc_node *node = pc_spec_alloc(spec, sizeof *node);
  bool is_null = pc_node_is_null_word(text);
  node->kind = is_null ? PC_NODE_NULL : PC_NODE_SCALAR;
  node->at = at;
  node->text = is_null ? NULL : pc_spec_copy(spec, text, strlen(text));
  return node;
}

static pc_node *copy_shell(pc_spec *spec, const pc_node *like, pc_node_kind kind, int n) {
  pc_node *node = pc_spec_alloc(spec, sizeof *node);
  node->kind = kind;
  node->at = like->at;
  node->source = like->source;
  node->source_length = like->source_length;
  node->n_items = n;
  return node;
}

const pc_node *pc_node_new_map(pc_spec *spec, const pc_node *like, const pc_pair *pairs, int n) {
  pc_node *node = copy_shell(spec, like, PC_NODE_MAP, n);
  node->pairs = pairs;
  return node;
}

const pc_node *pc_node_new_list(pc_spec *spec, const pc_node *like, const pc_node *const *items,
                                int n) {
  pc_node *node = copy_shell(spec, like, PC_NODE_LIST, n);
  node->items = items;
  return node;
}

const pc_pair *pc_node_find(const pc_node *node, const char *key) {
  if (node == NULL || node->kind != PC_NODE_MAP)
    return NULL;
  for (int i = 0; i < node->n_items; i++)
    if (g_str_equal(node->pairs[i].key, key))
      return &node->pairs[i];
  return NULL;
}

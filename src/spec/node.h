/* node.h - a YAML file as a tree in which every node and key knows its place.
 * Layer: spec (uses base, diag).
 *
 * A pc_spec owns the text of the files and all nodes; nodes are const once made and live as long as
 * the pc_spec.  Aliases are already followed, so the tree is a tree; duplicate keys were reported.
 */
#ifndef PC_SPEC_NODE_H
#define PC_SPEC_NODE_H

#include "diag/diag.h"

typedef enum pc_node_kind {
  PC_NODE_NULL, /* nothing, "null" or "~" without quotes */
  PC_NODE_SCALAR,
  PC_NODE_LIST,
  PC_NODE_MAP,
} pc_node_kind;

typedef struct pc_node pc_node;

typedef struct pc_pair {
  const char *key;
  pc_place key_at;
  const pc_node *value;
} pc_pair;

struct pc_node {
  pc_node_kind kind;
  pc_place at;
  const char *text;   /* scalar: its value, UTF-8; else NULL */
  bool quoted;        /* scalar: in quotes, or a block scalar: never a number or null */
  const char *source; /* as written in the file, not NUL-terminated; NULL for made-up nodes */
  size_t source_length;
  int n_items; /* list: nodes; map: pairs in the order written */
  const pc_node *const *items;
  const pc_pair *pairs;
};

typedef struct pc_spec pc_spec;

pc_spec *pc_spec_new(void);
void pc_spec_free(pc_spec *spec);

/* Bytes that live as long as the spec, zeroed. */
void *pc_spec_alloc(pc_spec *spec, size_t size);
/* The same for a copy of length bytes, NUL-terminated. */
char *pc_spec_copy(pc_spec *spec, const char *text, size_t length);

/* Nodes that no file holds: defaults, and what --set adds.  A plain null, "~" or empty text makes a
 * PC_NODE_NULL. */
const pc_node *pc_node_new_plain(pc_spec *spec, pc_place at, const char *text);
/* A map or list like another, with other contents; the arrays must live in the spec. */
const pc_node *pc_node_new_map(pc_spec *spec, const pc_node *like, const pc_pair *pairs, int n);
const pc_node *pc_node_new_list(pc_spec *spec, const pc_node *like, const pc_node *const *items,
                                int n);

/* The pair with that key, or NULL; also NULL when node is NULL or no map. */
const pc_pair *pc_node_find(const pc_node *node, const char *key);

/* Whether that text, without quotes, means nothing: "", "~", "null". */
bool pc_node_is_null_word(const char *text);

/* The place after length bytes of text that begins at that place; CRLF, LF and CR end a line. */
pc_place pc_place_after(pc_place at, const char *text, size_t length);

/* The place in the file of the character at that byte offset of a scalar's text, whatever quoting
 * or folding stands between; the node's own place where it cannot be told. */
pc_place pc_node_place(const pc_node *node, size_t offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_spec, pc_spec_free)

#endif

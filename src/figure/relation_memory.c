/* relation_memory.c - forms of diagrams that were found before.  Layer: figure. */
#include <string.h>

#include "base/digest.h"
#include "figure/relation_form.h"

/* Diagrams; a poster has 18 panels. */
static const guint most_kept = 256;

struct pc_figure_memory {
  GHashTable *forms; /* digest of a relation: GPtrArray of pc_form */
};

pc_figure_memory *pc_figure_memory_new(void) {
  pc_figure_memory *memory = g_new0(pc_figure_memory, 1);
  memory->forms =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  return memory;
}

void pc_figure_memory_free(pc_figure_memory *memory) {
  if (memory == NULL)
    return;
  g_hash_table_unref(memory->forms);
  g_free(memory);
}

static void append_number(pc_digest *digest, double number) {
  pc_digest_append(digest, &number, sizeof number);
}

static void append_text(pc_digest *digest, const char *text) {
  const char *shown = text != NULL ? text : "";
  pc_digest_append(digest, shown, strlen(shown) + 1);
}

static void append_label(pc_digest *digest, const pc_label *label, const char *text) {
  append_text(digest, text);
  append_number(digest, label != NULL);
  if (label == NULL)
    return;
  append_number(digest, label->full_em);
  append_number(digest, label->phrase_em);
  append_number(digest, label->least_em);
}

static void append_node(pc_digest *digest, const pc_relation_node *node) {
  append_label(digest, node->title, node->text);
  append_label(digest, node->detail, NULL);
  append_number(digest, node->shape);
}

/* What the font made of the labels, for each way to break them. */
static void append_sizes(pc_digest *digest, const pc_relation *relation) {
  g_autoptr(pc_form) form = pc_form_new(relation);
  for (int way = 0; way < PC_FORM_WAYS; way++) {
    pc_form_size(form, relation, way, false);
    pc_digest_append(digest, form->nodes, sizeof *form->nodes * (gsize)relation->n_nodes);
    for (int i = 0; i < relation->n_edges; i++)
      pc_digest_append(digest, &relation->edges[i].label_sizes[way], sizeof(pc_vec));
  }
}

static void append_edge(pc_digest *digest, const pc_relation_edge *edge) {
  append_label(digest, edge->label, edge->text);
  append_number(digest, edge->from);
  append_number(digest, edge->to);
  append_number(digest, edge->marks);
}

static void append_group(pc_digest *digest, const pc_relation_group *group) {
  append_label(digest, group->label, group->text);
  append_number(digest, group->n);
  for (int i = 0; i < group->n; i++)
    append_number(digest, group->nodes[i]);
}

/* All that its forms follow from. */
static char *name_relation(const pc_relation *relation) {
  pc_digest *digest = pc_digest_new();
  append_number(digest, relation->direction);
  append_number(digest, relation->n_nodes);
  append_number(digest, relation->n_edges);
  append_number(digest, relation->n_groups);
  for (int i = 0; i < relation->n_nodes; i++)
    append_node(digest, &relation->nodes[i]);
  for (int i = 0; i < relation->n_edges; i++)
    append_edge(digest, &relation->edges[i]);
  for (int i = 0; i < relation->n_groups; i++)
    append_group(digest, &relation->groups[i]);
  append_sizes(digest, relation);
  return pc_digest_take(digest);
}

/* A new one each time, and the oldest go all at once: they are found again in a moment. */
static void keep_forms(pc_figure_memory *memory, char *name, GPtrArray *forms) {
  if (g_hash_table_size(memory->forms) >= most_kept)
    g_hash_table_remove_all(memory->forms);
  g_hash_table_insert(memory->forms, name, g_ptr_array_ref(forms));
}

void pc_relation_recall_forms(pc_relation *relation, pc_figure_memory *memory) {
  pc_relation_size_labels(relation);
  g_autofree char *name = memory != NULL ? name_relation(relation) : NULL;
  GPtrArray *kept = name != NULL ? g_hash_table_lookup(memory->forms, name) : NULL;
  if (kept == NULL) {
    pc_relation_make_forms(relation);
    if (name != NULL)
      keep_forms(memory, g_steal_pointer(&name), relation->forms);
    return;
  }
  g_ptr_array_unref(relation->forms);
  relation->forms = g_ptr_array_ref(kept);
}

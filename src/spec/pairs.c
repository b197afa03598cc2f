/* pairs.c - duplicate keys, keys that are none, and merge keys.  Layer: spec. */
#include "spec/pairs.h"

#include "base/translate.h"

#include <string.h>

#include <glib.h>

struct pc_pairs {
  pc_spec *spec;
  pc_diags *diags;
  GArray *list;       /* pc_pair */
  GHashTable *lines;  /* key -> line */
  GPtrArray *sources; /* values of "<<" */
  bool is_slipped;    /* a key stands elsewhere than it looks */
};

pc_pairs *pc_pairs_new(pc_spec *spec, pc_diags *diags) {
  pc_pairs *pairs = g_new(pc_pairs, 1);
  *pairs = (pc_pairs){
      .spec = spec,
      .diags = diags,
      .list = g_array_new(FALSE, FALSE, sizeof(pc_pair)),
      .lines = g_hash_table_new(g_str_hash, g_str_equal),
      .sources = g_ptr_array_new(),
  };
  return pairs;
}

void pc_pairs_free(pc_pairs *pairs) {
  if (pairs == NULL)
    return;
  g_array_free(pairs->list, TRUE);
  g_hash_table_destroy(pairs->lines);
  g_ptr_array_free(pairs->sources, TRUE);
  g_free(pairs);
}

/* Blanks that indent nothing in YAML, so that they would become part of the key. */
static bool begins_with_wide_blank(const pc_node *key) {
  gunichar first = g_utf8_get_char(key->text);
  return !key->quoted && (first == 0x3000 || first == 0xa0);
}

/* NULL: reported. */
static const char *find_key_text(pc_pairs *pairs, const pc_node *key) {
  if (key->kind == PC_NODE_SCALAR && begins_with_wide_blank(key)) {
    pairs->is_slipped = true;
    PC_REPORT_HINT(pairs->diags, key->at, PC_SYNTAX,
                   "indent with ordinary blanks, typed half-width",
                   "a wide blank stands where only ordinary blanks may stand");
    return NULL;
  }
  if (key->kind == PC_NODE_SCALAR && *key->text != '\0')
    return key->text;
  if (key->kind == PC_NODE_NULL && key->source_length > 0)
    return pc_spec_copy(pairs->spec, key->source, key->source_length);
  if (key->kind == PC_NODE_LIST || key->kind == PC_NODE_MAP)
    PC_REPORT_HINT(pairs->diags, key->at, PC_SYNTAX,
                   "put quotes around a text that begins with '{' or '['",
                   "a key must be a plain word, not a list or a mapping");
  else
    PC_REPORT(pairs->diags, key->at, PC_SYNTAX, "there is no key before ':'");
  return NULL;
}

/* Content of which people want two on one slide. */
static bool is_block(const char *key) {
  static const char *const blocks[] = {"text",  "figure", "table", "diagram", "chart", "facts",
                                       "quote", "steps",  "cycle", "rings",   "qr",    NULL};
  return g_strv_contains(blocks, key);
}

static void report_duplicate(pc_pairs *pairs, pc_place at, const char *key, int line) {
  g_autofree char *hint =
      is_block(key) ? g_strdup_printf(
                          _("it already stands in line %d; keep one of the two, or list both under "
                            "'blocks:', each as '- %s: ...'"),
                          line, key)
                    : g_strdup_printf(_("it already stands in line %d; keep one of the two"), line);
  PC_REPORT_HINT(pairs->diags, at, PC_DUPLICATE_KEY, hint, "the key '%s' stands twice", key);
}

static void add_pair(pc_pairs *pairs, const pc_pair *pair) {
  g_hash_table_insert(pairs->lines, (void *)pair->key, GINT_TO_POINTER(pair->key_at.line));
  g_array_append_vals(pairs->list, pair, 1);
}

void pc_pairs_append(pc_pairs *pairs, const pc_node *key, const pc_node *value) {
  const char *text = find_key_text(pairs, key);
  if (text == NULL)
    return;
  void *line = NULL;
  if (g_hash_table_lookup_extended(pairs->lines, text, NULL, &line)) {
    report_duplicate(pairs, key->at, text, GPOINTER_TO_INT(line));
    return;
  }
  if (key->quoted || !g_str_equal(text, "<<")) {
    add_pair(pairs, &(pc_pair){text, key->at, value});
    return;
  }
  g_hash_table_insert(pairs->lines, (void *)text, GINT_TO_POINTER(key->at.line));
  g_ptr_array_add(pairs->sources, (void *)value);
}

static void merge_map(pc_pairs *pairs, const pc_node *map) {
  for (int i = 0; i < map->n_items; i++)
    if (!g_hash_table_contains(pairs->lines, map->pairs[i].key))
      add_pair(pairs, &map->pairs[i]);
}

static bool is_list_of_maps(const pc_node *node) {
  bool is_good = node->kind == PC_NODE_LIST;
  for (int i = 0; is_good && i < node->n_items; i++)
    is_good = node->items[i]->kind == PC_NODE_MAP;
  return is_good;
}

static void merge_source(pc_pairs *pairs, const pc_node *source) {
  if (source->kind == PC_NODE_MAP) {
    merge_map(pairs, source);
    return;
  }
  if (!is_list_of_maps(source)) {
    PC_REPORT_HINT(pairs->diags, source->at, PC_SYNTAX,
                   "write the name of a mapping marked with '&', such as <<: *name",
                   "'<<' takes over the keys of a mapping, but this is none");
    return;
  }
  for (int i = 0; i < source->n_items; i++)
    merge_map(pairs, source->items[i]);
}

bool pc_pairs_is_slipped(const pc_pairs *pairs) {
  return pairs->is_slipped;
}

const pc_pair *pc_pairs_finish(pc_pairs *pairs, int *count) {
  for (guint i = 0; i < pairs->sources->len; i++)
    merge_source(pairs, pairs->sources->pdata[i]);
  *count = (int)pairs->list->len;
  pc_pair *copy = pc_spec_alloc(pairs->spec, pairs->list->len * sizeof *copy);
  if (*count > 0)
    memcpy(copy, pairs->list->data, pairs->list->len * sizeof *copy);
  return copy;
}

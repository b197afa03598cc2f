/* facts.c - a facts block: labels with what belongs to them.  Layer: doc. */
#include "doc/markup_table.h"
#include "doc/readers.h"
#include "doc/resolve.h"

static const int most_facts = PC_TABLE_MAX_CELLS / 2;

static const pc_rich *parse_text(pc_reader *reader, const pc_node *node) {
  if (node->kind != PC_NODE_SCALAR)
    return NULL;
  return pc_markup_parse_inline(reader, (pc_string){node->text, node});
}

static bool report_value(pc_reader *reader, const pc_pair *pair, const pc_node *node) {
  if (node->kind == PC_NODE_MAP || node->kind == PC_NODE_LIST)
    return pc_type_report(reader, node, "the text of a fact",
                          "write a text, or a list of texts that stand one below the other");
  PC_REPORT_HINT(reader->diags, pair->key_at, PC_BAD_VALUE,
                 "write the text after the colon, or leave the label out",
                 "there is no text beside '%s'", pair->key);
  return false;
}

/* One text, or a list of them. */
static bool parse_values(pc_reader *reader, const pc_pair *pair, pc_fact *fact) {
  const pc_node *value = pair->value;
  const bool is_list = value->kind == PC_NODE_LIST;
  const int n = is_list ? value->n_items : 1;
  const pc_rich **texts = pc_spec_alloc(reader->spec, (size_t)MAX(n, 1) * sizeof(const pc_rich *));
  bool is_sound = n > 0;
  if (n == 0)
    report_value(reader, pair, &(pc_node){.kind = PC_NODE_NULL});
  for (int i = 0; i < n; i++) {
    const pc_node *node = is_list ? value->items[i] : value;
    texts[i] = parse_text(reader, node);
    if (texts[i] == NULL)
      is_sound = report_value(reader, pair, node) && is_sound;
  }
  fact->n_values = n;
  fact->values = texts;
  return is_sound;
}

/* The label takes inline markup as its text does. */
static bool parse_fact(pc_reader *reader, const pc_pair *pair, pc_fact *fact) {
  const pc_node *label = pc_node_new_plain(reader->spec, pair->key_at, pair->key);
  fact->label = parse_text(reader, label);
  return parse_values(reader, pair, fact);
}

static bool check_shape(pc_reader *reader, const pc_node *node) {
  static const char hint[] = "write each fact on a line of its own, as label: text";
  if (node->kind == PC_NODE_LIST && node->n_items > 0)
    return pc_type_report(reader, node, "labels with texts",
                          "write label: text on each line, without '- '");
  if (node->kind != PC_NODE_MAP || node->n_items == 0)
    return pc_type_report(reader, node, "labels with texts", hint);
  if (node->n_items <= most_facts)
    return true;
  PC_REPORT(reader->diags, node->at, PC_LIMIT, "a block has at most %d facts, this one has %d",
            most_facts, node->n_items);
  return false;
}

bool pc_facts_block_read(pc_reader *reader, const pc_node *node, void *member) {
  if (!check_shape(reader, node))
    return false;
  pc_fact *items = pc_spec_alloc(reader->spec, (size_t)node->n_items * sizeof(pc_fact));
  bool is_sound = true;
  for (int i = 0; i < node->n_items; i++)
    is_sound = parse_fact(reader, &node->pairs[i], &items[i]) && is_sound;
  if (!is_sound)
    return false;
  pc_facts *facts = pc_spec_alloc(reader->spec, sizeof(pc_facts));
  *facts = (pc_facts){node->n_items, items};
  pc_block_append(reader->spec, PC_BLOCK_FACTS, node->at, member)->facts = facts;
  return true;
}

/* items.c - lists that are drawn: steps.  Layer: doc. */
#include "doc/readers.h"
#include "doc/resolve.h"

/* More would be too small to read at any size of paper. */
#define MAX_ITEMS 24

static const pc_rich *parse_item(pc_reader *reader, const pc_node *node) {
  if (node->kind != PC_NODE_SCALAR || node->text[0] == '\0') {
    pc_type_report(reader, node, "a text", "write each one as - text");
    return NULL;
  }
  return pc_markup_parse_inline(reader, (pc_string){node->text, node});
}

/* NULL: reported. */
static const pc_items *parse_items(pc_reader *reader, const pc_node *list) {
  if (list->kind != PC_NODE_LIST || list->n_items == 0) {
    pc_type_report(reader, list, "a list of texts", "write [first, second, third]");
    return NULL;
  }
  if (list->n_items > MAX_ITEMS) {
    PC_REPORT_HINT(reader->diags, list->at, PC_LIMIT, "part it, or write a list in `text:`",
                   "a figure has at most %d texts, this one has %d", MAX_ITEMS, list->n_items);
    return NULL;
  }
  const pc_rich **texts =
      pc_spec_alloc(reader->spec, (size_t)list->n_items * sizeof(const pc_rich *));
  bool is_sound = true;
  for (int i = 0; i < list->n_items; i++) {
    texts[i] = parse_item(reader, list->items[i]);
    is_sound = texts[i] != NULL && is_sound;
  }
  pc_items *items = pc_spec_alloc(reader->spec, sizeof(pc_items));
  *items = (pc_items){list->n_items, texts};
  return is_sound ? items : NULL;
}

/* A list, or a mapping with the list and what all figures have. */
static bool read_items(pc_reader *reader, const pc_node *node, pc_block_kind kind, void *member) {
  bool is_list = node->kind == PC_NODE_LIST;
  if (!is_list && node->kind != PC_NODE_MAP)
    return pc_type_report(reader, node, "a list of texts", "write [first, second, third]");
  pc_items_keys keys;
  bool is_sound = pc_schema_read(reader, &pc_items_schema, is_list ? NULL : node, &keys);
  const pc_node *list = is_list ? node : keys.items;
  const pc_items *items = list != NULL ? parse_items(reader, list) : NULL;
  if (items == NULL)
    return false;
  const pc_figure *figure = pc_frame_resolve(reader, &keys.frame, (pc_string){0}, node->at);
  pc_figure_append(reader, kind, figure, member)->items = items;
  return is_sound;
}

bool pc_steps_block_read(pc_reader *reader, const pc_node *node, void *member) {
  return read_items(reader, node, PC_BLOCK_STEPS, member);
}

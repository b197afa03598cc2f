/* items.c - lists that are drawn: steps, cycle, rings.  Layer: doc. */
#include "doc/keys_items.h"
#include "doc/readers.h"
#include "doc/resolve.h"

/* With more texts than that no figure could be read at any size of paper. */
typedef struct items_kind {
  pc_block_kind block;
  const pc_schema *schema;
  int least, most;
  const char *too_few;
} items_kind;

static const items_kind steps = {PC_BLOCK_STEPS, &pc_steps_schema, 1, 24, NULL};
static const items_kind cycle = {PC_BLOCK_CYCLE, &pc_cycle_schema, 2, 12,
                                 "write two texts or more, or a text in `text:`"};
static const items_kind rings = {PC_BLOCK_RINGS, &pc_rings_schema, 1, 12, NULL};

static const pc_rich *parse_item(pc_reader *reader, const pc_node *node) {
  if (node->kind != PC_NODE_SCALAR || node->text[0] == '\0') {
    pc_type_report(reader, node, "a text", "write each one as - text");
    return NULL;
  }
  return pc_markup_parse_inline(reader, (pc_string){node->text, node});
}

static bool is_list(pc_reader *reader, const items_kind *kind, const pc_node *list) {
  if (list->kind != PC_NODE_LIST || list->n_items == 0)
    return pc_type_report(reader, list, "a list of texts", "write [first, second, third]");
  if (list->n_items > kind->most) {
    PC_REPORT_HINT(reader->diags, list->at, PC_LIMIT, "part it, or write a list in `text:`",
                   "'%s' takes at most %d texts, this one has %d", kind->schema->name, kind->most,
                   list->n_items);
    return false;
  }
  if (list->n_items < kind->least) {
    PC_REPORT_HINT(reader->diags, list->at, PC_BAD_VALUE, kind->too_few,
                   "'%s' takes at least %d texts", kind->schema->name, kind->least);
    return false;
  }
  return true;
}

/* NULL: reported. */
static const pc_rich *const *parse_texts(pc_reader *reader, const pc_node *list) {
  const pc_rich **texts =
      pc_spec_alloc(reader->spec, (size_t)list->n_items * sizeof(const pc_rich *));
  bool is_sound = true;
  for (int i = 0; i < list->n_items; i++) {
    texts[i] = parse_item(reader, list->items[i]);
    is_sound = texts[i] != NULL && is_sound;
  }
  return is_sound ? texts : NULL;
}

/* NULL: reported. */
static const pc_items *resolve_items(pc_reader *reader, const items_kind *kind,
                                     const pc_items_keys *keys, const pc_node *list) {
  if (list == NULL || !is_list(reader, kind, list))
    return NULL;
  const pc_rich *const *texts = parse_texts(reader, list);
  pc_items *items = pc_spec_alloc(reader->spec, sizeof(pc_items));
  *items = (pc_items){.n = list->n_items,
                      .items = texts,
                      .direction = keys->direction,
                      .form = keys->form,
                      .center = pc_markup_parse_inline(reader, keys->center)};
  return texts != NULL ? items : NULL;
}

/* A list, or a mapping with the list and what all figures have. */
static bool read_items(pc_reader *reader, const pc_node *node, const items_kind *kind,
                       void *member) {
  bool is_short = node->kind == PC_NODE_LIST;
  if (!is_short && node->kind != PC_NODE_MAP)
    return pc_type_report(reader, node, "a list of texts", "write [first, second, third]");
  pc_items_keys keys;
  bool is_sound = pc_schema_read(reader, kind->schema, is_short ? NULL : node, &keys);
  const pc_items *items = resolve_items(reader, kind, &keys, is_short ? node : keys.items);
  if (items == NULL)
    return false;
  const pc_figure *figure = pc_frame_resolve(reader, &keys.frame, (pc_string){0}, node->at);
  pc_figure_append(reader, kind->block, figure, member)->items = items;
  return is_sound;
}

bool pc_steps_block_read(pc_reader *reader, const pc_node *node, void *member) {
  return read_items(reader, node, &steps, member);
}

bool pc_cycle_block_read(pc_reader *reader, const pc_node *node, void *member) {
  return read_items(reader, node, &cycle, member);
}

bool pc_rings_block_read(pc_reader *reader, const pc_node *node, void *member) {
  return read_items(reader, node, &rings, member);
}

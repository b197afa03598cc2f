/* blocks.c - the blocks of a slide as their author wrote them.  Layer: doc. */
#include "doc/readers.h"
#include "doc/resolve.h"

#include <string.h>

pc_block *pc_block_new(pc_spec *spec, pc_block_kind kind, pc_place at, const pc_rich *rich) {
  pc_block *block = pc_spec_alloc(spec, sizeof(pc_block));
  *block = (pc_block){.kind = kind, .at = at, .rich = rich};
  return block;
}

/* The array that a block's member points to, made at the first block. */
static GPtrArray *open_blocks(void *member) {
  GPtrArray **blocks = member;
  if (*blocks == NULL)
    *blocks = g_ptr_array_new();
  return *blocks;
}

pc_block *pc_block_append(pc_spec *spec, pc_block_kind kind, pc_place at, void *member) {
  pc_block *block = pc_block_new(spec, kind, at, NULL);
  g_ptr_array_add(open_blocks(member), block);
  return block;
}

/* YAML joins the lines of a text without '|' by blanks: a list in it would become one paragraph.
 * The first such line, or NULL. */
static const char *find_joined_item(const pc_node *node) {
  const char *end = node->source + node->source_length;
  const char *at = node->source;
  if (at == NULL || node->source_length == 0 || strchr("|>", *at) != NULL)
    return NULL;
  while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
    at += strspn(at, " \r\n");
    if (at < end && pc_markup_is_item(at))
      return at;
  }
  return NULL;
}

static void check_joined_items(pc_reader *reader, const pc_node *node) {
  const char *item = find_joined_item(node);
  if (item == NULL)
    return;
  const pc_place at = pc_place_after(node->at, node->source, (size_t)(item - node->source));
  PC_REPORT_HINT(reader->diags, at, PC_SYNTAX,
                 "write '|' where the text begins, as in 'text: |', and the text below it",
                 "a list needs '|': without it all lines are joined to one");
}

bool pc_text_block_read(pc_reader *reader, const pc_node *node, void *member) {
  if (node->kind == PC_NODE_NULL)
    return true;
  if (node->kind == PC_NODE_MAP)
    return pc_type_report(reader, node, "a text",
                          "put quotes around a text that begins with '{' or contains ': '");
  if (node->kind == PC_NODE_LIST)
    return pc_type_report(reader, node, "a text",
                          "write 'text: |' and the lines under it; put quotes around a text that "
                          "begins with '['");
  check_joined_items(reader, node);
  pc_markup_parse_blocks(reader, (pc_string){node->text, node}, open_blocks(member));
  return true;
}

static const pc_rich *parse_credit(pc_reader *reader, pc_string source) {
  const char *text = pc_name_repair(reader, source);
  return text != NULL ? pc_rich_plain(reader->spec, text, source.node) : NULL;
}

pc_figure *pc_frame_resolve(pc_reader *reader, const pc_frame_keys *keys, pc_string file,
                            pc_place at) {
  pc_figure *figure = pc_spec_alloc(reader->spec, sizeof(pc_figure));
  *figure = (pc_figure){
      .file = file,
      .caption = pc_markup_parse_inline(reader, keys->caption),
      .credit = parse_credit(reader, keys->source),
      .alt = {pc_name_repair(reader, keys->alt), keys->alt.node},
      .width = keys->width,
      .height = keys->height,
      .place = keys->place.value,
      .place_at = keys->place.node != NULL ? keys->place.node->at : at,
      .at = at,
  };
  return figure;
}

pc_block *pc_figure_append(pc_reader *reader, pc_block_kind kind, const pc_figure *figure,
                           void *member) {
  pc_block *block = pc_block_new(reader->spec, kind, figure->at, NULL);
  block->figure = figure;
  g_ptr_array_add(open_blocks(member), block);
  return block;
}

bool pc_space_block_read(pc_reader *reader, const pc_node *node, void *member) {
  static const pc_key space_key = {.name = "space",
                                   .kind = PC_KIND_LENGTH,
                                   .units = 1u << PC_UNIT_MM | 1u << PC_UNIT_CM | 1u << PC_UNIT_IN |
                                            1u << PC_UNIT_PT | 1u << PC_UNIT_Q | 1u << PC_UNIT_H |
                                            1u << PC_UNIT_EM | 1u << PC_UNIT_PERCENT};
  pc_length space = {1, PC_UNIT_FR};
  bool is_fill = node->kind == PC_NODE_SCALAR && strcmp(node->text, "fill") == 0;
  if (!is_fill && !pc_schema_read_value(reader, &space_key, node, &space))
    return false;
  pc_block *block = pc_block_new(reader->spec, PC_BLOCK_SPACE, node->at, NULL);
  block->space = space;
  g_ptr_array_add(open_blocks(member), block);
  return true;
}

void pc_block_note_empty(pc_reader *reader, const pc_key *key, const pc_pair *pair) {
  if (pair->value->kind == PC_NODE_NULL && key->read != pc_text_block_read)
    PC_REPORT_HINT(reader->diags, pair->key_at, PC_UNUSED,
                   "write what belongs to it, or remove the key",
                   "'%s' is empty: nothing is printed for it", pair->key);
}

static bool read_entry(pc_reader *reader, const pc_node *node, GPtrArray *blocks) {
  pc_block_keys entry = {NULL};
  if (node->kind != PC_NODE_MAP || node->n_items != 1)
    return pc_type_report(reader, node, "one block",
                          "write each block as - text: ... or - figure: ...");
  const pc_key *key = pc_schema_find(&pc_block_schema, node->pairs[0].key);
  if (key != NULL)
    pc_block_note_empty(reader, key, &node->pairs[0]);
  bool is_sound = pc_schema_read(reader, &pc_block_schema, node, &entry);
  if (entry.blocks == NULL)
    return is_sound;
  g_ptr_array_extend(blocks, entry.blocks, NULL, NULL);
  g_ptr_array_unref(entry.blocks);
  return is_sound;
}

bool pc_blocks_read(pc_reader *reader, const pc_node *node, void *member) {
  if (node->kind != PC_NODE_LIST)
    return pc_type_report(reader, node, "a list of blocks", "begin each block with '- '");
  GPtrArray *blocks = open_blocks(member);
  bool is_sound = true;
  for (int i = 0; i < node->n_items; i++)
    is_sound = read_entry(reader, node->items[i], blocks) && is_sound;
  return is_sound;
}

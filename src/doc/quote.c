/* quote.c - a quote block: somebody's words, and whose they are.  Layer: doc. */
#include "doc/keys_table.h"
#include "doc/readers.h"
#include "doc/resolve.h"

#include <string.h>

/* The paragraphs of the text; what else Markdown knows is reported. */
static bool parse_words(pc_reader *reader, pc_string text, GPtrArray *paragraphs) {
  g_autoptr(GPtrArray) blocks = g_ptr_array_new();
  bool is_sound = true;
  pc_markup_parse_blocks(reader, text, blocks);
  for (guint i = 0; i < blocks->len; i++) {
    const pc_block *block = g_ptr_array_index(blocks, i);
    if (block->kind == PC_BLOCK_PARAGRAPH) {
      g_ptr_array_add(paragraphs, (gpointer)block->rich);
      continue;
    }
    PC_REPORT_HINT(reader->diags, block->at, PC_BAD_VALUE,
                   "write lists, headings and tables in `text:` beside the quote",
                   "a quote holds paragraphs only");
    is_sound = false;
  }
  return is_sound;
}

static bool is_empty(pc_string text) {
  return text.text == NULL || text.text[strspn(text.text, " \t\r\n")] == '\0';
}

static const pc_quote *make_quote(pc_reader *reader, const GPtrArray *paragraphs, pc_string by) {
  pc_quote *quote = pc_spec_alloc(reader->spec, sizeof(pc_quote));
  const pc_rich **words = pc_spec_alloc(reader->spec, paragraphs->len * sizeof(const pc_rich *));
  for (guint i = 0; i < paragraphs->len; i++)
    words[i] = g_ptr_array_index(paragraphs, i);
  *quote = (pc_quote){(int)paragraphs->len, words, pc_markup_parse_inline(reader, by)};
  return quote;
}

bool pc_quote_block_read(pc_reader *reader, const pc_node *node, void *member) {
  pc_quote_keys keys = {.text = {node->text, node}};
  const bool is_map = node->kind == PC_NODE_MAP;
  if (!is_map && node->kind != PC_NODE_SCALAR)
    return pc_type_report(reader, node, "a text or a mapping",
                          "write 'quote: |' and the words on the lines under it");
  bool is_sound = !is_map || pc_schema_read(reader, &pc_quote_schema, node, &keys);
  if (is_map && keys.text.node == NULL)
    return false;
  if (is_empty(keys.text))
    return pc_type_report(reader, keys.text.node, "the words of a quote",
                          "write them after the colon, or remove 'quote:'");
  g_autoptr(GPtrArray) paragraphs = g_ptr_array_new();
  is_sound = parse_words(reader, keys.text, paragraphs) && is_sound;
  if (paragraphs->len == 0)
    return false;
  pc_block *block = pc_block_append(reader->spec, PC_BLOCK_QUOTE, node->at, member);
  block->quote = make_quote(reader, paragraphs, keys.by);
  return is_sound;
}

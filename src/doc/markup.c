/* markup.c - texts to blocks and rich text: the passes in order.  Layer: doc. */
#include "doc/markup.h"

#include <string.h>

#include "doc/markup_parts.h"

/* The noncharacters that hide characters from md4c are taken out of what authors wrote. */
static void replace_noncharacters(GString *text) {
  static const char replacement[] = "\xEF\xBF\xBD"; /* U+FFFD, of the same length */
  for (char *at = strstr(text->str, "\xEF\xB7"); at != NULL; at = strstr(at + 2, "\xEF\xB7"))
    if ((unsigned char)at[2] >= 0x90 && (unsigned char)at[2] <= 0xAF)
      memcpy(at, replacement, 3);
}

static pc_mapped *repair_text(pc_reader *reader, pc_string text) {
  pc_decoding *decoding = reader->user;
  pc_mapped *mapped = decoding->normalize
                          ? pc_lookalike_repair_mapped(text.text, text.node, &decoding->lookalikes)
                          : pc_mapped_parse(text.text);
  replace_noncharacters(mapped->text);
  return mapped;
}

static void run_passes(pc_reader *reader, pc_string text, bool inline_only, GPtrArray *blocks) {
  g_autoptr(pc_mapped) repaired = repair_text(reader, text);
  g_autoptr(pc_mapped) masked = pc_markup_mask(repaired, inline_only);
  pc_source source;
  pc_source_init(&source, reader, text, masked);
  source.folds = pc_folds_new(text);
  pc_printing_note_text(((pc_decoding *)reader->user)->printing, text);
  pc_markup_run(&source, blocks);
  g_clear_pointer(&source.folds, g_array_unref);
}

void pc_markup_parse_blocks(pc_reader *reader, pc_string text, GPtrArray *blocks) {
  if (text.text != NULL)
    run_passes(reader, text, false, blocks);
}

const pc_rich *pc_markup_parse_inline(pc_reader *reader, pc_string text) {
  if (text.text == NULL || *text.text == '\0')
    return NULL;
  g_autoptr(GPtrArray) blocks = g_ptr_array_new();
  run_passes(reader, text, true, blocks);
  if (blocks->len == 0)
    return pc_rich_plain(reader->spec, "", text.node);
  return ((const pc_block *)blocks->pdata[0])->rich;
}

/* fuzz_markup.c - any UTF-8 as the text of a slide, by lines and inline: what comes out must hold
 * what rich.h and block.h promise. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "doc/markup.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define REQUIRE(condition)                                                                         \
  do {                                                                                             \
    if (!(condition))                                                                              \
      abort();                                                                                     \
  } while (0)

static void check_spans(const pc_rich *rich) {
  int end = 0;
  for (int i = 0; i < rich->n_spans; i++) {
    REQUIRE(rich->spans[i].start == end && rich->spans[i].end > end);
    REQUIRE((rich->spans[i].href != NULL) == ((rich->spans[i].marks & PC_MARK_LINK) != 0));
    end = rich->spans[i].end;
  }
  REQUIRE(end == rich->length);
}

static void check_rubies(const pc_rich *rich) {
  int end = 0;
  for (int i = 0; i < rich->n_rubies; i++) {
    const pc_ruby *ruby = &rich->rubies[i];
    REQUIRE(ruby->start >= end && ruby->end > ruby->start && ruby->n_readings > 0);
    for (int n = 0; n < ruby->n_readings; n++)
      REQUIRE(*ruby->readings[n] != '\0');
    end = ruby->end;
  }
  REQUIRE(end <= rich->length);
}

static void check_rich(const pc_rich *rich) {
  REQUIRE(rich->length == (int)strlen(rich->text));
  REQUIRE(g_utf8_validate(rich->text, rich->length, NULL));
  /* What hides characters from md4c never comes out. */
  for (const char *at = rich->text; *at != '\0'; at = g_utf8_next_char(at))
    REQUIRE(g_utf8_get_char(at) < 0xFDD0 || g_utf8_get_char(at) > 0xFDEF);
  check_spans(rich);
  check_rubies(rich);
}

static void check_block(const pc_block *block) {
  REQUIRE((block->rich != NULL) != (block->table != NULL));
  if (block->rich != NULL)
    check_rich(block->rich);
  if (block->marker != NULL)
    check_rich(block->marker);
  const pc_table *table = block->table;
  for (int i = 0; table != NULL && i < table->n_rows * table->n_columns; i++)
    if (table->cells[i] != NULL)
      check_rich(table->cells[i]);
}

static void read_text(const char *text, bool normalize) {
  pc_spec *spec = pc_spec_new();
  pc_diags *diags = pc_diags_new();
  pc_decoding decoding = {.normalize = normalize};
  pc_reader reader = {.spec = spec, .diags = diags, .user = &decoding};
  /* With a source of its own the places are looked up, too. */
  pc_node node = {.kind = PC_NODE_SCALAR, .at = {"fuzz", 1, 1}, .text = text, .quoted = true};
  g_autofree char *source = g_strconcat(normalize ? "|\n" : "\"", text, NULL);
  node.source = source;
  node.source_length = strlen(source);
  g_autoptr(GPtrArray) blocks = g_ptr_array_new();
  pc_markup_parse_blocks(&reader, (pc_string){text, &node}, blocks);
  for (guint i = 0; i < blocks->len; i++)
    check_block(blocks->pdata[i]);
  const pc_rich *rich = pc_markup_parse_inline(&reader, (pc_string){text, &node});
  REQUIRE((rich == NULL) == (*text == '\0'));
  if (rich != NULL)
    check_rich(rich);
  pc_lookalikes_report(&decoding.lookalikes, diags);
  pc_diags_free(diags);
  pc_spec_free(spec);
}

/* Control characters never come this far: the YAML reader rejects them. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  if (size == 0 || !g_utf8_validate((const char *)data + 1, (gssize)size - 1, NULL))
    return 0;
  g_autofree char *text = g_strndup((const char *)data + 1, size - 1);
  for (char *at = text; *at != '\0'; at++)
    if ((unsigned char)*at < 0x20 && *at != '\n' && *at != '\t')
      *at = ' ';
  read_text(text, (data[0] & 1) != 0);
  return 0;
}

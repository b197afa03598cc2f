/* markup_md4c.c - runs md4c: its calls to blocks, spans and words.  Layer: doc. */
#include "doc/markup_parser.h"

#include <md4c.h>
#include <string.h>

#include "base/address.h"
#include "base/translate.h"

#define MARKUP_FLAGS (MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTML | MD_FLAG_TABLES)
#define STOP 1

typedef void (*text_func)(pc_parser *p, const char *text, gsize length);

/* Text of a tight item stands before a nested list without a paragraph of its own. */
static int enter_block(MD_BLOCKTYPE type, void *detail, void *user) {
  pc_parser *p = user;
  if (p->is_full)
    return STOP;
  pc_parser_flush(p);
  if (pc_markup_blocks[type].enter != NULL)
    pc_markup_blocks[type].enter(p, detail);
  return p->is_full ? STOP : 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user) {
  pc_parser *p = user;
  if (!p->is_full && pc_markup_blocks[type].leave != NULL)
    pc_markup_blocks[type].leave(p, detail);
  return p->is_full ? STOP : 0;
}

/* An address as its author wrote it. */
static const char *copy_address(pc_parser *p, const MD_ATTRIBUTE *address) {
  g_autoptr(GString) text = g_string_new(NULL);
  for (unsigned part = 0; address->substr_offsets[part] < address->size; part++) {
    const char *at = address->text + address->substr_offsets[part];
    const char *end = address->text + address->substr_offsets[part + 1];
    gunichar entity =
        address->substr_types[part] == MD_TEXT_ENTITY ? pc_entity_parse(at, (gsize)(end - at)) : 0;
    if (entity != 0)
      g_string_append_unichar(text, entity);
    for (; entity == 0 && at < end; at = g_utf8_next_char(at)) {
      const pc_hidden *hidden = pc_hidden_find(g_utf8_get_char(at));
      gunichar ch = hidden == NULL ? g_utf8_get_char(at) : hidden->plain;
      if (ch != 0)
        g_string_append_unichar(text, ch);
    }
  }
  char *copy = pc_spec_alloc(p->source->reader->spec, text->len + 1);
  return memcpy(copy, text->str, text->len);
}

static void enter_picture(pc_parser *p, const void *detail) {
  const char *file = copy_address(p, &((const MD_SPAN_IMG_DETAIL *)detail)->src);
  g_autofree char *hint = g_strdup_printf(_("use a block of its own, 'figure: %s'"), file);
  pc_parser_report_mark(p, "![", hint, "a picture cannot stand in a text");
}

/* Characters of an address in a message; bytes in which it is looked for. */
#define LONGEST_ADDRESS 60
#define ADDRESS_REACH 4096

static void report_address(pc_parser *p, const char *address) {
  const char *text = pc_parser_get_text(p);
  const char *at = g_strstr_len(text + p->cursor, ADDRESS_REACH, address);
  const gsize offset = at != NULL ? (gsize)(at - text) : p->cursor;
  const bool is_long = g_utf8_strlen(address, -1) > LONGEST_ADDRESS;
  g_autofree char *shown = g_utf8_substring(address, 0, is_long ? LONGEST_ADDRESS : -1);
  pc_source_report(p->source, pc_mapped_find(p->source->masked, offset), PC_UNUSED,
                   "begin the address with https:, http:, mailto: or tel:",
                   "nobody can follow the link to '%s%s'", shown, is_long ? "…" : "");
}

/* Its words are printed in any case. */
static void enter_link(pc_parser *p, const void *detail) {
  p->like.href = copy_address(p, &((const MD_SPAN_A_DETAIL *)detail)->href);
  if (!pc_address_is_link(p->like.href))
    report_address(p, p->like.href);
}

/* Marks by span; md4c itself reads only `_emphasis_`, code and links. */
static const struct {
  unsigned mark;
  pc_block_func enter;
} spans[] = {
    [MD_SPAN_EM] = {PC_MARK_EMPHASIS, NULL},  [MD_SPAN_STRONG] = {PC_MARK_STRONG, NULL},
    [MD_SPAN_A] = {PC_MARK_LINK, enter_link}, [MD_SPAN_IMG] = {0, enter_picture},
    [MD_SPAN_CODE] = {PC_MARK_CODE, NULL},
};

static int enter_span(MD_SPANTYPE type, void *detail, void *user) {
  pc_parser *p = user;
  p->like.marks |= spans[type].mark;
  if (spans[type].enter != NULL)
    spans[type].enter(p, detail);
  return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user) {
  (void)detail;
  pc_parser *p = user;
  p->like.marks &= ~spans[type].mark;
  if (type == MD_SPAN_A)
    p->like.href = NULL;
  return 0;
}

static void read_words(pc_parser *p, const char *text, gsize length) {
  pc_passage_append(p->words, p->source->masked, text, length, &p->like);
}

static void append_glyph(pc_parser *p, gunichar ch, pc_glyph_kind kind) {
  pc_glyph glyph = p->like;
  glyph.ch = ch;
  glyph.kind = kind;
  g_array_append_val(p->words->glyphs, glyph);
}

static void read_hard_break(pc_parser *p, const char *text, gsize length) {
  (void)text;
  (void)length;
  append_glyph(p, '\n', PC_GLYPH_HARD_BREAK);
}

static void read_soft_break(pc_parser *p, const char *text, gsize length) {
  (void)text;
  (void)length;
  append_glyph(p, '\n', PC_GLYPH_SOFT_BREAK);
}

static void read_entity(pc_parser *p, const char *text, gsize length) {
  gunichar ch = pc_entity_parse(text, length);
  if (ch == 0)
    read_words(p, text, length);
  else
    append_glyph(p, ch, PC_GLYPH_TEXT);
}

/* Lines of a code block end with a newline of md4c's own. */
static void read_code(pc_parser *p, const char *text, gsize length) {
  if (length == 1 && *text == '\n')
    append_glyph(p, '\n', PC_GLYPH_HARD_BREAK);
  else
    read_words(p, text, length);
}

static const text_func text_funcs[] = {
    [MD_TEXT_NORMAL] = read_words,      [MD_TEXT_BR] = read_hard_break,
    [MD_TEXT_SOFTBR] = read_soft_break, [MD_TEXT_ENTITY] = read_entity,
    [MD_TEXT_CODE] = read_code,
};

static int read_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user) {
  pc_parser *p = user;
  const char *first = pc_parser_get_text(p);
  if (text >= first && text < first + p->source->masked->text->len) {
    p->like.from = pc_mapped_find(p->source->masked, (gsize)(text - first));
    p->cursor = (gsize)(text - first) + size;
  }
  if (text_funcs[type] != NULL)
    text_funcs[type](p, text, size);
  return 0;
}

/* Lists of one slide have numbers of their own, whatever texts they stand in. */
static int find_next_list(const GPtrArray *blocks) {
  int next = 1;
  for (guint i = 0; i < blocks->len; i++)
    next = MAX(next, ((const pc_block *)blocks->pdata[i])->list + 1);
  return next;
}

void pc_markup_run(pc_source *source, GPtrArray *blocks) {
  static const MD_PARSER callbacks = {
      .flags = MARKUP_FLAGS,
      .enter_block = enter_block,
      .leave_block = leave_block,
      .enter_span = enter_span,
      .leave_span = leave_span,
      .text = read_text,
  };
  g_autoptr(pc_passage) words = pc_passage_new();
  g_autoptr(GArray) lists = g_array_new(FALSE, FALSE, sizeof(pc_list));
  pc_parser p = {.source = source, .blocks = blocks, .words = words, .lists = lists};
  p.next_list = find_next_list(blocks);
  md_parse(source->masked->text->str, (MD_SIZE)source->masked->text->len, &callbacks, &p);
  pc_table_builder_free(p.table);
}

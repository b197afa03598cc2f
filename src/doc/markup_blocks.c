/* markup_blocks.c - blocks of Markdown to blocks of a slide.  Layer: doc.
 *
 * md4c names the text of what it finds but not the place of quotations, lines and pictures: those
 * are looked for behind the text read last.
 */
#include "doc/markup_parser.h"

#include <md4c.h>
#include <string.h>

void pc_parser_report_mark(pc_parser *p, const char *mark, const char *hint, const char *message) {
  const char *at = strstr(pc_parser_get_text(p) + p->cursor, mark);
  gsize offset = at == NULL ? p->cursor : (gsize)(at - pc_parser_get_text(p));
  if (at != NULL)
    p->cursor = offset + strlen(mark);
  pc_source_report(p->source, pc_mapped_find(p->source->masked, offset), PC_BAD_VALUE, hint, "%s",
                   message);
}

static pc_list *get_list(const pc_parser *p) {
  return p->lists->len == 0 ? NULL : &g_array_index(p->lists, pc_list, p->lists->len - 1);
}

static gsize find_line_start(const char *text, gsize at) {
  while (at > 0 && text[at - 1] != '\n')
    at--;
  return at;
}

/* The beginning of the next line, or the end. */
static gsize skip_line(const char *text, gsize at) {
  at += strcspn(text + at, "\n");
  return text[at] == '\0' ? at : at + 1;
}

static bool has_blank_line_before(const pc_parser *p, guint32 from) {
  const char *text = p->source->original;
  gsize start = find_line_start(text, from);
  if (start == 0)
    return false;
  const char *at = text + find_line_start(text, start - 1);
  while (at < text + start && pc_char_is_space(g_utf8_get_char(at)))
    at = g_utf8_next_char(at);
  return at >= text + start;
}

static pc_block *add_block(pc_parser *p, pc_block_kind kind, pc_place at) {
  pc_block *block = pc_spec_alloc(p->source->reader->spec, sizeof *block);
  block->kind = kind;
  block->at = at;
  g_ptr_array_add(p->blocks, block);
  return block;
}

/* "1." or "1)" as Markdown has it. */
static const pc_rich *make_number(pc_parser *p, const pc_list *l, pc_place at) {
  g_autofree char *text = g_strdup_printf("%u%c", l->number, l->delimiter);
  pc_rich *marker = pc_spec_alloc(p->source->reader->spec, sizeof *marker);
  *marker = *pc_rich_plain(p->source->reader->spec, text, NULL);
  marker->at = at;
  return marker;
}

/* The item's first block has the marker, the others an empty one. */
static const pc_rich *make_marker(pc_parser *p, const pc_list *l, const pc_rich *mark,
                                  pc_place at) {
  if (l->is_marked)
    return pc_rich_plain(p->source->reader->spec, "", p->source->node);
  return mark == NULL && l->ordered ? make_number(p, l, at) : mark;
}

static bool is_number(const pc_rich *mark) {
  return mark != NULL && g_unichar_isalnum(g_utf8_get_char(mark->text));
}

static void add_item(pc_parser *p, const pc_rich *mark, const pc_rich *rich, guint32 from) {
  pc_list *l = get_list(p);
  pc_block *block = add_block(p, PC_BLOCK_ITEM, mark == NULL ? rich->at : mark->at);
  block->rich = rich;
  block->marker = make_marker(p, l, mark, block->at);
  block->ordered = l->ordered || is_number(mark);
  block->level = (int)p->lists->len - 1;
  block->list = l->id;
  bool is_first = l->n_blocks == 0 && block->level == 0;
  block->loose = !is_first && has_blank_line_before(p, from);
  l->n_blocks++;
  l->is_marked = true;
}

void pc_parser_flush(pc_parser *p) {
  if (p->words->glyphs->len == 0)
    return;
  guint32 from = PC_GLYPH(p->words, 0)->from;
  const pc_rich *mark = pc_passage_take_mark(p->source, p->words);
  const pc_rich *rich = pc_passage_build(p->source, p->words);
  if (rich->length == 0 && mark == NULL)
    return;
  if (p->lists->len > 0 && p->heading == 0) {
    add_item(p, mark, rich, from);
    return;
  }
  pc_block_kind kind = p->heading > 0 ? PC_BLOCK_SUBHEADING : PC_BLOCK_PARAGRAPH;
  pc_block *block = add_block(p, kind, rich->at);
  block->rich = rich;
  block->level = p->heading;
}

static void enter_quote(pc_parser *p, const void *detail) {
  (void)detail;
  pc_parser_report_mark(
      p, ">", "type \\> for the character itself; leave it out to print a plain paragraph",
      "a quotation of Markdown ('>') cannot stand in a text");
}

static void enter_bullets(pc_parser *p, const void *detail) {
  (void)detail;
  pc_list l = {.id = p->next_list++};
  g_array_append_val(p->lists, l);
}

static void enter_numbers(pc_parser *p, const void *detail) {
  const MD_BLOCK_OL_DETAIL *numbers = detail;
  pc_list l = {.id = p->next_list++, .ordered = true};
  l.number = numbers->start;
  l.delimiter = numbers->mark_delimiter;
  g_array_append_val(p->lists, l);
}

static void enter_item(pc_parser *p, const void *detail) {
  (void)detail;
  get_list(p)->is_marked = false;
}

static bool is_rule(const char *line, gsize length) {
  int count = 0;
  char mark = '\0';
  for (gsize i = 0; i < length; i++) {
    if (line[i] == ' ' || line[i] == '\t' || line[i] == '\r')
      continue;
    mark = mark == '\0' ? line[i] : mark;
    if (line[i] != mark)
      return false;
    count++;
  }
  return count >= 3 && strchr("-*_", mark) != NULL;
}

/* The next line of nothing but dashes or stars. */
static void enter_rule(pc_parser *p, const void *detail) {
  (void)detail;
  const char *text = pc_parser_get_text(p);
  gsize at = p->cursor == 0 ? 0 : skip_line(text, p->cursor);
  while (text[at] != '\0' && !is_rule(text + at, strcspn(text + at, "\n")))
    at = skip_line(text, at);
  at = text[at] == '\0' ? p->cursor : at;
  p->cursor = at + strcspn(text + at, "\n");
  pc_source_report(p->source, pc_mapped_find(p->source->masked, at), PC_BAD_VALUE,
                   "leave it out; an empty line separates paragraphs",
                   "a line across ('---') cannot stand in a text");
}

static void enter_heading(pc_parser *p, const void *detail) {
  p->heading = (int)((const MD_BLOCK_H_DETAIL *)detail)->level;
}

/* Also the dashes that made the line above a heading, so that no rule is looked for there. */
static void leave_heading(pc_parser *p, const void *detail) {
  (void)detail;
  pc_parser_flush(p);
  p->heading = 0;
  const char *line = strchr(pc_parser_get_text(p) + p->cursor, '\n');
  if (line == NULL)
    return;
  gsize length = strcspn(line + 1, "\n");
  if (strspn(line + 1, "-= \t\r") >= length)
    p->cursor = (gsize)(line + 1 - pc_parser_get_text(p)) + length;
}

static void enter_code(pc_parser *p, const void *detail) {
  (void)detail;
  p->like.marks |= PC_MARK_CODE;
}

static void leave_code(pc_parser *p, const void *detail) {
  (void)detail;
  pc_parser_flush(p);
  p->like.marks = 0;
}

static void leave_words(pc_parser *p, const void *detail) {
  (void)detail;
  pc_parser_flush(p);
}

static void leave_item(pc_parser *p, const void *detail) {
  (void)detail;
  pc_parser_flush(p);
  get_list(p)->number++;
}

static void leave_list(pc_parser *p, const void *detail) {
  (void)detail;
  g_array_set_size(p->lists, p->lists->len - 1);
}

static void enter_table(pc_parser *p, const void *detail) {
  const MD_BLOCK_TABLE_DETAIL *table = detail;
  pc_table_builder_free(p->table);
  p->table = pc_table_builder_new((int)table->col_count);
}

static void leave_cell(pc_parser *p, const void *detail) {
  static const pc_cell_align aligns[] = {
      [MD_ALIGN_DEFAULT] = PC_CELL_AUTO,
      [MD_ALIGN_LEFT] = PC_CELL_START,
      [MD_ALIGN_CENTER] = PC_CELL_CENTER,
      [MD_ALIGN_RIGHT] = PC_CELL_END,
  };
  bool is_empty = p->words->glyphs->len == 0;
  guint32 from = is_empty ? p->like.from : PC_GLYPH(p->words, 0)->from;
  pc_table_cell cell = {
      .align = aligns[((const MD_BLOCK_TD_DETAIL *)detail)->align],
      .sign = pc_table_find_sign(p->source, p->words),
  };
  if (cell.sign != '\0') {
    cell.at = pc_source_place(p->source, from);
    pc_passage_clear(p->words);
  } else if (!is_empty) {
    cell.text = pc_passage_build(p->source, p->words);
  }
  if (pc_table_builder_append(p->table, &cell))
    return;
  pc_source_report(p->source, from, PC_LIMIT, "make two tables of it",
                   "a table of more than %d cells", PC_TABLE_MAX_CELLS);
  p->is_full = true;
}

/* md4c drops cells for which the header has no column. */
static void leave_row(pc_parser *p, const void *detail) {
  (void)detail;
  const char *text = pc_parser_get_text(p);
  gsize end = p->cursor + strcspn(text + p->cursor, "\n");
  gsize bar = p->cursor + strcspn(text + p->cursor, "|\n");
  gsize lost = bar + strspn(text + bar, "| \t\r");
  if (p->cursor == 0 || lost >= end)
    return;
  p->cursor = end;
  pc_source_report(p->source, pc_mapped_find(p->source->masked, lost), PC_BAD_VALUE,
                   "give the header as many cells, or type \\| for the bar itself",
                   "the row has more cells than the table's header, which has %d",
                   p->table->n_columns);
}

static void leave_table(pc_parser *p, const void *detail) {
  (void)detail;
  const pc_table *table = pc_table_builder_build(p->table, p->source);
  add_block(p, PC_BLOCK_TABLE, table->at)->table = table;
}

const pc_block_funcs pc_markup_blocks[] = {
    [MD_BLOCK_QUOTE] = {enter_quote, NULL},
    [MD_BLOCK_UL] = {enter_bullets, leave_list},
    [MD_BLOCK_OL] = {enter_numbers, leave_list},
    [MD_BLOCK_LI] = {enter_item, leave_item},
    [MD_BLOCK_HR] = {enter_rule, NULL},
    [MD_BLOCK_H] = {enter_heading, leave_heading},
    [MD_BLOCK_CODE] = {enter_code, leave_code},
    [MD_BLOCK_P] = {NULL, leave_words},
    [MD_BLOCK_TABLE] = {enter_table, leave_table},
    [MD_BLOCK_TR] = {NULL, leave_row},
    [MD_BLOCK_TH] = {NULL, leave_cell},
    [MD_BLOCK_TD] = {NULL, leave_cell},
};

/* rich_dump.h - reads texts as a poster's and writes blocks and rich text in one compact line each,
 * for tables of cases. */
#ifndef PC_TEST_RICH_DUMP_H
#define PC_TEST_RICH_DUMP_H

#include <string.h>

#include "doc/markup.h"
#include "spec/yaml.h"

/* Everything that reading a text needs. */
typedef struct bench {
  pc_spec *spec;
  pc_diags *diags;
  pc_decoding decoding;
  pc_reader reader;
} bench;

static inline void init_bench(bench *b) {
  *b = (bench){.spec = pc_spec_new(), .diags = pc_diags_new(), .decoding = {.normalize = true}};
  b->reader = (pc_reader){.spec = b->spec, .diags = b->diags, .user = &b->decoding};
}

static inline void clear_bench(bench *b) {
  pc_diags_free(b->diags);
  pc_spec_free(b->spec);
}

/* The value of the key `text` of a YAML file. */
static inline pc_string read_yaml(bench *b, const char *yaml) {
  const pc_node *top = pc_yaml_parse(b->spec, "poster.yaml", yaml, strlen(yaml), b->diags);
  const pc_pair *pair = pc_node_find(top, "text");
  g_assert_nonnull(pair);
  return (pc_string){pair->value->text, pair->value};
}

static const struct {
  unsigned mark;
  const char *name;
} dump_marks[] = {
    {PC_MARK_STRONG, "b"}, {PC_MARK_EMPHASIS, "e"}, {PC_MARK_HIGHLIGHT, "h"},
    {PC_MARK_STRIKE, "s"}, {PC_MARK_CODE, "c"},     {PC_MARK_LINK, "a"},
};

static inline void dump_changed_marks(GString *out, unsigned before, unsigned now) {
  for (gsize i = G_N_ELEMENTS(dump_marks); i-- > 0;)
    if ((before & ~now & dump_marks[i].mark) != 0)
      g_string_append_printf(out, "</%s>", dump_marks[i].name);
  for (gsize i = 0; i < G_N_ELEMENTS(dump_marks); i++)
    if ((now & ~before & dump_marks[i].mark) != 0)
      g_string_append_printf(out, "<%s>", dump_marks[i].name);
}

static inline void dump_rubies(GString *out, const pc_rich *rich, int at) {
  for (int i = 0; i < rich->n_rubies; i++) {
    const pc_ruby *ruby = &rich->rubies[i];
    if (ruby->start == at)
      g_string_append_c(out, '{');
    for (int n = 0; ruby->end == at && n < ruby->n_readings; n++)
      g_string_append_printf(out, "|%s", ruby->readings[n]);
    if (ruby->end == at)
      g_string_append_c(out, '}');
  }
}

/* A language is the innermost: "<b><en>a</en></b>". */
static inline void dump_change(GString *out, const pc_span *before, const pc_span *now) {
  const bool is_same = g_strcmp0(before->lang, now->lang) == 0;
  if (!is_same && before->lang != NULL)
    g_string_append_printf(out, "</%s>", before->lang);
  dump_changed_marks(out, before->marks, now->marks);
  if (!is_same && now->lang != NULL)
    g_string_append_printf(out, "<%s>", now->lang);
}

/* "これは<b>強い</b>{専門|せんもん}⏎", spans checked to cover the text. */
static inline void dump_rich(GString *out, const pc_rich *rich) {
  pc_span last = {0};
  int span = -1;
  int covered = 0;
  g_assert_cmpint(rich->length, ==, (int)strlen(rich->text));
  for (int at = 0; at < rich->length;) {
    if (at == covered) {
      span++;
      g_assert_cmpint(span, <, rich->n_spans);
      g_assert_cmpint(rich->spans[span].start, ==, at);
      g_assert_cmpint(rich->spans[span].end, >, at);
      covered = rich->spans[span].end;
      dump_change(out, &last, &rich->spans[span]);
      last = rich->spans[span];
    }
    dump_rubies(out, rich, at);
    int length = g_utf8_skip[(unsigned char)rich->text[at]];
    g_string_append_len(out, rich->text[at] == '\n' ? "⏎" : rich->text + at,
                        rich->text[at] == '\n' ? 3 : length);
    at += length;
  }
  g_assert_cmpint(span, ==, rich->n_spans - 1);
  g_assert_cmpint(covered, ==, rich->length);
  dump_change(out, &last, &(pc_span){0});
  dump_rubies(out, rich, rich->length);
}

static inline void dump_table(GString *out, const pc_table *table) {
  static const char aligns[] = "asce";
  for (int column = 0; column < table->n_columns; column++)
    g_string_append_c(out, aligns[table->align[column]]);
  for (int cell = 0; cell < table->n_rows * table->n_columns; cell++) {
    g_string_append(out, cell % table->n_columns == 0 ? " / " : " | ");
    if (table->cells[cell] != NULL)
      dump_rich(out, table->cells[cell]);
  }
}

/* "i1.0 ・ text": an item of list 1, level 0; "L" behind the level: loose, "#": ordered. */
static inline void dump_block(GString *out, const pc_block *block) {
  if (block->kind == PC_BLOCK_ITEM) {
    g_string_append_printf(out, "i%d.%d%s%s ", block->list, block->level, block->loose ? "L" : "",
                           block->ordered ? "#" : "");
    g_string_append(out, block->marker == NULL ? "-" : "'");
    if (block->marker != NULL) {
      dump_rich(out, block->marker);
      g_string_append_c(out, '\'');
    }
    g_string_append_c(out, ' ');
  } else if (block->kind == PC_BLOCK_SUBHEADING) {
    g_string_append_printf(out, "h%d ", block->level);
  } else if (block->kind == PC_BLOCK_TABLE) {
    g_string_append(out, "t ");
    dump_table(out, block->table);
  } else {
    g_assert_cmpint(block->kind, ==, PC_BLOCK_PARAGRAPH);
    g_string_append(out, "p ");
  }
  if (block->rich != NULL)
    dump_rich(out, block->rich);
  g_string_append_c(out, '\n');
}

static inline void dump_diags(GString *out, const pc_diags *diags) {
  for (int i = 0; i < pc_diags_count(diags); i++) {
    const pc_diag *diag = pc_diags_at(diags, i);
    g_string_append_printf(out, "%d:%d %s\n", diag->at.line, diag->at.column, diag->message);
  }
}

/* Blocks, then diagnostics, of a text without a file around it. */
static inline char *dump_text(const char *text) {
  bench b;
  init_bench(&b);
  g_autoptr(GPtrArray) blocks = g_ptr_array_new();
  pc_markup_parse_blocks(&b.reader, (pc_string){text, NULL}, blocks);
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < blocks->len; i++)
    dump_block(out, blocks->pdata[i]);
  dump_diags(out, b.diags);
  clear_bench(&b);
  return g_string_free(out, FALSE);
}

#endif

/* lookalike.c - repairs what a PDF gives for characters.  Layer: doc.
 *
 * Four tables and nothing else: no normalisation form of Unicode leaves ①, ㈱, ～ and names written
 * with compatibility ideographs alone.
 */
#include "doc/lookalike.h"

#include <stdlib.h>
#include <string.h>

#include "base/translate.h"
#include "doc/lookalike_table.h"

#define COMBINING_VOICED 0x3099
#define COMBINING_SEMIVOICED 0x309A
#define HALFWIDTH_VOICED 0xFF9E
#define HALFWIDTH_SEMIVOICED 0xFF9F
#define FIRST_LOOKALIKE 0x2E80
#define FIRST_VOICEABLE 0x3046

/* Words of the warning: how many, which, instead of what. */
static const struct {
  const char *one, *many;
} kind_names[PC_N_LOOKALIKES] = {
    [PC_LOOKALIKE_RADICAL] = {"radical that only looks like an ideograph",
                              "radicals that only look like ideographs"},
    [PC_LOOKALIKE_VERTICAL] = {"punctuation mark in its form for vertical text",
                               "punctuation marks in their form for vertical text"},
    [PC_LOOKALIKE_HALFWIDTH] = {"half-width kana", "half-width kana"},
    [PC_LOOKALIKE_COMBINING] = {"kana with a voiced mark of its own",
                                "kana with voiced marks of their own"},
};

static int compare_rows(const void *key, const void *row) {
  gunichar ch = *(const gunichar *)key;
  gunichar from = ((const pc_lookalike_row *)row)->from;
  return (ch > from) - (ch < from);
}

/* What ch stands for by one table; 0: not in it. */
static gunichar find_row(const pc_lookalike_row *rows, int count, gunichar ch) {
  if (ch < rows[0].from || ch > rows[count - 1].from)
    return 0;
  const pc_lookalike_row *row = bsearch(&ch, rows, (gsize)count, sizeof *rows, compare_rows);
  return row == NULL ? 0 : row->to;
}

static gunichar find_single(gunichar ch, pc_lookalike_kind *kind) {
  const struct {
    const pc_lookalike_row *rows;
    int count;
    pc_lookalike_kind kind;
  } tables[] = {
      {pc_radical_rows, pc_radical_rows_count, PC_LOOKALIKE_RADICAL},
      {pc_vertical_rows, pc_vertical_rows_count, PC_LOOKALIKE_VERTICAL},
      {pc_halfwidth_rows, pc_halfwidth_rows_count, PC_LOOKALIKE_HALFWIDTH},
  };
  for (gsize i = 0; ch >= FIRST_LOOKALIKE && i < G_N_ELEMENTS(tables); i++) {
    gunichar to = find_row(tables[i].rows, tables[i].count, ch);
    if (to == 0)
      continue;
    *kind = tables[i].kind;
    return to;
  }
  return ch;
}

static gunichar find_combining(gunichar mark) {
  if (mark == HALFWIDTH_VOICED)
    return COMBINING_VOICED;
  return mark == HALFWIDTH_SEMIVOICED ? COMBINING_SEMIVOICED : mark;
}

/* The one character for base and mark, or 0. */
static gunichar find_voiced(gunichar base, gunichar mark) {
  if (base < FIRST_VOICEABLE || (mark != COMBINING_VOICED && mark != COMBINING_SEMIVOICED))
    return 0;
  for (int i = 0; i < pc_voiced_rows_count; i++)
    if (pc_voiced_rows[i].base == base && pc_voiced_rows[i].mark == mark)
      return pc_voiced_rows[i].whole;
  return 0;
}

pc_lookalike pc_lookalike_find(const char *at) {
  gunichar ch = g_utf8_get_char(at);
  const char *next = g_utf8_next_char(at);
  pc_lookalike found = {.kind = PC_N_LOOKALIKES, .to = ch, .length = (gsize)(next - at)};
  found.to = find_single(ch, &found.kind);
  gunichar mark = ch < FIRST_LOOKALIKE ? 0 : g_utf8_get_char(next);
  gunichar whole = find_voiced(found.to, find_combining(mark));
  if (whole == 0)
    return found;
  bool has_halfwidth = found.kind == PC_LOOKALIKE_HALFWIDTH || mark != find_combining(mark);
  found.kind = has_halfwidth ? PC_LOOKALIKE_HALFWIDTH : PC_LOOKALIKE_COMBINING;
  found.to = whole;
  found.length = (gsize)(g_utf8_next_char(next) - at);
  return found;
}

static void count_repair(pc_lookalikes *counts, const pc_node *node, const char *text, gsize at,
                         const pc_lookalike *found) {
  int kind = (int)found->kind;
  if (counts == NULL || counts->counts[kind]++ > 0)
    return;
  if (node != NULL)
    counts->first[kind] = pc_node_place(node, at);
  memcpy(counts->found[kind], text + at, found->length);
  counts->found[kind][found->length] = '\0';
  counts->repaired[kind][g_unichar_to_utf8(found->to, counts->repaired[kind])] = '\0';
}

pc_mapped *pc_lookalike_repair_mapped(const char *text, const pc_node *node,
                                      pc_lookalikes *counts) {
  pc_mapped *result = pc_mapped_new();
  for (gsize at = 0; text[at] != '\0';) {
    pc_lookalike found = pc_lookalike_find(text + at);
    if (found.kind != PC_N_LOOKALIKES)
      count_repair(counts, node, text, at, &found);
    pc_mapped_append_char(result, found.to, (guint32)at);
    at += found.length;
  }
  return result;
}

char *pc_lookalike_repair(const char *text, const pc_node *node, pc_lookalikes *counts) {
  g_autoptr(pc_mapped) mapped = pc_lookalike_repair_mapped(text, node, counts);
  return g_strndup(mapped->text->str, mapped->text->len);
}

void pc_lookalikes_report(const pc_lookalikes *counts, pc_diags *diags) {
  for (int kind = 0; kind < PC_N_LOOKALIKES; kind++) {
    int count = counts->counts[kind];
    if (count == 0)
      continue;
    g_autofree char *hint = g_strdup_printf(_("type '%s' instead of '%s'"), counts->repaired[kind],
                                            counts->found[kind]);
    PC_REPORT_HINT(diags, counts->first[kind], PC_LOOKALIKE, hint,
                   "%d %s replaced, here '%s' (U+%04X) by '%s' (U+%04X)", count,
                   _(count == 1 ? kind_names[kind].one : kind_names[kind].many),
                   counts->found[kind], g_utf8_get_char(counts->found[kind]),
                   counts->repaired[kind], g_utf8_get_char(counts->repaired[kind]));
  }
}

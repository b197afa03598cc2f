/* edits.c - repairs of a value as changes of the file's bytes.  Layer: mend. */
#include "mend/plan.h"

#include <string.h>

/* A repair of the value: the character at `at` becomes `to`, or, of a line, everything between it
 * and the character at next. */
typedef struct wish {
  size_t at, next;
  gunichar to; /* 0: nothing */
  pc_repair kind;
  bool is_rest;
} wish;

/* Marks in vertical form part words from arrows and labels once they are repaired. */
static bool is_repaired(const pc_passage_plan *passage, pc_lookalike_kind kind) {
  if (kind == PC_N_LOOKALIKES)
    return false;
  return passage->printed != NULL || passage->is_name || kind != PC_LOOKALIKE_VERTICAL;
}

static void append_wish(GArray *wishes, wish one) {
  g_array_append_val(wishes, one);
}

/* A pair is two characters of the value, which need not stand together in the file. */
static void wish_characters(const pc_passage_plan *passage, GArray *wishes) {
  const char *text = passage->scalar->node->text;
  for (const char *at = text; *at != '\0';) {
    pc_lookalike found = pc_lookalike_find(at);
    const size_t start = (size_t)(at - text);
    const size_t second = (size_t)(g_utf8_next_char(at) - text);
    const pc_repair kind = (pc_repair)found.kind;
    at += found.length;
    if (!is_repaired(passage, found.kind))
      continue;
    append_wish(wishes, (wish){.at = start, .to = found.to, .kind = kind});
    if (text + second < at)
      append_wish(wishes, (wish){.at = second, .kind = kind, .is_rest = true});
  }
}

static void wish_digits(const pc_passage_plan *passage, GArray *wishes) {
  for (guint i = 0; passage->digits != NULL && i < passage->digits->len; i++) {
    guint32 at = g_array_index(passage->digits, guint32, i);
    gunichar wide = g_utf8_get_char(passage->scalar->node->text + at);
    append_wish(wishes, (wish){.at = at, .to = wide - 0xFEE0, .kind = PC_REPAIR_DIGIT});
  }
}

/* The last character before the blanks in front of next. */
static size_t find_line_last(const char *text, size_t next) {
  while (next > 0 && g_ascii_isspace(text[next - 1]))
    next--;
  return next > 0 ? (size_t)(g_utf8_prev_char(text + next) - text) : 0;
}

static void wish_lines(const pc_passage_plan *passage, GArray *wishes) {
  const GArray *lines = passage->printed->lines;
  g_autofree bool *is_joined = g_new0(bool, lines->len + 1);
  pc_lines_judge(passage->printed, is_joined);
  for (guint i = 0; i + 1 < lines->len; i++) {
    const pc_printed_line *line = &g_array_index(lines, pc_printed_line, i);
    const pc_printed_line *next = &g_array_index(lines, pc_printed_line, i + 1);
    if (is_joined[i])
      append_wish(wishes, (wish){.at = find_line_last(passage->printed->text, next->start),
                                 .next = next->start,
                                 .to = line->end == PC_LINE_SPACED ? ' ' : 0,
                                 .kind = PC_REPAIR_LINE});
  }
}

/* Where a line ends, its last character comes first. */
static int compare_wishes(const void *a, const void *b) {
  const wish *first = a;
  const wish *second = b;
  if (first->at != second->at)
    return first->at < second->at ? -1 : 1;
  return (first->kind == PC_REPAIR_LINE) - (second->kind == PC_REPAIR_LINE);
}

/* One line end, no escape, and blanks. */
static bool is_line_gap(const char *gap, size_t length) {
  int n_ends = 0;
  for (size_t i = 0; i < length; i++) {
    if (strchr(" \t\r\n", gap[i]) == NULL)
      return false;
    n_ends += gap[i] == '\n' || (gap[i] == '\r' && (i + 1 == length || gap[i + 1] != '\n'));
  }
  return n_ends == 1;
}

static bool find_line_gap(pc_trace *trace, const wish *one, size_t *start, size_t *end) {
  size_t from = 0;
  size_t length = 0;
  if (!pc_trace_find(trace, one->at, &from, &length))
    return false;
  *start = from + length;
  return pc_trace_find(trace, one->next, end, &length) &&
         is_line_gap(trace->node->source + *start, *end - *start);
}

static bool find_bytes(pc_trace *trace, const wish *one, size_t *start, size_t *end) {
  if (one->kind == PC_REPAIR_LINE)
    return find_line_gap(trace, one, start, end);
  size_t length = 0;
  if (!pc_trace_find(trace, one->at, start, &length))
    return false;
  *end = *start + length;
  return true;
}

void pc_edits_append(const pc_plan *plan, const pc_passage_plan *passage, GArray *edits) {
  g_autoptr(GArray) wishes = g_array_new(FALSE, FALSE, sizeof(wish));
  if (plan->normalize && passage->reach < PC_REACH_NOTHING)
    wish_characters(passage, wishes);
  if (passage->reach == PC_REACH_ALL && passage->printed != NULL && !passage->is_name) {
    wish_digits(passage, wishes);
    wish_lines(passage, wishes);
  }
  g_array_sort(wishes, compare_wishes);
  pc_trace trace;
  pc_trace_init(&trace, passage->scalar->node);
  const size_t offset = plan->first + passage->scalar->offset;
  for (guint i = 0; i < wishes->len; i++) {
    const wish *one = &g_array_index(wishes, wish, i);
    size_t start = 0;
    size_t end = 0;
    if (!find_bytes(&trace, one, &start, &end))
      continue;
    pc_edit edit = {offset + start, offset + end, "", one->kind, one->is_rest};
    if (one->to != 0)
      edit.to[g_unichar_to_utf8(one->to, edit.to)] = '\0';
    g_array_append_val(edits, edit);
  }
}

GString *pc_edits_apply(const GArray *edits, const char *text, size_t length) {
  GString *out = g_string_sized_new(length);
  size_t done = 0;
  for (guint i = 0; i < edits->len; i++) {
    const pc_edit *edit = &g_array_index(edits, pc_edit, i);
    g_string_append_len(out, text + done, (gssize)(edit->start - done));
    g_string_append(out, edit->to);
    done = edit->end;
  }
  return g_string_append_len(out, text + done, (gssize)(length - done));
}

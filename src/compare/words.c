/* words.c - words that changed, with as much beside them as one needs to find them.
 * Layer: compare. */
#include <string.h>

#include "compare/align.h"
#include "compare/changes.h"
#include "compare/tokens.h"

/* Shorter ones say little alone: so many tokens on each side go with them. */
#define SHORT_LENGTH 2
#define NEIGHBOURS 3
/* A caret where nothing stands is that wide. */
#define CARET 300

static const pc_token *token_at(const GArray *tokens, int index) {
  return &g_array_index(tokens, pc_token, index);
}

static bool is_western(const char *text) {
  return pc_script_of(g_utf8_get_char(text)) == PC_SCRIPT_WORD || (guchar)text[0] < 0x80;
}

static char *join_tokens(const GArray *tokens, int from, int to) {
  GString *text = g_string_new(NULL);
  for (int i = MAX(from, 0); i < MIN(to, (int)tokens->len); i++) {
    const pc_token *token = token_at(tokens, i);
    const bool is_apart = token->is_apart && text->len > 0 && is_western(token->text) &&
                          is_western(token_at(tokens, i - 1)->text);
    g_string_append_printf(text, "%s%s", is_apart ? " " : "", token->text);
  }
  return g_string_free(text, FALSE);
}

static bool is_on_line(pc_rect line, pc_rect rect) {
  const pc_um above = line.y - rect.y, aside = line.x - rect.x;
  const bool is_row = ABS(above) < MAX(line.h, rect.h) / 2 && rect.x <= line.x + line.w + rect.h &&
                      rect.x >= line.x;
  const bool is_column = ABS(aside) < MAX(line.w, rect.w) / 2 &&
                         rect.y <= line.y + line.h + rect.w && rect.y >= line.y;
  return is_row || is_column;
}

/* A rectangle for each line. */
static void mark_tokens(GArray *marks, const GArray *tokens, int from, int to) {
  for (int i = from; i < to; i++) {
    const pc_rect rect = token_at(tokens, i)->rect;
    pc_rect *last =
        marks->len > 0 && i > from ? &g_array_index(marks, pc_rect, marks->len - 1) : NULL;
    if (last != NULL && is_on_line(*last, rect))
      *last = pc_rect_unite(*last, rect);
    else
      g_array_append_val(marks, rect);
  }
  if (from < to || tokens->len == 0)
    return;
  const bool is_end = from == (int)tokens->len;
  pc_rect caret = token_at(tokens, is_end ? from - 1 : from)->rect;
  caret.x += is_end ? caret.w : -CARET;
  caret.w = CARET;
  g_array_append_val(marks, caret);
}

static bool is_short(const char *text) {
  return g_utf8_strlen(text, -1) <= SHORT_LENGTH;
}

/* How many tokens of the same text follow in that direction, which are the same on both sides. */
static int count_neighbours(const GArray *tokens, int at, int step) {
  int n = 0;
  for (; n < NEIGHBOURS; n++, at += step) {
    const int left = step > 0 ? at : at - 1;
    if (left < 0 || left + 1 >= (int)tokens->len || !pc_tokens_go_on(token_at(tokens, left)))
      break;
  }
  return n;
}

static void add_words(pc_comparison *comparison, const pc_couple *couple, const pc_hunk *hunk) {
  const GArray *before = couple->before->tokens, *after = couple->after->tokens;
  pc_change *change = pc_changes_add(comparison, PC_CHANGE_WORDS, couple);
  change->from = join_tokens(before, hunk->before, hunk->before_end);
  change->to = join_tokens(after, hunk->after, hunk->after_end);
  mark_tokens(change->before_marks, before, hunk->before, hunk->before_end);
  mark_tokens(change->after_marks, after, hunk->after, hunk->after_end);
  if (!is_short(change->from) || !is_short(change->to))
    return;
  const int left = count_neighbours(before, hunk->before, -1);
  const int right = count_neighbours(before, hunk->before_end - 1, 1);
  g_free(change->from);
  g_free(change->to);
  change->from = join_tokens(before, hunk->before - left, hunk->before_end + right);
  change->to = join_tokens(after, hunk->after - left, hunk->after_end + right);
}

void pc_find_words(pc_comparison *comparison, pc_couple *couple) {
  couple->has_words_changed = couple->hunks->len > 0;
  for (guint i = 0; i < couple->hunks->len; i++)
    add_words(comparison, couple, &g_array_index(couple->hunks, pc_hunk, i));
}

/* tokens.c - Western words whole, everything else by the character.  Layer: compare. */
#include "compare/tokens.h"

#include <string.h>

/* A text longer than that many characters in one line is not a line. */
#define MAX_RUN 100000

static bool is_katakana(gunichar c) {
  return (c >= 0x30a1 && c <= 0x30ff && c != 0x30fb) || (c >= 0x31f0 && c <= 0x31ff);
}

static bool is_han(gunichar c) {
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0x20000 && c <= 0x3ffff) || c == 0x3005;
}

static bool is_kana_or_wide(gunichar c) {
  return (c >= 0x3000 && c <= 0x30ff) || (c >= 0xff00 && c <= 0xffef);
}

pc_script pc_script_of(gunichar c) {
  if (g_unichar_isspace(c) || g_unichar_iszerowidth(c) || g_unichar_iscntrl(c))
    return PC_SCRIPT_BLANK;
  if (is_katakana(c))
    return PC_SCRIPT_KATAKANA;
  if (is_han(c))
    return PC_SCRIPT_HAN;
  return g_unichar_isalnum(c) && !is_kana_or_wide(c) ? PC_SCRIPT_WORD : PC_SCRIPT_ALONE;
}

/* The end of the token that begins at text. */
static const char *find_end(const char *text) {
  const pc_script script = pc_script_of(g_utf8_get_char(text));
  const char *end = g_utf8_next_char(text);
  while (script == PC_SCRIPT_WORD && pc_script_of(g_utf8_get_char(end)) == PC_SCRIPT_WORD)
    end = g_utf8_next_char(end);
  return end;
}

/* The part of the run from one character to another, as if all were equally wide. */
static pc_rect cut_rect(pc_rect rect, long from, long to, long count) {
  const bool is_across = rect.w >= rect.h || count == 1;
  const pc_um length = is_across ? rect.w : rect.h;
  const pc_um start = (pc_um)((gint64)length * from / count);
  const pc_um end = (pc_um)((gint64)length * to / count);
  return is_across ? (pc_rect){rect.x + start, rect.y, end - start, rect.h}
                   : (pc_rect){rect.x, rect.y + start, rect.w, end - start};
}

void pc_tokens_append(pc_view *view, pc_region *region, const pc_token *run) {
  const long count = g_utf8_strlen(run->text, -1);
  if (count > MAX_RUN)
    return;
  long at = 0;
  bool is_apart = true;
  for (const char *text = run->text; *text != '\0';) {
    const char *end = find_end(text);
    const long length = g_utf8_strlen(text, end - text);
    const bool is_blank = pc_script_of(g_utf8_get_char(text)) == PC_SCRIPT_BLANK;
    if (!is_blank) {
      g_autofree char *copy = g_strndup(text, (gsize)(end - text));
      const pc_token token = {pc_view_keep(view, copy), cut_rect(run->rect, at, at + length, count),
                              run->page, is_apart};
      g_array_append_val(region->tokens, token);
    }
    is_apart = is_blank;
    at += length;
    text = end;
  }
}

/* left and its successor: letters of one size, but for rounding. */
bool pc_tokens_go_on(const pc_token *left) {
  const pc_um before = left->rect.h, after = left[1].rect.h;
  return !left[1].is_apart || ABS(before - after) <= MAX(before, after) / 20;
}

/* markup_lines.c - the first pass: lines with Japanese list marks become bullets of Markdown.
 * Layer: doc. */
#include "doc/markup.h"
#include "doc/markup_mask.h"

#include <string.h>

#define IDEOGRAPHIC_SPACE "\u3000"
/* Columns of U+3000 before a mark: deeper than the text behind "10. " of the line above. */
#define IDEOGRAPHIC_INDENT "    "
#define MAX_WIDE_DIGITS 3

static const char bullets[] = "・●○■□◆◇※★";
/* What goes on with a sentence: ①〜⑤ and ・、 are no items. */
static const char continuations[] = "〜～、。，．：；！？）」』】〕〉》ー";

static const struct {
  gunichar first, last;
} ordinals[] = {
    {0x2460, 0x2473}, {0x24EB, 0x24F4}, {0x2776, 0x277F}, {0x3251, 0x325F}, {0x32B1, 0x32BF},
};

static bool is_wide_blank(const char *at) {
  return strncmp(at, IDEOGRAPHIC_SPACE, 3) == 0;
}

static gsize skip_blanks(const pc_mask *m, gsize at, gsize end) {
  while (at < end && (pc_char_is_ascii_blank(m->text[at]) || is_wide_blank(m->text + at)))
    at += pc_char_is_ascii_blank(m->text[at]) ? 1 : 3;
  return at;
}

static bool is_bullet(gunichar ch) {
  return g_utf8_strchr(bullets, -1, ch) != NULL;
}

static bool is_ordinal(gunichar ch) {
  for (gsize i = 0; i < G_N_ELEMENTS(ordinals); i++)
    if (ch >= ordinals[i].first && ch <= ordinals[i].last)
      return true;
  return false;
}

bool pc_markup_is_item(const char *line) {
  gunichar ch = g_utf8_get_char(line);
  return is_bullet(ch) || is_ordinal(ch) || g_str_has_prefix(line, "- ");
}

static bool is_wide_digit(gunichar ch) {
  return ch >= 0xFF10 && ch <= 0xFF19;
}

/* The line before which a fence stands, or that is inside one, goes to md4c as it is. */
static bool read_fence(pc_mask *m, gsize start, gsize end) {
  gsize at = start;
  while (at < end && pc_char_is_ascii_blank(m->text[at]))
    at++;
  char c = at < end ? m->text[at] : '\0';
  gsize behind = pc_mask_skip_run(m, at, end, c);
  if (m->fence == '\0') {
    bool opens = (c == '`' || c == '~') && behind - at >= 3 &&
                 (c == '~' || memchr(m->text + behind, '`', end - behind) == NULL);
    if (!opens)
      return false;
    m->fence = c;
    m->fence_length = behind - at;
    return true;
  }
  if (c == m->fence && behind - at >= m->fence_length && skip_blanks(m, behind, end) == end)
    m->fence = '\0';
  return true;
}

/* "|-|:-:|", which md4c knows with three dashes only. */
static bool is_delimiter_row(const pc_mask *m, gsize start, gsize end) {
  gsize length = end - start;
  return m->after_bar && strspn(m->text + start, "|:- \t\r") >= length &&
         memchr(m->text + start, '|', length) != NULL &&
         memchr(m->text + start, '-', length) != NULL;
}

static void mask_delimiter_row(pc_mask *m, gsize start, gsize end) {
  for (gsize at = start; at < end;) {
    gsize behind = pc_mask_skip_run(m, at, end, '-');
    pc_mask_append_range(m, at, MAX(behind, at + 1));
    for (gsize dashes = behind - at; dashes > 0 && dashes < 3; dashes++)
      pc_mapped_append(m->out, "-", 1, pc_mapped_find(m->in, at));
    at = MAX(behind, at + 1);
  }
}

/* One past a Japanese mark, or at. */
static gsize skip_mark(const pc_mask *m, gsize at, gsize end) {
  if (at >= end)
    return at;
  const char *mark = m->text + at;
  gunichar ch = g_utf8_get_char(mark);
  if (is_bullet(ch) || is_ordinal(ch))
    return (gsize)(g_utf8_next_char(mark) - m->text);
  int digits = 0;
  for (; digits <= MAX_WIDE_DIGITS && is_wide_digit(g_utf8_get_char(mark)); digits++)
    mark = g_utf8_next_char(mark);
  bool has_point = *mark == '.' || g_utf8_get_char(mark) == 0xFF0E;
  if (digits == 0 || digits > MAX_WIDE_DIGITS || !has_point)
    return at;
  return (gsize)(g_utf8_next_char(mark) - m->text);
}

/* ○○ and ①② begin a sentence, １．５ is a number. */
static bool is_mark_of_text(gunichar mark, gunichar next) {
  if (next == 0 || next == '\n' || g_utf8_strchr(continuations, -1, next) != NULL)
    return false;
  if (is_wide_digit(mark))
    return !is_wide_digit(next) && !g_unichar_isdigit(next);
  return !(is_bullet(mark) && is_bullet(next)) && !(is_ordinal(mark) && is_ordinal(next));
}

/* One past the bullet or number of Markdown at `at` that a blank of either width follows, or at. */
static gsize skip_markdown_bullet(const pc_mask *m, gsize at, gsize end) {
  gsize digits = strspn(m->text + at, "0123456789");
  bool is_number = digits > 0 && digits <= 9 && at + digits < end;
  char last = m->text[is_number ? at + digits : at];
  gsize behind = (is_number ? at + digits : at) + 1;
  if (at >= end || behind >= end || strchr(is_number ? ".)" : "-+*", last) == NULL)
    return at;
  bool has_blank = pc_char_is_ascii_blank(m->text[behind]) || is_wide_blank(m->text + behind);
  return has_blank ? behind : at;
}

static void append_indent(pc_mask *m, gsize start, gsize end) {
  for (gsize at = start; at < end;) {
    bool is_wide = is_wide_blank(m->text + at);
    if (is_wide)
      pc_mapped_append(m->out, IDEOGRAPHIC_INDENT, strlen(IDEOGRAPHIC_INDENT),
                       pc_mapped_find(m->in, at));
    else
      pc_mask_append_range(m, at, at + 1);
    at += is_wide ? 3 : 1;
  }
}

/* What stands for nothing before the words at rest is a letter to md4c, and `_` opens only behind a
 * blank. */
static void append_guard(pc_mask *m, pc_hidden_id id, gsize rest) {
  pc_mask_append_hidden(m, id, rest);
  if (m->text[rest] == '_')
    pc_mapped_append(m->out, " ", 1, pc_mapped_find(m->in, rest));
}

/* Writes what makes the line an item; where the rest begins. */
static gsize mask_line_start(pc_mask *m, gsize start, gsize end) {
  gsize at = skip_blanks(m, start, end);
  gsize behind = skip_mark(m, at, end);
  gsize rest = skip_blanks(m, behind, end);
  gunichar mark = g_utf8_get_char(m->text + at);
  gunichar next = rest < end ? g_utf8_get_char(m->text + rest) : 0;
  if (behind > at && is_mark_of_text(mark, next)) {
    append_indent(m, start, at);
    /* Two bullets of Markdown, so that marks and ordinals are two lists. */
    pc_mapped_append(m->out, is_bullet(mark) ? "+ " : "* ", 2, pc_mapped_find(m->in, at));
    pc_mask_append_hidden(m, PC_HIDE_MARK_BEGIN, at);
    pc_mask_append_range(m, at, behind);
    append_guard(m, PC_HIDE_MARK_END, rest);
    return rest;
  }
  behind = skip_markdown_bullet(m, at, end);
  if (behind == at)
    return start;
  append_indent(m, start, at);
  pc_mask_append_range(m, at, behind);
  if (!is_wide_blank(m->text + behind))
    return behind;
  pc_mapped_append(m->out, " ", 1, pc_mapped_find(m->in, behind));
  return skip_blanks(m, behind, end);
}

/* A line that may begin a block. */
static void mask_line(pc_mask *m, gsize start, gsize end) {
  if (read_fence(m, start, end)) {
    pc_mask_append_range(m, start, end);
    return;
  }
  if (skip_blanks(m, start, end) == end) {
    m->after_bar = false;
    return;
  }
  if (is_delimiter_row(m, start, end))
    mask_delimiter_row(m, start, end);
  else
    pc_mask_words(m, mask_line_start(m, start, end), end);
  m->after_bar = memchr(m->text + start, '|', end - start) != NULL;
}

pc_mapped *pc_markup_mask(const pc_mapped *text, bool inline_only) {
  pc_mask m = {.in = text, .out = pc_mapped_new(), .text = text->text->str};
  gsize length = text->text->len;
  for (gsize start = 0; start < length;) {
    const char *newline = memchr(m.text + start, '\n', length - start);
    gsize end = newline == NULL ? length : (gsize)(newline - m.text);
    if (inline_only) {
      append_guard(&m, PC_HIDE_GUARD, start);
      pc_mask_words(&m, start, end);
    } else {
      mask_line(&m, start, end);
    }
    pc_mask_append_range(&m, end, MIN(end + 1, length));
    start = end + 1;
  }
  return m.out;
}

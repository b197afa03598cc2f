/* chars.c - reads characters and settles those whose class depends on their neighbours.
 * Layer: text. */
#include "text/chars.h"

#include <pango/pango.h>

static bool is_japanese(const pc_char *c) {
  return !c->is_newline && c->jclass != PC_JC_WESTERN && c->jclass != PC_JC_WESTERN_SPACE;
}

static bool is_ascii_digit(gunichar code) {
  return code < 0x80 && g_ascii_isdigit((char)code);
}

static pc_char decode_char(gunichar code, int start) {
  const bool blank = code == '\t';
  pc_char c = {.code = code, .start = start, .is_newline = code == '\n'};
  c.jclass = blank ? PC_JC_WESTERN_SPACE : pc_jclass_get(code);
  c.joins = pc_jclass_is_joining(code);
  c.letter = pc_jclass_is_letter(code);
  c.western = c.jclass == PC_JC_WESTERN;
  c.wide = c.jclass == PC_JC_INSEPARABLE;
  return c;
}

/* Curly quotes are Japanese only between Japanese; the outer side may be the paragraph's edge. */
static void settle_quote(pc_char *c, const pc_char *before, const pc_char *after) {
  const bool opens = c->code == 0x2018 || c->code == 0x201C;
  const pc_char *inner = opens ? after : before;
  const pc_char *outer = opens ? before : after;
  if (inner == NULL || !is_japanese(inner) || (outer != NULL && !is_japanese(outer)))
    return;
  c->jclass = opens ? PC_JC_OPENING : PC_JC_CLOSING;
  c->western = false;
  c->wide = true;
}

static void settle_char(pc_char *c, const pc_char *before, const pc_char *after) {
  switch (c->code) {
  case 0x2018:
  case 0x2019:
  case 0x201C:
  case 0x201D:
    settle_quote(c, before, after);
    return;
  case 0x2013: /* 10–20 is Western, 東京–大阪 is not */
    if ((before == NULL || is_japanese(before)) && (after == NULL || is_japanese(after))) {
      c->jclass = PC_JC_HYPHEN;
      c->western = false;
    }
    return;
  case 0x00A3:
  case 0x00A5:
  case 0x20AC: /* currency goes with its figure: JLREQ's cl-12 is for full-width ones */
    c->western = after != NULL && is_ascii_digit(after->code);
    c->jclass = c->western ? PC_JC_WESTERN : PC_JC_PREFIX;
    return;
  case ' ':
  case '\t':
    c->western = (before != NULL && before->western) || (after != NULL && after->western);
    return;
  default:
    return;
  }
}

static void settle_chars(pc_char *chars, int count) {
  const pc_char *before = NULL;
  for (int i = 0; i < count; i++) {
    if (chars[i].joins) {
      chars[i].western = before != NULL && before->western;
      continue;
    }
    const bool ends = i + 1 >= count || chars[i + 1].is_newline;
    settle_char(&chars[i], before, ends ? NULL : &chars[i + 1]);
    before = chars[i].is_newline ? NULL : &chars[i];
  }
}

/* Readings that are not one for each character keep their base together. */
static void settle_ruby(const pc_rich *rich, pc_char *chars, int count) {
  for (int r = 0, i = 0; r < rich->n_rubies; r++) {
    const pc_ruby *ruby = &rich->rubies[r];
    while (i < count && chars[i].start < ruby->start)
      i++;
    const int first = i;
    int n_base = 0;
    for (; i < count && chars[i].start < ruby->end; i++) {
      chars[i].ruby = r;
      n_base += chars[i].joins ? 0 : 1;
    }
    for (int k = first + 1; k < i; k++)
      chars[k].tied = ruby->n_readings != n_base;
  }
}

pc_char *pc_chars_decode(const pc_rich *rich, int *count) {
  pc_char *chars = g_new0(pc_char, (gsize)rich->length + 1);
  int n = 0;
  int span = 0;
  for (int at = 0; at < rich->length;) {
    while (span < rich->n_spans && at >= rich->spans[span].end)
      span++;
    chars[n] = decode_char(g_utf8_get_char(rich->text + at), at);
    chars[n].joins = chars[n].joins && n > 0 && !chars[n - 1].is_newline;
    chars[n].ruby = -1;
    chars[n].span = span < rich->n_spans ? span : -1;
    chars[n].marks = span < rich->n_spans ? rich->spans[span].marks : 0;
    n++;
    at += g_utf8_skip[(guchar)rich->text[at]];
  }
  chars[n] = (pc_char){.start = rich->length};
  settle_chars(chars, n);
  settle_ruby(rich, chars, n);
  *count = n;
  return chars;
}

bool *pc_chars_find_breaks(const pc_rich *rich, const pc_char *chars, int count) {
  bool asked = false;
  for (int i = 1; i < count && !asked; i++)
    asked = chars[i].jclass == PC_JC_WESTERN && chars[i - 1].jclass == PC_JC_WESTERN;
  if (!asked)
    return NULL;
  PangoLogAttr *attrs = g_new0(PangoLogAttr, (gsize)count + 1);
  pango_get_log_attrs(rich->text, rich->length, 0, pango_language_from_string("ja"), attrs,
                      count + 1);
  bool *breaks = g_new(bool, (gsize)count + 1);
  for (int i = 0; i <= count; i++)
    breaks[i] = attrs[i].is_line_break;
  g_free(attrs);
  return breaks;
}

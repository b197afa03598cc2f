/* markup_braces.c - finds what stands in braces.  Layer: doc. */
#include "doc/markup_braces.h"

char *pc_range_copy(const pc_passage *passage, pc_range range) {
  GString *text = g_string_new(NULL);
  for (int i = range.start; i < range.end; i++) {
    const pc_glyph *glyph = PC_GLYPH(passage, i);
    if (!glyph->gone && glyph->kind != PC_GLYPH_SOFT_BREAK)
      g_string_append_unichar(text, glyph->ch);
  }
  while (text->len > 0 && pc_char_is_space(g_utf8_get_char(text->str)))
    g_string_erase(text, 0, g_utf8_next_char(text->str) - text->str);
  for (char *last = g_utf8_find_prev_char(text->str, text->str + text->len);
       last != NULL && pc_char_is_space(g_utf8_get_char(last));
       last = g_utf8_find_prev_char(text->str, text->str + text->len))
    g_string_truncate(text, (gsize)(last - text->str));
  return g_string_free(text, FALSE);
}

bool pc_range_is_empty(const pc_passage *passage, pc_range range) {
  for (int i = range.start; i < range.end; i++) {
    const pc_glyph *glyph = PC_GLYPH(passage, i);
    if (!glyph->gone && glyph->kind != PC_GLYPH_SOFT_BREAK && !pc_char_is_space(glyph->ch))
      return false;
  }
  return true;
}

void pc_range_hide(pc_passage *passage, pc_range range) {
  for (int i = range.start; i < range.end; i++)
    PC_GLYPH(passage, i)->gone = true;
}

int pc_braces_find_close(const pc_passage *passage, int at) {
  int i = at + 1;
  for (; i < (int)passage->glyphs->len; i++) {
    pc_glyph_kind kind = PC_GLYPH(passage, i)->kind;
    if (kind == PC_GLYPH_CLOSE || kind == PC_GLYPH_OPEN || kind == PC_GLYPH_HARD_BREAK)
      break;
  }
  return i;
}

bool pc_braces_are_closed(const pc_passage *passage, int close) {
  return close < (int)passage->glyphs->len && PC_GLYPH(passage, close)->kind == PC_GLYPH_CLOSE;
}

bool pc_glyph_is_bar(const pc_glyph *glyph) {
  const bool is_code = (glyph->marks & PC_MARK_CODE) != 0;
  return glyph->kind == PC_GLYPH_BAR || (!is_code && (glyph->ch == '|' || glyph->ch == 0xFF5C));
}

int pc_braces_find_bar(const pc_passage *passage, pc_range inside) {
  int i = inside.start;
  while (i < inside.end && !pc_glyph_is_bar(PC_GLYPH(passage, i)))
    i++;
  return i;
}

/* markup_words.c - the words of one block: collected, line breaks joined.  Layer: doc. */
#include "doc/markup_parts.h"

static void clear_reading(void *data) {
  pc_reading *reading = data;
  g_ptr_array_unref(reading->words);
}

pc_passage *pc_passage_new(void) {
  pc_passage *passage = g_new0(pc_passage, 1);
  passage->glyphs = g_array_new(FALSE, FALSE, sizeof(pc_glyph));
  passage->readings = g_array_new(FALSE, FALSE, sizeof(pc_reading));
  g_array_set_clear_func(passage->readings, clear_reading);
  return passage;
}

void pc_passage_free(pc_passage *passage) {
  if (passage == NULL)
    return;
  g_array_free(passage->glyphs, TRUE);
  g_array_free(passage->readings, TRUE);
  g_free(passage);
}

void pc_passage_clear(pc_passage *passage) {
  g_array_set_size(passage->glyphs, 0);
  g_array_set_size(passage->readings, 0);
}

/* In code every character is itself again; what stood nowhere is left out. */
static bool decode_hidden(pc_glyph *glyph) {
  const pc_hidden *hidden = pc_hidden_find(glyph->ch);
  if (hidden == NULL)
    return true;
  bool is_code = (glyph->marks & PC_MARK_CODE) != 0;
  glyph->ch = hidden->plain;
  glyph->kind = is_code ? PC_GLYPH_TEXT : hidden->kind;
  glyph->gone = glyph->kind == PC_GLYPH_GUARD;
  return !is_code || hidden->plain != 0;
}

/* md4c leaves out the backslash before a character that it protects, so the text goes on behind
 * it. */
static bool is_protected(const char *first, const char *text) {
  return text > first && text[-1] == '\\';
}

static void find_bracket(pc_glyph *glyph) {
  const bool is_code = (glyph->marks & PC_MARK_CODE) != 0;
  if (!is_code && glyph->ch == '[')
    glyph->kind = PC_GLYPH_BRACKET;
  if (!is_code && glyph->ch == ']')
    glyph->kind = PC_GLYPH_BRACKET_END;
}

void pc_passage_append(pc_passage *passage, const pc_mapped *masked, const char *text, gsize length,
                       const pc_glyph *like) {
  const char *first = masked->text->str;
  bool is_masked = text >= first && text < first + masked->text->len;
  for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
    pc_glyph glyph = *like;
    glyph.ch = g_utf8_get_char(at);
    if (is_masked)
      glyph.from = pc_mapped_find(masked, (gsize)(at - first));
    if (is_masked && !(at == text && is_protected(first, text)))
      find_bracket(&glyph);
    if (decode_hidden(&glyph))
      g_array_append_val(passage->glyphs, glyph);
  }
}

/* Blanks around line breaks are the file's; those of code belong to it. */
static bool is_trimmed(const pc_glyph *glyph) {
  if (glyph->gone || glyph->kind == PC_GLYPH_SOFT_BREAK)
    return true;
  return glyph->kind != PC_GLYPH_HARD_BREAK && (glyph->marks & PC_MARK_CODE) == 0 &&
         pc_char_is_space(glyph->ch);
}

static int trim_before(pc_passage *passage, int at) {
  int i = at - 1;
  for (; i >= 0 && is_trimmed(PC_GLYPH(passage, i)); i--)
    PC_GLYPH(passage, i)->gone = true;
  return i;
}

static int trim_behind(pc_passage *passage, int at) {
  int i = at + 1;
  for (; i < (int)passage->glyphs->len && is_trimmed(PC_GLYPH(passage, i)); i++)
    PC_GLYPH(passage, i)->gone = true;
  return i;
}

static void trim_ends(pc_passage *passage) {
  int count = (int)passage->glyphs->len;
  for (int i = trim_behind(passage, -1); i < count; i = trim_behind(passage, i)) {
    if (PC_GLYPH(passage, i)->kind != PC_GLYPH_HARD_BREAK)
      break;
    PC_GLYPH(passage, i)->gone = true;
  }
  for (int i = trim_before(passage, count); i >= 0; i = trim_before(passage, i)) {
    if (PC_GLYPH(passage, i)->kind != PC_GLYPH_HARD_BREAK)
      break;
    PC_GLYPH(passage, i)->gone = true;
  }
}

static bool is_western(const pc_passage *passage, int at) {
  const pc_glyph *glyph = PC_GLYPH(passage, at);
  return glyph->kind != PC_GLYPH_HARD_BREAK && pc_char_is_western(glyph->ch);
}

void pc_markup_join(pc_passage *passage) {
  trim_ends(passage);
  for (int i = 0; i < (int)passage->glyphs->len; i++) {
    pc_glyph *glyph = PC_GLYPH(passage, i);
    bool is_break = glyph->kind == PC_GLYPH_SOFT_BREAK || glyph->kind == PC_GLYPH_HARD_BREAK;
    if (glyph->gone || !is_break)
      continue;
    int before = trim_before(passage, i);
    int behind = trim_behind(passage, i);
    if (glyph->kind == PC_GLYPH_HARD_BREAK)
      continue;
    /* The ends are trimmed: something printed stands on both sides. */
    bool is_spaced = is_western(passage, before) && is_western(passage, behind);
    glyph->gone = !is_spaced;
    glyph->ch = ' ';
    glyph->kind = PC_GLYPH_TEXT;
  }
}

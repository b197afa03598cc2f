/* markup_ruby.c - readings: {専門職|せんもんしょく}, 専門職《せんもんしょく》, ｜ピア《なかま》.
 * Layer: doc. */
#include "doc/markup_braces.h"

#define HINT_BRACE "type {専門職|せんもんしょく} for a reading, or \\{ for the brace itself"
#define HINT_AOZORA "type 専門職《せんもんしょく》 for a reading, or \\《 for the bracket itself"
#define HINT_BAR "type ｜ピア《なかま》 for a reading, or \\｜ for the bar itself"

static bool is_code(const pc_glyph *glyph) {
  return (glyph->marks & PC_MARK_CODE) != 0;
}

/* Aozora's marks are ordinary characters to md4c, so a backslash before one is kept as a guard. */
static bool is_aozora(const pc_passage *passage, int at, gunichar ch) {
  const pc_glyph *glyph = PC_GLYPH(passage, at);
  if (glyph->ch != ch || glyph->gone || is_code(glyph))
    return false;
  return at == 0 || PC_GLYPH(passage, at - 1)->kind != PC_GLYPH_GUARD ||
         PC_GLYPH(passage, at - 1)->ch != '\\';
}

/* The words between the bars of [start, end); NULL when one is empty. */
static GPtrArray *read_words(const pc_passage *passage, pc_range readings) {
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
  pc_range word = {readings.start, readings.start};
  for (; word.end <= readings.end; word.end++) {
    if (word.end < readings.end && !pc_glyph_is_bar(PC_GLYPH(passage, word.end)))
      continue;
    char *text = pc_range_copy(passage, word);
    g_ptr_array_add(words, text);
    if (*text == '\0')
      return NULL;
    word.start = word.end + 1;
  }
  return g_steal_pointer(&words);
}

/* Blanks around the word inside {…}. */
static void hide_blanks(pc_passage *passage, pc_range word) {
  for (int i = word.start; i < word.end && pc_char_is_space(PC_GLYPH(passage, i)->ch); i++)
    PC_GLYPH(passage, i)->gone = true;
  for (int i = word.end - 1; i >= word.start && pc_char_is_space(PC_GLYPH(passage, i)->ch); i--)
    PC_GLYPH(passage, i)->gone = true;
}

static void add_reading(pc_passage *passage, pc_range base, GPtrArray *words, guint32 from) {
  pc_reading reading = {.start = base.start, .end = base.end, .from = from, .words = words};
  g_array_append_val(passage->readings, reading);
}

/* One past the ruby in braces that begins at `at`. */
static int read_braces(pc_source *source, pc_passage *passage, int at) {
  guint32 from = PC_GLYPH(passage, at)->from;
  int close = pc_braces_find_close(passage, at);
  if (!pc_braces_are_closed(passage, close)) {
    pc_source_report(source, from, PC_SYNTAX, HINT_BRACE, "'{' without '}'");
    return close;
  }
  pc_range base = {at + 1, pc_braces_find_bar(passage, (pc_range){at + 1, close})};
  g_autofree char *inside = pc_range_copy(passage, (pc_range){at + 1, close});
  if (base.end == close) {
    pc_source_report(source, from, PC_SYNTAX, HINT_BRACE, "no reading in '{%s}'", inside);
    return close + 1;
  }
  g_autoptr(GPtrArray) words = read_words(passage, (pc_range){base.end + 1, close});
  if (words == NULL || pc_range_is_empty(passage, base)) {
    pc_source_report(source, from, PC_SYNTAX, HINT_BRACE, "something is empty in '{%s}'", inside);
    return close + 1;
  }
  add_reading(passage, base, g_steal_pointer(&words), from);
  pc_range_hide(passage, (pc_range){at, at + 1});
  pc_range_hide(passage, (pc_range){base.end, close + 1});
  hide_blanks(passage, base);
  return close + 1;
}

/* The run of kanji before `at`, over line breaks of the file. */
static pc_range find_kanji(const pc_passage *passage, int at) {
  pc_range base = {at, at};
  for (int i = at - 1; i >= 0; i--) {
    const pc_glyph *glyph = PC_GLYPH(passage, i);
    bool is_base = pc_char_is_kanji(glyph->ch) && !glyph->gone && !is_code(glyph);
    if (is_base)
      base.start = i;
    else if (glyph->kind != PC_GLYPH_SOFT_BREAK && glyph->kind != PC_GLYPH_GUARD)
      break;
  }
  return base;
}

static bool is_kana(const char *text) {
  for (; *text != '\0'; text = g_utf8_next_char(text))
    if (!pc_char_is_kana(g_utf8_get_char(text)))
      return false;
  return true;
}

static int find_aozora_close(const pc_passage *passage, int at) {
  int i = at + 1;
  for (; i < (int)passage->glyphs->len; i++) {
    const pc_glyph *glyph = PC_GLYPH(passage, i);
    if (glyph->ch == 0x300A || glyph->ch == 0x300B || glyph->kind == PC_GLYPH_HARD_BREAK)
      break;
  }
  return i;
}

/* One past the reading in 《》 that begins at `at`; bar: where its ｜ stands, or -1.  Without ｜
 * only kana are a reading: 著書《入門》 names a book. */
static int read_aozora(pc_source *source, pc_passage *passage, int at, int bar) {
  pc_range base = bar >= 0 ? (pc_range){bar + 1, at} : find_kanji(passage, at);
  if (bar < 0 && base.start == base.end)
    return at + 1;
  guint32 from = PC_GLYPH(passage, at)->from;
  int close = find_aozora_close(passage, at);
  bool is_closed = close < (int)passage->glyphs->len && PC_GLYPH(passage, close)->ch == 0x300B;
  if (!is_closed) {
    pc_source_report(source, from, PC_SYNTAX, HINT_AOZORA, "'《' without '》'");
    return close;
  }
  g_autofree char *word = pc_range_copy(passage, (pc_range){at + 1, close});
  if (bar < 0 && !is_kana(word))
    return close + 1;
  if (*word == '\0' || pc_range_is_empty(passage, base)) {
    pc_source_report(source, from, PC_SYNTAX, bar >= 0 ? HINT_BAR : HINT_AOZORA,
                     *word == '\0' ? "no reading in '《》'" : "no word between '｜' and '《'");
    return close + 1;
  }
  GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(words, g_steal_pointer(&word));
  add_reading(passage, base, words, bar >= 0 ? PC_GLYPH(passage, bar)->from : from);
  pc_range_hide(passage, (pc_range){bar >= 0 ? bar : at, bar >= 0 ? bar + 1 : at});
  pc_range_hide(passage, (pc_range){at, close + 1});
  return close + 1;
}

void pc_ruby_find(pc_source *source, pc_passage *passage) {
  int bar = -1;
  for (int i = 0; i < (int)passage->glyphs->len;) {
    const pc_glyph *glyph = PC_GLYPH(passage, i);
    int at = i++;
    if (glyph->kind == PC_GLYPH_OPEN)
      i = read_braces(source, passage, at);
    if (glyph->kind == PC_GLYPH_CLOSE)
      pc_source_report(source, glyph->from, PC_SYNTAX, "type \\} for the brace itself",
                       "'}' without '{'");
    if (is_aozora(passage, at, 0x300A))
      i = read_aozora(source, passage, at, bar);
    if (i > at + 1 || glyph->kind == PC_GLYPH_HARD_BREAK)
      bar = -1;
    else if (is_aozora(passage, at, 0xFF5C))
      bar = at;
  }
}

/* markup_printed.c - what the words of a block are to those who mend the file.  Layer: doc. */
#include "doc/markup_parts.h"

/* A line of a passage: its first and last glyph that is no blank, and the glyph of its break; -1:
 * none. */
typedef struct glyph_line {
  int first, last, end;
} glyph_line;

static const char closing_marks[] = "」』）］｝】〕〉》”’)]}*_=~";
/* What people begin the items of a list with that is none to Markdown. */
static const char item_marks[] = "→⇒＊☆▲△▼▽▶▷〇◎✓✔☑＞➢・●○■□◆◇※★";

static pc_printed *find_current(const pc_source *source) {
  const pc_decoding *decoding = source->reader->user;
  GPtrArray *texts = decoding->printing != NULL ? decoding->printing->texts : NULL;
  return texts != NULL && texts->len > 0 ? texts->pdata[texts->len - 1] : NULL;
}

static bool is_word(const pc_glyph *glyph) {
  return !glyph->gone && glyph->kind <= PC_GLYPH_TAG && !pc_char_is_space(glyph->ch);
}

static bool is_break(const pc_glyph *glyph) {
  return !glyph->gone && (glyph->kind == PC_GLYPH_SOFT_BREAK || glyph->kind == PC_GLYPH_HARD_BREAK);
}

static bool is_digit(gunichar ch) {
  return g_unichar_isdigit(ch) && (ch < 0x80 || (ch >= 0xFF10 && ch <= 0xFF19));
}

static glyph_line read_line(const pc_passage *passage, int at) {
  glyph_line line = {-1, -1, -1};
  for (; at < (int)passage->glyphs->len && line.end < 0; at++) {
    const pc_glyph *glyph = PC_GLYPH(passage, at);
    if (is_break(glyph))
      line.end = at;
    if (!is_word(glyph))
      continue;
    line.first = line.first < 0 ? at : line.first;
    line.last = at;
  }
  return line;
}

/* The decimal point goes with the digits. */
static int measure_char(gunichar ch) {
  if (is_digit(ch) || ch == 0xFF0E || ch == 0xFF0C)
    return 1;
  if (g_unichar_iszerowidth(ch))
    return 0;
  return pc_char_is_japanese(ch) || g_unichar_iswide(ch) ? 2 : 1;
}

static int measure_line(const pc_passage *passage, glyph_line line) {
  int width = 0;
  for (int i = line.first; i >= 0 && i <= line.last; i++)
    width += PC_GLYPH(passage, i)->gone ? 0 : measure_char(PC_GLYPH(passage, i)->ch);
  return width;
}

static gunichar find_closing_char(const pc_passage *passage, glyph_line line) {
  for (int i = line.last; i >= line.first; i--) {
    const pc_glyph *glyph = PC_GLYPH(passage, i);
    if (is_word(glyph) && g_utf8_strchr(closing_marks, -1, glyph->ch) == NULL)
      return glyph->ch;
  }
  return 0;
}

/* "→ ", "（１）", "2)", "3、" */
static bool begins_item(const pc_passage *passage, glyph_line line) {
  int at = line.first;
  gunichar ch = PC_GLYPH(passage, at)->ch;
  if (g_utf8_strchr(item_marks, -1, ch) != NULL || ch == '-' || ch == '+')
    return true;
  bool in_brackets = ch == '(' || ch == 0xFF08;
  at += in_brackets;
  int first = at;
  while (at <= line.last && is_digit(PC_GLYPH(passage, at)->ch))
    at++;
  gunichar behind = at <= line.last ? PC_GLYPH(passage, at)->ch : 0;
  return at > first && at - first <= 3 && behind != 0 &&
         g_utf8_strchr(in_brackets ? ")）" : ")）.．、", -1, behind) != NULL;
}

/* One past the character at that byte, and the marks that belong to it. */
static const char *skip_char(const char *at) {
  at = g_utf8_next_char(at);
  while (g_unichar_ismark(g_utf8_get_char(at)) || g_str_has_prefix(at, "\xEF\xBE\x9E") ||
         g_str_has_prefix(at, "\xEF\xBE\x9F")) /* U+FF9E, U+FF9F */
    at = g_utf8_next_char(at);
  return at;
}

static bool is_plain(const pc_glyph *glyph) {
  return glyph->kind == PC_GLYPH_TEXT && (glyph->marks & PC_MARK_CODE) == 0;
}

/* Only blanks stand between the two lines, and plain words on both sides. */
static pc_line_end judge_end(const pc_source *source, const pc_glyph *last, const pc_glyph *next) {
  if (!is_plain(last) || !is_plain(next) || last->from >= next->from)
    return PC_LINE_BARRED;
  const char *gap = skip_char(source->original + last->from);
  const char *end = source->original + next->from;
  while (gap < end && g_ascii_isspace(*gap))
    gap++;
  if (gap != end)
    return PC_LINE_BARRED;
  bool is_spaced = pc_char_is_western(last->ch) && pc_char_is_western(next->ch);
  return is_spaced ? PC_LINE_SPACED : PC_LINE_CLOSED;
}

static pc_line_end find_end(const pc_source *source, const pc_passage *passage, glyph_line line) {
  if (line.end < 0 || PC_GLYPH(passage, line.end)->kind == PC_GLYPH_HARD_BREAK)
    return PC_LINE_KEPT;
  glyph_line next = read_line(passage, line.end + 1);
  if (next.first < 0)
    return PC_LINE_KEPT;
  return judge_end(source, PC_GLYPH(passage, line.last), PC_GLYPH(passage, next.first));
}

static void note_line(const pc_source *source, const pc_passage *passage, glyph_line line,
                      pc_printed *printed) {
  pc_printed_line noted = {
      .start = PC_GLYPH(passage, line.first)->from,
      .last = PC_GLYPH(passage, line.last)->from,
      .first_char = PC_GLYPH(passage, line.first)->ch,
      .closing_char = find_closing_char(passage, line),
      .width = measure_line(passage, line),
      .begins_item = begins_item(passage, line),
      .end = find_end(source, passage, line),
  };
  g_array_append_val(printed->lines, noted);
}

static void note_digits(const pc_passage *passage, pc_printed *printed) {
  for (int i = 0; i < (int)passage->glyphs->len; i++) {
    const pc_glyph *glyph = PC_GLYPH(passage, i);
    if (is_word(glyph) && is_plain(glyph) && glyph->href == NULL && is_digit(glyph->ch))
      g_array_append_val(printed->digits, glyph->from);
  }
}

void pc_printed_note_lines(const pc_source *source, const pc_passage *passage) {
  pc_printed *printed = find_current(source);
  if (printed == NULL)
    return;
  note_digits(passage, printed);
  for (int at = 0; at >= 0 && at < (int)passage->glyphs->len;) {
    glyph_line line = read_line(passage, at);
    if (line.first >= 0)
      note_line(source, passage, line, printed);
    at = line.end < 0 ? -1 : line.end + 1;
  }
}

static gunichar unify_digit(gunichar ch) {
  bool has_form = (ch >= 0xFF10 && ch <= 0xFF19) || ch == 0xFF0E || ch == 0xFF0C;
  return has_form ? ch - 0xFEE0 : ch;
}

static void append_readings(const pc_passage *passage, GString *meaning) {
  const pc_reading *readings = (const pc_reading *)(void *)passage->readings->data;
  for (guint i = 0; readings != NULL && i < passage->readings->len; i++) {
    const GPtrArray *words = readings[i].words;
    for (guint k = 0; k < words->len; k++)
      g_string_append_printf(meaning, "|%s", (const char *)words->pdata[k]);
  }
}

/* "\1" and the marks stand where they change, "\2" where a reading begins or ends, "\3" behind
 * the words. */
void pc_printed_note_words(const pc_source *source, const pc_passage *passage) {
  pc_printed *printed = find_current(source);
  if (printed == NULL)
    return;
  unsigned marks = 0;
  guint reading = 0;
  for (int i = 0; i < (int)passage->glyphs->len; i++) {
    const pc_glyph *glyph = PC_GLYPH(passage, i);
    const pc_reading *next = reading < passage->readings->len
                                 ? &g_array_index(passage->readings, pc_reading, reading)
                                 : NULL;
    if (next != NULL && (i == next->start || i == next->end))
      g_string_append_c(printed->meaning, '\2');
    reading += next != NULL && i == next->end;
    if (glyph->gone)
      continue;
    if (glyph->marks != marks)
      g_string_append_printf(printed->meaning, "\1%u", glyph->marks);
    marks = glyph->marks;
    g_string_append_unichar(printed->meaning, unify_digit(glyph->ch));
  }
  append_readings(passage, printed->meaning);
  g_string_append_c(printed->meaning, '\3');
}

/* markup_languages.c - words in another language: [peer support]{lang=en}.  Layer: doc.
 *
 * Pandoc's notation.  Braces behind a bracket that hold a bar are a reading, as anywhere else.
 */
#include <string.h>

#include "doc/lang.h"
#include "doc/markup_braces.h"

#define HINT "type [peer support]{lang=en} for words in English, or \\{ for the brace itself"
#define HINT_TAG "type a tag such as lang=en, lang=zh-Hans or lang=ko"
#define NAME "lang"

/* One word of what the braces say: lang=en, lang="en". */
typedef struct attribute {
  pc_range name, value; /* the value is empty where there is none */
} attribute;

static gunichar get_char(const pc_passage *passage, int i) {
  return PC_GLYPH(passage, i)->ch;
}

static bool is_blank(const pc_passage *passage, int i) {
  return pc_char_is_space(get_char(passage, i));
}

static int skip_blanks(const pc_passage *passage, int at, int end) {
  while (at < end && is_blank(passage, at))
    at++;
  return at;
}

static int find_char(const pc_passage *passage, int at, int end, gunichar wanted) {
  while (at < end && get_char(passage, at) != wanted)
    at++;
  return at;
}

static int find_blank(const pc_passage *passage, int at, int end) {
  while (at < end && !is_blank(passage, at))
    at++;
  return at;
}

/* One past the attribute that begins at `at`. */
static int read_attribute(const pc_passage *passage, int at, int end, attribute *read) {
  const int behind = find_blank(passage, at, end);
  const int equals = find_char(passage, at, behind, '=');
  read->name = (pc_range){at, equals};
  read->value = (pc_range){MIN(equals + 1, behind), behind};
  if (read->value.start == end || get_char(passage, read->value.start) != '"')
    return behind;
  const int quote = find_char(passage, read->value.start + 1, end, '"');
  if (quote == end)
    return behind;
  read->value = (pc_range){read->value.start + 1, quote};
  return quote + 1;
}

static bool check_attribute(pc_source *source, const pc_passage *passage, const attribute *read) {
  g_autofree char *name = pc_range_copy(passage, read->name);
  g_autofree char *tag = pc_range_copy(passage, read->value);
  const guint32 from = PC_GLYPH(passage, read->name.start)->from;
  if (strcmp(name, NAME) != 0) {
    pc_source_report(source, from, PC_UNKNOWN_KEY, HINT,
                     "words in a text can have a language, but not '%s'", name);
    return false;
  }
  if (*tag == '\0') {
    pc_source_report(source, from, PC_SYNTAX, HINT_TAG, "no language behind 'lang'");
    return false;
  }
  if (!pc_lang_is_tag(tag))
    pc_source_report(source, PC_GLYPH(passage, read->value.start)->from, PC_BAD_VALUE, HINT_TAG,
                     "'%s' is not a language tag", tag);
  return pc_lang_is_tag(tag);
}

/* What the braces say; NULL: reported. */
static const char *read_braces(pc_source *source, const pc_passage *passage, pc_range inside) {
  attribute read = {0};
  int count = 0;
  bool is_sound = true;
  for (int at = skip_blanks(passage, inside.start, inside.end); at < inside.end; count++) {
    const int behind = read_attribute(passage, at, inside.end, &read);
    is_sound = check_attribute(source, passage, &read) && is_sound;
    at = skip_blanks(passage, behind, inside.end);
  }
  const guint32 from = PC_GLYPH(passage, inside.start - 1)->from;
  if (count != 1 && is_sound)
    pc_source_report(source, from, PC_SYNTAX, HINT,
                     count == 0 ? "no language in '{}'" : "more than one language in '{}'");
  if (count != 1 || !is_sound)
    return NULL;
  g_autofree char *tag = pc_range_copy(passage, read.value);
  char *copy = pc_spec_alloc(source->reader->spec, strlen(tag) + 1);
  return memcpy(copy, tag, strlen(tag));
}

/* Braces that are no reading, and that the pass for readings shall leave alone. */
static void print_braces(pc_passage *passage, int open, int close) {
  PC_GLYPH(passage, open)->kind = PC_GLYPH_TEXT;
  if (pc_braces_are_closed(passage, close))
    PC_GLYPH(passage, close)->kind = PC_GLYPH_TEXT;
}

static bool has_bar(const pc_passage *passage, int open, int close) {
  return pc_braces_find_bar(passage, (pc_range){open + 1, close}) < close;
}

/* What is left at the words' edges tells apply_languages where they are. */
static void take_span(pc_passage *passage, pc_range words, int close, const char *lang) {
  PC_GLYPH(passage, words.start - 1)->lang = lang;
  PC_GLYPH(passage, words.start - 1)->gone = true;
  pc_range_hide(passage, (pc_range){words.end, close + 1});
  for (int i = words.end + 1; i <= close; i++)
    PC_GLYPH(passage, i)->kind = PC_GLYPH_GUARD;
}

/* One past the span whose words begin at words.start and whose braces open behind words.end. */
static int read_span(pc_source *source, pc_passage *passage, pc_range words) {
  const int open = words.end + 1;
  const int close = pc_braces_find_close(passage, open);
  const guint32 from = PC_GLYPH(passage, open)->from;
  if (has_bar(passage, open, close))
    return open;
  const char *lang = NULL;
  if (!pc_braces_are_closed(passage, close))
    pc_source_report(source, from, PC_SYNTAX, HINT, "'{' without '}'");
  else if (pc_range_is_empty(passage, words))
    pc_source_report(source, PC_GLYPH(passage, words.start - 1)->from, PC_SYNTAX, HINT,
                     "no words in '[]'");
  else
    lang = read_braces(source, passage, (pc_range){open + 1, close});
  if (lang != NULL)
    take_span(passage, words, close, lang);
  else
    print_braces(passage, open, close);
  return close;
}

/* {lang=en} that belongs to no words. */
static int read_stray(pc_source *source, pc_passage *passage, int open) {
  const int close = pc_braces_find_close(passage, open);
  attribute read = {0};
  if (has_bar(passage, open, close) || open + 1 >= close)
    return open + 1;
  read_attribute(passage, skip_blanks(passage, open + 1, close), close, &read);
  g_autofree char *name = pc_range_copy(passage, read.name);
  if (strcmp(name, NAME) != 0)
    return open + 1;
  pc_source_report(source, PC_GLYPH(passage, open)->from, PC_SYNTAX, HINT,
                   "'{lang' without words in '[]' before it");
  print_braces(passage, open, close);
  return close;
}

static bool opens_braces(const pc_passage *passage, int at) {
  return at < (int)passage->glyphs->len && PC_GLYPH(passage, at)->kind == PC_GLYPH_OPEN;
}

/* open: brackets without an end. */
static int visit_glyph(pc_source *source, pc_passage *passage, GArray *open, int at) {
  const pc_glyph_kind kind = PC_GLYPH(passage, at)->kind;
  if (kind == PC_GLYPH_OPEN)
    return read_stray(source, passage, at);
  if (kind == PC_GLYPH_BRACKET)
    g_array_append_val(open, at);
  if (kind != PC_GLYPH_BRACKET_END || open->len == 0)
    return at + 1;
  const int first = g_array_index(open, int, open->len - 1);
  g_array_set_size(open, open->len - 1);
  return opens_braces(passage, at + 1) ? read_span(source, passage, (pc_range){first + 1, at})
                                       : at + 1;
}

/* The innermost language counts; brackets that were taken are paired. */
static void apply_languages(pc_passage *passage) {
  g_autoptr(GPtrArray) open = g_ptr_array_new();
  for (int i = 0; i < (int)passage->glyphs->len; i++) {
    pc_glyph *glyph = PC_GLYPH(passage, i);
    const bool is_taken = glyph->gone && glyph->kind != PC_GLYPH_GUARD;
    if (is_taken && glyph->kind == PC_GLYPH_BRACKET)
      g_ptr_array_add(open, (gpointer)glyph->lang);
    if (is_taken && glyph->kind == PC_GLYPH_BRACKET_END)
      g_ptr_array_set_size(open, (int)open->len - 1);
    if (is_taken)
      glyph->kind = PC_GLYPH_GUARD;
    glyph->lang = open->len > 0 ? open->pdata[open->len - 1] : NULL;
  }
}

void pc_languages_find(pc_source *source, pc_passage *passage) {
  g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(int));
  for (int at = 0; at < (int)passage->glyphs->len;)
    at = visit_glyph(source, passage, open, at);
  apply_languages(passage);
}

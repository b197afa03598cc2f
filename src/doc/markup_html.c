/* markup_html.c - HTML in a text: known tags are reported, with what to type instead.
 * Layer: doc. */
#include "doc/markup_parts.h"

#include <string.h>

#define LONGEST_TAG 64

/* Any other `<` is an ordinary character. */
static const struct {
  const char *name;
  const char *hint;
} tags[] = {
    {"br", "end the line with two spaces or '\\' instead"},
    {"b", "type **strong** instead"},
    {"strong", "type **strong** instead"},
    {"i", "type *emphasis* instead"},
    {"em", "type *emphasis* instead"},
    {"u", "type *emphasis* or ==highlight== instead"},
    {"mark", "type ==highlight== instead"},
    {"s", "type ~~struck out~~ instead"},
    {"del", "type ~~struck out~~ instead"},
    {"code", "type `code` instead"},
    {"ruby", "type {専門職|せんもんしょく} instead"},
    {"rb", "type {専門職|せんもんしょく} instead"},
    {"rt", "type {専門職|せんもんしょく} instead"},
    {"rp", "type {専門職|せんもんしょく} instead"},
    {"a", "type [words](address) instead"},
    {"img", "use a `figure:` block instead"},
    {"table", "type a Markdown table or use a `table:` block instead"},
    {"tr", "type a Markdown table or use a `table:` block instead"},
    {"th", "type a Markdown table or use a `table:` block instead"},
    {"td", "type a Markdown table or use a `table:` block instead"},
    {"ul", "begin each line with '- ' instead"},
    {"ol", "begin each line with '1. ' instead"},
    {"li", "begin each line with '- ' instead"},
    {"p", "leave an empty line between paragraphs instead"},
    {"h1", "type '# heading' instead"},
    {"h2", "type '## heading' instead"},
    {"h3", "type '### heading' instead"},
    {"div", "leave it out"},
    {"span", "leave it out"},
    {"font", "leave it out; `theme:` sets fonts and colours"},
    {"center", "leave it out; use the slide's `align: center`"},
    {"sup", "type the character itself, like ²"},
    {"sub", "type the character itself, like ₂"},
    {"hr", "leave it out; an empty line separates paragraphs"},
};

/* The letters and digits behind `<` or `</`, and what ends them. */
static bool read_name(const pc_passage *passage, int at, char name[8]) {
  int length = 0;
  int count = (int)passage->glyphs->len;
  int i = at + 1;
  if (i < count && PC_GLYPH(passage, i)->ch == '/')
    i++;
  for (; i < count && length < 7 && g_unichar_isalnum(PC_GLYPH(passage, i)->ch); i++)
    name[length++] = (char)MIN(PC_GLYPH(passage, i)->ch, 0x7Fu);
  name[length] = '\0';
  for (int left = LONGEST_TAG; i < count && left > 0; i++, left--) {
    gunichar ch = PC_GLYPH(passage, i)->ch;
    if (ch == '>')
      return true;
    if (left == LONGEST_TAG && ch != ' ' && ch != '/')
      return false;
  }
  return false;
}

static const char *find_hint(const char *name) {
  for (gsize i = 0; i < G_N_ELEMENTS(tags); i++)
    if (g_ascii_strcasecmp(tags[i].name, name) == 0)
      return tags[i].hint;
  return NULL;
}

void pc_html_report(pc_source *source, const pc_passage *passage) {
  const int n = (int)passage->glyphs->len;
  for (int i = 0; i < n; i++) {
    const pc_glyph *glyph = PC_GLYPH(passage, i);
    char name[8];
    if (glyph->kind != PC_GLYPH_TAG || !read_name(passage, i, name))
      continue;
    const char *hint = find_hint(name);
    const bool is_end = PC_GLYPH(passage, MIN(i + 1, n - 1))->ch == '/';
    if (hint != NULL)
      pc_source_report(source, glyph->from, PC_BAD_VALUE, hint,
                       "HTML does not work in a text: '<%s%s>'", is_end ? "/" : "", name);
  }
}

/* markup_address.c - web addresses that stand in a text as they are become links.  Layer: doc. */
#include <string.h>

#include "doc/markup_parts.h"

/* What follows an address more often than it ends one. */
#define PUNCTUATION ".,;:!?'*"

static gunichar get_char(const pc_passage *passage, int i) {
  return PC_GLYPH(passage, i)->ch;
}

/* RFC 3986, 2: reserved, unreserved and escaped characters. */
static bool is_part(const pc_passage *passage, int i) {
  const pc_glyph *glyph = PC_GLYPH(passage, i);
  const bool is_free = !glyph->gone && (glyph->marks & (PC_MARK_LINK | PC_MARK_CODE)) == 0;
  return is_free && glyph->ch > 0x20 && glyph->ch < 0x7F &&
         strchr("\"<>\\^`{|}", (int)glyph->ch) == NULL;
}

static int find_end(const pc_passage *passage, int from) {
  int end = from;
  while (end < (int)passage->glyphs->len && is_part(passage, end))
    end++;
  return end;
}

/* Where an address goes on after "https://"; from: none begins there. */
static int skip_scheme(const pc_passage *passage, int from) {
  static const char *const schemes[] = {"https://", "http://"};
  const int n = (int)passage->glyphs->len;
  for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++) {
    const char *at = schemes[i];
    int to = from;
    while (*at != '\0' && to < n && is_part(passage, to) && get_char(passage, to) == (gunichar)*at)
      to++, at++;
    if (*at == '\0')
      return to;
  }
  return from;
}

/* Without the end of the sentence, and without a bracket that was opened before the address. */
static int trim_end(const pc_passage *passage, int from, int end) {
  int open = 0;
  for (int i = from; i < end; i++)
    open += (get_char(passage, i) == '(') - (get_char(passage, i) == ')');
  for (; end > from; end--) {
    const gunichar last = get_char(passage, end - 1);
    const bool is_closing = last == ')' && open < 0;
    if (!is_closing && strchr(PUNCTUATION, (int)last) == NULL)
      break;
    open += is_closing;
  }
  return end;
}

static void make_link(pc_spec *spec, pc_passage *passage, int from, int end) {
  char *address = pc_spec_alloc(spec, (gsize)(end - from) + 1);
  for (int i = from; i < end; i++) {
    pc_glyph *glyph = PC_GLYPH(passage, i);
    address[i - from] = (char)glyph->ch;
    glyph->marks |= PC_MARK_LINK;
    glyph->href = address;
  }
}

static bool follows_word(const pc_passage *passage, int i) {
  return i > 0 && get_char(passage, i - 1) < 0x80 &&
         g_ascii_isalnum((char)get_char(passage, i - 1));
}

void pc_addresses_find(pc_source *source, pc_passage *passage) {
  for (int i = 0; i < (int)passage->glyphs->len; i++) {
    if (get_char(passage, i) != 'h' || follows_word(passage, i))
      continue;
    const int begin = skip_scheme(passage, i);
    if (begin == i)
      continue;
    const int end = find_end(passage, begin);
    const int last = trim_end(passage, begin, end);
    if (last > begin)
      make_link(source->reader->spec, passage, i, last);
    i = end - 1;
  }
}

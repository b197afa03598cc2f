/* markup_mask.c - hides the characters whose meaning md4c must not know.  Layer: doc.
 *
 * Emphasis, strike, highlight and ruby are read after md4c, by rules of our own; it would also eat
 * "[注]: …" as the definition of a link.
 */
#include "doc/markup_mask.h"

#include <string.h>

#define FIRST_HIDDEN 0xFDD0

static const pc_hidden hidden[] = {
    [PC_HIDE_STAR] = {'*', PC_GLYPH_STAR},
    [PC_HIDE_TILDE] = {'~', PC_GLYPH_TILDE},
    [PC_HIDE_EQUAL] = {'=', PC_GLYPH_EQUAL},
    [PC_HIDE_OPEN] = {'{', PC_GLYPH_OPEN},
    [PC_HIDE_BAR] = {'|', PC_GLYPH_BAR},
    [PC_HIDE_CLOSE] = {'}', PC_GLYPH_CLOSE},
    [PC_HIDE_TAG] = {'<', PC_GLYPH_TAG},
    [PC_HIDE_COLON] = {':', PC_GLYPH_TEXT},
    [PC_HIDE_BACKSLASH] = {'\\', PC_GLYPH_GUARD}, /* takes away the meaning of 《 and ｜ */
    [PC_HIDE_MARK_BEGIN] = {0, PC_GLYPH_MARK_BEGIN},
    [PC_HIDE_MARK_END] = {0, PC_GLYPH_MARK_END},
    [PC_HIDE_GUARD] = {0, PC_GLYPH_GUARD}, /* a letter before what would begin a block */
};

const pc_hidden *pc_hidden_find(gunichar ch) {
  bool is_hidden = ch >= FIRST_HIDDEN && ch < FIRST_HIDDEN + G_N_ELEMENTS(hidden);
  return is_hidden ? &hidden[ch - FIRST_HIDDEN] : NULL;
}

void pc_mask_append_hidden(pc_mask *m, pc_hidden_id id, gsize at) {
  pc_mapped_append_char(m->out, FIRST_HIDDEN + (gunichar)id, pc_mapped_find(m->in, at));
}

void pc_mask_append_range(pc_mask *m, gsize start, gsize end) {
  pc_mapped_append_range(m->out, m->in, start, end);
}

bool pc_char_is_ascii_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

gsize pc_mask_skip_run(const pc_mask *m, gsize at, gsize end, char c) {
  while (at < end && m->text[at] == c)
    at++;
  return at;
}

/* What stands at `at` of the line [start, end): each reader writes it and returns one past it, or
 * returns at. */
typedef struct line {
  gsize start, end;
  gsize brace_end; /* inside {…} before this */
} line;

typedef gsize (*mask_func)(pc_mask *m, line *l, gsize at);

static bool is_edge(const pc_mask *m, const line *l, gsize at, gsize behind) {
  bool before = at == l->start || pc_char_is_ascii_blank(m->text[at - 1]);
  return before && (behind == l->end || pc_char_is_ascii_blank(m->text[behind]));
}

static gsize mask_run(pc_mask *m, gsize at, gsize behind, pc_hidden_id id) {
  for (gsize i = at; i < behind; i++)
    pc_mask_append_hidden(m, id, i);
  return behind;
}

/* A run with blanks on both sides marks nothing: it may be a bullet or a line. */
static gsize mask_star(pc_mask *m, line *l, gsize at) {
  gsize behind = pc_mask_skip_run(m, at, l->end, '*');
  if (!is_edge(m, l, at, behind))
    return mask_run(m, at, behind, PC_HIDE_STAR);
  pc_mask_append_range(m, at, behind);
  return behind;
}

static gsize mask_pair(pc_mask *m, line *l, gsize at, pc_hidden_id id) {
  gsize behind = pc_mask_skip_run(m, at, l->end, m->text[at]);
  if (behind - at == 2 && !is_edge(m, l, at, behind))
    return mask_run(m, at, behind, id);
  pc_mask_append_range(m, at, behind);
  return behind;
}

static gsize mask_tilde(pc_mask *m, line *l, gsize at) {
  return mask_pair(m, l, at, PC_HIDE_TILDE);
}

static gsize mask_equal(pc_mask *m, line *l, gsize at) {
  return mask_pair(m, l, at, PC_HIDE_EQUAL);
}

static gsize mask_open(pc_mask *m, line *l, gsize at) {
  gsize inner = at + 1 + strcspn(m->text + at + 1, "{}\n");
  if (m->text[inner] == '}')
    l->brace_end = inner;
  return mask_run(m, at, at + 1, PC_HIDE_OPEN);
}

static gsize mask_close(pc_mask *m, line *l, gsize at) {
  (void)l;
  return mask_run(m, at, at + 1, PC_HIDE_CLOSE);
}

static gsize mask_bar(pc_mask *m, line *l, gsize at) {
  return at < l->brace_end ? mask_run(m, at, at + 1, PC_HIDE_BAR) : at;
}

/* Tags are hidden; `<https://…>` goes to md4c as it is, and so does the address in `](<…>)`. */
static gsize mask_tag(pc_mask *m, line *l, gsize at) {
  gsize name = at + 1 + (m->text[at + 1] == '/' ? 1 : 0);
  gsize behind = name;
  while (g_ascii_isalnum(m->text[behind]))
    behind++;
  if (behind == name || behind >= l->end)
    return at;
  bool is_address = at > l->start && m->text[at - 1] == '(';
  if (strchr("> /", m->text[behind]) != NULL)
    return is_address ? at : mask_run(m, at, at + 1, PC_HIDE_TAG);
  gsize close = behind + strcspn(m->text + behind, "<> \n");
  if (m->text[behind] != ':' || m->text[close] != '>')
    return at;
  pc_mask_append_range(m, at, close);
  return close;
}

static gsize mask_colon(pc_mask *m, line *l, gsize at) {
  bool is_definition = at > l->start && m->text[at - 1] == ']';
  return is_definition ? mask_run(m, at, at + 1, PC_HIDE_COLON) : at;
}

static gsize mask_escape(pc_mask *m, line *l, gsize at) {
  gsize behind = at + 1;
  if (behind < l->end && g_ascii_ispunct(m->text[behind])) {
    pc_mask_append_range(m, at, behind + 1);
    return behind + 1;
  }
  bool is_ours =
      g_str_has_prefix(m->text + behind, "《") || g_str_has_prefix(m->text + behind, "｜");
  return is_ours ? mask_run(m, at, behind, PC_HIDE_BACKSLASH) : at;
}

static const mask_func masks[128] = {
    ['*'] = mask_star, ['~'] = mask_tilde, ['='] = mask_equal,
    ['{'] = mask_open, ['}'] = mask_close, ['|'] = mask_bar,
    ['<'] = mask_tag,  [':'] = mask_colon, ['\\'] = mask_escape,
};

void pc_mask_words(pc_mask *m, gsize start, gsize end) {
  line l = {.start = start, .end = end};
  for (gsize at = start; at < end;) {
    unsigned char c = (unsigned char)m->text[at];
    mask_func func = c < G_N_ELEMENTS(masks) ? masks[c] : NULL;
    gsize behind = func == NULL ? at : func(m, &l, at);
    if (behind == at)
      pc_mask_append_range(m, at, ++behind);
    at = behind;
  }
}

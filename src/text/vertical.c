/* vertical.c - how characters stand in a line that runs downwards.  Layer: text. */
#include "text/vertical.h"

#include <stdlib.h>
#include <string.h>

#include <hb.h>

#include "text/chars.h"
#include "text/orientation_table.h"

/* What stands in one cell, and how many of them at most: three digits would be too narrow, two
 * letters are a word (JLREQ 2.3.2: single letters upright, words turned). */
typedef struct cell_row {
  const char *set;
  int most;
} cell_row;

static const cell_row cells[] = {
    {"0123456789", 2},
    {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 1},
    {"!?", 2},
};

static int compare_row(const void *key, const void *row) {
  const gunichar code = *(const gunichar *)key;
  const pc_orientation_row *range = row;
  return code < range->first ? -1 : code > range->last;
}

static pc_vo find_vo(gunichar code) {
  const pc_orientation_row *row =
      bsearch(&code, pc_orientation_rows, (gsize)pc_orientation_rows_count,
              sizeof(pc_orientation_row), compare_row);
  return row == NULL ? PC_VO_TURNED : row->value;
}

/* Dashes and leaders are R in UAX 50; a Japanese font has forms of them that meet on the line's
 * middle. */
static void settle_orientation(pc_char *c, const pc_char *before) {
  const pc_vo vo = find_vo(c->code);
  c->needs_form = vo == PC_VO_FORM_OR_TURNED || (c->wide && vo == PC_VO_TURNED);
  const bool upright = vo != PC_VO_TURNED || c->wide;
  c->orientation = upright ? PC_ORIENTATION_UPRIGHT : PC_ORIENTATION_LINE;
  if (!c->joins || before == NULL)
    return;
  c->orientation = before->orientation;
  c->needs_form = before->needs_form;
}

static bool is_one_of(const pc_char *c, const char *set) {
  return c->code > ' ' && c->code < 0x7F && strchr(set, (char)c->code) != NULL;
}

/* Western text that a digit beside it belongs to: 2.5, A4, 10%. */
static bool is_attached(const pc_char *c) {
  const bool is_mark = c->joins && c->orientation != PC_ORIENTATION_COMBINED;
  return is_mark || (c->jclass == PC_JC_WESTERN && !is_one_of(c, "()[]{}\"'!?"));
}

/* How many characters of a set follow one another in one span. */
static int count_of(const pc_char *chars, int count, int first, const char *set) {
  int i = first;
  while (i < count && is_one_of(&chars[i], set) && !chars[i].joins &&
         chars[i].span == chars[first].span)
    i++;
  return i - first;
}

static void combine(pc_char *chars, int first, int n) {
  for (int i = first; i < first + n; i++) {
    chars[i].orientation = PC_ORIENTATION_COMBINED;
    chars[i].needs_form = false;
    chars[i].jclass = PC_JC_IDEOGRAPH;
    chars[i].western = false;
    chars[i].letter = false;
    chars[i].joins = i > first;
  }
}

/* Whether what stands beside a stretch leaves it alone. */
static bool is_apart(const pc_char *beside, const cell_row *cell) {
  return beside == NULL || (!is_attached(beside) && !is_one_of(beside, cell->set));
}

/* Combines what begins here if it may be; returns how many characters it looked at. */
static int combine_at(pc_char *chars, int count, int first, const cell_row *cell) {
  const int n = count_of(chars, count, first, cell->set);
  const int next = first + n;
  const bool is_apart_before = is_apart(first > 0 ? &chars[first - 1] : NULL, cell);
  const bool is_apart_after = is_apart(next < count ? &chars[next] : NULL, cell);
  if (n > 0 && n <= cell->most && is_apart_before && is_apart_after &&
      (chars[first].marks & PC_MARK_CODE) == 0)
    combine(chars, first, n);
  return MAX(n, 1);
}

/* "1." before an item: one cell, its full stop too. */
static bool is_item_number(const pc_char *chars, int count) {
  const int n = count_of(chars, count, 0, cells[0].set);
  return n > 0 && n <= cells[0].most && n + 1 == count && is_one_of(&chars[n], ".)");
}

void pc_vertical_settle(pc_char *chars, int count) {
  for (int i = 0; i < count; i++)
    settle_orientation(&chars[i], i == 0 ? NULL : &chars[i - 1]);
  if (is_item_number(chars, count)) {
    combine(chars, 0, count);
    return;
  }
  for (gsize c = 0; c < G_N_ELEMENTS(cells); c++)
    for (int i = 0; i < count;)
      i += combine_at(chars, count, i, &cells[c]);
}

static hb_codepoint_t shape_alone(PangoFont *font, const pc_char *c, hb_direction_t direction) {
  static const hb_feature_t wide = {HB_TAG('f', 'w', 'i', 'd'), 1, 0, G_MAXUINT};
  hb_buffer_t *buffer = hb_buffer_create();
  hb_buffer_add_codepoints(buffer, &c->code, 1, 0, 1);
  hb_buffer_set_direction(buffer, direction);
  hb_buffer_set_script(buffer, HB_SCRIPT_HAN);
  hb_buffer_set_language(buffer, hb_language_from_string("ja", -1));
  hb_shape(pango_font_get_hb_font(font), buffer, &wide, c->wide ? 1 : 0);
  unsigned count = 0;
  const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_codepoint_t glyph = count == 1 ? glyphs[0].codepoint : 0;
  hb_buffer_destroy(buffer);
  return glyph;
}

pc_orientation pc_vertical_stand(const pc_char *c, PangoFont *font) {
  if (!c->needs_form || font == NULL ||
      shape_alone(font, c, HB_DIRECTION_TTB) != shape_alone(font, c, HB_DIRECTION_LTR))
    return c->orientation;
  return PC_ORIENTATION_LINE;
}

/* subset.c - a font cut down by HarfBuzz.  Layer: text.
 *
 * A PDF writer looks up each glyph's character in the whole table of characters, and reads whole
 * tables of outlines: with the 20 000 glyphs of a Japanese font that is most of its time.
 */
#include "text/subset.h"

#include <hb-ot.h>
#include <hb-subset.h>

struct pc_subset {
  hb_face_t *face;
  hb_subset_input_t *input;
};

/* What shaping, vertical setting or a screen would need; the glyphs are chosen already.  Without
 * GSUB its closure does not add the glyphs that a feature might have chosen. */
static const hb_tag_t dropped_tables[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('B', 'A', 'S', 'E'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('v', 'h', 'e', 'a'),
    HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('g', 'a', 's', 'p'),
    HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('m', 'e', 't', 'a'),
};

pc_subset *pc_subset_new(PangoFont *font) {
  pc_subset *subset = g_new0(pc_subset, 1);
  subset->face = hb_face_reference(hb_font_get_face(pango_font_get_hb_font(font)));
  subset->input = hb_subset_input_create_or_fail();
  if (subset->input == NULL)
    return subset;
  hb_subset_input_set_flags(subset->input,
                             HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_t *drop = hb_subset_input_set(subset->input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (size_t i = 0; i < G_N_ELEMENTS(dropped_tables); i++)
    hb_set_add(drop, dropped_tables[i]);
  return subset;
}

void pc_subset_free(pc_subset *subset) {
  if (subset == NULL)
    return;
  hb_subset_input_destroy(subset->input);
  hb_face_destroy(subset->face);
  g_free(subset);
}

void pc_subset_add(pc_subset *subset, const pc_run *run) {
  if (subset->input == NULL)
    return;
  hb_set_t *glyphs = hb_subset_input_glyph_set(subset->input);
  const PangoGlyphString *from = run->glyphs.glyphs;
  for (int i = 0; i < from->num_glyphs; i++) {
    if ((from->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 &&
        from->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
      hb_set_add(glyphs, from->glyphs[i].glyph);
  }
  hb_set_t *chars = hb_subset_input_unicode_set(subset->input);
  const char *end = run->text + run->end;
  for (const char *c = run->text + run->start; c < end; c = g_utf8_next_char(c))
    hb_set_add(chars, g_utf8_get_char(c));
}

/* HarfBuzz leaves out what it cannot read: the outlines have to be there and reach every glyph. */
static bool is_complete(const pc_subset *subset, hb_face_t *made) {
  const hb_codepoint_t last = hb_set_get_max(hb_subset_input_glyph_set(subset->input));
  static const hb_tag_t outlines[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('C', 'F', 'F', ' ')};
  bool has_outlines = false;
  for (size_t i = 0; i < G_N_ELEMENTS(outlines); i++) {
    hb_blob_t *table = hb_face_reference_table(made, outlines[i]);
    has_outlines = has_outlines || hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
  }
  return has_outlines && (last == HB_SET_VALUE_INVALID || last < hb_face_get_glyph_count(made));
}

/* HarfBuzz walks the font's whole table of characters as soon as glyphs are asked for by number;
 * nearly always each is the one of a character that is asked for too. */
static void drop_reached_glyphs(const pc_subset *subset) {
  hb_set_t *glyphs = hb_subset_input_glyph_set(subset->input);
  hb_set_t *reached = hb_set_create();
  hb_font_t *font = hb_font_create(subset->face);
  for (hb_codepoint_t code = HB_SET_VALUE_INVALID, glyph;
       hb_set_next(hb_subset_input_unicode_set(subset->input), &code);) {
    if (hb_font_get_nominal_glyph(font, code, &glyph))
      hb_set_add(reached, glyph);
  }
  if (hb_set_is_subset(glyphs, reached))
    hb_set_clear(glyphs);
  hb_font_destroy(font);
  hb_set_destroy(reached);
}

/* An instance of a variable font would need its axes pinned: it stays whole. */
GBytes *pc_subset_make(const pc_subset *subset) {
  if (subset->input == NULL || hb_ot_var_has_data(subset->face))
    return NULL;
  drop_reached_glyphs(subset);
  hb_face_t *made = hb_subset_or_fail(subset->face, subset->input);
  if (made == NULL)
    return NULL;
  GBytes *bytes = NULL;
  if (is_complete(subset, made)) {
    hb_blob_t *blob = hb_face_reference_blob(made);
    unsigned length = 0;
    const char *data = hb_blob_get_data(blob, &length);
    bytes = g_bytes_new_with_free_func(data, length, (GDestroyNotify)hb_blob_destroy, blob);
  }
  hb_face_destroy(made);
  return bytes;
}

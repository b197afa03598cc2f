/* subset.c - a font cut down by HarfBuzz.  Layer: text.
 *
 * A PDF writer looks for each glyph's character through the whole table of characters, and reads
 * whole tables of outlines: with the 20 000 glyphs of a Japanese font that is most of its time.
 */
#include "text/subset.h"

#include <hb-ot.h>
#include <hb-subset.h>

struct pc_subset {
  hb_face_t *face;
  hb_set_t *glyphs, *chars;
  hb_subset_plan_t *plan; /* NULL until the file is made */
};

/* What shaping, vertical setting or a screen would need; the glyphs are chosen already.  Without
 * GSUB no glyph is kept that a feature might have chosen. */
static const hb_tag_t dropped_tables[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('B', 'A', 'S', 'E'), HB_TAG('M', 'A', 'T', 'H'), HB_TAG('v', 'h', 'e', 'a'),
    HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('g', 'a', 's', 'p'),
    HB_TAG('h', 'd', 'm', 'x'), HB_TAG('V', 'D', 'M', 'X'), HB_TAG('m', 'e', 't', 'a'),
};

pc_subset *pc_subset_new(PangoFont *font) {
  pc_subset *subset = g_new0(pc_subset, 1);
  subset->face = hb_face_reference(hb_font_get_face(pango_font_get_hb_font(font)));
  subset->glyphs = hb_set_create();
  subset->chars = hb_set_create();
  return subset;
}

void pc_subset_free(pc_subset *subset) {
  if (subset == NULL)
    return;
  hb_subset_plan_destroy(subset->plan);
  hb_set_destroy(subset->glyphs);
  hb_set_destroy(subset->chars);
  hb_face_destroy(subset->face);
  g_free(subset);
}

void pc_subset_add(pc_subset *subset, const pc_run *run) {
  const PangoGlyphString *from = run->glyphs.glyphs;
  for (int i = 0; i < from->num_glyphs; i++) {
    if (from->glyphs[i].glyph < PANGO_GLYPH_EMPTY)
      hb_set_add(subset->glyphs, from->glyphs[i].glyph);
  }
  const char *end = run->text + run->end;
  for (const char *c = run->text + run->start; c < end; c = g_utf8_next_char(c))
    hb_set_add(subset->chars, g_utf8_get_char(c));
}

/* Glyphs that no character of the set stands for by itself, but a feature of the font. */
static bool has_unreached(const pc_subset *subset) {
  hb_set_t *reached = hb_set_create();
  hb_font_t *font = hb_font_create(subset->face);
  for (hb_codepoint_t code = HB_SET_VALUE_INVALID, glyph; hb_set_next(subset->chars, &code);) {
    if (hb_font_get_nominal_glyph(font, code, &glyph))
      hb_set_add(reached, glyph);
  }
  const bool found = !hb_set_is_subset(subset->glyphs, reached);
  hb_font_destroy(font);
  hb_set_destroy(reached);
  return found;
}

/* HarfBuzz walks the font's whole table of characters as soon as one glyph is asked for by number:
 * that is done only where it has to be. */
static hb_subset_plan_t *make_plan(const pc_subset *subset) {
  hb_subset_input_t *input = hb_subset_input_create_or_fail();
  if (input == NULL)
    return NULL;
  hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (size_t i = 0; i < G_N_ELEMENTS(dropped_tables); i++)
    hb_set_add(drop, dropped_tables[i]);
  hb_set_union(hb_subset_input_unicode_set(input), subset->chars);
  if (has_unreached(subset))
    hb_set_union(hb_subset_input_glyph_set(input), subset->glyphs);
  hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(subset->face, input);
  hb_subset_input_destroy(input);
  return plan;
}

static bool has_table(hb_face_t *face, hb_tag_t tag) {
  hb_blob_t *table = hb_face_reference_table(face, tag);
  const bool found = hb_blob_get_length(table) > 0;
  hb_blob_destroy(table);
  return found;
}

/* HarfBuzz leaves out what it cannot read: the outlines have to be there, of every glyph. */
static bool is_complete(const pc_subset *subset, hb_face_t *made) {
  if (!has_table(made, HB_TAG('g', 'l', 'y', 'f')) && !has_table(made, HB_TAG('C', 'F', 'F', ' ')))
    return false;
  for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(subset->glyphs, &glyph);) {
    /* A glyph that is not in the map has the largest number of all. */
    if (pc_subset_glyph(subset, glyph) >= hb_face_get_glyph_count(made))
      return false;
  }
  return true;
}

/* The bytes are HarfBuzz's own, not a copy. */
static GBytes *take_bytes(hb_face_t *made) {
  hb_blob_t *blob = hb_face_reference_blob(made);
  unsigned length = 0;
  const char *data = hb_blob_get_data(blob, &length);
  return g_bytes_new_with_free_func(data, length, (GDestroyNotify)hb_blob_destroy, blob);
}

/* A variable font stays whole: which of its instances is meant is not in its file. */
GBytes *pc_subset_make(pc_subset *subset) {
  g_return_val_if_fail(subset->plan == NULL, NULL);
  subset->plan = hb_ot_var_has_data(subset->face) ? NULL : make_plan(subset);
  hb_face_t *made = subset->plan != NULL ? hb_subset_plan_execute_or_fail(subset->plan) : NULL;
  if (made == NULL)
    return NULL;
  GBytes *bytes = is_complete(subset, made) ? take_bytes(made) : NULL;
  hb_face_destroy(made);
  return bytes;
}

PangoGlyph pc_subset_glyph(const pc_subset *subset, PangoGlyph glyph) {
  return hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(subset->plan), glyph);
}

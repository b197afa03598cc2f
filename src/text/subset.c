/* subset.c - a font cut down by HarfBuzz.  Layer: text.
 *
 * A PDF writer looks for each glyph's character through the whole table of characters, and reads
 * whole tables of outlines: with the 20 000 glyphs of a Japanese font that is most of its time.
 */
#include "text/subset.h"

#include <stdbool.h>

#include <hb-ot.h>
#include <hb-subset.h>

#include "text/charmap.h"

#define FLAGS (HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE)

struct pc_subset {
  hb_face_t *face;
  hb_set_t *glyphs;
  hb_subset_plan_t *plan; /* NULL until the file is made */
  GArray *pairs;          /* pc_charmap_pair: what the text does not tell cairo */
};

/* All that drawing needs.  No instructions and nothing for shaping; no characters (cmap) either,
 * for whoever draws knows the text behind the glyphs better: what a character table says of a glyph
 * is one of several characters, or not the one that is meant. */
static const hb_tag_t drawing_tables[] = {
    HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
    HB_TAG('m', 'a', 'x', 'p'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'),
    HB_TAG('p', 'o', 's', 't'), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
    HB_TAG('C', 'F', 'F', ' '),
};

pc_subset *pc_subset_new(PangoFont *font) {
  pc_subset *subset = g_new0(pc_subset, 1);
  subset->face = hb_face_reference(hb_font_get_face(pango_font_get_hb_font(font)));
  subset->glyphs = hb_set_create();
  subset->pairs = g_array_new(FALSE, FALSE, sizeof(pc_charmap_pair));
  return subset;
}

void pc_subset_free(pc_subset *subset) {
  if (subset == NULL)
    return;
  hb_subset_plan_destroy(subset->plan);
  hb_set_destroy(subset->glyphs);
  g_array_unref(subset->pairs);
  hb_face_destroy(subset->face);
  g_free(subset);
}

PangoGlyph pc_subset_find(PangoFont *font, gunichar character) {
  hb_codepoint_t glyph = 0;
  hb_font_get_nominal_glyph(pango_font_get_hb_font(font), character, &glyph);
  return glyph;
}

void pc_subset_add_glyph(pc_subset *subset, PangoGlyph glyph) {
  hb_set_add(subset->glyphs, glyph);
}

/* PANGO_GLYPH_EMPTY and what stands for unknown characters have larger numbers than any glyph. */
void pc_subset_add(pc_subset *subset, const PangoGlyphString *glyphs) {
  for (int i = 0; i < glyphs->num_glyphs; i++) {
    if (glyphs->glyphs[i].glyph < PANGO_GLYPH_EMPTY)
      hb_set_add(subset->glyphs, glyphs->glyphs[i].glyph);
  }
}

static hb_blob_t *refer_table(hb_face_t *made, hb_tag_t tag, void *face) {
  (void)made;
  for (size_t i = 0; i < G_N_ELEMENTS(drawing_tables); i++) {
    if (drawing_tables[i] == tag)
      return hb_face_reference_table(face, tag);
  }
  return NULL;
}

static bool has_pair(const pc_subset *subset, PangoGlyph glyph) {
  for (guint i = 0; i < subset->pairs->len; i++) {
    if (g_array_index(subset->pairs, pc_charmap_pair, i).glyph == glyph)
      return true;
  }
  return false;
}

static void add_pair(pc_subset *subset, PangoGlyph glyph, gunichar character) {
  const pc_charmap_pair pair = {character, glyph};
  if (glyph < PANGO_GLYPH_EMPTY && !has_pair(subset, glyph))
    g_array_append_val(subset->pairs, pair);
}

/* One character for one glyph. */
static void add_cluster(pc_subset *subset, const PangoGlyphInfo *glyphs, int count,
                        const char *text, int length) {
  if (count < 2 || g_utf8_strlen(text, length) != count)
    return;
  for (int i = 0; i < count; i++) {
    add_pair(subset, glyphs[i].glyph, g_utf8_get_char(text));
    text = g_utf8_next_char(text);
  }
}

void pc_subset_add_joined(pc_subset *subset, const PangoGlyphString *glyphs, const char *text,
                          int length) {
  for (int i = 0, first = 0; i < glyphs->num_glyphs; first = i) {
    const int start = glyphs->log_clusters[first];
    while (i < glyphs->num_glyphs && glyphs->log_clusters[i] == start)
      i++;
    const int end = i < glyphs->num_glyphs ? glyphs->log_clusters[i] : length;
    add_cluster(subset, &glyphs->glyphs[first], i - first, text + start, end - start);
  }
}

/* HarfBuzz is shown a font without the other tables: told to drop them, it would read the table of
 * characters from end to end before. */
static hb_subset_plan_t *make_plan(const pc_subset *subset) {
  hb_subset_input_t *input = hb_subset_input_create_or_fail();
  if (input == NULL)
    return NULL;
  hb_subset_input_set_flags(input, FLAGS);
  hb_set_union(hb_subset_input_glyph_set(input), subset->glyphs);
  hb_face_t *source = hb_face_create_for_tables(refer_table, hb_face_reference(subset->face),
                                                (hb_destroy_func_t)hb_face_destroy);
  hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(source, input);
  hb_face_destroy(source);
  hb_subset_input_destroy(input);
  return plan;
}

static bool has_table(hb_face_t *face, hb_tag_t tag) {
  hb_blob_t *table = hb_face_reference_table(face, tag);
  const bool found = hb_blob_get_length(table) > 0;
  hb_blob_destroy(table);
  return found;
}

static bool has_outlines(hb_face_t *face) {
  return has_table(face, HB_TAG('g', 'l', 'y', 'f')) || has_table(face, HB_TAG('C', 'F', 'F', ' '));
}

/* HarfBuzz leaves out what it cannot read: the outlines have to be there, of every glyph. */
static bool is_complete(const pc_subset *subset, hb_face_t *made) {
  if (!has_outlines(made))
    return false;
  for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(subset->glyphs, &glyph);) {
    /* A glyph that is not in the map has the largest number of all. */
    if (pc_subset_glyph(subset, glyph) >= hb_face_get_glyph_count(made))
      return false;
  }
  return true;
}

/* By the numbers that the glyphs have in the subset. */
static hb_blob_t *add_characters(const pc_subset *subset, hb_face_t *made) {
  for (guint i = 0; i < subset->pairs->len; i++) {
    pc_charmap_pair *pair = &g_array_index(subset->pairs, pc_charmap_pair, i);
    pair->glyph = pc_subset_glyph(subset, pair->glyph);
  }
  return pc_charmap_add(made, subset->pairs);
}

static hb_blob_t *refer_file(const pc_subset *subset, hb_face_t *made) {
  return subset->pairs->len > 0 ? add_characters(subset, made) : hb_face_reference_blob(made);
}

/* The bytes are HarfBuzz's own, not a copy. */
static GBytes *take_bytes(hb_blob_t *blob) {
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
  GBytes *bytes = is_complete(subset, made) ? take_bytes(refer_file(subset, made)) : NULL;
  hb_face_destroy(made);
  return bytes;
}

PangoGlyph pc_subset_glyph(const pc_subset *subset, PangoGlyph glyph) {
  return hb_map_get(hb_subset_plan_old_to_new_glyph_mapping(subset->plan), glyph);
}

/* Tables that shaping goes by and HarfBuzz does not cut but drops. */
static const hb_tag_t dropped_tables[] = {
    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('k', 'e', 'r', 'x'), HB_TAG('m', 'o', 'r', 't'),
    HB_TAG('m', 'o', 'r', 'x'), HB_TAG('S', 'i', 'l', 'f'),
};

/* Without GSUB, HarfBuzz forms Arabic from characters that are not in the text. */
static bool is_shaped_alike(hb_face_t *face) {
  for (size_t i = 0; i < G_N_ELEMENTS(dropped_tables); i++) {
    if (has_table(face, dropped_tables[i]))
      return false;
  }
  return has_table(face, HB_TAG('G', 'S', 'U', 'B')) && !hb_ot_var_has_data(face);
}

static bool has_characters(hb_face_t *made, hb_face_t *source, const hb_set_t *characters) {
  hb_font_t *cut = hb_font_create(made);
  hb_font_t *whole = hb_font_create(source);
  bool all = true;
  hb_codepoint_t glyph;
  for (hb_codepoint_t code = HB_SET_VALUE_INVALID; all && hb_set_next(characters, &code);)
    all = !hb_font_get_nominal_glyph(whole, code, &glyph) ||
          hb_font_get_nominal_glyph(cut, code, &glyph);
  hb_font_destroy(cut);
  hb_font_destroy(whole);
  return all;
}

/* With all features: which of them a text turns on is not known. */
static hb_face_t *cut_to_text(hb_face_t *face, const hb_set_t *characters) {
  hb_subset_input_t *input = hb_subset_input_create_or_fail();
  if (input == NULL)
    return NULL;
  hb_subset_input_set_flags(input, FLAGS);
  hb_set_union(hb_subset_input_unicode_set(input), characters);
  hb_set_t *features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  hb_set_clear(features);
  hb_set_invert(features);
  hb_face_t *made = hb_subset_or_fail(face, input);
  hb_subset_input_destroy(input);
  return made;
}

GBytes *pc_subset_make_text(hb_face_t *face, const hb_set_t *characters) {
  hb_face_t *made = is_shaped_alike(face) ? cut_to_text(face, characters) : NULL;
  if (made == NULL)
    return NULL;
  const bool is_sound = has_outlines(made) && has_characters(made, face, characters);
  GBytes *bytes = is_sound ? take_bytes(hb_face_reference_blob(made)) : NULL;
  hb_face_destroy(made);
  return bytes;
}

/* test_subset.c - fonts cut down: same outlines and advances, small, of either format. */
#include "text/subset.h"

#include <ft2build.h>
#include <hb-ot.h>
#include FT_FREETYPE_H

#include "text/fontset.h"
#include "text_kit.h"

/* Kanji, kana, accented Latin, and a character beyond the BMP. */
static const char sample[] = "花見へ行く、Éfi 12𠮟";

/* A font of the closed set with a subset of it, and the glyphs that were asked for. */
typedef struct cut {
  kit k;
  PangoFont *font;
  GArray *glyphs;
  pc_subset *subset;
  GBytes *bytes;
} cut;

static void add_glyph(cut *c, PangoGlyph glyph) {
  PangoGlyphString *one = pango_glyph_string_new();
  pango_glyph_string_set_size(one, 1);
  one->glyphs[0].glyph = glyph;
  pc_subset_add(c->subset, one);
  pango_glyph_string_free(one);
}

static void cut_init(cut *c, const char *family) {
  *c = (cut){0};
  kit_init(&c->k);
  c->k.doc.theme.fonts.body.text = family;
  kit_use_fonts(&c->k);
  c->font = pc_fonts_load(c->k.fonts, PC_SLOT(PC_FACE_BODY, false, false), c->k.diags);
  c->glyphs = g_array_new(FALSE, FALSE, sizeof(hb_codepoint_t));
  c->subset = pc_subset_new(c->font);
  for (const char *at = sample; *at != '\0'; at = g_utf8_next_char(at)) {
    hb_codepoint_t glyph;
    g_assert_true(
        hb_font_get_nominal_glyph(pango_font_get_hb_font(c->font), g_utf8_get_char(at), &glyph));
    g_array_append_val(c->glyphs, glyph);
    add_glyph(c, glyph);
  }
}

static void cut_clear(cut *c) {
  g_clear_pointer(&c->bytes, g_bytes_unref);
  pc_subset_free(c->subset);
  g_array_unref(c->glyphs);
  kit_clear(&c->k);
}

static hb_font_t *open_cut(const cut *c) {
  gsize length;
  const char *data = g_bytes_get_data(c->bytes, &length);
  hb_blob_t *blob = hb_blob_create(data, (unsigned)length, HB_MEMORY_MODE_READONLY, NULL, NULL);
  g_assert_cmpuint(hb_face_count(blob), ==, 1);
  hb_face_t *face = hb_face_create(blob, 0);
  hb_font_t *font = hb_font_create(face);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return font;
}

static void assert_same_glyph(hb_font_t *whole, hb_codepoint_t old, hb_font_t *made,
                              hb_codepoint_t number) {
  hb_glyph_extents_t a;
  hb_glyph_extents_t b;
  g_assert_cmpint(hb_font_get_glyph_h_advance(whole, old), ==,
                  hb_font_get_glyph_h_advance(made, number));
  g_assert_true(hb_font_get_glyph_extents(whole, old, &a));
  g_assert_true(hb_font_get_glyph_extents(made, number, &b));
  g_assert_true(memcmp(&a, &b, sizeof a) == 0);
}

/* Every glyph asked for is there, and drawn alike. */
static void check_glyphs(const cut *c) {
  hb_font_t *whole = hb_font_create(hb_font_get_face(pango_font_get_hb_font(c->font)));
  hb_font_t *made = open_cut(c);
  for (guint i = 0; i < c->glyphs->len; i++) {
    const hb_codepoint_t old = g_array_index(c->glyphs, hb_codepoint_t, i);
    const PangoGlyph number = pc_subset_glyph(c->subset, old);
    g_assert_cmpuint(number, >, 0);
    assert_same_glyph(whole, old, made, number);
  }
  assert_same_glyph(whole, 0, made, pc_subset_glyph(c->subset, 0));
  hb_font_destroy(made);
  hb_font_destroy(whole);
}

/* As cairo opens it: outlines, and the name that the PDF shows. */
static void check_freetype(const cut *c, const char *name) {
  FT_Library library;
  FT_Face face;
  gsize length;
  const FT_Byte *data = g_bytes_get_data(c->bytes, &length);
  g_assert_cmpint(FT_Init_FreeType(&library), ==, 0);
  g_assert_cmpint(FT_New_Memory_Face(library, data, (FT_Long)length, 0, &face), ==, 0);
  g_assert_cmpstr(FT_Get_Postscript_Name(face), ==, name);
  g_assert_cmpint((int)face->num_glyphs, <=, 2 * (int)c->glyphs->len);
  const FT_UInt last =
      pc_subset_glyph(c->subset, g_array_index(c->glyphs, hb_codepoint_t, c->glyphs->len - 1));
  g_assert_cmpint(FT_Load_Glyph(face, last, FT_LOAD_NO_SCALE), ==, 0);
  g_assert_cmpint(face->glyph->outline.n_points, >, 4);
  FT_Done_Face(face);
  FT_Done_FreeType(library);
}

static void check_family(const char *family, const char *name) {
  cut c;
  cut_init(&c, family);
  c.bytes = pc_subset_make(c.subset);
  g_assert_nonnull(c.bytes);
  g_assert_cmpuint(g_bytes_get_size(c.bytes), <, 16 * 1024);
  check_glyphs(&c);
  check_freetype(&c, name);
  cut_clear(&c);
}

static void test_truetype(void) {
  check_family("BIZ UDGothic", "BIZUDGothic-Regular");
}

/* The Japanese face is one of ten in its file; the ideographs of the others look different. */
static void test_collection(void) {
  check_family("Noto Sans CJK JP", "NotoSansCJKjp-Regular");
  check_family("Noto Serif CJK JP", "NotoSerifCJKjp-Regular");
}

/* What is not a glyph is not looked for, and does not spoil the rest. */
static void test_no_glyphs(void) {
  cut c;
  cut_init(&c, "BIZ UDGothic");
  add_glyph(&c, PANGO_GLYPH_EMPTY);
  add_glyph(&c, PANGO_GET_UNKNOWN_GLYPH(0x1F600));
  c.bytes = pc_subset_make(c.subset);
  g_assert_nonnull(c.bytes);
  check_glyphs(&c);
  cut_clear(&c);
}

/* A number that the font has not: HarfBuzz leaves it out, so the font has to stay whole. */
static void test_beyond(void) {
  cut c;
  cut_init(&c, "BIZ UDGothic");
  add_glyph(&c, 65000);
  g_assert_null(pc_subset_make(c.subset));
  cut_clear(&c);
}

static void test_equal(void) {
  cut a;
  cut b;
  cut_init(&a, "BIZ UDMincho");
  cut_init(&b, "BIZ UDMincho");
  a.bytes = pc_subset_make(a.subset);
  b.bytes = pc_subset_make(b.subset);
  g_assert_true(g_bytes_equal(a.bytes, b.bytes));
  cut_clear(&b);
  cut_clear(&a);
}

static hb_buffer_t *shape(hb_font_t *font, const char *text, bool vertical) {
  hb_buffer_t *buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, text, -1, 0, -1);
  hb_buffer_set_direction(buffer, vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(font, buffer, NULL, 0);
  return buffer;
}

/* Other glyph numbers, but the same glyphs at the same places. */
static void assert_shaped_alike(hb_font_t *whole, hb_font_t *made, const char *text,
                                bool vertical) {
  hb_buffer_t *a = shape(whole, text, vertical);
  hb_buffer_t *b = shape(made, text, vertical);
  unsigned count;
  unsigned n_made;
  const hb_glyph_info_t *old = hb_buffer_get_glyph_infos(a, &count);
  const hb_glyph_info_t *new = hb_buffer_get_glyph_infos(b, &n_made);
  g_assert_cmpuint(count, ==, n_made);
  const hb_glyph_position_t *from = hb_buffer_get_glyph_positions(a, NULL);
  const hb_glyph_position_t *to = hb_buffer_get_glyph_positions(b, NULL);
  for (unsigned i = 0; i < count; i++) {
    g_assert_cmpuint(new[i].codepoint, >, 0);
    g_assert_cmpint(from[i].x_advance, ==, to[i].x_advance);
    g_assert_cmpint(from[i].y_advance, ==, to[i].y_advance);
    g_assert_cmpint(from[i].x_offset, ==, to[i].x_offset);
    g_assert_cmpint(from[i].y_offset, ==, to[i].y_offset);
    assert_same_glyph(whole, old[i].codepoint, made, new[i].codepoint);
  }
  hb_buffer_destroy(a);
  hb_buffer_destroy(b);
}

/* Kerning, ligatures, marks, and the upright forms of brackets and dashes. */
static void check_text(const char *family) {
  static const char text[] = "AVATAR fi「花」ー、e\xcc\x81";
  cut c;
  cut_init(&c, family);
  hb_face_t *face = hb_font_get_face(pango_font_get_hb_font(c.font));
  hb_set_t *characters = hb_set_create();
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
    hb_set_add(characters, g_utf8_get_char(at));
  hb_set_add(characters, 0xE9);
  c.bytes = pc_subset_make_text(face, characters);
  g_assert_nonnull(c.bytes);
  g_assert_cmpuint(g_bytes_get_size(c.bytes), <, 32 * 1024);
  hb_font_t *whole = hb_font_create(face);
  hb_font_t *made = open_cut(&c);
  assert_shaped_alike(whole, made, text, false);
  assert_shaped_alike(whole, made, text, true);
  hb_font_destroy(made);
  hb_font_destroy(whole);
  hb_set_destroy(characters);
  cut_clear(&c);
}

static void test_text(void) {
  check_text("BIZ UDGothic");
  check_text("Noto Sans CJK JP");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/subset/truetype", test_truetype);
  g_test_add_func("/subset/collection", test_collection);
  g_test_add_func("/subset/no-glyphs", test_no_glyphs);
  g_test_add_func("/subset/beyond", test_beyond);
  g_test_add_func("/subset/equal", test_equal);
  g_test_add_func("/subset/text", test_text);
  return g_test_run();
}

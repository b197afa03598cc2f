/* shape.c - a paragraph through Pango: one font for each stretch, glyphs, clusters.  Layer: text.
 *
 * Items are made here and not by pango_itemize: which font a character takes is a rule of the
 * poster, kana and kanji stay in one item, and no other font can slip in.
 */
#include "text/shape.h"

#include <string.h>

#include <hb.h>

#include "text/fontset.h"

/* Pango hands HarfBuzz at most 32 features for an item; two stand for the whole item. */
#define MAX_WIDE_STRETCHES 28

/* Noto's kerning moves kana off the grid. */
#define JAPANESE_FEATURES "kern=0,liga=0"
#define WIDE_FEATURES "fwid=1"

/* In one cell: a digit that fills it, or two that share it. */
#define ALONE_FEATURES "fwid=1"
#define SHARING_FEATURES "hwid=1"

static bool has_glyph(PangoFont *font, gunichar code) {
  hb_codepoint_t glyph;
  return font != NULL && hb_font_get_nominal_glyph(pango_font_get_hb_font(font), code, &glyph);
}

/* Emphasis is bold where it is to be, and where dots have no place: on Latin and below readings. */
static bool is_bold(const pc_shaping *s, const pc_char *c) {
  const pc_text_style *style = &s->paragraph->style;
  const pc_emphasis emphasis = style->rules->emphasis;
  const bool is_heavy = emphasis == PC_EMPHASIS_BOLD ||
                        (emphasis == PC_EMPHASIS_DOTS && (c->western || c->ruby >= 0));
  return style->bold || (c->marks & PC_MARK_STRONG) != 0 ||
         (is_heavy && (c->marks & PC_MARK_EMPHASIS) != 0);
}

static int find_slot(const pc_shaping *s, const pc_char *c, bool western) {
  const bool is_code = (c->marks & PC_MARK_CODE) != 0;
  return PC_SLOT(is_code ? PC_FACE_MONO : s->paragraph->style.face, is_bold(s, c), western);
}

/* The place of the character's first occurrence in the text as it was written. */
static pc_place find_place(const pc_rich *rich, const char *character) {
  const char *text = rich->node == NULL ? NULL : rich->node->text;
  const char *at = text == NULL ? NULL : strstr(text, character);
  return at == NULL ? rich->at : pc_node_place(rich->node, (size_t)(at - text));
}

static void report_missing(const pc_shaping *s, gunichar code) {
  if (!g_hash_table_add(s->measurer->reported, GUINT_TO_POINTER(code)))
    return;
  char character[7] = {0};
  g_unichar_to_utf8(code, character);
  const pc_place at = find_place(s->paragraph->rich, character);
  const char *hint = "replace it, or name a font that has it in theme.fonts.fallback";
  if (g_unichar_isgraph(code))
    PC_REPORT_HINT(s->diags, at, PC_MISSING_GLYPH, hint, "no font has the character '%s' (U+%04X)",
                   character, code);
  else
    PC_REPORT_HINT(s->diags, at, PC_MISSING_GLYPH, hint, "no font has the character U+%04X", code);
}

/* The fonts that a character may be set in, in order: its own, the other script's, the fallbacks.
 */
static PangoFont *find_font(const pc_shaping *s, const pc_char *c) {
  const pc_fonts *fonts = s->measurer->fonts;
  PangoFont *own = pc_fonts_load(fonts, find_slot(s, c, c->western), s->diags);
  if (own == NULL)
    own = pc_fonts_load(fonts, PC_SLOT(PC_FACE_BODY, false, c->western), s->diags);
  if (has_glyph(own, c->code) || g_unichar_isspace(c->code) ||
      g_unichar_type(c->code) == G_UNICODE_FORMAT)
    return own;
  PangoFont *other = pc_fonts_load(fonts, find_slot(s, c, !c->western), s->diags);
  if (has_glyph(other, c->code))
    return other;
  for (int i = 0; i < pc_fonts_n_fallbacks(fonts); i++) {
    PangoFont *font = pc_fonts_load(fonts, PC_SLOT_FALLBACK(i, is_bold(s, c)), s->diags);
    if (has_glyph(font, c->code))
      return font;
  }
  report_missing(s, c->code);
  return own;
}

/* A mark is set in the font of its base, and missing where that font has neither the mark nor both
 * as one character. */
static void check_mark(const pc_shaping *s, const pc_char *c, PangoFont *font) {
  gunichar whole = 0;
  const bool visible = g_unichar_type(c->code) != G_UNICODE_FORMAT &&
                       !(c->code >= 0xFE00 && c->code <= 0xFE0F) &&
                       !(c->code >= 0xE0100 && c->code <= 0xE01EF);
  if (!visible || has_glyph(font, c->code))
    return;
  if (!g_unichar_compose(c[-1].code, c->code, &whole) || !has_glyph(font, whole))
    report_missing(s, c->code);
}

static const char *find_lang(const pc_shaping *s, const pc_char *c) {
  return c->span < 0 ? NULL : s->paragraph->rich->spans[c->span].lang;
}

PangoLanguage *pc_shape_language(const char *lang) {
  return pango_language_from_string(lang != NULL ? lang : "ja");
}

static void append_feature(PangoAnalysis *analysis, const char *features, int start, int end) {
  PangoAttribute *attribute = pango_attr_font_features_new(features);
  attribute->start_index = (guint)start;
  attribute->end_index = (guint)end;
  analysis->extra_attrs = g_slist_append(analysis->extra_attrs, attribute);
}

static void append_features(const pc_shaping *s, PangoAnalysis *analysis, int first, int last) {
  const pc_char *chars = s->chars;
  if (chars[first].western)
    return;
  append_feature(analysis, JAPANESE_FEATURES, chars[first].start, chars[last].start);
  if (chars[first].orientation == PC_ORIENTATION_COMBINED)
    append_feature(analysis, last - first == 1 ? ALONE_FEATURES : SHARING_FEATURES,
                   chars[first].start, chars[last].start);
  for (int i = first; i < last; i++) {
    if (!chars[i].wide)
      continue;
    const int start = i;
    while (i < last && chars[i].wide)
      i++;
    append_feature(analysis, WIDE_FEATURES, chars[start].start, chars[i].start);
  }
}

/* Side by side in the middle of a cell of one em, made narrower where they need more. */
static void fill_cell(pc_item *item) {
  PangoGlyphInfo *glyphs = item->glyphs->glyphs;
  int width = 0;
  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    width += glyphs[i].geometry.width;
  item->scale = MIN(1, PC_RUN_EM / MAX(width, 1));
  for (int i = 0; i < item->glyphs->num_glyphs; i++)
    glyphs[i].geometry.x_offset += MAX(0, (int)PC_RUN_EM - width) / 2;
}

static pc_item shape_item(const pc_shaping *s, PangoFont *font, int first, int last) {
  const pc_rich *rich = s->paragraph->rich;
  const pc_orientation orientation = pc_vertical_stand(&s->chars[first], font);
  const bool upright = orientation == PC_ORIENTATION_UPRIGHT;
  pc_item item = {s->chars[first].start,    s->chars[last].start, g_object_ref(font),
                  pango_glyph_string_new(), orientation,          1};
  PangoAnalysis analysis = {
      .font = font,
      .language = pc_shape_language(find_lang(s, &s->chars[first])),
      .gravity = upright ? PANGO_GRAVITY_EAST : PANGO_GRAVITY_SOUTH,
      .script = (guint8)(s->chars[first].western ? PANGO_SCRIPT_LATIN : PANGO_SCRIPT_HAN),
  };
  append_features(s, &analysis, first, last);
  pango_shape_full(rich->text + item.start, item.end - item.start, rich->text, rich->length,
                   &analysis, item.glyphs);
  g_slist_free_full(analysis.extra_attrs, (GDestroyNotify)pango_attribute_destroy);
  if (orientation == PC_ORIENTATION_COMBINED)
    fill_cell(&item);
  return item;
}

static double measure_glyphs(const pc_item *item, const pc_cluster *cluster) {
  int width = 0;
  for (int i = 0; i < cluster->n_glyphs; i++)
    width += item->glyphs->glyphs[cluster->glyph + i].geometry.width;
  return width / PC_RUN_EM;
}

static void measure_cluster(const pc_shaping *s, const pc_item *item, pc_cluster *cluster) {
  const pc_char *first = &s->chars[cluster->first_char];
  const bool combined = item->orientation == PC_ORIENTATION_COMBINED;
  const double advance = combined ? 1 : measure_glyphs(item, cluster);
  if (first->jclass == PC_JC_WESTERN_SPACE && (first->marks & PC_MARK_CODE) == 0)
    cluster->body = PC_SPACE_EM;
  else
    cluster->body = pc_spacing_body(first->jclass, advance, &cluster->left);
}

/* Glyphs of one cluster number together; a mark that the font drew by itself belongs to its base.
 */
static int append_cluster(const pc_shaping *s, int item_index, int glyph, int first_char,
                          GArray *clusters) {
  const pc_item *item = &s->paragraph->items[item_index];
  const PangoGlyphString *glyphs = item->glyphs;
  pc_cluster cluster = {.start = s->chars[first_char].start,
                        .first_char = first_char,
                        .item = item_index,
                        .glyph = glyph};
  int c = first_char;
  int next = glyph;
  do {
    const int number = glyphs->log_clusters[next];
    while (next < glyphs->num_glyphs && glyphs->log_clusters[next] == number)
      next++;
    const int end =
        next < glyphs->num_glyphs ? item->start + glyphs->log_clusters[next] : item->end;
    while (s->chars[c].start < end)
      c++;
  } while (next < glyphs->num_glyphs && s->chars[c].joins);
  cluster.end = s->chars[c].start;
  cluster.n_glyphs = next - glyph;
  measure_cluster(s, item, &cluster);
  g_array_append_val(clusters, cluster);
  return next;
}

static void append_clusters(const pc_shaping *s, int item_index, int first_char, GArray *clusters) {
  const pc_item *item = &s->paragraph->items[item_index];
  int c = first_char;
  for (int glyph = 0; glyph < item->glyphs->num_glyphs;) {
    glyph = append_cluster(s, item_index, glyph, c, clusters);
    const pc_cluster *made = &g_array_index(clusters, pc_cluster, clusters->len - 1);
    while (s->chars[c].start < made->end)
      c++;
  }
}

static void append_newline(const pc_shaping *s, int index, GArray *clusters) {
  const pc_cluster cluster = {.start = s->chars[index].start,
                              .end = s->chars[index + 1].start,
                              .first_char = index,
                              .item = -1};
  g_array_append_val(clusters, cluster);
}

/* The end of the stretch of one font that begins at first. */
static int find_stretch(const pc_shaping *s, int first, PangoFont *font) {
  const pc_char *chars = s->chars;
  const pc_orientation orientation = pc_vertical_stand(&chars[first], font);
  int n_wide = 0;
  int i = first + 1;
  for (; i < s->n_chars && !chars[i].is_newline; i++) {
    n_wide += chars[i].wide && !chars[i - 1].wide ? 1 : 0;
    if (chars[i].joins) {
      check_mark(s, &chars[i], font);
      continue;
    }
    if (orientation == PC_ORIENTATION_COMBINED || pc_vertical_stand(&chars[i], font) != orientation)
      break;
    if (n_wide > MAX_WIDE_STRETCHES || chars[i].western != chars[first].western ||
        find_font(s, &chars[i]) != font || find_lang(s, &chars[i]) != find_lang(s, &chars[first]))
      break;
  }
  return i;
}

void pc_shape(const pc_shaping *s, GArray *clusters) {
  g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(pc_item));
  for (int i = 0; i < s->n_chars;) {
    if (s->chars[i].is_newline) {
      append_newline(s, i++, clusters);
      continue;
    }
    PangoFont *font = find_font(s, &s->chars[i]);
    const int end = find_stretch(s, i, font);
    const pc_item item = shape_item(s, font, i, end);
    g_array_append_val(items, item);
    s->paragraph->items = (pc_item *)(void *)items->data;
    append_clusters(s, (int)items->len - 1, i, clusters);
    i = end;
  }
  s->paragraph->n_items = (int)items->len;
  s->paragraph->items = (pc_item *)(void *)g_array_free(g_steal_pointer(&items), FALSE);
}

/* glyphs.c - a run's glyphs and clusters as cairo takes them.  Layer: backend.
 *
 * Cairo gets the text and the clusters with the glyphs, so the PDF's text can be copied.
 */
#include "backend/glyphs.h"

/* Glyph 0 of every font: the box of a character that it has not. */
#define NOT_DEFINED 0

#define NO_BLANK G_MAXULONG

static unsigned long number_glyph(const pc_cairo_font *font, PangoGlyph glyph) {
  if ((glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
    return NOT_DEFINED;
  return font->subset != NULL ? pc_subset_glyph(font->subset, glyph) : glyph;
}

/* What stands for a character that is not seen has no glyph.  Upright glyphs follow one another
 * downwards; their places are Pango's, along the line and across it. */
static int place_glyphs(const pc_run *run, const pc_cairo_font *font, unsigned long blank,
                        cairo_glyph_t *to) {
  const PangoGlyphString *from = run->glyphs.glyphs;
  const bool upright = run->vertical && run->orientation == PC_ORIENTATION_UPRIGHT;
  int count = 0;
  int x = 0;
  for (int i = 0; i < from->num_glyphs; i++) {
    const PangoGlyphInfo *glyph = &from->glyphs[i];
    const PangoGlyphGeometry *geometry = &glyph->geometry;
    const double along = (double)(x + geometry->x_offset) / PANGO_SCALE;
    const double across = (double)geometry->y_offset / PANGO_SCALE;
    if (glyph->glyph != PANGO_GLYPH_EMPTY)
      to[count++] = (cairo_glyph_t){number_glyph(font, glyph->glyph), upright ? -across : along,
                                    upright ? along : across};
    x += geometry->width;
  }
  const double end = (double)x / PANGO_SCALE;
  if (blank != NO_BLANK)
    to[count++] = (cairo_glyph_t){blank, upright ? 0 : end, upright ? end : 0};
  return count;
}

/* Glyphs of equal number are one cluster, which reaches as far as the next one's number. */
static int group_clusters(const PangoGlyphString *from, int length, cairo_text_cluster_t *to) {
  int count = 0;
  for (int i = 0; i < from->num_glyphs; count++) {
    const int start = from->log_clusters[i];
    int n_glyphs = 0;
    for (; i < from->num_glyphs && from->log_clusters[i] == start; i++)
      n_glyphs += from->glyphs[i].glyph != PANGO_GLYPH_EMPTY ? 1 : 0;
    const int end = i < from->num_glyphs ? from->log_clusters[i] : length;
    to[count] = (cairo_text_cluster_t){end - start, n_glyphs};
  }
  return count;
}

/* NO_BLANK: none is wanted, or the font has none. */
static unsigned long find_blank(const pc_run *run, const pc_cairo_font *font, bool is_wanted) {
  const PangoGlyph glyph = is_wanted ? pc_subset_find(run->glyphs.item->analysis.font, ' ') : 0;
  return glyph != 0 ? number_glyph(font, glyph) : NO_BLANK;
}

void pc_glyphs_show(cairo_t *cr, const pc_run *run, const pc_cairo_font *font, bool has_blank) {
  const PangoGlyphString *from = run->glyphs.glyphs;
  const PangoItem *item = run->glyphs.item;
  const gsize most = (gsize)from->num_glyphs + 1;
  g_autofree cairo_glyph_t *glyphs = g_new(cairo_glyph_t, most);
  g_autofree cairo_text_cluster_t *clusters = g_new(cairo_text_cluster_t, most);
  g_autofree char *text = g_strdup_printf("%.*s ", item->length, run->text + item->offset);
  const unsigned long blank = find_blank(run, font, has_blank);
  const int n_glyphs = place_glyphs(run, font, blank, glyphs);
  int n_clusters = group_clusters(from, item->length, clusters);
  if (blank != NO_BLANK)
    clusters[n_clusters++] = (cairo_text_cluster_t){1, 1};
  cairo_set_font_face(cr, font->face);
  cairo_set_font_matrix(cr, &font->matrix);
  cairo_show_text_glyphs(cr, text, item->length + (blank != NO_BLANK), glyphs, n_glyphs, clusters,
                         n_clusters, 0);
}

/* subset.h - a font cut down to some of its glyphs.  Layer: text. */
#ifndef PC_TEXT_SUBSET_H
#define PC_TEXT_SUBSET_H

#include <hb.h>
#include <pango/pango.h>

typedef struct pc_subset pc_subset;

pc_subset *pc_subset_new(PangoFont *font);
void pc_subset_free(pc_subset *subset);

void pc_subset_add(pc_subset *subset, const PangoGlyphString *glyphs);

/* The glyph of a character in the whole font; 0: it has none. */
PangoGlyph pc_subset_find(PangoFont *font, gunichar character);
void pc_subset_add_glyph(pc_subset *subset, PangoGlyph glyph);

/* cairo is told what a glyph stands for where it is a cluster of its own.  Of those that share one
 * with others, each for a character, the file has to know it. */
void pc_subset_add_joined(pc_subset *subset, const PangoGlyphString *glyphs, const char *text,
                          int length);

/* After all glyphs: a font file of one face with outlines, advances and names.  It is drawn with,
 * not shaped with, and knows no other characters.  NULL: this font cannot be cut, use it whole.
 */
GBytes *pc_subset_make(pc_subset *subset);

/* The number of an added glyph in the file made. */
PangoGlyph pc_subset_glyph(const pc_subset *subset, PangoGlyph glyph);

/* A font file of one face for text of these characters, shaped and drawn as with the whole.  What
 * the face lacks is left out.  NULL: this font cannot be cut, use it whole. */
GBytes *pc_subset_make_text(hb_face_t *face, const hb_set_t *characters);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_subset, pc_subset_free)

#endif

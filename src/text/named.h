/* named.h - the closed set of fonts under their own names, for drawings that name theirs.
 * Layer: text.
 *
 * posterc's own text never asks by name (text/fontset.h).  An SVG does, and whoever draws it asks
 * Pango: it gets a font map that knows the families of the set, and nothing else.
 */
#ifndef PC_TEXT_NAMED_H
#define PC_TEXT_NAMED_H

#include "text/fonts.h"

/* What the text of a drawing asks for. */
typedef struct pc_font_wishes {
  const char *file; /* the drawing, for messages */
  pc_place at;
  GPtrArray *lists;  /* pc_family_list */
  GHashTable *codes; /* code points of its text: GUINT_TO_POINTER */
  GHashTable *forms; /* those, and what may be set in their place: capitals, (de)composed ones */
  bool has_weights;  /* not all of it is of regular weight */
} pc_font_wishes;

/* One list of families as CSS has it: the first that is there is used. */
typedef struct pc_family_list {
  char **names; /* without quotation marks; NULL-terminated */
  int line;     /* of the drawing */
} pc_family_list;

pc_font_wishes *pc_font_wishes_new(const char *file, pc_place at);
void pc_font_wishes_free(pc_font_wishes *wishes);
/* Takes names. */
void pc_font_wishes_add_list(pc_font_wishes *wishes, char **names, int line);
void pc_font_wishes_add_text(pc_font_wishes *wishes, const char *text, size_t length);

/* Fonts in which every character of the wishes can be drawn. */
typedef struct pc_named_fonts pc_named_fonts;

/* Names of the set are the set's families; `monospace` is the theme's mono, `serif` a Mincho of the
 * set, and every other generic name, and no name, the theme's body with its Latin.  A character
 * that the named families lack comes from the theme's.  NULL: reported (missing-font,
 * missing-glyph, font-drift).  Needs nothing of fonts and wishes afterwards; to be kept while what
 * was drawn with it is (cairo opens fonts again). */
pc_named_fonts *pc_named_fonts_new(const pc_fonts *fonts, const pc_font_wishes *wishes,
                                   pc_diags *diags);
void pc_named_fonts_free(pc_named_fonts *fonts);

/* Between the two, who asks Pango for the fonts of this thread gets these and no others. */
void pc_named_fonts_begin(pc_named_fonts *fonts);
void pc_named_fonts_end(pc_named_fonts *fonts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_font_wishes, pc_font_wishes_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_named_fonts, pc_named_fonts_free)

#endif

/* shape.h - characters to clusters, with fonts or without.  Layer: text. */
#ifndef PC_TEXT_SHAPE_H
#define PC_TEXT_SHAPE_H

#include "text/paragraph.h"

struct pc_measurer {
  const pc_fonts *fonts; /* NULL: squares */
  GHashTable *reported;  /* code points reported as missing */
};

/* One paragraph on its way through the fonts. */
typedef struct pc_shaping {
  pc_measurer *measurer;
  pc_paragraph *paragraph; /* receives the items */
  const pc_char *chars;
  int n_chars;
  pc_diags *diags;
} pc_shaping;

/* Appends clusters with text, body, left and glyphs; the rest is pc_paragraph_compose's. */
void pc_shape(const pc_shaping *shaping, GArray *clusters);

/* Whose glyph shapes are wanted; NULL: Japanese ones. */
PangoLanguage *pc_shape_language(const char *lang);

/* The same with ideal metrics (SPEC section 12): Japanese 1 em, Western .5, U+0020 1/3. */
void pc_square_shape(const pc_char *chars, int n_chars, GArray *clusters);

/* Natural width of U+0020 (JLREQ 3.2.2), whatever the font says. */
#define PC_SPACE_EM (1.0 / 3)

#endif

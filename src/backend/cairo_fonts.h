/* cairo_fonts.h - the fonts of a display as cairo draws them.  Layer: backend. */
#ifndef PC_BACKEND_CAIRO_FONTS_H
#define PC_BACKEND_CAIRO_FONTS_H

#include <cairo.h>

#include "display/display.h"
#include "text/subset.h"

/* A font cut down to what the display uses, or whole where that fails. */
typedef struct pc_cairo_font {
  cairo_font_face_t *face;
  cairo_matrix_t matrix; /* of an em, turned where Pango turns the glyphs of vertical text */
  pc_subset *subset;     /* numbers its glyphs; NULL: whole, as they are */
} pc_cairo_font;

typedef struct pc_cairo_fonts pc_cairo_fonts;

/* Every font of the displays' runs. */
pc_cairo_fonts *pc_cairo_fonts_new(const pc_display *const *displays, int n);
void pc_cairo_fonts_free(pc_cairo_fonts *fonts);

/* Of one of these fonts. */
const pc_cairo_font *pc_cairo_fonts_get(const pc_cairo_fonts *fonts, PangoFont *font);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_cairo_fonts, pc_cairo_fonts_free)

#endif

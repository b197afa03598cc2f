/* glyphs.h - the glyphs of a run, with the text behind them.  Layer: backend. */
#ifndef PC_BACKEND_GLYPHS_H
#define PC_BACKEND_GLYPHS_H

#include "backend/cairo_fonts.h"

/* Shows a run that has glyphs at the origin in the color that is set.  An em is PC_RUN_EM /
 * PANGO_SCALE units, which the caller scales to size.  has_blank: a blank follows. */
void pc_glyphs_show(cairo_t *cr, const pc_run *run, const pc_cairo_font *font, bool has_blank);

#endif

/* glyphs.h - the glyphs of a run, with the text behind them.  Layer: backend. */
#ifndef PC_BACKEND_GLYPHS_H
#define PC_BACKEND_GLYPHS_H

#include <cairo.h>

#include "text/run.h"

/* Shows a run that has glyphs at the origin, in the face and color that are set; one unit is one
 * Pango unit's PANGO_SCALE-fold, so that an em is PC_RUN_EM / PANGO_SCALE. */
void pc_glyphs_show(cairo_t *cr, const pc_run *run);

#endif

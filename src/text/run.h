/* run.h - a stretch of one line in one font: what a backend needs to paint it.  Layer: text. */
#ifndef PC_TEXT_RUN_H
#define PC_TEXT_RUN_H

#include <pango/pango.h>

#include "text/measurer.h"
#include "text/vertical.h"

struct pc_run {
  const char *text; /* of the whole paragraph: glyphs' clusters count from item->offset */
  int start, end;   /* bytes of the paragraph's text */
  double x, width;  /* em from the line's start (after its indent) */
  unsigned marks;   /* pc_mark */
  const char *href;
  const char *lang;      /* BCP 47; NULL: that of the text around it */
  PangoGlyphItem glyphs; /* item NULL: no font (square measurer).  Units: PC_RUN_EM for one em,
                            glyphs trimmed and spaced as they are to be painted */
  bool vertical;         /* its line runs downwards */
  pc_orientation orientation;
  double scale; /* of combined glyphs side by side, so that they fit into one em */
};

/* Pango units of one em in a run's glyphs: shaped at 1000 units of font size. */
#define PC_RUN_EM (1000.0 * PANGO_SCALE)

#endif

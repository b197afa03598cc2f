/* subset.h - a font cut down to the glyphs and characters of some runs.  Layer: text. */
#ifndef PC_TEXT_SUBSET_H
#define PC_TEXT_SUBSET_H

#include "text/run.h"

typedef struct pc_subset pc_subset;

/* Of the font that a run is set in, or any other at whatever size. */
pc_subset *pc_subset_new(PangoFont *font);
void pc_subset_free(pc_subset *subset);

/* Adds the glyphs of a run that has some, and the characters behind them. */
void pc_subset_add(pc_subset *subset, const pc_run *run);

/* A font file of one face in which every glyph added keeps its number and every character added
 * its glyph.  It has outlines, advances and names, no instructions and no layout tables: it is
 * drawn with, not shaped with.  NULL: this font cannot be cut, use it whole. */
GBytes *pc_subset_make(const pc_subset *subset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_subset, pc_subset_free)

#endif

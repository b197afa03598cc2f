/* subset.h - a font cut down to the glyphs and characters of some runs.  Layer: text. */
#ifndef PC_TEXT_SUBSET_H
#define PC_TEXT_SUBSET_H

#include "text/run.h"

typedef struct pc_subset pc_subset;

pc_subset *pc_subset_new(PangoFont *font);
void pc_subset_free(pc_subset *subset);

/* Adds the glyphs of a run that has some, and the characters behind them. */
void pc_subset_add(pc_subset *subset, const pc_run *run);

/* After all runs: a font file of one face with outlines, advances, characters and names.  It has
 * neither instructions nor layout tables: it is drawn with, not shaped with.  NULL: this font
 * cannot be cut, use it whole. */
GBytes *pc_subset_make(pc_subset *subset);

/* The number of an added glyph in the file made. */
PangoGlyph pc_subset_glyph(const pc_subset *subset, PangoGlyph glyph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_subset, pc_subset_free)

#endif

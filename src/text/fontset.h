/* fontset.h - which font a stretch of text is set in.  Layer: text. */
#ifndef PC_TEXT_FONTSET_H
#define PC_TEXT_FONTSET_H

#include <pango/pango.h>

#include "text/fonts.h"
#include "text/measurer.h"

/* A slot for each use of a font: face, bold or not, Western or Japanese; then the fallbacks,
 * regular and bold of each. */
#define PC_SLOT(face, bold, western) ((int)(face)*4 + ((bold) ? 2 : 0) + ((western) ? 1 : 0))
#define PC_SLOT_FALLBACK(index, bold) (PC_N_FACES * 4 + 2 * (index) + ((bold) ? 1 : 0))

int pc_fonts_n_fallbacks(const pc_fonts *fonts);

/* The font of a slot at 1000 units an em, loaded at first use.  NULL: its file is missing, changed
 * or damaged, reported once. */
PangoFont *pc_fonts_load(const pc_fonts *fonts, int slot, pc_diags *diags);

#endif

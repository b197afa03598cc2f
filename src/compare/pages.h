/* pages.h - the pages of a PDF as pixels.  Layer: compare. */
#ifndef PC_COMPARE_PAGES_H
#define PC_COMPARE_PAGES_H

#include "compare/changes.h"

/* Renders the pages of both files at one resolution, by pdftoppm; false: reported. */
bool pc_pages_render(pc_comparison *comparison, pc_diags *diags);
/* The same for layouts, as a sketch: frames, lines and figures. */
void pc_pages_sketch(pc_comparison *comparison);

#endif

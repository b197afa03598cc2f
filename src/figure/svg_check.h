/* svg_check.h - what an SVG says, read before it is drawn.  Layer: figure.
 *
 * Whoever draws it later opens no file and no connection; this says so to the author, keeps bombs
 * out, and gathers what the text needs.
 */
#ifndef PC_FIGURE_SVG_CHECK_H
#define PC_FIGURE_SVG_CHECK_H

#include "diag/diag.h"
#include "text/named.h"

/* Well-formed; no references to other files, scripts or entities; nothing that would be printed as
 * dots instead of lines; within limits.  Adds families and characters to wishes, which names the
 * file.  false: reported. */
bool pc_svg_check(GBytes *file, pc_font_wishes *wishes, pc_diags *diags);

#endif

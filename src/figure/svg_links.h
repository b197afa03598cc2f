/* svg_links.h - an SVG without its links.  Layer: figure. */
#ifndef PC_FIGURE_SVG_LINKS_H
#define PC_FIGURE_SVG_LINKS_H

#include <glib.h>

/* The same drawing, whose <a> lead nowhere.  librsvg would hand their addresses to cairo, which
 * writes them into the PDF as they are: an address can be made that becomes a script there.  file
 * is well-formed (pc_svg_check). */
GBytes *pc_svg_unlink(GBytes *file);

#endif

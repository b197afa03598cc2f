/* cairo.h - a display's commands as marks on a cairo_t.  Layer: backend.
 *
 * Marks only: the tree of tags, boxes and metadata are the finishing stage's.
 */
#ifndef PC_BACKEND_CAIRO_H
#define PC_BACKEND_CAIRO_H

#include <cairo.h>

#include "backend/cairo_fonts.h"
#include "backend/marking.h"
#include "diag/diag.h"

/* cr: the trim's top left is the origin, one unit is one micrometre.  marking: for a PDF, whose
 * contents are marked; NULL: none.  false: reported. */
bool pc_cairo_paint(cairo_t *cr, const pc_display *display, const pc_marking *marking,
                    pc_diags *diags);

/* The same with fonts that were made for it and other displays: a document has each font once. */
bool pc_cairo_paint_with(cairo_t *cr, const pc_display *display, const pc_cairo_fonts *fonts,
                         const pc_marking *marking, pc_diags *diags);

/* Whether surface is well; what: "the PDF".  A surface that cairo cannot hold is a limit, anything
 * else a print-rule. */
bool pc_cairo_check(cairo_status_t status, const char *what, pc_diags *diags);

/* Ends a page on a stream surface and frees both; the same answer and reports. */
bool pc_cairo_finish(cairo_t *cr, cairo_surface_t *surface, const char *what, pc_diags *diags);

/* For cairo's stream surfaces: closure is a GByteArray. */
cairo_status_t pc_cairo_append(void *closure, const unsigned char *data, unsigned length);

#endif

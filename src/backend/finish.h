/* finish.h - cairo's marks become a document.  Layer: backend.
 *
 * cairo writes marks only; boxes, metadata, catalog, repairs of fonts and pictures are made here.
 */
#ifndef PC_BACKEND_FINISH_H
#define PC_BACKEND_FINISH_H

#include "backend/backend.h"
#include "backend/condition.h"
#include "backend/marking.h"
#include "backend/pictures.h"
#include "display/sheet.h"
#include "figure/objects.h"

/* The finished file from cairo's bytes of this display, marked like that.  condition: what a PDF/X
 * is made for; NULL: a plain PDF.  NULL: reported. */
GBytes *pc_finish_pdf(GBytes *marks, const pc_display *display, const pc_marking *marking,
                      const pc_condition *condition, const pc_backend_options *options,
                      pc_diags *diags);

/* The steps that all documents share: real pictures and sound fonts; the boxes of a page; catalog,
 * metadata and bytes.  NULL: reported. */
void pc_finish_drawing(pc_pdf *pdf, const pc_display *display, pc_placed_pictures *placed,
                       pc_diags *diags);
void pc_finish_boxes(pc_pdf *pdf, qpdf_oh page, pc_sheet sheet);
GBytes *pc_finish_bytes(pc_pdf *pdf, GBytes *marks, const pc_display *display,
                        const pc_backend_options *options, const char *version, pc_diags *diags);

/* Reads the finished bytes back: n pages, the boxes as asked, and all rules (rules.h) of what was
 * asked for and of what the file says that it is.  false: reported, once for each rule. */
bool pc_inspect_pdf(GBytes *bytes, const pc_sheet *sheets, int n, const pc_backend_options *options,
                    pc_diags *diags);

/* "0.0000 0.0000 2383.9370 3370.3937": a rectangle in points from the media's bottom left, as left,
 * bottom, right and top.  The caller frees it. */
char *pc_sheet_format_rect(pc_sheet sheet, pc_rect rect);

#endif

/* pdf_clean.h - what the marks of a page need, and nothing else.  Layer: figure. */
#ifndef PC_FIGURE_PDF_CLEAN_H
#define PC_FIGURE_PDF_CLEAN_H

#include "figure/codec.h"
#include "figure/objects.h"

/* Takes from the resources and from all that hangs on them every key that drawing does not ask for:
 * scripts, actions, metadata, private data, layers, tags, links to other files.  What stays is
 * untouched.  Fonts have to be embedded.  false: problem. */
bool pc_pdf_clean_resources(pc_pdf *pdf, qpdf_oh resources, pc_problem *problem);

/* The most that the marks of a page may be when they are unpacked, and again those of all forms
 * that it shows. */
#define PC_PDF_MAX_MARKS ((size_t)64 << 20)

/* Marks what was imported (PC_PDF_FOREIGN). */
void pc_pdf_mark_foreign(pc_pdf *pdf, qpdf_oh dict);

/* The same for a page's transparency group. */
bool pc_pdf_clean_group(pc_pdf *pdf, qpdf_oh group, pc_problem *problem);

#endif

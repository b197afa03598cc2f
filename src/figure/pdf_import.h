/* pdf_import.h - a page of somebody's PDF as a form that only draws.  Layer: figure. */
#ifndef PC_FIGURE_PDF_IMPORT_H
#define PC_FIGURE_PDF_IMPORT_H

#include "figure/codec.h"

/* The name of the form in the resources of the document's page. */
#define PC_PDF_FORM "/Page"
/* A key of every form, pattern and font that was imported, private as the third class of names is
 * (ISO 32000-1, annex E): what is in them is not posterc's, and stays as it is. */
#define PC_PDF_FOREIGN "/XXposterc"

/* A document of that page alone, as the form PC_PDF_FORM that fills the unit square: its marks,
 * fonts and pictures as they were, and nothing else.  *width and *height are those of the page as
 * it is seen.  NULL: problem. */
GBytes *pc_pdf_import(GBytes *file, int number, double *width, double *height, pc_problem *problem);

#endif

/* pdf_page.h - one page of somebody's PDF, with what it inherits.  Layer: figure. */
#ifndef PC_FIGURE_PDF_PAGE_H
#define PC_FIGURE_PDF_PAGE_H

#include "figure/codec.h"
#include "figure/objects.h"

typedef struct pc_pdf_page {
  qpdf_oh page, resources; /* resources: null where there are none */
  double box[4];           /* what is shown, in the page's units: left, bottom, right, top */
  int turn;                /* quarter turns clockwise, 0..3 */
} pc_pdf_page;

/* Page number (from 1) of the tree, which is walked within limits: libqpdf's own walk is not.
 * false: problem. */
bool pc_pdf_page_find(pc_pdf *pdf, int number, pc_pdf_page *page, pc_problem *problem);

#endif

/* early_pdf.h - a document of PDF 1.4, as PDF/X-1a:2003 is.  Layer: backend. */
#ifndef PC_BACKEND_EARLY_PDF_H
#define PC_BACKEND_EARLY_PDF_H

#include "figure/objects.h"

/* Takes from the tree what PDF 1.5 and later added to it; younger types of elements are explained
 * by older ones (Adobe, PDF Reference 1.4, 9.7). */
void pc_early_pdf_finish(pc_pdf *pdf);

#endif

/* pdf_marks.h - the marks of somebody's page without its tags.  Layer: figure. */
#ifndef PC_FIGURE_PDF_MARKS_H
#define PC_FIGURE_PDF_MARKS_H

#include <glib.h>

/* The content stream without marked content (ISO 32000-1, 14.6), whose numbers and layers belong to
 * another document.  NULL: it cannot be read. */
GByteArray *pc_pdf_marks_strip(const guint8 *data, size_t length);

#endif

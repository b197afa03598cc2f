/* operators.h - what of a content stream is written in another way.  Layer: backend. */
#ifndef PC_BACKEND_OPERATORS_H
#define PC_BACKEND_OPERATORS_H

#include "backend/separation.h"

/* The stream in its new form: drawing of a page outside of marked content is an artifact (ISO
 * 14289-1, 7.1), and all that work says.  NULL: it cannot be read.  What it draws with is visited
 * (separation.h) where it is drawn. */
GString *pc_operators_rewrite(const pc_stream *content, const char *data, size_t length);

/* The same for the only page; matrix and resources are its own.  false: it could not be read. */
bool pc_operators_rewrite_page(pc_pdf *pdf, pc_separation *work);

#endif

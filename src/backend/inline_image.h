/* inline_image.h - pictures inside a content stream (ISO 32000-1, 8.9.7).  Layer: backend. */
#ifndef PC_BACKEND_INLINE_IMAGE_H
#define PC_BACKEND_INLINE_IMAGE_H

#include "backend/separation.h"
#include "figure/content.h"

/* Where its colours have to change, the picture becomes an object of resources, in its new colours,
 * and out gets the operator that draws it.  false: it stays where it is. */
bool pc_inline_image_move(pc_separation *work, qpdf_oh resources, const pc_operation *operation,
                          GString *out);

#endif

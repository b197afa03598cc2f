/* intent.h - what a PDF/X says of its colours (ISO 15930-7, 6.2).  Layer: backend. */
#ifndef PC_BACKEND_INTENT_H
#define PC_BACKEND_INTENT_H

#include "backend/condition.h"
#include "figure/objects.h"

void pc_intent_write(pc_pdf *pdf, const pc_condition *condition);

/* sRGB as a colour space, an object. */
qpdf_oh pc_intent_make_srgb(pc_pdf *pdf);

#endif

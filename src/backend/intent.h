/* intent.h - what a PDF/X says of its colours (ISO 15930-7, 6.2).  Layer: backend. */
#ifndef PC_BACKEND_INTENT_H
#define PC_BACKEND_INTENT_H

#include "backend/condition.h"
#include "figure/objects.h"

/* The output intent; DeviceRGB everywhere means sRGB, and what is transparent is mixed in the
 * printing condition's inks. */
void pc_intent_write(pc_pdf *pdf, const pc_condition *condition);

#endif

/* pictures.h - the pictures of a PDF, after cairo: real data for placeholders, CMYK the right way
 * round.  Layer: backend. */
#ifndef PC_BACKEND_PICTURES_H
#define PC_BACKEND_PICTURES_H

#include "backend/objects.h"
#include "display/display.h"

void pc_pictures_finish(pc_pdf *pdf, const pc_display *display);

#endif

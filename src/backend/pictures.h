/* pictures.h - the pictures of a PDF, after cairo: the real thing for every placeholder, with the
 * profile of its colours.  Layer: backend. */
#ifndef PC_BACKEND_PICTURES_H
#define PC_BACKEND_PICTURES_H

#include "figure/objects.h"
#include "display/display.h"

/* What cannot be decoded is reported at its place.  open receives documents that must live until
 * pdf is written. */
void pc_pictures_finish(pc_pdf *pdf, const pc_display *display, GPtrArray *open, pc_diags *diags);

#endif

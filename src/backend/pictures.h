/* pictures.h - the pictures of a PDF, after cairo: the real thing for every placeholder, with the
 * profile of its colours.  Layer: backend. */
#ifndef PC_BACKEND_PICTURES_H
#define PC_BACKEND_PICTURES_H

#include "figure/objects.h"
#include "display/display.h"

/* What pictures became. */
typedef struct pc_placed {
  GPtrArray *open;    /* documents that must live until the PDF is written */
  GHashTable *places; /* number of an object: the first command that paints it */
} pc_placed;

void pc_placed_init(pc_placed *placed);
void pc_placed_clear(pc_placed *placed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(pc_placed, pc_placed_clear)

/* What cannot be decoded is reported at its place. */
void pc_pictures_finish(pc_pdf *pdf, const pc_display *display, pc_placed *placed, pc_diags *diags);

#endif

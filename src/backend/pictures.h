/* pictures.h - the pictures of a PDF, after cairo: the real thing for every placeholder, with the
 * profile of its colours.  Layer: backend. */
#ifndef PC_BACKEND_PICTURES_H
#define PC_BACKEND_PICTURES_H

#include "figure/objects.h"
#include "display/display.h"

/* What pictures became. */
typedef struct pc_placed_pictures {
  GPtrArray *open;    /* documents that must live until the PDF is written */
  GPtrArray *parcels; /* and what they are read from */
  GHashTable *places; /* number of an object: the first command that paints it */
} pc_placed_pictures;

void pc_placed_pictures_init(pc_placed_pictures *placed);
void pc_placed_pictures_clear(pc_placed_pictures *placed);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(pc_placed_pictures, pc_placed_pictures_clear)

/* What cannot be decoded is reported at its place. */
void pc_pictures_finish(pc_pdf *pdf, const pc_display *display, pc_placed_pictures *placed,
                        pc_diags *diags);

#endif

/* faces.h - the fonts of a display as cairo draws them.  Layer: backend. */
#ifndef PC_BACKEND_FACES_H
#define PC_BACKEND_FACES_H

#include <cairo.h>

#include "display/display.h"
#include "text/subset.h"

/* A font cut down to what the display uses, or whole where that fails. */
typedef struct pc_face {
  cairo_font_face_t *cairo;
  pc_subset *subset; /* numbers its glyphs; NULL: whole, as they are */
} pc_face;

typedef struct pc_faces pc_faces;

/* Every font of the display's runs. */
pc_faces *pc_faces_new(const pc_display *display);
void pc_faces_free(pc_faces *faces);

/* The face of one of these fonts. */
const pc_face *pc_faces_get(const pc_faces *faces, PangoFont *font);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_faces, pc_faces_free)

#endif

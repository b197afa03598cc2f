/* faces.h - the fonts of a display as cairo draws them.  Layer: backend. */
#ifndef PC_BACKEND_FACES_H
#define PC_BACKEND_FACES_H

#include <cairo.h>

#include "display/display.h"

typedef struct pc_faces pc_faces;

/* Every font of the display's runs, cut down to what they use, or whole where that fails. */
pc_faces *pc_faces_new(const pc_display *display);
void pc_faces_free(pc_faces *faces);

/* The face of one of these fonts; cairo may keep it for longer than faces lives. */
cairo_font_face_t *pc_faces_get(const pc_faces *faces, PangoFont *font);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_faces, pc_faces_free)

#endif

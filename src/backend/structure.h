/* structure.h - the tree that a reader aloud follows, and the bookmarks (ISO 32000-1, 14.7 and
 * 12.3.3).  Layer: backend. */
#ifndef PC_BACKEND_STRUCTURE_H
#define PC_BACKEND_STRUCTURE_H

#include "backend/finish.h"
#include "backend/marking.h"
#include "figure/objects.h"

/* Structure tree and parent tree instead of cairo's. */
void pc_structure_write(pc_pdf *pdf, const pc_marking *marking, pc_sheet sheet);

/* A bookmark for each slide that has a title or a number: it shows the slide. */
void pc_outline_write(pc_pdf *pdf, const pc_marking *marking, pc_sheet sheet);

#endif

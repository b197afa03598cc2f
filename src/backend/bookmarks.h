/* bookmarks.h - the outline that a reader shows beside the page (ISO 32000-1, 12.3.3).
 * Layer: backend. */
#ifndef PC_BACKEND_BOOKMARKS_H
#define PC_BACKEND_BOOKMARKS_H

#include "backend/finish.h"
#include "backend/marking.h"
#include "figure/objects.h"

/* A bookmark for each slide that has a title or a number: it shows the slide. */
void pc_bookmarks_write(pc_pdf *pdf, const pc_marking *marking, pc_sheet sheet);

#endif

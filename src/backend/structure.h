/* structure.h - the tree that a reader aloud follows (ISO 32000-1, 14.7).  Layer: backend. */
#ifndef PC_BACKEND_STRUCTURE_H
#define PC_BACKEND_STRUCTURE_H

#include "backend/finish.h"
#include "backend/marking.h"
#include "figure/objects.h"

/* Structure tree and parent tree instead of cairo's.  has_links: links can be followed, which print
 * files forbid (ISO 15930-7, 6.17); without, they are tagged all the same. */
void pc_structure_write(pc_pdf *pdf, const pc_marking *marking, pc_sheet sheet, bool has_links);

#endif

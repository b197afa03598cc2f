/* links.h - what opens an address where it is clicked (ISO 32000-1, 12.5.6.5).  Layer: backend. */
#ifndef PC_BACKEND_LINKS_H
#define PC_BACKEND_LINKS_H

#include "backend/finish.h"
#include "backend/marking.h"
#include "figure/objects.h"

/* The annotation of a link that is seen, over each of its lines. */
qpdf_oh pc_link_make(pc_pdf *pdf, const pc_element *link, pc_sheet sheet);

#endif

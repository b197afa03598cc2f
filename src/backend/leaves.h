/* leaves.h - a poster on several pages, as one form that all of them draw.  Layer: backend. */
#ifndef PC_BACKEND_LEAVES_H
#define PC_BACKEND_LEAVES_H

#include "backend/backend.h"
#include "pages/pages.h"

/* The finished file, read back; NULL: reported.  It is made for a printer at home or at school: a
 * plain PDF in RGB whatever the poster's print file is, without bleed.  What it shows is tagged in
 * the poster's own file, not here. */
GBytes *pc_leaves_write(const pc_display *poster, const pc_pages *pages,
                        const pc_backend_options *options, pc_diags *diags);

#endif

/* owntext.h - texts that nobody wrote as they are printed: bullets, numbers, captions with their
 * credit.  Layer: layout (uses doc).
 */
#ifndef PC_LAYOUT_OWNTEXT_H
#define PC_LAYOUT_OWNTEXT_H

#include "layout/layout.h"

/* One plain text; the layout owns it. */
const pc_rich *pc_owntext_new(pc_layout *layout, const char *text, pc_place at);

/* Several texts as one, marks and readings kept, at the place of the first.  parts may hold NULL;
 * NULL where all are. */
const pc_rich *pc_owntext_join(pc_layout *layout, const pc_rich *const *parts, int n);

#endif

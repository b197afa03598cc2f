/* check.h - what is legal but would look bad on a wall: one small rule for each warning.
 * Layer: check (uses paint, layout and all before). */
#ifndef PC_CHECK_CHECK_H
#define PC_CHECK_CHECK_H

#include "diag/diag.h"
#include "layout/layout.h"

/* Adds warnings only. */
void pc_check_layout(const pc_layout *layout, pc_diags *diags);

/* One line for each panel: text size in pt and mm, from how far it can be read, characters a line,
 * how full, contrast, pictures' resolution. */
void pc_check_append_report(const pc_layout *layout, GString *out);

/* One line for each panel of a draft that is too full: "panel 3 is too full by 12 mm". */
void pc_check_append_overflow(const pc_layout *layout, GString *out);

#endif

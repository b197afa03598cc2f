/* slug.h - what the slug says below the sheet: which file this is, and what it is for.
 * Layer: layout.
 */
#ifndef PC_LAYOUT_SLUG_H
#define PC_LAYOUT_SLUG_H

#include "layout/layout.h"

/* Left of the lower centre mark the file and the title, right of it size, printing condition, date
 * and version; what has no room is shortened or left out.  date: "2026-05-01", or NULL.  Nothing on
 * a sheet without marks. */
void pc_slug_place(pc_layout *layout, pc_measurer *measurer, const char *date);

#endif

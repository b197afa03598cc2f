/* type.h - the scale of type: what follows from the common size.  Layer: layout.
 *
 * The scale rises by 1.2 from step to step: caption, body, subheading, heading, (two steps) and so
 * on up to the title at 3, docs/typography.md.  The theme's sizes are its steps.
 */
#ifndef PC_LAYOUT_TYPE_H
#define PC_LAYOUT_TYPE_H

#include "layout/panel.h"

/* The smallest text that a sheet bears: 24 pt on A0, in proportion to the short side, and what is
 * read in the hand (FIELD). */
double pc_type_least(const pc_page *page);

/* body_pt may be larger than common_pt, up to the content's growth. */
pc_type pc_type_make(const pc_content *content, double common_pt, double body_pt);

#endif

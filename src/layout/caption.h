/* caption.h - the words under a picture or over a table, and the gap between.  Layer: layout. */
#ifndef PC_LAYOUT_CAPTION_H
#define PC_LAYOUT_CAPTION_H

#include "text/textbox.h"

/* Its lines with the gap to what it belongs to; 0 without a caption. */
pc_um pc_caption_height(const pc_paragraph *caption, pc_um width, double size_pt);
/* That gap alone. */
pc_um pc_caption_gap(double size_pt);

/* Set into a column from the top given. */
pc_text_box pc_caption_place(const pc_paragraph *caption, pc_rect column, double size_pt,
                             pc_align align);

#endif

/* picture.h - how pictures are shaped, and how much of them is seen.  Layer: layout. */
#ifndef PC_LAYOUT_PICTURE_H
#define PC_LAYOUT_PICTURE_H

#include "layout/kinds.h"

/* Loads the picture of a figure; mistakes are reported. */
pc_picture pc_picture_load(const pc_shaper *shaper, const pc_figure *figure);
/* Caption and credit of a figure as one text; NULL: none. */
pc_paragraph *pc_picture_shape_words(const pc_shaper *shaper, const pc_figure *figure);

/* Width by height of what is shown as the setting sees it, 0 without picture. */
double pc_picture_aspect(const pc_setting *setting, const pc_picture *picture);

/* A picture of a placed box; whole follows later. */
pc_picture_box pc_picture_put(const pc_picture *picture, pc_rect rect);

/* Before a panel is turned: pictures that fill their panel reach its edges. */
void pc_picture_spread(pc_panel *panel, const pc_setting *setting);
/* Afterwards: into the bleed, and how much of each is cut. */
void pc_picture_finish(pc_panel *panel, const pc_setting *setting);

#endif

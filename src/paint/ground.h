/* ground.h - what lies under the text: page, bands, panels, bars, badges, and the mark of a draft.
 * Layer: paint.
 *
 * Nothing here is content: the caller opens one artifact around all of it.
 */
#ifndef PC_PAINT_GROUND_H
#define PC_PAINT_GROUND_H

#include "display/display.h"
#include "layout/layout.h"
#include "figure/look.h"

/* The paper, bleed included. */
void pc_paint_paper(pc_display *display, const pc_doc *doc);
void pc_paint_band_ground(pc_display *display, const pc_doc *doc, const pc_band_box *band,
                          const pc_panel_style *style);
void pc_paint_panel_ground(pc_display *display, const pc_layout *layout, const pc_panel *panel);
/* What follows shows within the panel's rounded corners, until pc_display_unclip; false: they are
 * sharp, and nothing is to be ended. */
bool pc_paint_panel_clip(pc_display *display, const pc_layout *layout, const pc_panel *panel);
void pc_paint_panel_border(pc_display *display, const pc_layout *layout, const pc_panel *panel);
/* Border, bar and badge; over the picture of a bare panel, which would hide them. */
void pc_paint_panel_frame(pc_display *display, const pc_layout *layout, const pc_panel *panel,
                          const pc_look *look);

/* A red frame and a hatched foot: nobody shall print this panel by accident. */
void pc_paint_overflow(pc_display *display, const pc_panel *panel);

#endif

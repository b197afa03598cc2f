/* band.h - the texts and logos of the header or the footer, with tags.  Layer: paint. */
#ifndef PC_PAINT_BAND_H
#define PC_PAINT_BAND_H

#include "display/display.h"
#include "layout/layout.h"

/* Nothing where the band is not shown.  Its ground is painted with the others. */
void pc_paint_band(pc_display *display, const pc_doc *doc, const pc_band_box *band,
                   const pc_panel_style *style);

#endif

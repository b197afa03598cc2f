/* bands.h - the header and the footer: title, people, logos.  Layer: layout (uses base, doc, text,
 * figure).
 *
 * A band runs over the whole sheet to the trim; what stands in it keeps the page's margin.
 */
#ifndef PC_LAYOUT_BANDS_H
#define PC_LAYOUT_BANDS_H

#include "layout/layout.h"

/* Sets one band of the layout.  Mistakes are reported; overflow too, unless it is a draft. */
void pc_header_place(pc_layout *layout, pc_measurer *measurer, const pc_layout_options *options,
                     pc_diags *diags);
void pc_footer_place(pc_layout *layout, pc_measurer *measurer, const pc_layout_options *options,
                     pc_diags *diags);
void pc_band_clear(pc_band_box *band);

/* Between the bands and the margins. */
pc_rect pc_bands_area(const pc_layout *layout);

#endif

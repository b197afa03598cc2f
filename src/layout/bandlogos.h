/* bandlogos.h - the logos of a band: rows, sizes, places.  Layer: layout.
 *
 * Each logo is as large as the others to the eye: of the same area, whatever its proportions.
 */
#ifndef PC_LAYOUT_BANDLOGOS_H
#define PC_LAYOUT_BANDLOGOS_H

#include "layout/bandplan.h"

/* Rows, size and room of the logos at the form's em. */
void pc_bandlogos_resolve(const pc_band_plan *plan, pc_band_form *form);
/* At the end of the band's width, in the middle of y. */
void pc_bandlogos_place(const pc_band_plan *plan, const pc_band_form *form, pc_extent y,
                        pc_band_box *box);

#endif

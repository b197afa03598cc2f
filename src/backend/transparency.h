/* transparency.h - whether anything in a PDF shows what lies under it (ISO 32000-1, 11).
 * Layer: backend. */
#ifndef PC_BACKEND_TRANSPARENCY_H
#define PC_BACKEND_TRANSPARENCY_H

#include "figure/objects.h"

/* Where nothing is transparent, the page needs no group to be mixed in: readers then show its
 * colours without a way round through that group's inks. */
void pc_transparency_finish(pc_pdf *pdf);

/* Whether a graphics state or a picture lets something through: a soft mask, a share, a blend. */
bool pc_transparency_is_in(pc_pdf *pdf, qpdf_oh dict);

#endif

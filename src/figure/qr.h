/* qr.h - how fine a QR code may be printed.  Layer: figure. */
#ifndef PC_FIGURE_QR_H
#define PC_FIGURE_QR_H

#include "doc/doc.h"

/* Side of a square that a telephone still reads from the distance of the sheet: .8 mm at A0, in
 * proportion on smaller ones, never under .4 mm. */
pc_um pc_qr_least_square(const pc_page *page);

#endif

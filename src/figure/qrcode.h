/* qrcode.h - a text as the squares of a QR code, and their outline.  Layer: figure. */
#ifndef PC_FIGURE_QRCODE_H
#define PC_FIGURE_QRCODE_H

#include "display/display.h"

/* White squares that a code needs on each side (ISO/IEC 18004, 6.3.8). */
#define PC_QR_QUIET 4

typedef struct pc_qrcode {
  int n;               /* squares in a row, without the white ones around */
  unsigned char *dark; /* n * n: bit 0 */
} pc_qrcode;

/* At level M, or a higher one that takes no more squares.  NULL: too long for any code. */
pc_qrcode *pc_qrcode_new(const char *text);
void pc_qrcode_free(pc_qrcode *code);

/* One path round all dark squares, their side in um; no edge lies between two of them, so no
 * renderer leaves a seam there. */
void pc_qrcode_trace(const pc_qrcode *code, pc_display *display, pc_point corner, pc_um side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_qrcode, pc_qrcode_free)

#endif

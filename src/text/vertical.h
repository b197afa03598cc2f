/* vertical.h - how characters stand in a line that runs downwards.  Layer: text.
 *
 * Such a line is composed like any other, in em along the line; what differs is chosen here before:
 * which characters stand upright, which are turned with the line, and which share one cell.
 */
#ifndef PC_TEXT_VERTICAL_H
#define PC_TEXT_VERTICAL_H

#include <pango/pango.h>

struct pc_char;

typedef enum pc_orientation {
  PC_ORIENTATION_LINE,     /* as the line runs: all of a horizontal line, Latin in a vertical one */
  PC_ORIENTATION_UPRIGHT,  /* in a vertical line: upright, in the form for vertical text */
  PC_ORIENTATION_COMBINED, /* in a vertical line: side by side in one cell (tate-chu-yoko) */
} pc_orientation;

/* Sets orientation and needs_form of all characters (UAX 50).  One or two digits, a single letter,
 * and one or two of ! and ? become one ideograph (JLREQ's cl-30) where no other Western character
 * is beside them. */
void pc_vertical_settle(struct pc_char *chars, int count);

/* How a character really stands in a font, which may have no form of it for vertical text: brackets
 * and dashes are turned then. */
pc_orientation pc_vertical_stand(const struct pc_char *c, PangoFont *font);

#endif

/* breaks.h - where a line may end (JLREQ, appendix C, table 2; UAX 14 inside Western words).
 * Layer: text. */
#ifndef PC_TEXT_BREAKS_H
#define PC_TEXT_BREAKS_H

#include "doc/theme.h"
#include "text/chars.h"

/* Whether a line may break between two neighbours.  uax14: what UAX 14 says, asked only between
 * Western characters. */
bool pc_break_is_allowed(pc_kinsoku kinsoku, const pc_char *before, const pc_char *after,
                         bool uax14);

#endif

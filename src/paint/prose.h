/* prose.h - the runs of texts, with tags for what stands in a sentence: links, readings, words
 * in another language, and the blanks at which lines end.  Layer: paint.
 *
 * A link and a language go on from line to line and from text to text, until others begin or
 * pc_prose_link ends them.
 */
#ifndef PC_PAINT_PROSE_H
#define PC_PAINT_PROSE_H

#include "paint/text.h"

typedef struct pc_prose {
  const pc_pen *pen;
  const char *address; /* of the open link, NULL: none */
  const char *lang;    /* of the open span, which stands in the link; NULL: none */
} pc_prose;

/* Begins a link to an address where another one is open or none; NULL: ends what is open. */
void pc_prose_link(pc_prose *prose, const char *address);

/* All lines of a text.  The link of its last run stays open. */
void pc_prose_paint(pc_prose *prose, const pc_text_box *text);

#endif

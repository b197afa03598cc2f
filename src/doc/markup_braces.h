/* markup_braces.h - ranges of a passage, and the braces in it.  Layer: doc. */
#ifndef PC_DOC_MARKUP_BRACES_H
#define PC_DOC_MARKUP_BRACES_H

#include "doc/markup_parts.h"

/* Glyphs [start, end). */
typedef struct pc_range {
  int start, end;
} pc_range;

/* The characters of a range without blanks around them; line breaks vanish.  The caller's. */
char *pc_range_copy(const pc_passage *passage, pc_range range);
bool pc_range_is_empty(const pc_passage *passage, pc_range range);
/* No longer printed. */
void pc_range_hide(pc_passage *passage, pc_range range);

/* Where the braces that open at `at` close; what stands there otherwise is another opening brace,
 * a line break or the end. */
int pc_braces_find_close(const pc_passage *passage, int at);
bool pc_braces_are_closed(const pc_passage *passage, int close);
/* The first bar in a range, or its end. */
int pc_braces_find_bar(const pc_passage *passage, pc_range inside);
bool pc_glyph_is_bar(const pc_glyph *glyph);

#endif

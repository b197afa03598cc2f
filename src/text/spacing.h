/* spacing.h - the natural space between two characters (JLREQ, appendix B, table 1), and what is
 * trimmed off full-width punctuation.  Layer: text. */
#ifndef PC_TEXT_SPACING_H
#define PC_TEXT_SPACING_H

#include "doc/theme.h"
#include "text/jclass.h"

/* A character as it stands in the table: punctuation has a body of half an em, the rest is space
 * that belongs to its surroundings. */
typedef struct pc_body {
  pc_jclass jclass;
  bool letter;  /* takes the Japanese-Latin gap */
  double width; /* em */
} pc_body;

/* Em between two bodies. */
double pc_spacing_natural(const pc_text_rules *rules, pc_body before, pc_body after);

/* Em before the first body and after the last body of a line, where rules want it: 1/2 before an
 * opening bracket without trim, 1/2 after closing marks, 1/4 after a middle dot. */
double pc_spacing_start(const pc_text_rules *rules, pc_body first);
double pc_spacing_end(pc_body last);

/* The body of a glyph with that advance, and *left, what of the glyph lies before it. */
double pc_spacing_body(pc_jclass jclass, double advance, double *left);

/* Whether slack may be put between the two (table 6): never beside punctuation. */
bool pc_spacing_stretches(pc_jclass before, pc_jclass after, bool may_break);

#endif

/* spacing.h - the space between two characters (JLREQ, appendix B, table 1), how much of it a line
 * may take or add (tables 3 and 6), and what is trimmed off full-width punctuation.  Layer: text.
 */
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

/* Who gives room in a line that is too wide, first to last. */
typedef enum pc_shrink {
  PC_SHRINK_SPACE, /* Western spaces */
  PC_SHRINK_DOT,   /* around middle dots */
  PC_SHRINK_MARK,  /* at brackets, after commas */
  PC_SHRINK_LATIN, /* between Japanese and Latin */
  PC_N_SHRINKS,
} pc_shrink;

/* Who takes it in a line that is too short.  Profile jis: spaces, Japanese-Latin gaps, characters.
 * Profile poster: spaces; gaps and characters alike; characters. */
typedef enum pc_stretch {
  PC_STRETCH_SPACE,
  PC_STRETCH_LATIN,
  PC_STRETCH_CHARS,
  PC_N_STRETCHES,
} pc_stretch;

/* Em by which a gap may become narrower or wider. */
typedef struct pc_room {
  double shrink[PC_N_SHRINKS];
  double stretch[PC_N_STRETCHES];
} pc_room;

/* Of the gap between two bodies.  may_break: a line may end between them; other characters than
 * iteration marks, prolonged sounds and small kana keep together what does not break. */
pc_room pc_spacing_room(const pc_text_rules *rules, pc_body before, pc_body after, bool may_break);

#endif

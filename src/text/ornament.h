/* ornament.h - what stands over a line besides its glyphs: readings and emphasis dots.
 * Layer: text. */
#ifndef PC_TEXT_ORNAMENT_H
#define PC_TEXT_ORNAMENT_H

#include "text/paragraph.h"

/* Where the clusters first to last stand in a line, em from its start (after its indent). */
typedef struct pc_line_places {
  int first, last;
  const double *x;    /* left edge of each body, from first on */
  double left, right; /* readings stay between these */
} pc_line_places;

/* Ornaments of all lines of a paragraph, in order. */
typedef struct pc_ornaments {
  const pc_paragraph *paragraph;
  bool has_dots;
  GArray *rubies; /* pc_line_ruby */
  GArray *dots;   /* double */
} pc_ornaments;

void pc_ornaments_init(pc_ornaments *ornaments, const pc_paragraph *paragraph);
void pc_ornaments_clear(pc_ornaments *ornaments);

/* Whether there is anything to append. */
bool pc_ornaments_are_due(const pc_ornaments *ornaments);
/* Adds what stands over a line, and counts it there. */
void pc_ornaments_append(pc_ornaments *ornaments, const pc_line_places *places, pc_line *line);
/* Gives every line its share, once all are appended. */
void pc_ornaments_share(const pc_ornaments *ornaments, pc_line *lines, int count);

/* Whether a character that is emphasised by dots bears one: kana and ideographs under no reading.
 */
bool pc_ornament_takes_dot(const pc_char *c);

#endif

/* reading.h - the glyphs of one reading, as they stand over its base.  Layer: text.
 *
 * A reading is a paragraph of one line, set at PC_RUBY_EM; all lengths here are em of the base.
 */
#ifndef PC_TEXT_READING_H
#define PC_TEXT_READING_H

#include "text/paragraph.h"

typedef struct pc_reading {
  double width;
  int n_runs;
  const pc_run *const *runs; /* x and width in em of the reading */
  pc_rich rich;
  pc_span span;
  char *text;
  pc_paragraph *paragraph;
  pc_lines *lines;
  GPtrArray *spaced; /* runs of its own, NULL: those of the lines */
} pc_reading;

/* The reading for part `index` of a ruby, or all its readings as one (-1).  text: that the ruby
 * belongs to; span: of the base. */
pc_reading *pc_reading_new(pc_measurer *measurer, const pc_paragraph *text, const pc_ruby *ruby,
                           int index, const pc_span *span, pc_diags *diags);
void pc_reading_free(pc_reading *reading);

/* Spaces a shorter reading over the room of several characters, 1:2:1 (JLREQ 3.3.6); Latin stays as
 * it is.  It is centred over the room afterwards as before. */
void pc_reading_spread(pc_reading *reading, double room);

#endif

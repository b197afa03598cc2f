/* textbox.h - lines of one paragraph onto paper.  Layer: text. */
#ifndef PC_TEXT_TEXTBOX_H
#define PC_TEXT_TEXTBOX_H

#include "base/geom.h"
#include "text/measurer.h"

/* A paragraph's lines on paper.  The baseline of line i begins at (x[i], baseline[i]) and runs to
 * the right; in a vertical box it runs downwards, and what is above it lies on its right. */
typedef struct pc_text_box {
  pc_lines *lines; /* NULL: none */
  double size_pt;
  bool vertical;
  pc_um *x, *baseline; /* lines->count each, after the line's indent and alignment */
} pc_text_box;

/* How a paragraph is set into a column. */
typedef struct pc_text_frame {
  pc_um x, y, width; /* y: top of the first line's em box */
  double size_pt;
  double line; /* from line to line, em */
  pc_align align;
} pc_text_frame;

/* Height from the top of the first em box to the bottom of the last; 0 without lines. */
pc_um pc_text_height(int lines, double size_pt, double line);
/* The measure in em that a width gives at a size. */
double pc_text_measure(pc_um width, double size_pt);
/* The least width that holds so many em. */
pc_um pc_text_width(double em, double size_pt);
/* From line to line, em: a tight line opens where readings stand over the text. */
double pc_text_line(const pc_paragraph *paragraph, double line);
/* What readings over a first line need above its em box; 0 for text without readings, or NULL. */
pc_um pc_text_head(const pc_paragraph *paragraph, double size_pt);
/* Lines of the paragraph in that frame's width. */
int pc_text_count(const pc_paragraph *paragraph, pc_um width, double size_pt);

/* Breaks and places; paragraph NULL: an empty box. */
pc_text_box pc_text_box_make(const pc_paragraph *paragraph, const pc_text_frame *frame);
void pc_text_box_clear(pc_text_box *box);
bool pc_text_box_has_lines(const pc_text_box *box);

/* A place at a line: em along it from its start, and above its baseline. */
pc_point pc_text_box_point(const pc_text_box *box, int line, double along, double above);
/* The rectangle between two such places. */
pc_rect pc_text_box_rect(const pc_text_box *box, int line, const double along[2],
                         const double above[2]);

/* A box that was made as if its lines ran across, turned onto a rectangle. */
void pc_text_box_turn(pc_text_box *box, pc_rect onto);

/* Left end of a line of the box that is aligned in a column starting at x. */
pc_um pc_text_align(const pc_line *line, const pc_text_frame *frame);

#endif

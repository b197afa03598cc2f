/* text.h - a box of set lines to runs, with what marks add: grounds, readings, dots, strokes.
 * Layer: paint.
 *
 * Inside a tag stand runs only: what marks draw is an artifact before or after it, because an
 * artifact within content is not allowed in a tagged PDF (ISO 14289-1, 7.1).
 */
#ifndef PC_PAINT_TEXT_H
#define PC_PAINT_TEXT_H

#include "display/display.h"
#include "layout/layout.h"

/* What text is written with. */
typedef struct pc_pen {
  pc_display *display;
  pc_place at;
  pc_color ink, emphasis;
  pc_color highlight, code; /* grounds */
} pc_pen;

/* Grounds, tag, runs, end of tag, dots and strokes.  A box without lines leaves no tag. */
void pc_paint_text(const pc_pen *pen, pc_tag tag, const pc_text_box *text);

/* The three parts, for two boxes in one tag. */
void pc_paint_text_grounds(const pc_pen *pen, const pc_text_box *text);
void pc_paint_text_runs(const pc_pen *pen, const pc_text_box *text);
void pc_paint_text_strokes(const pc_pen *pen, const pc_text_box *text);

#endif

/* marks.h - marks for trimming and registration, around the bleed.  Layer: backend.
 *
 * They lie in the slug alone and touch nothing that is printed (ISO 15930-7: outside the BleedBox).
 */
#ifndef PC_BACKEND_MARKS_H
#define PC_BACKEND_MARKS_H

#include <glib.h>

#include "display/sheet.h"
#include "doc/doc.h"
#include "figure/objects.h"

/* Width of their lines: .28 pt. */
#define PC_MARK_LINE_UM 100

/* A line, or a circle about from; micrometres from the trim's top left. */
typedef struct pc_trim_mark {
  pc_point from, to;
  pc_um radius; /* 0: a line */
} pc_trim_mark;

/* The marks of a sheet (pc_trim_mark); the caller frees the array. */
GArray *pc_marks_place(pc_sheet sheet, pc_marks kind);

/* Onto the page, as artifacts: in registration colour for print, which every plate shows in full
 * (ISO 32000-1, 8.6.6.4: Separation /All), in black for screens. */
void pc_marks_write(pc_pdf *pdf, pc_sheet sheet, pc_marks kind, bool is_print);

#endif

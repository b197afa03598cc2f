/* check.h - what is legal but would look bad on a wall: one small rule for each warning.
 * Layer: check (uses paint, layout and all before). */
#ifndef PC_CHECK_CHECK_H
#define PC_CHECK_CHECK_H

#include "diag/diag.h"
#include "layout/layout.h"

/* Adds warnings only. */
void pc_check_layout(const pc_layout *layout, pc_diags *diags);

/* Where a poster takes most ink; what NULL: nobody has measured. */
typedef struct pc_check_ink {
  double percent, limit;
  bool is_picture;
  const char *what; /* name of the picture, or the colour as it is written */
  pc_place at;
} pc_check_ink;

/* For people, in lines of 80 columns: sheet and text size, then a line for each panel (size, height
 * of a kanji, reading distance, characters a line, how full, contrast), pictures, ink, advice. */
void pc_check_append_report(const pc_layout *layout, const pc_check_ink *ink, GString *out);

/* The same for programs, with the diagnostics, as one JSON object without a newline at the end.
 * layout NULL: the poster could not be laid out. */
void pc_check_append_json(const char *file, const pc_layout *layout, const pc_check_ink *ink,
                          const pc_diags *diags, GString *out);

/* One line for each panel of a draft that is too full: "panel 3 is too full by 12 mm". */
void pc_check_append_overflow(const pc_layout *layout, GString *out);

#endif

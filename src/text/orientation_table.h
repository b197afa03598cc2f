/* orientation_table.h - the rows of orientation_table.c.  Layer: text. */
#ifndef PC_TEXT_ORIENTATION_TABLE_H
#define PC_TEXT_ORIENTATION_TABLE_H

#include <glib.h>

/* Values of Vertical_Orientation: R, U, Tu, Tr. */
typedef enum pc_vo {
  PC_VO_TURNED,
  PC_VO_UPRIGHT,
  PC_VO_FORM_OR_UPRIGHT, /* a form of its own, else upright as it is */
  PC_VO_FORM_OR_TURNED,  /* a form of its own, else turned with the line */
} pc_vo;

/* From first to last, in order; what no row has is PC_VO_TURNED. */
typedef struct pc_orientation_row {
  gunichar first, last;
  pc_vo value;
} pc_orientation_row;

extern const pc_orientation_row pc_orientation_rows[];
extern const int pc_orientation_rows_count;

#endif

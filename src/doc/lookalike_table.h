/* lookalike_table.h - the made table behind lookalike.c.  Layer: doc.  Rows are sorted. */
#ifndef PC_DOC_LOOKALIKE_TABLE_H
#define PC_DOC_LOOKALIKE_TABLE_H

#include <glib.h>

typedef struct pc_lookalike_row {
  gunichar from, to;
} pc_lookalike_row;

/* base + mark is one character. */
typedef struct pc_voiced_row {
  gunichar base, mark, whole;
} pc_voiced_row;

extern const pc_lookalike_row pc_radical_rows[];
extern const int pc_radical_rows_count;
extern const pc_lookalike_row pc_vertical_rows[];
extern const int pc_vertical_rows_count;
extern const pc_lookalike_row pc_halfwidth_rows[];
extern const int pc_halfwidth_rows_count;
extern const pc_voiced_row pc_voiced_rows[];
extern const int pc_voiced_rows_count;

#endif

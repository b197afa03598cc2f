/* table_number.h - numbers in the cells of a table, and where their decimal point stands.
 * Layer: layout (uses base).
 */
#ifndef PC_LAYOUT_TABLE_NUMBER_H
#define PC_LAYOUT_TABLE_NUMBER_H

#include <stdbool.h>

typedef enum pc_number_kind {
  PC_NUMBER_TEXT,   /* something else */
  PC_NUMBER_ABSENT, /* a dash, for no number */
  PC_NUMBER_VALUE,  /* a number, with a sign before it or a unit after it */
} pc_number_kind;

/* What a cell's text is; *point receives the byte where its whole digits end: there a decimal point
 * stands, or would stand.  Full-width and Western digits, groups of three parted by commas; a date,
 * a time or a range is text. */
pc_number_kind pc_number_find(const char *text, int *point);

#endif

/* form.h - a page of A4 with labels and what they are: for a print shop.  Layer: pages. */
#ifndef PC_PAGES_FORM_H
#define PC_PAGES_FORM_H

#include "pages/pages.h"

/* gloss: the label in another language, small beneath it, or NULL; value: lines parted by newlines,
 * which may wrap; NULL: room to write by hand. */
typedef struct pc_form_row {
  const char *label, *gloss;
  const char *value;
} pc_form_row;

/* Rows under one heading. */
typedef struct pc_form_part {
  const char *heading;
  int n_rows;
  const pc_form_row *rows;
} pc_form_part;

typedef struct pc_sheet_form {
  const char *title, *gloss;
  const char *subject; /* under the title */
  const char *note;    /* at the end */
  int n_parts;
  const pc_form_part *parts;
} pc_sheet_form;

/* One page in the fonts of the layout, tagged; its size in type is the largest that fits. */
pc_pages *pc_pages_new_form(const pc_layout *layout, pc_measurer *measurer,
                            const pc_sheet_form *form);

#endif

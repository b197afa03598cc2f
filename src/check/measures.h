/* measures.h - what a person wants to know of a panel before printing, in figures.
 * Layer: check. */
#ifndef PC_CHECK_MEASURES_H
#define PC_CHECK_MEASURES_H

#include "layout/layout.h"

typedef struct pc_measured {
  double glyph_mm;    /* height of a kanji's ink */
  double read_from_m; /* from there it can be read */
  double characters;  /* of the longest line of running text; 0: there is none */
  double contrast;    /* of text and ground */
} pc_measured;

pc_measured pc_check_measure(const pc_layout *layout, const pc_panel *panel);

/* The longest line of running text in characters; Latin letters count half, as they are wide.
 * box: the one that it stands in; unchanged where there is none. */
double pc_check_longest_line(const pc_panel *panel, const pc_box **box);

/* The panel that something in the poster's file belongs to, or NULL. */
const pc_panel *pc_check_find_panel(const pc_layout *layout, pc_place at);

/* "panel 4", or "panel 'はじめに'" where it has no number; into the caller's text. */
void pc_check_append_panel_name(GString *out, const pc_panel *panel);
/* The same as a text of its own, which the caller frees. */
char *pc_check_name_panel(const pc_panel *panel);

#endif

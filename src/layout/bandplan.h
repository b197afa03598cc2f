/* bandplan.h - one band on its way: its shaped texts, and their form at a size.  Layer: layout. */
#ifndef PC_LAYOUT_BANDPLAN_H
#define PC_LAYOUT_BANDPLAN_H

#include "layout/layout.h"

/* How one item is set. */
typedef struct pc_item_row {
  double em; /* of the band; 0: the theme's title */
  double line;
  double gap_em; /* before it, of its own em */
  bool is_heading;
  bool joins; /* stands on the line of the item before it where there is room */
} pc_item_row;

typedef struct pc_band_text {
  pc_band_item item;
  pc_paragraph *text;
} pc_band_text;

/* A band on its way. */
typedef struct pc_band_plan {
  pc_layout *layout;
  const pc_band *band;
  const pc_panel_style *style;
  const pc_item_row *items;
  unsigned side; /* bits 1u << pc_band_item: beside the title where the band is not centred */
  GArray *texts; /* pc_band_text, reading order */
  GPtrArray *logos;
  bool has_plate;         /* under the logos */
  double em_pt, least_pt; /* of the band, and the smallest text at that size */
  pc_um x, width;         /* within the margins */
} pc_band_plan;

/* A plan at one size: x and width of both groups, and sizes. */
typedef struct pc_band_form {
  double em_pt, title_pt;
  int logo_rows;
  double logo_side; /* of the square that each logo is as large as, um */
  pc_size logos;    /* all of them, with their plate's margin */
  pc_um side_width, main_x, main_width;
  bool is_stacked; /* one group only */
} pc_band_form;

/* The form at an em; the title as large as it can be in few lines and in that height. */
pc_band_form pc_bandplan_form(const pc_band_plan *plan, double em_pt, pc_um height);
pc_um pc_bandplan_height(const pc_band_plan *plan, const pc_band_form *form);
/* Everything stays within the width. */
bool pc_bandplan_is_sound(const pc_band_plan *plan, const pc_band_form *form);
/* Texts and logos into the box, whose inner part begins at y and is so high. */
void pc_bandplan_place(const pc_band_plan *plan, const pc_band_form *form, pc_extent y,
                       pc_band_box *box);

#endif

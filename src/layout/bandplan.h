/* bandplan.h - one band on its way: its shaped texts, and their form at a size.  Layer: layout. */
#ifndef PC_LAYOUT_BANDPLAN_H
#define PC_LAYOUT_BANDPLAN_H

#include "layout/layout.h"

/* How one item is set. */
typedef struct pc_item_row {
  double em; /* of the band; 0: the theme's title */
  double line;
  double gap_em; /* before it, of its own em */
  bool is_side;  /* beside the title where the band is not centred */
  bool is_heading;
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
  GArray *texts; /* pc_band_text, reading order */
  GPtrArray *logos;
  double em_pt;
  pc_um x, width; /* within the margins */
} pc_band_plan;

/* A plan at one size: x and width of both groups, and sizes. */
typedef struct pc_band_form {
  double em_pt, title_pt;
  pc_um logo_height, logos_width;
  pc_um side_width, main_width;
  bool is_stacked; /* one group only */
} pc_band_form;

/* The form at an em; the title as large as it can be in few lines. */
pc_band_form pc_bandplan_form(const pc_band_plan *plan, double em_pt);
pc_um pc_bandplan_height(const pc_band_plan *plan, const pc_band_form *form);
/* Everything stays within the width. */
bool pc_bandplan_is_sound(const pc_band_plan *plan, const pc_band_form *form);
/* Texts and logos into the box, whose inner part begins at y and is so high. */
void pc_bandplan_place(const pc_band_plan *plan, const pc_band_form *form, pc_extent y,
                       pc_band_box *box);

#endif

/* look.h - the colours that a panel or a band really gets, decided once for painting and checking.
 * Layer: paint.
 *
 * Grounds are opaque: what is transparent is laid over the paper.  Text on the accent takes the
 * first ink that can be read there, so only the author's own choices can be too faint.
 */
#ifndef PC_PAINT_LOOK_H
#define PC_PAINT_LOOK_H

#include "layout/layout.h"

typedef struct pc_look {
  pc_color ground; /* what text stands on, opaque */
  pc_color ink, muted, accent;
  pc_color emphasis, highlight; /* of *emphasis*, and the ground of ==highlight== */
  pc_color code, heading_code;  /* grounds of `code` */
  pc_color rule;                /* hairlines of tables */
  pc_color header_cell;         /* ground of a table's header */
  pc_color heading_ink;         /* on a tab the ink that can be read on the accent */
  pc_color badge, badge_ink;
} pc_look;

pc_look pc_look_resolve_panel(const pc_theme *theme, const pc_panel *panel);
/* A band's style may still name roles; the section's colour is the accent there. */
pc_look pc_look_resolve_band(const pc_theme *theme, const pc_panel_style *style);

/* The panel's heading, or NULL. */
const pc_box *pc_look_find_heading(const pc_panel *panel);

/* A role of the theme as its literal colour; literal and none as they are. */
pc_color pc_look_resolve_color(const pc_theme_colors *colors, pc_color color);

#endif

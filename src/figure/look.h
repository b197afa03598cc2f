/* look.h - the colours that a panel or a band really gets, decided once for drawing,
 * painting and checking.
 * Layer: figure.
 *
 * Grounds are opaque: what is transparent is laid over the paper.  Text on the accent takes the
 * first ink that can be read there, so only the author's own choices can be too faint.
 */
#ifndef PC_FIGURE_LOOK_H
#define PC_FIGURE_LOOK_H

#include "doc/doc.h"

typedef struct pc_look {
  pc_color ground; /* what text stands on, opaque */
  pc_color ink, muted, accent;
  pc_color emphasis, highlight; /* of *emphasis*, and the ground of ==highlight== */
  pc_color code, heading_code;  /* grounds of `code` */
  pc_color rule;                /* hairlines of tables */
  pc_color header_cell;         /* ground of a table's header */
  pc_color heading_ink;         /* on a tab the ink that can be read on the accent */
  pc_color badge, badge_ink;
  double contrast;               /* of text, at least */
  const pc_theme_colors *colors; /* of the theme: palette */
} pc_look;

pc_look pc_look_resolve_panel(const pc_theme *theme, const pc_slide *slide);
/* A band's style may still name roles; the section's colour is the accent there. */
pc_look pc_look_resolve_band(const pc_theme *theme, const pc_panel_style *style);

/* What all figures that posterc draws have in common, in em of their labels. */
typedef struct pc_drawn_form {
  double edge;            /* outlines of areas */
  double line;            /* lines that mean something: arrows */
  double head, head_half; /* an arrow's head: its length, and half its width */
  double corner;          /* radius of a box's corners */
  double frame_corner;    /* of an area that holds boxes */
  double tint;            /* share of the accent in a box */
  double frame_tint;      /* share of the muted ink in an area that holds boxes */
} pc_drawn_form;
extern const pc_drawn_form pc_drawn;

/* A line of so many em at a size of labels, never thinner than print holds. */
pc_um pc_look_weight(double em, double size_pt);

/* A role of the theme as its literal colour; literal and none as they are. */
pc_color pc_look_resolve_color(const pc_theme_colors *colors, pc_color color);

/* The palette's colour of the n-th of several things, from 0; the accent of an empty palette. */
pc_color pc_look_series(const pc_look *look, int n);
/* A colour thinned with the panel's ground: share 0..1 of it is left, or the nearest share on which
 * text can be read. */
pc_color pc_look_tint(const pc_look *look, pc_color color, double share);
/* The ink of what figures draw and write on the panel itself. */
pc_color pc_look_drawn_ink(const pc_look *look);
/* The panel's accent where it can be told from the panel's ground, else that ink. */
pc_color pc_look_drawn_accent(const pc_look *look);
/* Lines that carry meaning: the accent where it stands out, else the ink. */
pc_color pc_look_drawn_line(const pc_look *look);
/* The ground of a box: a tint of the accent. */
pc_color pc_look_drawn_box(const pc_look *look);
/* Graphics of that colour can be told from the panel's ground (WCAG 2.1, 1.4.11). */
bool pc_look_stands_out(const pc_look *look, pc_color color);
/* The first ink of the theme that can be read on a ground, the look's own before others; where
 * none can, the one that comes nearest. */
pc_color pc_look_ink_on(const pc_look *look, pc_color ground);

#endif

/* color.h - colours as written: sRGB, CMYK, or the role of a theme.  Layer: base. */
#ifndef PC_BASE_COLOR_H
#define PC_BASE_COLOR_H

#include <stdbool.h>

/* Roles of a theme.  PC_ROLE_SECTION is the palette colour of the slide's section, accent without
 * one. */
typedef enum pc_color_role {
  PC_ROLE_LITERAL, /* no role: the components count */
  PC_ROLE_NONE,    /* the word "none": nothing is painted */
  PC_ROLE_PAPER,
  PC_ROLE_INK,
  PC_ROLE_ACCENT,
  PC_ROLE_ACCENT2,
  PC_ROLE_MUTED,
  PC_ROLE_PANEL,
  PC_ROLE_BORDER,
  PC_ROLE_SECTION,
  PC_N_ROLES,
} pc_color_role;

typedef struct pc_color {
  pc_color_role role;
  double r, g, b, a; /* sRGB, 0..1, a = 1 opaque */
  bool is_cmyk;      /* written as cmyk(): r, g, b are its preview */
  double c, m, y, k; /* 0..1, only with is_cmyk */
} pc_color;

/* Reads "#rgb", "#rrggbb", "#rrggbbaa", "cmyk(0, 60, 100, 0)" or a role's name. */
bool pc_color_parse(const char *text, pc_color *color);

/* "#rrggbb", "#rrggbbaa", "cmyk(...)" or the role's name.  The caller frees it. */
char *pc_color_format(pc_color color);

/* Names of the roles in the order of pc_color_role from PC_ROLE_NONE on, NULL-terminated. */
const char *const *pc_color_role_names(void);

/* WCAG 2 contrast ratio, 1..21, alpha ignored. */
double pc_color_contrast(pc_color a, pc_color b);

/* a over b, share 0..1 of a. */
pc_color pc_color_mix(pc_color a, pc_color b, double share);

#endif

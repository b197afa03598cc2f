/* press.h - colours of sRGB as the inks of a printing condition.  Layer: backend.
 *
 * Greys are printed with black ink alone, which cannot be out of register: white is the paper,
 * black is full black ink, and lightness runs evenly between.  All other colours go through the
 * output profile, relative colorimetric with black point compensation.
 */
#ifndef PC_BACKEND_PRESS_H
#define PC_BACKEND_PRESS_H

#include <glib.h>
#include <stdbool.h>

typedef struct pc_press pc_press;

/* Cyan, magenta, yellow, black; 0 no ink, 1 full. */
typedef struct pc_inks {
  double ink[4];
} pc_inks;

/* profile: of the class prtr, with four inks.  NULL: it is damaged, or its black does not print. */
pc_press *pc_press_new(GBytes *profile);
void pc_press_free(pc_press *press);

/* The inks of a colour, each component 0..1. */
pc_inks pc_press_convert(const pc_press *press, const double rgb[3]);

/* Whether pc_press_convert takes black ink alone. */
bool pc_press_is_grey(const double rgb[3]);

/* The black ink of a grey: 0 (black) prints 1, 1 (white) prints 0. */
double pc_press_convert_grey(const pc_press *press, double grey);

/* 4 is full ink on all plates; print.ink-limit is a hundred times this. */
double pc_inks_total(pc_inks inks);

/* Black or nearly so, to which all four inks add: text in it gets coloured edges. */
bool pc_inks_are_mixed_black(const double ink[4]);

/* The most ink that a colour of sRGB takes, found by trying. */
double pc_press_measure_ink(const pc_press *press);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_press, pc_press_free)

#endif

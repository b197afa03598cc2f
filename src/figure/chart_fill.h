/* chart_fill.h - fills that are told apart in colour, in grey and by people who see few colours.
 * Layer: figure.
 *
 * Neighbours differ in lightness or in their pattern, never in their hue alone.
 */
#ifndef PC_FIGURE_CHART_FILL_H
#define PC_FIGURE_CHART_FILL_H

#include "figure/chart_canvas.h"

typedef enum pc_pattern {
  PC_PATTERN_PLAIN,
  PC_PATTERN_DIAGONAL, /* lines from the lower left to the upper right */
  PC_PATTERN_DOTS,
  PC_PATTERN_BACK, /* lines from the upper left to the lower right */
  PC_PATTERN_LEVEL /* level lines */
} pc_pattern;

typedef struct pc_chart_fill {
  pc_color color;
  pc_color mark; /* of the pattern */
  pc_color edge; /* outline: seen on the panel's ground where the fill is faint */
  pc_pattern pattern;
} pc_chart_fill;

/* Of one of several series, from 0. */
pc_chart_fill pc_chart_fill_series(const pc_look *look, int index);
/* Of one of n parts of a whole that meet in a ring.  is_listed: a list tells what each means, so
 * that no two may look alike; else neighbours only. */
pc_chart_fill pc_chart_fill_part(const pc_look *look, int index, int n, bool is_listed);
/* Of a line and its marks. */
pc_color pc_chart_line_color(const pc_look *look, int index);

/* What a shape adds to a path. */
typedef void (*pc_trace_func)(pc_display *display, const void *shape);

/* Fills and outlines a shape that lies in box. */
void pc_chart_fill_shape(const pc_canvas *canvas, const pc_chart_fill *fill, pc_trace_func trace,
                         const void *shape, pc_rect box);
/* Ground for a text on a pattern; nothing on a plain fill. */
void pc_chart_fill_patch(const pc_canvas *canvas, const pc_chart_fill *fill, pc_em_box text);
void pc_chart_fill_box(const pc_canvas *canvas, const pc_chart_fill *fill, pc_em_box box);

#endif

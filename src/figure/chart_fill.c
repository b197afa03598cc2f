/* chart_fill.c - lightness and hatching.  Layer: figure. */
#include "figure/chart_fill.h"

#include <math.h>

/* WCAG 2.1, 1.4.11 asks for 3:1 of what carries meaning; thin lines need more. */
static const double graphic_contrast = 4.0;
/* Of patterns, em. */
static const double hatch_em = 0.42;
static const double hatch_weight_em = 0.075;
static const double dot_em = 0.085;
static const double patch_em = 0.2;
static const double patch_corner_em = 0.15;

/* How much of its colour a fill keeps, and what is drawn over it. */
typedef struct fill_row {
  double share;
  pc_pattern pattern;
} fill_row;

static const fill_row series_rows[] = {
    {1, PC_PATTERN_PLAIN},  {.3, PC_PATTERN_DIAGONAL}, {.5, PC_PATTERN_PLAIN},
    {.16, PC_PATTERN_DOTS}, {1, PC_PATTERN_BACK},      {.3, PC_PATTERN_LEVEL},
};

/* Few parts are steps of one colour: from dark to light, then dark and light by turns. */
#define MOST_STEPS 6
static const double part_shares[MOST_STEPS + 1][MOST_STEPS] = {
    {0},
    {1},
    {1, .3},
    {1, .55, .2},
    {1, .62, .34, .1},
    {1, .5, .18, .7, .32},
    {1, .45, .75, .2, .6, .3},
};

/* What the last of many parts takes instead, for it meets the first one, which is dark. */
static const int last_steps[MOST_STEPS] = {4, 1, 3, 3, 4, 5};

/* Colours of the palette were chosen for the paper; on a dark panel they are made lighter. */
static pc_color make_visible(const pc_look *look, pc_color color) {
  for (int step = 0; step < 6; step++) {
    if (pc_color_contrast(color, look->ground) >= graphic_contrast)
      return color;
    color = pc_color_mix(color, pc_look_drawn_ink(look), 0.85 - 0.15 * step);
  }
  return pc_look_drawn_ink(look);
}

static bool is_same(pc_color a, pc_color b) {
  return fabs(a.r - b.r) + fabs(a.g - b.g) + fabs(a.b - b.b) < 0.02;
}

/* The accent, then the palette's other colours. */
static pc_color find_hue(const pc_look *look, int index) {
  const int n = look->colors->palette.count;
  for (int i = 0, left = index; index > 0 && i < n; i++) {
    pc_color color = pc_look_series(look, i);
    left -= !is_same(color, pc_look_drawn_accent(look));
    if (left == 0)
      return make_visible(look, color);
  }
  return make_visible(look, pc_look_drawn_accent(look));
}

static pc_chart_fill make_fill(const pc_look *look, pc_color hue, const fill_row *row) {
  pc_color color = pc_look_tint(look, hue, row->share);
  bool is_full = row->share > 0.99;
  return (pc_chart_fill){.color = color,
                         .mark = is_full ? pc_look_tint(look, hue, 0.3) : hue,
                         .edge = hue,
                         .pattern = row->pattern};
}

pc_chart_fill pc_chart_fill_series(const pc_look *look, int index) {
  const int n = G_N_ELEMENTS(series_rows);
  return make_fill(look, find_hue(look, index), &series_rows[index % n]);
}

/* The last part meets the first one, and must not look like it. */
pc_chart_fill pc_chart_fill_part(const pc_look *look, int index, int n, bool is_listed) {
  const int n_rows = G_N_ELEMENTS(series_rows);
  const pc_color hue = make_visible(look, pc_look_drawn_accent(look));
  const double *shares = part_shares[MIN(n, MOST_STEPS)];
  bool is_last = index == n - 1;
  if (n <= MOST_STEPS || !is_listed) {
    int step = index % MOST_STEPS;
    step = n > MOST_STEPS && is_last ? last_steps[step] : step;
    return make_fill(look, hue, &(fill_row){shares[step], PC_PATTERN_PLAIN});
  }
  int row = index % n_rows;
  return make_fill(look, hue, &series_rows[is_last && row == 0 ? 2 : row]);
}

pc_color pc_chart_line_color(const pc_look *look, int index) {
  return find_hue(look, index);
}

/* Lines anchored at the sheet, so that they go on from one shape to the next. */
static void trace_lines(pc_display *shapes, pc_rect box, pc_um gap, int rise) {
  const pc_um reach = rise != 0 ? box.h : 0;
  pc_um from = rise != 0 ? box.x - reach : box.y;
  pc_um to = rise != 0 ? box.x + box.w + reach : box.y + box.h;
  for (pc_um at = from - from % gap; at <= to; at += gap) {
    pc_point start = {at, rise > 0 ? box.y + box.h : box.y};
    pc_point end = {at + box.h, rise > 0 ? box.y : box.y + box.h};
    if (rise == 0) {
      start = (pc_point){box.x, at};
      end = (pc_point){box.x + box.w, at};
    }
    pc_display_move(shapes, start);
    pc_display_line(shapes, end);
  }
}

static void trace_dots(pc_display *shapes, pc_rect box, pc_um gap, pc_um radius) {
  for (pc_um y = box.y - box.y % gap; y <= box.y + box.h; y += gap) {
    pc_um shift = y / gap % 2 != 0 ? gap / 2 : 0;
    for (pc_um x = box.x - box.x % gap - shift; x <= box.x + box.w + gap; x += gap)
      pc_display_circle(shapes, (pc_point){x, y}, radius);
  }
}

static void paint_pattern(const pc_canvas *canvas, const pc_chart_fill *fill, pc_rect box) {
  static const int rises[] = {
      [PC_PATTERN_DIAGONAL] = 1, [PC_PATTERN_BACK] = -1, [PC_PATTERN_LEVEL] = 0};
  pc_display *shapes = canvas->drawing->shapes;
  const pc_um gap = MAX(1, pc_canvas_um(canvas, hatch_em));
  pc_display_begin_path(shapes);
  if (fill->pattern == PC_PATTERN_DOTS) {
    trace_dots(shapes, box, gap, pc_canvas_um(canvas, dot_em));
    pc_display_fill(shapes, canvas->at, fill->mark);
    return;
  }
  bool is_level = fill->pattern == PC_PATTERN_LEVEL;
  trace_lines(shapes, box, is_level ? gap : (pc_um)(gap * M_SQRT2), rises[fill->pattern]);
  pc_display_stroke(shapes, canvas->at, fill->mark, pc_canvas_weight(canvas, hatch_weight_em), 0);
}

void pc_chart_fill_shape(const pc_canvas *canvas, const pc_chart_fill *fill, pc_trace_func trace,
                         const void *shape, pc_rect box) {
  pc_display *shapes = canvas->drawing->shapes;
  pc_display_begin_path(shapes);
  trace(shapes, shape);
  pc_display_fill(shapes, canvas->at, fill->color);
  if (fill->pattern != PC_PATTERN_PLAIN) {
    pc_display_begin_path(shapes);
    trace(shapes, shape);
    pc_display_clip(shapes, canvas->at);
    paint_pattern(canvas, fill, box);
    pc_display_unclip(shapes);
  }
  pc_display_begin_path(shapes);
  trace(shapes, shape);
  pc_display_stroke(shapes, canvas->at, fill->edge, pc_canvas_weight(canvas, pc_drawn.edge), 0);
}

void pc_chart_fill_patch(const pc_canvas *canvas, const pc_chart_fill *fill, pc_em_box text) {
  if (fill->pattern == PC_PATTERN_PLAIN)
    return;
  pc_display *shapes = canvas->drawing->shapes;
  const pc_em_box patch = {text.x - patch_em, text.y - patch_em / 2, text.w + 2 * patch_em,
                           text.h + patch_em};
  pc_display_begin_path(shapes);
  pc_display_rect(shapes, pc_canvas_rect(canvas, patch), pc_canvas_um(canvas, patch_corner_em));
  pc_display_fill(shapes, canvas->at, fill->color);
}

static void trace_box(pc_display *display, const void *shape) {
  pc_display_rect(display, *(const pc_rect *)shape, 0);
}

/* The outline lies inside the box, so that bars end where their value is. */
void pc_chart_fill_box(const pc_canvas *canvas, const pc_chart_fill *fill, pc_em_box box) {
  pc_rect rect = pc_canvas_rect(canvas, box);
  pc_um inset = pc_canvas_weight(canvas, pc_drawn.edge) / 2;
  if (rect.w > 2 * inset && rect.h > 2 * inset)
    rect = pc_rect_inset(rect, inset);
  if (rect.w > 0 && rect.h > 0)
    pc_chart_fill_shape(canvas, fill, trace_box, &rect, rect);
}

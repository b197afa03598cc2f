/* guides.c - lines from panel to panel, in the gaps.  Layer: paint. */
#include "paint/guides.h"

#include <math.h>

#include "figure/look.h"

/* Of the common body size, and of the gap at most: the line, the head's length and half its width,
 * the radius of corners. */
static const double line_em = 0.07, line_most = 0.09;
static const double head_em = 0.6, head_most = 0.3;
static const double half_share = 0.42;
static const double corner_most = 0.45;
/* Of the gap: what is free at the panel left, and in front of the panel entered. */
static const double start_free = 0.15, end_free = 0.12;
/* Share of the muted ink on the paper: quieter than any text. */
static const double ink_share = 0.75;

/* A guide's measures on this sheet. */
typedef struct guide_pen {
  pc_display *display;
  pc_place at;
  pc_color color;
  pc_um width;
  double head, half, corner, start, end;
} guide_pen;

typedef struct vector {
  double x, y;
} vector;

static double length_between(pc_point a, pc_point b) {
  return ABS((double)b.x - a.x) + ABS((double)b.y - a.y);
}

/* From one point towards another, whose way runs along one axis. */
static vector find_way(pc_point a, pc_point b) {
  const double length = length_between(a, b);
  if (length <= 0)
    return (vector){0, 0};
  return (vector){(b.x - a.x) / length, (b.y - a.y) / length};
}

static pc_point go(pc_point from, vector way, double length) {
  return (pc_point){(pc_um)lround(from.x + way.x * length), (pc_um)lround(from.y + way.y * length)};
}

/* Handles of a quarter circle, of its radius. */
static const double quarter = 0.5523;

/* A corner is rounded as far as both its sides bear. */
static void trace_corner(const guide_pen *pen, pc_point before, pc_point corner, pc_point after) {
  const double most = MIN(length_between(before, corner), length_between(corner, after)) / 2;
  const double radius = MIN(pen->corner, most);
  const vector in = find_way(corner, before), out = find_way(corner, after);
  const pc_point from = go(corner, in, radius), to = go(corner, out, radius);
  pc_display_line(pen->display, from);
  pc_display_curve(pen->display, go(from, in, -quarter * radius), go(to, out, -quarter * radius),
                   to);
}

/* Both ends keep clear of the panels; the line itself ends within the head. */
static void shorten(const guide_pen *pen, const pc_guide *guide, pc_point points[]) {
  const int last = guide->n - 1;
  for (int i = 0; i <= last; i++)
    points[i] = guide->points[i];
  points[0] = go(points[0], find_way(points[0], points[1]), pen->start);
  points[last] = go(points[last], find_way(points[last], points[last - 1]), pen->end);
}

static void paint_line(const guide_pen *pen, const pc_point *points, int n) {
  const vector back = find_way(points[n - 1], points[n - 2]);
  pc_display_begin_path(pen->display);
  pc_display_move(pen->display, points[0]);
  for (int i = 1; i < n - 1; i++)
    trace_corner(pen, points[i - 1], points[i], points[i + 1]);
  pc_display_line(pen->display, go(points[n - 1], back, pen->head / 2));
  pc_display_stroke(pen->display, pen->at, pen->color, pen->width, 0);
}

static void paint_head(const guide_pen *pen, const pc_point *points, int n) {
  const pc_point tip = points[n - 1];
  const vector back = find_way(tip, points[n - 2]), aside = {back.y, back.x};
  const pc_point foot = go(tip, back, pen->head);
  pc_display_begin_path(pen->display);
  pc_display_move(pen->display, tip);
  pc_display_line(pen->display, go(foot, aside, pen->half));
  pc_display_line(pen->display, go(foot, aside, -pen->half));
  pc_display_close(pen->display);
  pc_display_fill(pen->display, pen->at, pen->color);
}

static guide_pen make_pen(pc_display *display, const pc_layout *layout) {
  const pc_theme_colors *colors = &layout->doc->theme.colors;
  const double em = pc_um_from_pt(layout->body_pt);
  const double gap = pc_length_um(layout->doc->grid.gap, 0, layout->doc->page.width);
  const double head = MIN(head_em * em, head_most * gap);
  return (guide_pen){.display = display,
                     .at = {layout->doc->file, 0, 0},
                     .color = pc_color_mix(colors->muted, colors->paper, ink_share),
                     .width = MAX(pc_um_from_pt(0.5), (pc_um)MIN(line_em * em, line_most * gap)),
                     .head = head,
                     .half = head * half_share,
                     .corner = gap * corner_most,
                     .start = gap * start_free,
                     .end = gap * end_free};
}

void pc_paint_guides(pc_display *display, const pc_layout *layout) {
  const guide_pen pen = make_pen(display, layout);
  for (int i = 0; i < layout->n_guides; i++) {
    pc_point points[PC_GUIDE_POINTS] = {{0}};
    shorten(&pen, &layout->guides[i], points);
    paint_line(&pen, points, layout->guides[i].n);
    paint_head(&pen, points, layout->guides[i].n);
  }
}

/* painted_text.h - what every run of text of a page stands on.  Layer: tests.
 *
 * The last fill under the middle of a run is its ground, as on paper.
 */
#ifndef PC_TEST_PAINTED_TEXT_H
#define PC_TEST_PAINTED_TEXT_H

#include "display/display.h"

/* Steps in which a curve is followed. */
#define CURVE_STEPS 8

/* From the baseline to the middle of a kanji, em. */
#define RISE_EM 0.38

static inline pc_point find_middle(const pc_command *command) {
  const pc_run *run = command->run.run;
  const double em = (double)pc_um_from_pt(command->run.size_pt);
  const double along = run->width * em / 2;
  const pc_point at = command->run.origin;
  return run->vertical ? (pc_point){at.x, at.y + (pc_um)along}
                       : (pc_point){at.x + (pc_um)along, at.y - (pc_um)(RISE_EM * em)};
}

/* 1 if the way from a to b crosses the ray that goes from the point to the right. */
static inline int count_crossing(pc_point a, pc_point b, pc_point point) {
  if ((a.y > point.y) == (b.y > point.y))
    return 0;
  const double x = a.x + (double)(point.y - a.y) * (b.x - a.x) / (b.y - a.y);
  return x > point.x;
}

static inline pc_point follow_curve(pc_point from, const pc_point p[3], double t) {
  const double u = 1 - t;
  const double w[4] = {u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t};
  return (pc_point){(pc_um)(w[0] * from.x + w[1] * p[0].x + w[2] * p[1].x + w[3] * p[2].x),
                    (pc_um)(w[0] * from.y + w[1] * p[0].y + w[2] * p[1].y + w[3] * p[2].y)};
}

static inline int count_curve(pc_point from, const pc_point p[3], pc_point point) {
  int crossings = 0;
  pc_point last = from;
  for (int i = 1; i <= CURVE_STEPS; i++) {
    const pc_point next = follow_curve(from, p, (double)i / CURVE_STEPS);
    crossings += count_crossing(last, next, point);
    last = next;
  }
  return crossings;
}

static inline bool path_contains(const pc_path_step *steps, int count, pc_point point) {
  pc_point start = {0}, pen = {0};
  int crossings = 0;
  for (int i = 0; i < count; i++) {
    const pc_path_step *step = &steps[i];
    const bool is_new = step->op == PC_OP_MOVE;
    if (step->op == PC_OP_CURVE)
      crossings += count_curve(pen, step->p, point);
    else
      crossings +=
          count_crossing(pen, is_new || step->op == PC_OP_CLOSE ? start : step->p[0], point);
    start = is_new ? step->p[0] : start;
    pen = step->op == PC_OP_CURVE ? step->p[2] : step->op == PC_OP_CLOSE ? start : step->p[0];
  }
  return (crossings + count_crossing(pen, start, point)) % 2 != 0;
}

/* What is seen under the middle of the run that is the command with this index. */
static inline pc_color find_ground(const pc_display *display, int index) {
  const pc_point middle = find_middle(pc_display_at(display, index));
  pc_color ground = {.r = 1, .g = 1, .b = 1, .a = 1};
  for (int i = 0; i < index; i++) {
    const pc_command *command = pc_display_at(display, i);
    int count = 0;
    if (command->kind != PC_COMMAND_FILL)
      continue;
    const pc_path_step *steps = pc_display_path(display, command, &count);
    if (path_contains(steps, count, middle))
      ground = pc_color_mix(command->color, ground, command->color.a);
  }
  return ground;
}

#endif

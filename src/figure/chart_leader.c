/* chart_leader.c - leaders that never cross the circle.  Layer: figure. */
#include "figure/chart_leader.h"

#include <math.h>

/* Em of the labels. */
static const double stub_em = 0.35; /* level, before the label */

/* Before the stub. */
static pc_em_point find_bend(const pc_leader *leader) {
  bool is_right = leader->end.x > leader->center.x;
  return (pc_em_point){leader->end.x + (is_right ? -stub_em : stub_em), leader->end.y};
}

static double find_angle(pc_em_point center, pc_em_point at) {
  return atan2(at.x - center.x, center.y - at.y);
}

/* Tangents from a point at the distance d touch a circle acos(r / d) to both sides of it. */
double pc_leader_parting(const pc_leader *leader) {
  const pc_em_point bend = find_bend(leader);
  double far = hypot(bend.x - leader->center.x, bend.y - leader->center.y);
  double sight = far > leader->reach ? acos(leader->reach / far) : 0;
  double turn = remainder(find_angle(leader->center, bend) - leader->angle, 2 * G_PI);
  if (fabs(turn) <= sight)
    return leader->angle;
  return leader->angle + turn - (turn > 0 ? sight : -sight);
}

void pc_leader_draw(const pc_canvas *canvas, const pc_leader *leader) {
  const double parting = pc_leader_parting(leader);
  const pc_wedge circle = {leader->center, 0, leader->reach, leader->angle,
                           parting - leader->angle};
  const pc_em_point from = pc_wedge_point(&circle, leader->angle, leader->rim);
  const pc_em_point out = pc_wedge_point(&circle, leader->angle, leader->reach);
  pc_display *shapes = canvas->drawing->shapes;
  pc_display_begin_path(shapes);
  pc_display_move(shapes, pc_canvas_point(canvas, from));
  pc_display_line(shapes, pc_canvas_point(canvas, out));
  if (fabs(circle.sweep) > 1e-6)
    pc_wedge_trace_arc(canvas, &circle, leader->reach);
  pc_display_line(shapes, pc_canvas_point(canvas, find_bend(leader)));
  pc_display_line(shapes, pc_canvas_point(canvas, leader->end));
  pc_display_stroke(shapes, canvas->at, canvas->look->muted,
                    pc_canvas_weight(canvas, PC_LEADER_WEIGHT_EM), 0);
}

/* chart_pie_draw.c - slices, their labels, and the lines to those outside.  Layer: figure. */
#include <math.h>

#include "figure/chart_leader.h"
#include "figure/chart_pie.h"

/* From leader to leader, em. */
static const double leader_step_em = 0.22;

static pc_chart_fill find_fill(const pc_pie *p, const pc_canvas *canvas, int index) {
  return pc_chart_fill_part(canvas->look, index, pc_pie_count(p),
                            p->set->data->legend == PC_LEGEND_ON);
}

static void draw_text(const pc_pie *p, const pc_canvas *canvas, int index, pc_color ground) {
  const pc_chart_set *set = p->set;
  const pc_slice *s = &p->slices[index];
  const bool is_row = s->is_outside && p->in_rows[s->is_right];
  pc_align align = s->is_right ? PC_ALIGN_START : PC_ALIGN_END;
  if (!s->is_outside)
    align = PC_ALIGN_CENTER;
  double value = pc_pie_value(set, index);
  pc_em_box name = {s->box.x, s->box.y, is_row ? s->row.name_width : s->box.w, s->box.h};
  if (!is_row)
    name.h -= value > 0 ? 1 + pc_pie_joint(set, index, PC_PIE_VALUE_GAP_EM) : 0;
  if (pc_pie_name(set, index) > 0)
    pc_canvas_label(canvas, set->categories[index], name, align, ground);
  pc_em_box number = {s->box.x, s->box.y + s->box.h - 1, s->box.w, 1};
  if (is_row) {
    number.x += s->box.w - value - PC_HAIR_EM;
    number.w = value + PC_HAIR_EM;
  }
  if (value > 0)
    pc_canvas_label(canvas, set->values[index], number, align, ground);
}

static void draw_inside(const pc_pie *p, const pc_canvas *canvas, int index) {
  const pc_chart_fill fill = find_fill(p, canvas, index);
  pc_chart_fill_patch(canvas, &fill, p->slices[index].box);
  draw_text(p, canvas, index, fill.color);
}

/* The place of a slice's rim that is nearest to its label. */
static double leader_angle(const pc_pie *p, const pc_slice *s) {
  double share = (p->center.y - s->box.y - s->box.h / 2) / (p->radius + PC_PIE_LEADER_EM);
  double wanted = acos(CLAMP(share, -1, 1));
  wanted = s->is_right ? wanted : 2 * G_PI - wanted;
  double middle = s->from + s->sweep / 2, reach = s->sweep * 0.3;
  return CLAMP(wanted, middle - reach, middle + reach);
}

/* The nearer a slice is to the top or to the foot, the farther out its leader turns aside, over
 * those of its neighbours. */
static double leader_reach(const pc_pie *p, const int *order, int n, int index) {
  const double own = fabs(cos(p->slices[index].from + p->slices[index].sweep / 2));
  double step = MIN(leader_step_em, PC_PIE_LEADERS_EM / MAX(1, n));
  double reach = p->radius + PC_PIE_LEADER_EM;
  for (int i = 0; i < n; i++) {
    const pc_slice *s = &p->slices[order[i]];
    reach += fabs(cos(s->from + s->sweep / 2)) < own ? step : 0;
  }
  return reach;
}

static void draw_leaders(const pc_pie *p, const pc_canvas *canvas, bool is_right) {
  int order[PC_CHART_MAX_CATEGORIES];
  const int n = pc_pie_list(p, is_right, order);
  for (int i = 0; i < n; i++) {
    const pc_slice *s = &p->slices[order[i]];
    const pc_leader leader = {
        .center = p->center,
        .rim = p->radius + pc_drawn.edge,
        .reach = leader_reach(p, order, n, order[i]),
        .angle = leader_angle(p, s),
        .end = {is_right ? s->box.x - 0.2 : s->box.x + s->box.w + 0.2, s->box.y + s->box.h / 2}};
    pc_leader_draw(canvas, &leader);
  }
}

/* The sum in the hole of a ring; shares in per cent have none to tell. */
static void draw_total(const pc_pie *p, const pc_canvas *canvas) {
  const pc_chart *data = p->set->data;
  const pc_label *total = p->set->total;
  double width = pc_label_extent(total, total->full_em) + PC_HAIR_EM;
  double height = pc_label_height(total, width);
  bool is_share = data->unit != NULL && g_str_equal(data->unit, "%");
  bool fits = hypot(width, height) / 2 < p->radius * PC_PIE_HOLE - 0.1;
  if (data->type != PC_CHART_DONUT || !data->shows_values || is_share || !fits)
    return;
  pc_canvas_label(canvas, total,
                  (pc_em_box){p->center.x - width / 2, p->center.y - height / 2, width, height},
                  PC_ALIGN_CENTER, canvas->look->ground);
}

void pc_pie_draw(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room) {
  const pc_pie p = pc_pie_plan(set, room);
  for (int i = 0; i < pc_pie_count(&p); i++) {
    const pc_wedge wedge = pc_pie_wedge(&p, &p.slices[i]);
    const pc_chart_fill fill = find_fill(&p, canvas, i);
    pc_wedge_draw(canvas, &wedge, &fill);
  }
  draw_leaders(&p, canvas, true);
  draw_leaders(&p, canvas, false);
  for (int i = 0; i < pc_pie_count(&p); i++) {
    if (p.slices[i].is_outside)
      draw_text(&p, canvas, i, canvas->look->ground);
    else if (p.slices[i].box.w > 2 * PC_HAIR_EM)
      draw_inside(&p, canvas, i);
  }
  draw_total(&p, canvas);
}

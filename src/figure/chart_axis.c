/* chart_axis.c - a scale beside or below the marks, where numbers are not printed with them.
 * Layer: figure. */
#include "figure/chart_set.h"

/* From the numbers to the lines. */
static const double tick_gap_em = 0.4;
static const double grid_weight_em = 0.04;
/* Numbers of a scale stand no closer, em. */
static const double least_pitch_em = 1.5;

/* Every so many ticks are drawn, so that their numbers have so much room each. */
static int choose_stride(const pc_scale *scale, double length, double needed) {
  int stride = 1;
  while (stride < scale->n && length / MAX(1, scale->n - 1) * stride < needed)
    stride++;
  return stride;
}

void pc_chart_draw_grid(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box plot) {
  const pc_scale *scale = &set->scale;
  const double width = pc_chart_set_tick_width(set);
  const int stride = choose_stride(scale, plot.h, least_pitch_em);
  for (int i = 0; i < scale->n; i += stride) {
    double y = plot.y + plot.h * (1 - scale->step * i / (scale->high - scale->low));
    pc_canvas_line(canvas, (pc_em_point){plot.x, y}, (pc_em_point){plot.x + plot.w, y},
                   canvas->look->rule, grid_weight_em);
    pc_em_box box = {plot.x - tick_gap_em - width, y - 0.5, width, 1};
    pc_canvas_note(canvas, set->ticks[i], box, PC_ALIGN_END);
  }
}

void pc_chart_draw_level_grid(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box plot) {
  const pc_scale *scale = &set->scale;
  const double width = pc_chart_set_tick_width(set);
  const int stride = choose_stride(scale, plot.w, width + 0.8);
  for (int i = 0; i < scale->n; i += stride) {
    double x = plot.x + plot.w * scale->step * i / (scale->high - scale->low);
    pc_canvas_line(canvas, (pc_em_point){x, plot.y}, (pc_em_point){x, plot.y + plot.h},
                   canvas->look->rule, grid_weight_em);
    pc_em_box box = {x - width / 2, plot.y + plot.h + tick_gap_em, width, 1};
    pc_canvas_note(canvas, set->ticks[i], box, PC_ALIGN_CENTER);
  }
}

/* cycle.c - boxes on a ring of arrows, and a text in its middle.  Layer: figure. */
#include "figure/cycle.h"

#include <math.h>

/* An arrow leaves so much free at both ends, em of the labels. */
static const double free_em = 0.38;
/* Of an angle: nothing to see. */
static const double fine_angle = 1e-6;

static void free_cycle(void *own) {
  pc_cycle *it = own;
  pc_texts_free(it->texts);
  pc_label_free(it->middle);
  g_free(it->sines);
  g_free(it->cosines);
  g_free(it);
}

static void *make_cycle(const pc_maker *maker, const pc_block *block) {
  pc_cycle *it = g_new0(pc_cycle, 1);
  int n = block->items->n;
  it->block = block;
  it->texts = pc_texts_new(maker, block->items);
  it->middle = pc_label_new(maker, block->items->center, true);
  for (int k = 0; k < PC_TEXTS_LINES; k++)
    it->middles[k] = pc_text_shape_measure(it->middle, k);
  it->sines = g_new(double, (gsize)n);
  it->cosines = g_new(double, (gsize)n);
  for (int i = 0; i < n; i++) {
    it->sines[i] = sin(2 * G_PI * i / n);
    it->cosines[i] = cos(2 * G_PI * i / n);
  }
  return it;
}

static pc_figure_need measure_cycle(const void *own, pc_um width, const pc_figure_type *type) {
  return pc_cycle_measure(own, width, type);
}

/* Where the ring is drawn, and at what size; um. */
typedef struct cycle_plan {
  const pc_cycle *it;
  pc_oval ring;
  double size_pt, em;
  double x, y; /* of the middle */
  const pc_look *look;
  pc_drawing *drawing;
} cycle_plan;

static pc_point place(const cycle_plan *plan, double x, double y) {
  return (pc_point){(pc_um)lround(plan->x + x * plan->em), (pc_um)lround(plan->y + y * plan->em)};
}

/* A place on the ring by its angle from the top, clockwise; em. */
static double ring_x(const pc_oval *ring, double angle) {
  return ring->a * sin(angle);
}

static double ring_y(const pc_oval *ring, double angle) {
  return -ring->b * cos(angle);
}

static bool is_near_box(const cycle_plan *plan, int i, double angle) {
  double dx = fabs(ring_x(&plan->ring, angle) - pc_oval_station_x(&plan->ring, plan->it, i));
  double dy = fabs(ring_y(&plan->ring, angle) - pc_oval_station_y(&plan->ring, plan->it, i));
  return pc_cycle_gap(dx - plan->ring.w / 2, dy - plan->ring.h / 2) < free_em;
}

/* The part of the ring at a box. */
typedef struct box_trial {
  const cycle_plan *plan;
  int box;
} box_trial;

static bool is_clear(const void *of, double angle) {
  const box_trial *trial = of;
  return !is_near_box(trial->plan, trial->box, angle);
}

/* The angle between one near the box i and one far from it where the ring comes out of it. */
static double find_edge(const cycle_plan *plan, int i, double near, double far) {
  const box_trial trial = {plan, i};
  return pc_border_find(is_clear, &trial, (double[]){near, far}, fine_angle);
}

typedef struct tip_trial {
  const pc_oval *ring;
  double tip;
} tip_trial;

static bool is_behind(const void *of, double angle) {
  const tip_trial *trial = of;
  double dx = ring_x(trial->ring, angle) - ring_x(trial->ring, trial->tip);
  double dy = ring_y(trial->ring, angle) - ring_y(trial->ring, trial->tip);
  return hypot(dx, dy) > pc_drawn.head;
}

/* The angle before `tip` at which the ring is a head's length away from it. */
static double find_neck(const cycle_plan *plan, double from, double tip) {
  const tip_trial trial = {&plan->ring, tip};
  return is_behind(&trial, from)
             ? pc_border_find(is_behind, &trial, (double[]){tip, from}, fine_angle)
             : from;
}

static void trace_arc(const cycle_plan *plan, double from, double to) {
  static const int pieces = 4; /* of at most a quarter of the ring each */
  const pc_oval *ring = &plan->ring;
  double step = (to - from) / pieces;
  double pull = 4.0 / 3 * tan(step / 4);
  pc_display_begin_path(plan->drawing->shapes);
  pc_display_move(plan->drawing->shapes, place(plan, ring_x(ring, from), ring_y(ring, from)));
  for (int i = 0; i < pieces; i++) {
    double p = from + step * i, q = p + step;
    double x1 = ring_x(ring, p) + pull * ring->a * cos(p);
    double y1 = ring_y(ring, p) + pull * ring->b * sin(p);
    double x2 = ring_x(ring, q) - pull * ring->a * cos(q);
    double y2 = ring_y(ring, q) - pull * ring->b * sin(q);
    pc_display_curve(plan->drawing->shapes, place(plan, x1, y1), place(plan, x2, y2),
                     place(plan, ring_x(ring, q), ring_y(ring, q)));
  }
}

static void trace_head(const cycle_plan *plan, double neck, double tip) {
  const pc_oval *ring = &plan->ring;
  double x = ring_x(ring, neck), y = ring_y(ring, neck);
  double dx = ring_x(ring, tip) - x, dy = ring_y(ring, tip) - y;
  double length = MAX(1e-6, hypot(dx, dy));
  double wing_x = -dy / length * pc_drawn.head_half, wing_y = dx / length * pc_drawn.head_half;
  pc_display *shapes = plan->drawing->shapes;
  pc_display_begin_path(shapes);
  pc_display_move(shapes, place(plan, x + dx, y + dy));
  pc_display_line(shapes, place(plan, x + wing_x, y + wing_y));
  pc_display_line(shapes, place(plan, x - wing_x, y - wing_y));
  pc_display_close(shapes);
}

/* An angle between two stations at which the ring is free: boxes hide more than half of it where
 * they are wide. */
static double find_free(const cycle_plan *plan, int i, double begin, double end) {
  static const int steps = 64;
  int next = (i + 1) % plan->it->texts->n;
  for (int step = 0; step < steps; step++) {
    double angle = begin + (end - begin) * step / steps;
    if (!is_near_box(plan, i, angle) && !is_near_box(plan, next, angle))
      return angle;
  }
  return (begin + end) / 2;
}

static void draw_arrow(const cycle_plan *plan, int i) {
  int n = plan->it->texts->n;
  double begin = plan->ring.start + 2 * G_PI * i / n;
  double end = begin + 2 * G_PI / n;
  double open = find_free(plan, i, begin, end);
  double from = find_edge(plan, i, begin, open);
  double tip = find_edge(plan, (i + 1) % n, end, open);
  double neck = find_neck(plan, from, tip);
  pc_place at = plan->it->block->at;
  trace_arc(plan, from, neck + (tip - neck) * 0.2);
  pc_display_stroke(plan->drawing->shapes, at, pc_look_drawn_line(plan->look),
                    pc_look_weight(pc_drawn.line, plan->size_pt), 0);
  trace_head(plan, neck, tip);
  pc_display_fill(plan->drawing->shapes, at, pc_look_drawn_line(plan->look));
}

static pc_rect box_at(const cycle_plan *plan, double x, double y, double w, double h) {
  pc_point corner = place(plan, x - w / 2, y - h / 2);
  return (pc_rect){corner.x, corner.y, (pc_um)(w * plan->em), (pc_um)(h * plan->em)};
}

static void draw_station(const cycle_plan *plan, int i) {
  const pc_oval *ring = &plan->ring;
  double x = pc_oval_station_x(ring, plan->it, i), y = pc_oval_station_y(ring, plan->it, i);
  pc_color fill = pc_look_drawn_box(plan->look);
  pc_display_begin_path(plan->drawing->shapes);
  pc_display_rect(plan->drawing->shapes,
                  box_at(plan, x, y, ring->w - pc_drawn.edge, ring->h - pc_drawn.edge),
                  (pc_um)(pc_drawn.corner * plan->em));
  pc_display_fill(plan->drawing->shapes, plan->it->block->at, fill);
  pc_display_stroke(plan->drawing->shapes, plan->it->block->at, pc_look_drawn_line(plan->look),
                    pc_look_weight(pc_drawn.edge, plan->size_pt), 0);
  pc_text_shape text =
      pc_texts_pick(plan->it->texts, i, ring->part, ring->w - 2 * PC_CYCLE_PAD_X + 1e-6);
  const pc_label_style style = {plan->size_pt, PC_ALIGN_CENTER, pc_look_ink_on(plan->look, fill),
                                fill};
  pc_drawing_set_label(plan->drawing, plan->it->texts->labels[i],
                       box_at(plan, x, y, text.width + 0.01, text.height), &style);
}

static void draw_middle(const cycle_plan *plan) {
  pc_text_shape text = plan->it->middles[plan->ring.middle];
  const pc_label_style style = {plan->size_pt, PC_ALIGN_CENTER, pc_look_drawn_ink(plan->look),
                                plan->look->ground};
  pc_drawing_set_label(plan->drawing, plan->it->middle,
                       box_at(plan, 0, 0, text.width + 0.01, text.height), &style);
}

/* The largest size at which the ring goes; in the little room that only a draft has, any. */
static void choose_size(cycle_plan *plan, const pc_figure_type *type, pc_rect room) {
  static const int steps = 40;
  static const double shrink = 0.9;
  plan->size_pt = type->most_pt;
  for (int step = 0; step < steps; step++) {
    plan->size_pt = step < PC_TYPE_STEPS ? pc_type_size(type, PC_TYPE_STEPS - 1 - step)
                                         : plan->size_pt * shrink;
    double width = pc_text_measure(room.w, plan->size_pt);
    double height = pc_text_measure(room.h, plan->size_pt);
    if (pc_oval_fit(&plan->ring, plan->it, width, height))
      return;
  }
}

static void draw_cycle(const void *own, const pc_figure_type *type, const pc_look *look,
                       pc_drawing *drawing) {
  const pc_cycle *it = own;
  pc_rect room = drawing->bounds;
  cycle_plan plan = {.it = it, .look = look, .drawing = drawing};
  plan.x = room.x + room.w / 2.0;
  plan.y = room.y + room.h / 2.0;
  choose_size(&plan, type, room);
  plan.em = pc_text_width(1000, plan.size_pt) / 1000.0;
  for (int i = 0; i < it->texts->n; i++)
    draw_arrow(&plan, i);
  for (int i = 0; i < it->texts->n; i++)
    draw_station(&plan, i);
  draw_middle(&plan);
}

static void describe_cycle(const void *own, bool japanese, GString *out) {
  const pc_cycle *it = own;
  if (it->block->items->center != NULL)
    g_string_append_printf(out, japanese ? "%s：" : "%s: ", it->block->items->center->text);
  pc_texts_describe(it->block->items, japanese, out);
  g_string_append(out, japanese ? " → " : " -> ");
  g_string_append(out, it->block->items->items[0]->text);
}

const pc_sketch_kind pc_sketch_cycle = {make_cycle, free_cycle, measure_cycle, draw_cycle,
                                        describe_cycle};

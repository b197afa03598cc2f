/* cycle.c - a list as stations on a ring of arrows, clockwise from the top.  Layer: figure. */
#include <math.h>

#include "figure/texts.h"

/* Around a label in its box, and the box's corners, em of the label. */
static const double pad_x_em = 0.7;
static const double pad_y_em = 0.5;
static const double corner_em = 0.45;
/* Between two boxes at the least, of which an arrow leaves so much free at both ends. */
static const double gap_em = 2.0;
static const double free_em = 0.38;
/* An arrow's line, and its head: length and half its width. */
static const double line_em = 0.13;
static const double head_em = 0.62;
static const double wing_em = 0.31;
/* Between the text in the middle and the boxes; and how near to the ring it may come. */
static const double middle_gap_em = 0.6;
static const double middle_share = 0.72;
/* A ring is at most so much wider than it is high, and the other way round. */
static const double flattest = 2.3;
/* Natural: so many times the least height, and so much of the width. */
static const double breath = 1.3;
static const double round_share = 0.7;
/* Halvings of an angle, which leave nothing to see. */
static const int halvings = 24;
static const double tint = 0.14;
static const double edge_em = 0.055;

typedef struct cycle {
  const pc_block *block;
  pc_texts *texts;
  pc_label *middle; /* without lines: none */
  pc_text_shape middles[PC_TEXTS_LINES];
  double *sines, *cosines; /* of the stations' angles from the top */
} cycle;

/* In em of the labels: boxes on an ellipse around the origin. */
typedef struct oval {
  double a, b; /* half axes */
  double w, h; /* of a box */
  double start;
  int part, middle; /* shapes of the labels, and of the text in the middle */
} oval;

static void free_cycle(void *own) {
  cycle *it = own;
  pc_texts_free(it->texts);
  pc_label_free(it->middle);
  g_free(it->sines);
  g_free(it->cosines);
  g_free(it);
}

static void *make_cycle(const pc_maker *maker, const pc_block *block) {
  cycle *it = g_new0(cycle, 1);
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

static double station_x(const cycle *it, const oval *ring, int i) {
  return ring->a * (ring->start < 0 ? -it->cosines[i] : it->sines[i]);
}

static double station_y(const cycle *it, const oval *ring, int i) {
  return -ring->b * (ring->start < 0 ? it->sines[i] : it->cosines[i]);
}

static double find_gap(double dx, double dy) {
  return hypot(MAX(0, dx), MAX(0, dy));
}

static bool has_gaps(const cycle *it, const oval *ring) {
  for (int i = 0; i < it->texts->n; i++)
    for (int j = 0; j < i; j++) {
      double dx = fabs(station_x(it, ring, i) - station_x(it, ring, j)) - ring->w;
      double dy = fabs(station_y(it, ring, i) - station_y(it, ring, j)) - ring->h;
      if (find_gap(dx, dy) < gap_em)
        return false;
    }
  return true;
}

static bool holds_middle(const cycle *it, const oval *ring, pc_text_shape middle) {
  double x = middle.width / 2, y = middle.height / 2;
  double share = middle_share * middle_share;
  if (x * x / (ring->a * ring->a) + y * y / (ring->b * ring->b) > share)
    return false;
  for (int i = 0; i < it->texts->n; i++) {
    double dx = fabs(station_x(it, ring, i)) - ring->w / 2 - x;
    double dy = fabs(station_y(it, ring, i)) - ring->h / 2 - y;
    if (find_gap(dx, dy) < middle_gap_em)
      return false;
  }
  return true;
}

static bool find_middle(const cycle *it, oval *ring) {
  if (it->middle->paragraph == NULL)
    return true;
  for (ring->middle = 0; ring->middle < PC_TEXTS_LINES; ring->middle++)
    if (holds_middle(it, ring, it->middles[ring->middle]))
      return true;
  ring->middle = PC_TEXTS_LINES - 1;
  return false;
}

/* The ring that fills a room, whose labels have at most part + 1 lines. */
static oval make_ring(const cycle *it, double width, double height, int part) {
  pc_text_shape text = pc_texts_hold(it->texts, part);
  oval ring = {.w = text.width + 2 * pad_x_em, .h = text.height + 2 * pad_y_em, .part = part};
  ring.a = MAX(0.01, (width - ring.w) / 2);
  ring.b = MAX(0.01, (height - ring.h) / 2);
  ring.a = MIN(ring.a, flattest * ring.b);
  ring.b = MIN(ring.b, flattest * ring.a);
  /* Two stations of a wide ring stand side by side. */
  ring.start = it->texts->n == 2 && width > height ? -G_PI / 2 : 0;
  return ring;
}

static bool goes(const cycle *it, double width, double height, oval *found) {
  for (int part = 0; part < PC_TEXTS_LINES; part++) {
    *found = make_ring(it, width, height, part);
    bool is_inside = found->w <= width && found->h <= height;
    if (is_inside && has_gaps(it, found) && find_middle(it, found))
      return true;
  }
  return false;
}

/* The least height for a width, em; most: none goes. */
static double find_height(const cycle *it, double width, double most) {
  static const double fine_em = 0.02;
  oval found;
  double low = 0, high = most;
  if (!goes(it, width, high, &found))
    return most;
  while (high - low > fine_em) {
    double middle = (low + high) / 2;
    if (goes(it, width, middle, &found))
      high = middle;
    else
      low = middle;
  }
  return high;
}

/* The least width that any height helps, em. */
static double find_width(const cycle *it, double most) {
  static const double fine_em = 0.1;
  oval found;
  double low = 0, high = most;
  while (high - low > fine_em) {
    double middle = (low + high) / 2;
    if (goes(it, middle, most, &found))
      high = middle;
    else
      low = middle;
  }
  return high;
}

/* So many em in width and height hold any ring. */
static double find_bound(const cycle *it) {
  pc_text_shape text = pc_texts_hold(it->texts, 0);
  double box = text.width + 2 * pad_x_em + text.height + 2 * pad_y_em + gap_em;
  return 2 * (box + it->middles[0].width + it->middles[0].height) * it->texts->n;
}

static pc_figure_need measure_cycle(const void *own, pc_um width, const pc_figure_type *type) {
  const cycle *it = own;
  double bound = find_bound(it);
  double em = pc_text_measure(width, type->least_pt);
  double least = find_height(it, em, bound);
  if (least >= bound) {
    double needed = find_width(it, bound);
    pc_um height = pc_text_width(find_height(it, needed, bound), type->least_pt);
    return (pc_figure_need){height, height, pc_text_width(needed, type->least_pt) - (double)width};
  }
  double full = find_height(it, pc_text_measure(width, type->most_pt), bound);
  double size = full < bound ? type->most_pt : type->least_pt;
  pc_um natural = pc_text_width(breath * (full < bound ? full : least), size);
  return (pc_figure_need){pc_text_width(least, type->least_pt),
                          MAX(natural, (pc_um)(width * round_share)), 0};
}

/* Where the ring is drawn, and at what size; um. */
typedef struct cycle_plan {
  const cycle *it;
  oval ring;
  double size_pt, em;
  double x, y; /* of the middle */
  const pc_look *look;
  pc_drawing *drawing;
} cycle_plan;

static pc_point place(const cycle_plan *plan, double x, double y) {
  return (pc_point){(pc_um)lround(plan->x + x * plan->em), (pc_um)lround(plan->y + y * plan->em)};
}

/* A place on the ring by its angle from the top, clockwise; em. */
static double ring_x(const oval *ring, double angle) {
  return ring->a * sin(angle);
}

static double ring_y(const oval *ring, double angle) {
  return -ring->b * cos(angle);
}

static bool is_near_box(const cycle_plan *plan, int i, double angle) {
  double dx = fabs(ring_x(&plan->ring, angle) - station_x(plan->it, &plan->ring, i));
  double dy = fabs(ring_y(&plan->ring, angle) - station_y(plan->it, &plan->ring, i));
  return find_gap(dx - plan->ring.w / 2, dy - plan->ring.h / 2) < free_em;
}

/* The angle between one near the box i and one far from it where the ring comes out of it. */
static double find_edge(const cycle_plan *plan, int i, double near, double far) {
  for (int step = 0; step < halvings; step++) {
    double middle = (near + far) / 2;
    if (is_near_box(plan, i, middle))
      near = middle;
    else
      far = middle;
  }
  return far;
}

/* The angle before `tip` at which the ring is a head's length away from it. */
static double find_neck(const cycle_plan *plan, double from, double tip) {
  double low = from, high = tip;
  double x = ring_x(&plan->ring, tip), y = ring_y(&plan->ring, tip);
  for (int step = 0; step < halvings; step++) {
    double middle = (low + high) / 2;
    if (hypot(ring_x(&plan->ring, middle) - x, ring_y(&plan->ring, middle) - y) > head_em)
      low = middle;
    else
      high = middle;
  }
  return low;
}

static void trace_arc(const cycle_plan *plan, double from, double to) {
  static const int pieces = 4; /* of at most a quarter of the ring each */
  const oval *ring = &plan->ring;
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
  const oval *ring = &plan->ring;
  double x = ring_x(ring, neck), y = ring_y(ring, neck);
  double dx = ring_x(ring, tip) - x, dy = ring_y(ring, tip) - y;
  double length = MAX(1e-6, hypot(dx, dy));
  double wing_x = -dy / length * wing_em, wing_y = dx / length * wing_em;
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
  pc_display_stroke(plan->drawing->shapes, at, pc_look_drawn_accent(plan->look),
                    (pc_um)(line_em * plan->em), 0);
  trace_head(plan, neck, tip);
  pc_display_fill(plan->drawing->shapes, at, pc_look_drawn_accent(plan->look));
}

static pc_rect box_at(const cycle_plan *plan, double x, double y, double w, double h) {
  pc_point corner = place(plan, x - w / 2, y - h / 2);
  return (pc_rect){corner.x, corner.y, (pc_um)(w * plan->em), (pc_um)(h * plan->em)};
}

static void draw_station(const cycle_plan *plan, int i) {
  const oval *ring = &plan->ring;
  double x = station_x(plan->it, ring, i), y = station_y(plan->it, ring, i);
  pc_color fill = pc_look_tint(plan->look, pc_look_drawn_accent(plan->look), tint);
  pc_display_begin_path(plan->drawing->shapes);
  pc_display_rect(plan->drawing->shapes, box_at(plan, x, y, ring->w - edge_em, ring->h - edge_em),
                  (pc_um)(corner_em * plan->em));
  pc_display_fill(plan->drawing->shapes, plan->it->block->at, fill);
  pc_display_stroke(plan->drawing->shapes, plan->it->block->at, pc_look_drawn_accent(plan->look),
                    (pc_um)(edge_em * plan->em), 0);
  pc_text_shape text = plan->it->texts->shapes[i][ring->part];
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
    if (goes(plan->it, width, height, &plan->ring))
      return;
  }
}

static void draw_cycle(const void *own, const pc_figure_type *type, const pc_look *look,
                       pc_drawing *drawing) {
  const cycle *it = own;
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
  const cycle *it = own;
  if (it->block->items->center != NULL)
    g_string_append_printf(out, japanese ? "%s：" : "%s: ", it->block->items->center->text);
  pc_texts_describe(it->block->items, japanese, out);
  g_string_append(out, japanese ? " → " : " -> ");
  g_string_append(out, it->block->items->items[0]->text);
}

const pc_sketch_kind pc_sketch_cycle = {make_cycle, free_cycle, measure_cycle, draw_cycle,
                                        describe_cycle};

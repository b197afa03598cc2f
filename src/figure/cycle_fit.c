/* cycle_fit.c - the ring of a cycle in a room.  Layer: figure. */
#include <math.h>

#include "figure/cycle.h"

/* Between two boxes at the least. */
static const double gap_em = 2.0;
/* Between the text in the middle and the boxes; and how near to the ring it may come. */
static const double middle_gap_em = 0.6;
static const double middle_share = 0.72;
/* A ring is at most so much wider than it is high, and the other way round. */
static const double flattest = 3;
/* Natural: so many times the least height, and so much of the width. */
static const double breath = 1.3;
static const double round_share = 0.7;

double pc_oval_station_x(const pc_oval *ring, const pc_cycle *it, int i) {
  return ring->a * (ring->start < 0 ? -it->cosines[i] : it->sines[i]);
}

double pc_oval_station_y(const pc_oval *ring, const pc_cycle *it, int i) {
  return -ring->b * (ring->start < 0 ? it->sines[i] : it->cosines[i]);
}

double pc_cycle_gap(double dx, double dy) {
  return hypot(MAX(0, dx), MAX(0, dy));
}

static bool has_gaps(const pc_cycle *it, const pc_oval *ring) {
  for (int i = 0; i < it->texts->n; i++)
    for (int j = 0; j < i; j++) {
      double dx = fabs(pc_oval_station_x(ring, it, i) - pc_oval_station_x(ring, it, j)) - ring->w;
      double dy = fabs(pc_oval_station_y(ring, it, i) - pc_oval_station_y(ring, it, j)) - ring->h;
      if (pc_cycle_gap(dx, dy) < gap_em)
        return false;
    }
  return true;
}

static bool holds_middle(const pc_cycle *it, const pc_oval *ring, pc_text_shape middle) {
  double x = middle.width / 2, y = middle.height / 2;
  double share = middle_share * middle_share;
  if (x * x / (ring->a * ring->a) + y * y / (ring->b * ring->b) > share)
    return false;
  for (int i = 0; i < it->texts->n; i++) {
    double dx = fabs(pc_oval_station_x(ring, it, i)) - ring->w / 2 - x;
    double dy = fabs(pc_oval_station_y(ring, it, i)) - ring->h / 2 - y;
    if (pc_cycle_gap(dx, dy) < middle_gap_em)
      return false;
  }
  return true;
}

static bool find_middle(const pc_cycle *it, pc_oval *ring) {
  if (it->middle->paragraph == NULL)
    return true;
  for (ring->middle = 0; ring->middle < PC_TEXTS_LINES; ring->middle++)
    if (holds_middle(it, ring, it->middles[ring->middle]))
      return true;
  ring->middle = PC_TEXTS_LINES - 1;
  return false;
}

/* The ring that fills a room, whose labels have at most part + 1 lines. */
static pc_oval make_ring(const pc_cycle *it, double width, double height, int part) {
  pc_text_shape text = pc_texts_hold(it->texts, part);
  pc_oval ring = {
      .w = text.width + 2 * PC_CYCLE_PAD_X, .h = text.height + 2 * PC_CYCLE_PAD_Y, .part = part};
  ring.a = MAX(0.01, (width - ring.w) / 2);
  ring.b = MAX(0.01, (height - ring.h) / 2);
  ring.a = MIN(ring.a, flattest * ring.b);
  ring.b = MIN(ring.b, flattest * ring.a);
  /* Two stations of a wide ring stand side by side. */
  ring.start = it->texts->n == 2 && width > height ? -G_PI / 2 : 0;
  return ring;
}

static double find_area(const pc_oval *ring) {
  return (2 * ring->a + ring->w) * (2 * ring->b + ring->h);
}

bool pc_oval_fit(pc_oval *found, const pc_cycle *it, double width, double height) {
  /* One line more is worth a ring that is so much larger. */
  static const double worth = 1.15;
  double best = 0;
  for (int part = 0; part < PC_TEXTS_LINES; part++) {
    pc_oval ring = make_ring(it, width, height, part);
    bool is_inside = ring.w <= width && ring.h <= height;
    if (!is_inside || find_area(&ring) <= best * worth || !has_gaps(it, &ring) ||
        !find_middle(it, &ring))
      continue;
    *found = ring;
    best = find_area(&ring);
  }
  return best > 0;
}

double pc_border_find(pc_holds_func holds, const void *of, const double range[2], double fine) {
  double not_yet = range[0], already = range[1];
  while (fabs(already - not_yet) > fine) {
    double middle = (not_yet + already) / 2;
    if (holds(of, middle))
      already = middle;
    else
      not_yet = middle;
  }
  return already;
}

/* A room of which one side is known, em. */
typedef struct side_trial {
  const pc_cycle *it;
  double other;
} side_trial;

static bool holds_height(const void *of, double height) {
  const side_trial *trial = of;
  pc_oval found;
  return pc_oval_fit(&found, trial->it, trial->other, height);
}

static bool holds_width(const void *of, double width) {
  const side_trial *trial = of;
  pc_oval found;
  return pc_oval_fit(&found, trial->it, width, trial->other);
}

/* The least height for a width, em; most: none goes. */
static double find_height(const pc_cycle *it, double width, double most) {
  static const double fine_em = 0.02;
  const side_trial trial = {it, width};
  if (!holds_height(&trial, most))
    return most;
  return pc_border_find(holds_height, &trial, (double[]){0, most}, fine_em);
}

/* The least width that any height helps, em. */
static double find_width(const pc_cycle *it, double most) {
  static const double fine_em = 0.1;
  const side_trial trial = {it, most};
  return pc_border_find(holds_width, &trial, (double[]){0, most}, fine_em);
}

/* So many em in width and height hold any ring. */
static double find_bound(const pc_cycle *it) {
  pc_text_shape text = pc_texts_hold(it->texts, 0);
  double box = text.width + 2 * PC_CYCLE_PAD_X + text.height + 2 * PC_CYCLE_PAD_Y + gap_em;
  return 2 * (box + it->middles[0].width + it->middles[0].height) * it->texts->n;
}

pc_figure_need pc_cycle_measure(const pc_cycle *it, pc_um width, const pc_figure_type *type) {
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

/* chart_pie.c - parts of a whole, as slices or as a ring.  Layer: figure.
 *
 * A slice that holds its label has it inside; the others have theirs in a column on their side,
 * with a line that leads to it.
 */
#include "figure/chart_pie.h"

#include <math.h>

#include "figure/chart_spread.h"

/* Em of the labels. */
static const double least_radius_em = 2.6;
static const double easy_radius_em = 4.2;
static const double most_radius_em = 11;
static const double least_height_em = 7;
static const double most_natural_em = 12;
static const double most_good_em = 21;
static const double natural_share = 0.45;
static const double good_share = 0.6;
static const double tallest_share = 1;
static const double gap_em = 1.6;      /* from the circle to a column of labels */
static const double beside_em = 0.5;   /* beside it */
static const double between_em = 0.45; /* between labels of a column */
/* Em of the radius that a label's em away from its slice is worth. */
static const double away_cost = 0.3;
/* A slice of so much of the whole should have its label inside. */
static const double large_share = 0.12;

/* The most that a column may take. */
static double column_room(double width) {
  return (width - 2 * least_radius_em - 2 * gap_em) / 2;
}

static pc_pie_block measure_row(const pc_chart_set *set, int index) {
  double name = pc_pie_name(set, index) + PC_HAIR_EM;
  double value = pc_pie_value(set, index) + pc_pie_joint(set, index, beside_em);
  return (pc_pie_block){name, name + value, 1};
}

static pc_pie_block measure_stack(const pc_chart_set *set, int index, double most) {
  double full = pc_pie_name(set, index), value = pc_pie_value(set, index);
  const pc_label *name = set->categories[index];
  double width = full > 0 ? MAX(most, 0.1) + PC_HAIR_EM : PC_HAIR_EM;
  double high = full > 0 ? pc_label_height(name, width) : 0;
  high += (value > 0 ? 1 : 0) + pc_pie_joint(set, index, PC_PIE_VALUE_GAP_EM);
  return (pc_pie_block){width, MAX(width, value + PC_HAIR_EM), high};
}

/* The form of a label outside. */
static const pc_pie_block *outer_block(const pc_pie *p, const pc_slice *s) {
  return p->in_rows[s->is_right] ? &s->row : &s->stack;
}

static void share_circle(pc_pie *p) {
  double sum = 0, at = 0;
  for (int i = 0; i < pc_pie_count(p); i++)
    sum += p->set->data->values[i];
  for (int i = 0; i < pc_pie_count(p); i++) {
    pc_slice *s = &p->slices[i];
    s->from = at;
    s->sweep = p->set->data->values[i] / sum * 2 * G_PI;
    s->is_right = s->from + s->sweep / 2 < G_PI - 1e-9;
    s->row = measure_row(p->set, i);
    s->stack = measure_stack(p->set, i, MIN(p->set->narrow[i], column_room(p->width)));
    s->tight = measure_stack(p->set, i, p->set->tight[i]);
    at += s->sweep;
  }
}

static pc_pie make_pie(const pc_chart_set *set, double width, double height) {
  pc_pie p = {.set = set, .width = width, .height = height};
  share_circle(&p);
  return p;
}

/* Height of the labels of a side; all: as if none stood inside. */
static double side_height(const pc_pie *p, bool is_right, bool all) {
  double high = 0;
  for (int i = 0; i < pc_pie_count(p); i++) {
    const pc_slice *s = &p->slices[i];
    if (s->is_right == is_right && (all || s->is_outside))
      high += outer_block(p, s)->height + (high > 0 ? between_em : 0);
  }
  return high;
}

static double side_width(const pc_pie *p, bool is_right, bool all) {
  double wide = 0;
  for (int i = 0; i < pc_pie_count(p); i++) {
    const pc_slice *s = &p->slices[i];
    if (s->is_right == is_right && (all || s->is_outside))
      wide = MAX(wide, outer_block(p, s)->width);
  }
  return wide > 0 ? wide + gap_em : 0;
}

/* Whether a side's labels may be in rows: a column takes no more than its share. */
static bool may_have_rows(pc_pie *p, bool is_right) {
  p->in_rows[is_right] = true;
  bool fits = side_width(p, is_right, true) <= column_room(p->width) + gap_em;
  p->in_rows[is_right] = false;
  return fits;
}

static double least_side(pc_pie *p, bool is_right) {
  double high = side_height(p, is_right, true);
  if (!may_have_rows(p, is_right))
    return high;
  p->in_rows[is_right] = true;
  return MIN(high, side_height(p, is_right, true));
}

static double least_height(const pc_chart_set *set, double width) {
  pc_pie p = make_pie(set, width, 0);
  double high = MAX(least_side(&p, true), least_side(&p, false));
  return MAX(least_height_em, high + 2 * PC_HAIR_EM);
}

static double text_width(const pc_chart_set *set, bool least) {
  double widest = 0, radius = least ? least_radius_em : easy_radius_em;
  for (int i = 0; i < set->data->n_categories; i++) {
    const pc_label *name = set->categories[i];
    double piece =
        pc_pie_has_names(set)
            ? (least ? name->least_em : MAX(name->phrase_em, MIN(name->full_em, PC_LONG_NAME_EM)))
            : 0;
    widest = MAX(widest, MAX(piece, pc_pie_value(set, i)));
  }
  return 2 * (radius + gap_em + widest + 2 * PC_HAIR_EM);
}

static pc_chart_need measure_pie(const pc_chart_set *set, double width) {
  double least = least_height(set, width);
  return (pc_chart_need){
      .width = text_width(set, true),
      .easy_width = text_width(set, false),
      .least = least,
      .natural = MAX(least * 1.1, MIN(natural_share * width, most_natural_em)),
      .good = MAX(least * 1.2, MIN(good_share * width, most_good_em)),
      .most = MAX(least * 1.2, MIN(tallest_share * width,
                                   2 * (most_radius_em + PC_PIE_LEADER_EM + PC_PIE_LEADERS_EM))),
  };
}

pc_wedge pc_pie_wedge(const pc_pie *p, const pc_slice *s) {
  bool is_ring = p->set->data->type == PC_CHART_DONUT;
  return (pc_wedge){p->center, is_ring ? p->radius * PC_PIE_HOLE : 0, p->radius, s->from, s->sweep};
}

/* Sets a block into a slice: at a share of its sweep, and at a share of the radius. */
static bool try_inside(const pc_wedge *wedge, pc_slice *s, const pc_pie_block *b,
                       pc_em_point shares) {
  pc_em_point middle =
      pc_wedge_point(wedge, wedge->from + wedge->sweep * shares.x, wedge->outer * shares.y);
  s->box = (pc_em_box){middle.x - b->width / 2, middle.y - b->height / 2, b->width, b->height};
  return pc_wedge_holds(wedge, s->box);
}

/* In its middle, or else somewhat aside. */
static bool try_block(const pc_wedge *wedge, pc_slice *s, const pc_pie_block *b) {
  static const double sweeps[] = {.5, .42, .58, .34, .66, .26, .74};
  static const double radii[] = {.6, .66, .54, .72, .48, .42, .36, .3, .2};
  static const double ring_radii[] = {.725, .7, .75};
  const bool is_ring = wedge->inner > 0;
  const double *list = is_ring ? ring_radii : radii;
  const int n = is_ring ? (int)G_N_ELEMENTS(ring_radii) : (int)G_N_ELEMENTS(radii);
  /* Most of a slice that is more than half of the circle lies about the middle. */
  const pc_em_point middle = {.5, .6 * (2 * G_PI - s->sweep) / G_PI};
  bool holds = !is_ring && s->sweep > G_PI && try_inside(wedge, s, b, middle);
  for (int i = 0; i < n * (int)G_N_ELEMENTS(sweeps) && !holds; i++)
    holds = try_inside(wedge, s, b, (pc_em_point){sweeps[i / n], list[i % n]});
  return holds;
}

/* Sets a slice's label inside it, where it has room: in as few lines as go. */
static bool set_inside(const pc_pie *p, pc_slice *s) {
  const pc_wedge wedge = pc_pie_wedge(p, s);
  return try_block(&wedge, s, &s->stack) || try_block(&wedge, s, &s->tight);
}

static double leaders_room(const pc_pie *p) {
  return p->left + p->right > 0 ? PC_PIE_LEADER_EM + PC_PIE_LEADERS_EM : 0;
}

/* As large as the columns leave room; whoever does not fit inside then widens a column. */
static void find_radius(pc_pie *p) {
  bool is_settled = false;
  while (!is_settled) {
    p->left = side_width(p, false, false);
    p->right = side_width(p, true, false);
    double across = (p->width - p->left - p->right) / 2;
    p->radius = MIN(MIN(across, p->height / 2 - leaders_room(p)), most_radius_em) - pc_drawn.edge;
    p->radius = MAX(p->radius, 0.1);
    is_settled = true;
    for (int i = 0; i < pc_pie_count(p); i++) {
      pc_slice *s = &p->slices[i];
      if (s->is_outside || s->stack.width <= 2 * PC_HAIR_EM || set_inside(p, s))
        continue;
      s->is_outside = true;
      is_settled = false;
    }
  }
}

int pc_pie_list(const pc_pie *p, bool is_right, int order[PC_CHART_MAX_CATEGORIES]) {
  int m = 0;
  for (int i = 0; i < pc_pie_count(p); i++) {
    int index = is_right ? i : pc_pie_count(p) - 1 - i;
    if (p->slices[index].is_outside && p->slices[index].is_right == is_right)
      order[m++] = index;
  }
  return m;
}

/* Labels of one side, near their slices and apart from one another. */
static void place_column(pc_pie *p, bool is_right, pc_em_box room) {
  int order[PC_CHART_MAX_CATEGORIES] = {0};
  pc_spread spread = {.n = pc_pie_list(p, is_right, order)};
  double wanted[PC_CHART_MAX_CATEGORIES] = {0};
  for (int i = 0; i < spread.n; i++) {
    const pc_slice *s = &p->slices[order[i]];
    spread.heights[i] = outer_block(p, s)->height;
    wanted[i] = p->center.y - (p->radius + PC_PIE_LEADER_EM) * cos(s->from + s->sweep / 2) -
                spread.heights[i] / 2;
    spread.tops[i] = wanted[i];
  }
  pc_spread_place(&spread, between_em, room.y, room.y + room.h);
  for (int i = 0; i < spread.n; i++) {
    pc_slice *s = &p->slices[order[i]];
    const pc_pie_block *b = outer_block(p, s);
    double reach = p->radius + gap_em;
    double x = is_right ? p->center.x + reach : p->center.x - reach - b->width;
    s->box = (pc_em_box){x, spread.tops[i], b->width, b->height};
    p->away += fabs(spread.tops[i] - wanted[i]);
  }
}

static void place_labels(pc_pie *p, pc_em_box room) {
  double whole = p->left + 2 * p->radius + p->right;
  p->center =
      (pc_em_point){room.x + (room.w - whole) / 2 + p->left + p->radius, room.y + room.h / 2};
  place_column(p, true, room);
  place_column(p, false, room);
  for (int i = 0; i < pc_pie_count(p); i++) {
    if (!p->slices[i].is_outside)
      set_inside(p, &p->slices[i]);
  }
}

static bool fits_height(const pc_pie *p) {
  return side_height(p, true, false) <= p->height + PC_HAIR_EM &&
         side_height(p, false, false) <= p->height + PC_HAIR_EM;
}

/* Of the forms that fit: a large circle, and labels near their slices. */
pc_pie pc_pie_plan(const pc_chart_set *set, pc_em_box room) {
  pc_pie first = make_pie(set, room.w, room.h), best = first;
  const bool rows[2] = {may_have_rows(&first, false), may_have_rows(&first, true)};
  double most = -INFINITY;
  for (int form = 0; form < 4; form++) {
    pc_pie p = first;
    p.in_rows[0] = (form & 1) != 0;
    p.in_rows[1] = (form & 2) != 0;
    if ((p.in_rows[0] && !rows[0]) || (p.in_rows[1] && !rows[1]))
      continue;
    find_radius(&p);
    place_labels(&p, room);
    double score = p.radius - away_cost * p.away - (fits_height(&p) ? 0 : 1000);
    if (score <= most)
      continue;
    best = p;
    most = score;
  }
  return best;
}

/* Large slices should have their labels inside. */
static int count_strays(const pc_chart_set *set, pc_em_box room) {
  const pc_pie p = pc_pie_plan(set, room);
  int strays = 0;
  for (int i = 0; i < pc_pie_count(&p); i++)
    strays += p.slices[i].is_outside && p.slices[i].sweep > large_share * 2 * G_PI;
  return strays;
}

const pc_chart_form pc_chart_rounds = {measure_pie, pc_pie_draw, count_strays, 0.7};

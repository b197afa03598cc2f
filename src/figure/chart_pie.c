/* chart_pie.c - parts of a whole, as slices or as a ring.  Layer: figure.
 *
 * A slice that holds its label has it inside; the others have theirs in a column on their side,
 * with a line that leads to it.
 */
#include "figure/chart_set.h"
#include "figure/chart_wedge.h"

#include <math.h>

/* Em of the labels. */
static const double least_radius_em = 2.6;
static const double easy_radius_em = 4.2;
static const double most_radius_em = 11;
static const double least_height_em = 7;
static const double most_natural_em = 15;
static const double natural_share = 0.45;
static const double tallest_share = 0.7;
static const double gap_em = 1;          /* from the circle to a column of labels */
static const double value_gap_em = 0.25; /* below a name */
static const double beside_em = 0.5;     /* beside it */
static const double between_em = 0.45;   /* between labels of a column */
static const double leader_weight_em = 0.05;
static const double hole_share = 0.56;
static const double edge_em = 0.06; /* outlines reach out of the circle */
/* Em of the radius that a label's em away from its slice is worth. */
static const double away_cost = 0.3;
static const double leader_em = 0.4; /* out of the slice */

/* Name and number of a slice as one block. */
typedef struct block {
  double name_width;
  double width, height;
} block;

typedef struct slice {
  double from, sweep;
  bool is_right, is_outside;
  block stack, row; /* the number below the name; beside it */
  pc_em_box box;
} slice;

typedef struct pie {
  const pc_chart_set *set;
  double width, height;
  bool in_rows[2];            /* labels outside: on the left, on the right */
  double radius, left, right; /* columns on both sides; 0: none */
  slice slices[PC_CHART_MAX_CATEGORIES];
} pie;

static int count(const pie *p) {
  return p->set->data->n_categories;
}

static bool has_names(const pc_chart_set *set) {
  return set->data->legend != PC_LEGEND_ON;
}

static double name_full(const pc_chart_set *set, int index) {
  return has_names(set) ? set->categories[index]->full_em : 0;
}

static double value_full(const pc_chart_set *set, int index) {
  return set->data->shows_values ? set->values[index]->full_em : 0;
}

static double joint(const pc_chart_set *set, int index, double gap) {
  return name_full(set, index) > 0 && value_full(set, index) > 0 ? gap : 0;
}

/* The most that a column may take. */
static double column_room(double width) {
  return (width - 2 * least_radius_em - 2 * gap_em) / 2;
}

static block measure_row(const pc_chart_set *set, int index) {
  double name = name_full(set, index) + PC_HAIR_EM;
  double value = value_full(set, index) + joint(set, index, beside_em);
  return (block){name, name + value, 1};
}

static block measure_stack(const pc_chart_set *set, int index, double room) {
  double full = name_full(set, index), value = value_full(set, index);
  const pc_label *name = set->categories[index];
  double width = full > 0 ? set->narrow[index] : 0;
  width = MIN(width, MAX(room, 0.1)) + PC_HAIR_EM;
  double high = full > 0 ? pc_label_height(name, width) : 0;
  high += (value > 0 ? 1 : 0) + joint(set, index, value_gap_em);
  return (block){width, MAX(width, value + PC_HAIR_EM), high};
}

/* The form of a label outside. */
static const block *outer_block(const pie *p, const slice *s) {
  return p->in_rows[s->is_right] ? &s->row : &s->stack;
}

static void share_circle(pie *p) {
  double sum = 0, at = 0;
  for (int i = 0; i < count(p); i++)
    sum += p->set->data->values[i];
  for (int i = 0; i < count(p); i++) {
    slice *s = &p->slices[i];
    s->from = at;
    s->sweep = p->set->data->values[i] / sum * 2 * G_PI;
    s->is_right = s->from + s->sweep / 2 < G_PI - 1e-9;
    s->row = measure_row(p->set, i);
    s->stack = measure_stack(p->set, i, column_room(p->width));
    at += s->sweep;
  }
}

static pie make_pie(const pc_chart_set *set, double width, double height) {
  pie p = {.set = set, .width = width, .height = height};
  share_circle(&p);
  return p;
}

/* Height of the labels of a side; all: as if none stood inside. */
static double side_height(const pie *p, bool is_right, bool all) {
  double high = 0;
  for (int i = 0; i < count(p); i++) {
    const slice *s = &p->slices[i];
    if (s->is_right == is_right && (all || s->is_outside))
      high += outer_block(p, s)->height + (high > 0 ? between_em : 0);
  }
  return high;
}

static double side_width(const pie *p, bool is_right, bool all) {
  double wide = 0;
  for (int i = 0; i < count(p); i++) {
    const slice *s = &p->slices[i];
    if (s->is_right == is_right && (all || s->is_outside))
      wide = MAX(wide, outer_block(p, s)->width);
  }
  return wide > 0 ? wide + gap_em : 0;
}

/* Whether a side's labels may be in rows: a column takes no more than its share. */
static bool may_have_rows(pie *p, bool is_right) {
  p->in_rows[is_right] = true;
  bool fits = side_width(p, is_right, true) <= column_room(p->width) + gap_em;
  p->in_rows[is_right] = false;
  return fits;
}

static double least_side(pie *p, bool is_right) {
  double high = side_height(p, is_right, true);
  if (!may_have_rows(p, is_right))
    return high;
  p->in_rows[is_right] = true;
  return MIN(high, side_height(p, is_right, true));
}

static double least_height(const pc_chart_set *set, double width) {
  pie p = make_pie(set, width, 0);
  double high = MAX(least_side(&p, true), least_side(&p, false));
  return MAX(least_height_em, high + 2 * PC_HAIR_EM);
}

static double text_width(const pc_chart_set *set, bool least) {
  double widest = 0, radius = least ? least_radius_em : easy_radius_em;
  for (int i = 0; i < set->data->n_categories; i++) {
    const pc_label *name = set->categories[i];
    double piece =
        has_names(set)
            ? (least ? name->least_em : MAX(name->phrase_em, MIN(name->full_em, PC_LONG_NAME_EM)))
            : 0;
    widest = MAX(widest, MAX(piece, value_full(set, i)));
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
      .most = MAX(least * 1.2, MIN(tallest_share * width, 2 * (most_radius_em + leader_em))),
  };
}

static pc_wedge make_wedge(const pie *p, const slice *s, pc_em_point center) {
  bool is_ring = p->set->data->type == PC_CHART_DONUT;
  return (pc_wedge){center, is_ring ? p->radius * hole_share : 0, p->radius, s->from, s->sweep};
}

/* A slice's label in its inside, which is where most of it is. */
static pc_em_box inside_box(const pie *p, const slice *s, pc_em_point center) {
  pc_wedge wedge = make_wedge(p, s, center);
  double radius = wedge.inner > 0 ? (wedge.inner + wedge.outer) / 2 : wedge.outer * 0.6;
  if (wedge.inner <= 0 && s->sweep > G_PI)
    radius *= (2 * G_PI - s->sweep) / G_PI;
  pc_em_point middle = pc_wedge_point(&wedge, s->from + s->sweep / 2, radius);
  return (pc_em_box){middle.x - s->stack.width / 2, middle.y - s->stack.height / 2, s->stack.width,
                     s->stack.height};
}

static bool holds_label(const pie *p, const slice *s) {
  pc_wedge wedge = make_wedge(p, s, (pc_em_point){0, 0});
  return pc_wedge_holds(&wedge, inside_box(p, s, wedge.center));
}

/* As large as the columns leave room; whoever does not fit inside then widens a column. */
static void find_radius(pie *p) {
  bool is_settled = false;
  while (!is_settled) {
    p->left = side_width(p, false, false);
    p->right = side_width(p, true, false);
    double across = (p->width - p->left - p->right) / 2;
    double leader = p->left + p->right > 0 ? leader_em : 0;
    p->radius = MIN(MIN(across, p->height / 2 - leader), most_radius_em) - edge_em;
    p->radius = MAX(p->radius, 0.1);
    is_settled = true;
    for (int i = 0; i < count(p); i++) {
      slice *s = &p->slices[i];
      if (s->is_outside || s->stack.width <= 2 * PC_HAIR_EM || holds_label(p, s))
        continue;
      s->is_outside = true;
      is_settled = false;
    }
  }
}

/* Labels of one side, from the top, near their slices and apart from one another.  How far they
 * are from where they should be. */
static double place_column(pie *p, bool is_right, pc_em_point center, pc_em_box room) {
  int order[PC_CHART_MAX_CATEGORIES], m = 0;
  for (int i = 0; i < count(p); i++) {
    int index = is_right ? i : count(p) - 1 - i;
    if (p->slices[index].is_outside && p->slices[index].is_right == is_right)
      order[m++] = index;
  }
  double y = room.y, wanted[PC_CHART_MAX_CATEGORIES], away = 0;
  for (int i = 0; i < m; i++) {
    slice *s = &p->slices[order[i]];
    const block *b = outer_block(p, s);
    wanted[i] = center.y - p->radius * 1.05 * cos(s->from + s->sweep / 2) - b->height / 2;
    double x = is_right ? center.x + p->radius + gap_em : center.x - p->radius - gap_em - b->width;
    s->box = (pc_em_box){x, MAX(y, wanted[i]), b->width, b->height};
    y = s->box.y + b->height + between_em;
  }
  double foot = room.y + room.h;
  for (int i = m - 1; i >= 0; i--) {
    slice *s = &p->slices[order[i]];
    s->box.y = MIN(s->box.y, foot - s->box.h);
    foot = s->box.y - between_em;
    away += fabs(s->box.y - wanted[i]);
  }
  return away;
}

static pc_em_point place_labels(pie *p, pc_em_box room, double *away) {
  double whole = p->left + 2 * p->radius + p->right;
  pc_em_point center = {room.x + (room.w - whole) / 2 + p->left + p->radius, room.y + room.h / 2};
  *away = place_column(p, true, center, room) + place_column(p, false, center, room);
  for (int i = 0; i < count(p); i++) {
    if (!p->slices[i].is_outside)
      p->slices[i].box = inside_box(p, &p->slices[i], center);
  }
  return center;
}

static bool fits_height(const pie *p) {
  return side_height(p, true, false) <= p->height + PC_HAIR_EM &&
         side_height(p, false, false) <= p->height + PC_HAIR_EM;
}

/* Of the forms that fit: a large circle, and labels near their slices. */
static pie plan_pie(const pc_chart_set *set, pc_em_box room) {
  pie first = make_pie(set, room.w, room.h), best = first;
  const bool rows[2] = {may_have_rows(&first, false), may_have_rows(&first, true)};
  double most = -INFINITY;
  for (int form = 0; form < 4; form++) {
    pie p = first;
    p.in_rows[0] = (form & 1) != 0;
    p.in_rows[1] = (form & 2) != 0;
    if ((p.in_rows[0] && !rows[0]) || (p.in_rows[1] && !rows[1]))
      continue;
    double away;
    find_radius(&p);
    place_labels(&p, room, &away);
    double score = p.radius - away_cost * away - (fits_height(&p) ? 0 : 1000);
    if (score <= most)
      continue;
    best = p;
    most = score;
  }
  return best;
}

static void draw_text(const pie *p, const pc_canvas *canvas, int index, pc_color ground) {
  const pc_chart_set *set = p->set;
  const slice *s = &p->slices[index];
  const bool is_row = s->is_outside && p->in_rows[s->is_right];
  pc_align align = s->is_right ? PC_ALIGN_START : PC_ALIGN_END;
  if (!s->is_outside)
    align = PC_ALIGN_CENTER;
  double value = value_full(set, index);
  pc_em_box name = {s->box.x, s->box.y, is_row ? s->row.name_width : s->box.w, s->box.h};
  if (!is_row)
    name.h -= value > 0 ? 1 + joint(set, index, value_gap_em) : 0;
  if (name_full(set, index) > 0)
    pc_canvas_label(canvas, set->categories[index], name, align, ground);
  pc_em_box number = {s->box.x, s->box.y + s->box.h - 1, s->box.w, 1};
  if (is_row) {
    number.x += s->box.w - value - PC_HAIR_EM;
    number.w = value + PC_HAIR_EM;
  }
  if (value > 0)
    pc_canvas_label(canvas, set->values[index], number, align, ground);
}

static void draw_inside(const pie *p, const pc_canvas *canvas, int index) {
  const slice *s = &p->slices[index];
  const pc_chart_fill fill = pc_chart_fill_part(canvas->look, index, count(p));
  if (fill.pattern != PC_PATTERN_PLAIN) {
    pc_display *shapes = canvas->drawing->shapes;
    pc_em_box patch = {s->box.x - 0.2, s->box.y - 0.12, s->box.w + 0.4, s->box.h + 0.24};
    pc_display_begin_path(shapes);
    pc_display_rect(shapes, pc_canvas_rect(canvas, patch), pc_canvas_um(canvas, 0.15));
    pc_display_fill(shapes, canvas->at, fill.color);
  }
  draw_text(p, canvas, index, fill.color);
}

/* The place of a slice's rim that is nearest to its label. */
static double leader_angle(const pie *p, const slice *s, pc_em_point center) {
  double share = (center.y - s->box.y - s->box.h / 2) / (p->radius * 1.05);
  double wanted = acos(CLAMP(share, -1, 1));
  wanted = s->is_right ? wanted : 2 * G_PI - wanted;
  double middle = s->from + s->sweep / 2, reach = s->sweep * 0.3;
  return CLAMP(wanted, middle - reach, middle + reach);
}

/* Out of the slice, and then to its label. */
static void draw_leader(const pie *p, const pc_canvas *canvas, const slice *s, pc_em_point center) {
  pc_wedge wedge = make_wedge(p, s, center);
  double angle = leader_angle(p, s, center);
  pc_em_point elbow = pc_wedge_point(&wedge, angle, p->radius + leader_em);
  pc_em_point end = {s->is_right ? s->box.x - 0.2 : s->box.x + s->box.w + 0.2,
                     s->box.y + s->box.h / 2};
  const pc_color color = canvas->look->muted;
  pc_canvas_line(canvas, pc_wedge_point(&wedge, angle, p->radius + edge_em), elbow, color,
                 leader_weight_em);
  pc_canvas_line(canvas, elbow, end, color, leader_weight_em);
}

/* The sum in the hole of a ring; shares in per cent have none to tell. */
static void draw_total(const pie *p, const pc_canvas *canvas, pc_em_point center) {
  const pc_chart *data = p->set->data;
  const pc_label *total = p->set->total;
  double width = pc_label_extent(total, total->full_em) + PC_HAIR_EM;
  double height = pc_label_height(total, width);
  bool is_share = data->unit != NULL && g_str_equal(data->unit, "%");
  bool fits = hypot(width, height) / 2 < p->radius * hole_share - 0.1;
  if (data->type != PC_CHART_DONUT || !data->shows_values || is_share || !fits)
    return;
  pc_canvas_label(canvas, total,
                  (pc_em_box){center.x - width / 2, center.y - height / 2, width, height},
                  PC_ALIGN_CENTER, canvas->look->ground);
}

static void draw_pie(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room) {
  pie p = plan_pie(set, room);
  double away;
  const pc_em_point center = place_labels(&p, room, &away);
  for (int i = 0; i < count(&p); i++) {
    pc_wedge wedge = make_wedge(&p, &p.slices[i], center);
    const pc_chart_fill fill = pc_chart_fill_part(canvas->look, i, count(&p));
    pc_wedge_draw(canvas, &wedge, &fill);
  }
  for (int i = 0; i < count(&p); i++) {
    if (p.slices[i].is_outside) {
      draw_leader(&p, canvas, &p.slices[i], center);
      draw_text(&p, canvas, i, canvas->look->ground);
    } else if (p.slices[i].box.w > 2 * PC_HAIR_EM) {
      draw_inside(&p, canvas, i);
    }
  }
  draw_total(&p, canvas, center);
}

const pc_chart_form pc_chart_rounds = {measure_pie, draw_pie};

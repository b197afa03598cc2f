/* rings.c - layers round each other, their names in them or beside them.  Layer: figure. */
#include <math.h>

#include "figure/texts.h"

/* Around a label, em of the label: to the side, where its corners meet the circle, and above. */
static const double pad_x_em = 0.32;
static const double pad_y_em = 0.3;
static const double core_pad_em = 0.4;
/* The least thickness of a layer without its name in it. */
static const double thin_em = 0.75;
/* Beside the layers: from the disc to the names, and from name to name. */
static const double gap_em = 1.4;
static const double row_gap_em = 0.35;
/* Natural: so many times the least. */
static const double breath = 1.15;
/* The dot in which a line begins. */
static const double dot_em = 0.16;
/* How much of the accent is in the layers: the core, the one around it, the outermost. */
static const double core_share = 1, inner_share = 0.42, outer_share = 0.14;

typedef struct rings {
  const pc_block *block;
  pc_texts *texts;
  bool onion;
  double least_em; /* diameter with all names in their layers */
} rings;

/* In em of the labels.  A layer ends so far from the middle; those of an onion from the foot. */
typedef struct rings_form {
  double size_pt;
  double *ends; /* n */
  int *parts;   /* n: shape of each label */
  double diameter;
  bool beside;
  double names; /* beside: width of the names and of the gap before them */
} rings_form;

static void free_rings(void *own) {
  rings *it = own;
  pc_texts_free(it->texts);
  g_free(it);
}

/* Where the layer around `inner` has to end so that the text stands in it, at its top. */
static double end_layer(const rings *it, double inner, pc_text_shape text) {
  double half = text.width / 2 + pad_x_em;
  double top = inner + pad_y_em + text.height;
  double by_corners = it->onion ? (half * half + top * top) / top : hypot(half, top);
  return MAX(by_corners, top + pad_y_em);
}

static double end_core(const rings *it, pc_text_shape text) {
  double radius = hypot(text.width, text.height) / 2 + core_pad_em;
  return it->onion ? 2 * radius : radius;
}

/* The least end of layer i, whose label has *part + 1 lines then. */
static double find_end(const rings *it, int i, double inner, int *part) {
  double best = G_MAXDOUBLE;
  for (int k = 0; k < PC_TEXTS_LINES; k++) {
    pc_text_shape text = it->texts->shapes[i][k];
    double end = i == 0 ? end_core(it, text) : end_layer(it, inner, text);
    if (end < best - 0.01) {
      best = end;
      *part = k;
    }
  }
  return best;
}

/* All layers at least so thick; ends and parts may be NULL.  Returns the diameter. */
static double stack_layers(const rings *it, double thick, double *ends, int *parts) {
  double end = 0;
  for (int i = 0; i < it->texts->n; i++) {
    int part = 0;
    double least = i == 0 && it->onion ? 1.5 * thick : end + thick;
    end = MAX(least, find_end(it, i, end, &part));
    if (ends != NULL)
      ends[i] = end;
    if (parts != NULL)
      parts[i] = part;
  }
  return it->onion ? end : 2 * end;
}

static void *make_rings(const pc_maker *maker, const pc_block *block) {
  rings *it = g_new0(rings, 1);
  it->block = block;
  it->texts = pc_texts_new(maker, block->items);
  it->onion = block->items->form == PC_RINGS_ONION;
  it->least_em = stack_layers(it, 0, NULL, NULL) + 2 * pc_drawn.edge;
  return it;
}

/* Layers of one thickness, but for those whose label wants more, that fill a diameter. */
static void spread_layers(const rings *it, double diameter, rings_form *form) {
  static const double fine_em = 0.02;
  double low = 0, high = diameter;
  while (high - low > fine_em) {
    double middle = (low + high) / 2;
    if (stack_layers(it, middle, NULL, NULL) <= diameter)
      low = middle;
    else
      high = middle;
  }
  double reached = stack_layers(it, low, form->ends, form->parts);
  double scale = MAX(1, diameter / reached);
  for (int i = 0; i < it->texts->n; i++)
    form->ends[i] *= scale;
}

/* Names beside even layers, in at most k + 1 lines each: a row is as tall as the tallest. */
static double beside_diameter(const rings *it, int k) {
  double row = MAX(thin_em, pc_texts_hold(it->texts, k).height + row_gap_em);
  return row * it->texts->n * (it->onion ? 1 : 2);
}

static double names_width(const rings *it, int k) {
  return gap_em + pc_texts_hold(it->texts, k).width;
}

/* The least lines with which names beside the layers are no wider than that; -1: none. */
static int part_names(const rings *it, double width_em) {
  for (int k = 0; k < PC_TEXTS_LINES; k++)
    if (beside_diameter(it, k) + names_width(it, k) <= width_em)
      return k;
  return -1;
}

/* Height at a size; 0: wider than the width. */
static pc_um inside_height(const rings *it, pc_um width, double size_pt) {
  pc_um height = pc_text_width(it->least_em, size_pt);
  return height <= width ? height : 0;
}

static pc_um beside_height(const rings *it, pc_um width, double size_pt) {
  int k = part_names(it, pc_text_measure(width, size_pt));
  return k < 0 ? 0 : pc_text_width(beside_diameter(it, k), size_pt);
}

static pc_figure_need measure_rings(const void *own, pc_um width, const pc_figure_type *type) {
  const rings *it = own;
  pc_um inside = inside_height(it, width, type->least_pt);
  pc_um beside = beside_height(it, width, type->least_pt);
  pc_um full = pc_text_width(it->least_em, type->least_pt);
  if (inside == 0 && beside == 0)
    return (pc_figure_need){full, full, (double)full - width};
  pc_um least = inside == 0 || (beside > 0 && beside < inside) ? beside : inside;
  pc_um most = width;
  if (inside == 0)
    most = pc_text_width(pc_text_measure(beside, type->least_pt) * breath, type->most_pt);
  return (pc_figure_need){least, MAX(least, most), 0};
}

static rings_form set_inside(const rings *it, pc_rect room, double size_pt) {
  rings_form form = {.size_pt = size_pt, .ends = g_new0(double, (gsize)it->texts->n)};
  form.parts = g_new0(int, (gsize)it->texts->n);
  double line = pc_drawn.edge * 2;
  form.diameter = MAX(it->least_em, pc_text_measure(MIN(room.w, room.h), size_pt)) - line;
  spread_layers(it, form.diameter, &form);
  return form;
}

static rings_form set_beside(const rings *it, pc_rect room, double size_pt) {
  rings_form form = {.size_pt = size_pt, .beside = true};
  form.ends = g_new0(double, (gsize)it->texts->n);
  form.parts = g_new0(int, (gsize)it->texts->n);
  double width = pc_text_measure(room.w, size_pt), height = pc_text_measure(room.h, size_pt);
  int k = MAX(0, part_names(it, width));
  form.names = names_width(it, k);
  form.diameter = MIN(height, width - form.names) - pc_drawn.edge * 2;
  for (int i = 0; i < it->texts->n; i++) {
    form.ends[i] = form.diameter * (i + 1) / it->texts->n / (it->onion ? 1 : 2);
    form.parts[i] = k;
  }
  return form;
}

/* Names in their layers if these can be large enough; else beside them.  Only a draft has less
 * room than either needs. */
static rings_form choose_form(const rings *it, const pc_figure_type *type, pc_rect room) {
  pc_um side = MIN(room.w, room.h);
  for (int step = PC_TYPE_STEPS - 1; step >= 0; step--) {
    double size = pc_type_size(type, step);
    if (pc_text_width(it->least_em, size) <= side)
      return set_inside(it, room, size);
  }
  for (int step = PC_TYPE_STEPS - 1; step >= 0; step--) {
    double size = pc_type_size(type, step);
    pc_um height = beside_height(it, room.w, size);
    if (height > 0 && height <= room.h)
      return set_beside(it, room, size);
  }
  return set_inside(it, room, MAX(0.1, pc_um_to_pt(side) / it->least_em));
}

/* From em in the figure to the sheet. */
typedef struct rings_plan {
  const rings *it;
  const rings_form *form;
  const pc_look *look;
  pc_drawing *drawing;
  double em;   /* um */
  double x, y; /* of the disc's middle, um */
} rings_plan;

static pc_color layer_fill(const rings_plan *plan, int i) {
  int n = plan->it->texts->n;
  double far = n > 2 ? (double)(i - 1) / (n - 2) : 1;
  double share = i == 0 ? core_share : inner_share + (outer_share - inner_share) * far;
  return pc_look_tint(plan->look, pc_look_drawn_accent(plan->look), share);
}

/* Up from the disc's middle, in um, from where a place in a layer is counted. */
static double rise(const rings_plan *plan, double at) {
  return (plan->it->onion ? at - plan->form->diameter / 2 : at) * plan->em;
}

static void draw_layer(const rings_plan *plan, int i) {
  double end = plan->form->ends[i];
  double radius = (plan->it->onion ? end / 2 : end) * plan->em;
  double y = plan->y - (plan->it->onion ? rise(plan, end / 2) : 0);
  pc_display *shapes = plan->drawing->shapes;
  pc_place at = plan->it->block->at;
  pc_display_begin_path(shapes);
  pc_display_circle(shapes, (pc_point){(pc_um)plan->x, (pc_um)y}, (pc_um)radius);
  pc_display_fill(shapes, at, layer_fill(plan, i));
  pc_display_stroke(shapes, at, pc_look_drawn_line(plan->look),
                    pc_look_weight(pc_drawn.edge, plan->form->size_pt), 0);
}

/* The highest that a text of some height may reach in a layer, from where its ends are counted. */
static double reach(const rings *it, double end, double half) {
  if (!it->onion)
    return sqrt(MAX(0, end * end - half * half));
  double radius = end / 2;
  return radius + sqrt(MAX(0, radius * radius - half * half));
}

/* In the middle of its layer, or lower where its corners would touch the edge. */
static double find_middle(const rings_plan *plan, int i, pc_text_shape text) {
  const double *ends = plan->form->ends;
  if (i == 0)
    return plan->it->onion ? ends[0] / 2 : 0;
  double top = reach(plan->it, ends[i], text.width / 2 + pad_x_em);
  return MIN((ends[i - 1] + ends[i]) / 2, top - text.height / 2);
}

static void set_name(const rings_plan *plan, int i, pc_rect room, pc_align align, pc_color ground) {
  const pc_label_style style = {plan->form->size_pt, align, pc_look_ink_on(plan->look, ground),
                                ground};
  pc_drawing_set_label(plan->drawing, plan->it->texts->labels[i], room, &style);
}

static void set_name_inside(const rings_plan *plan, int i) {
  pc_text_shape text = plan->it->texts->shapes[i][plan->form->parts[i]];
  double w = text.width * plan->em, h = text.height * plan->em;
  double y = plan->y - rise(plan, find_middle(plan, i, text));
  pc_rect room = {(pc_um)(plan->x - w / 2), (pc_um)(y - h / 2), (pc_um)ceil(w) + 1, (pc_um)h};
  set_name(plan, i, room, PC_ALIGN_CENTER, layer_fill(plan, i));
}

static void draw_rule(const rings_plan *plan, pc_point from, pc_um to, pc_color color) {
  pc_display *shapes = plan->drawing->shapes;
  pc_display_begin_path(shapes);
  pc_display_move(shapes, from);
  pc_display_line(shapes, (pc_point){to, from.y});
  pc_display_stroke(shapes, plan->it->block->at, color,
                    pc_look_weight(pc_drawn.edge, plan->form->size_pt), 0);
}

/* Half the width of the core at a height of the sheet, um. */
static double core_half(const rings_plan *plan, pc_um y) {
  double end = plan->form->ends[0];
  double radius = (plan->it->onion ? end / 2 : end) * plan->em;
  double off = plan->y - rise(plan, plan->it->onion ? end / 2 : 0) - y;
  return sqrt(MAX(0, radius * radius - off * off));
}

/* A dot in the layer, and a line from it to the name. */
static void set_name_beside(const rings_plan *plan, int i) {
  const rings_form *form = plan->form;
  double thick = form->ends[0] * plan->em;
  pc_um y = (pc_um)(plan->y - rise(plan, form->ends[i]) + thick / 2);
  pc_um names = (pc_um)(plan->x + (form->diameter / 2 + gap_em) * plan->em);
  pc_point dot = {(pc_um)plan->x, y};
  pc_color on_core = pc_look_ink_on(plan->look, layer_fill(plan, 0));
  draw_rule(plan, dot, names - (pc_um)(0.3 * plan->em), pc_look_drawn_ink(plan->look));
  if (i == 0)
    draw_rule(plan, dot, (pc_um)(plan->x + core_half(plan, y)), on_core);
  pc_display_begin_path(plan->drawing->shapes);
  pc_display_circle(plan->drawing->shapes, dot, (pc_um)(dot_em * plan->em));
  pc_display_fill(plan->drawing->shapes, plan->it->block->at,
                  i == 0 ? on_core : pc_look_drawn_ink(plan->look));
  pc_rect room = {names, y - (pc_um)(thick / 2), (pc_um)ceil((form->names - gap_em) * plan->em) + 1,
                  (pc_um)thick};
  set_name(plan, i, room, PC_ALIGN_START, plan->look->ground);
}

static void draw_rings(const void *own, const pc_figure_type *type, const pc_look *look,
                       pc_drawing *drawing) {
  const rings *it = own;
  pc_rect room = drawing->bounds;
  rings_form form = choose_form(it, type, room);
  double em = pc_text_width(1000, form.size_pt) / 1000.0;
  rings_plan plan = {it, &form, look, drawing, em, room.x + room.w / 2.0, room.y + room.h / 2.0};
  if (form.beside)
    plan.x -= form.names / 2 * em;
  for (int i = it->texts->n - 1; i >= 0; i--)
    draw_layer(&plan, i);
  for (int i = 0; i < it->texts->n; i++) {
    if (form.beside)
      set_name_beside(&plan, i);
    else
      set_name_inside(&plan, i);
  }
  g_free(form.ends);
  g_free(form.parts);
}

static void describe_rings(const void *own, bool japanese, GString *out) {
  const rings *it = own;
  g_string_append(out, japanese ? "内側から外側へ：" : "From the inside out: ");
  pc_texts_describe(it->block->items, japanese, out);
}

const pc_sketch_kind pc_sketch_rings = {make_rings, free_rings, measure_rings, draw_rings,
                                        describe_rings};

/* steps.c - a list as a chain of arrows: side by side, or one below the other.  Layer: figure. */
#include <math.h>

#include "figure/texts.h"

/* Around a label and from box to box, em of the label. */
static const double pad_x_em = 0.7;
static const double pad_y_em = 0.65;
static const double gap_em = 0.3;
/* From row to row. */
static const double row_gap_em = 1.0;
/* Rows are for so many boxes at the least. */
static const int least_for_rows = 6;
/* How far a point stands out: at the least, and of the side that it is on. */
static const double point_em = 0.75;
static const double point_down_em = 0.6;
static const double most_point_down_em = 1.4;
static const double point_down_share = 0.16;
static const double point_share = 0.24;
/* Boxes side by side: their labels' lines at the most, while there is another way. */
static const int most_lines = 3;
/* In more room boxes grow: times the least height, and of the width of each. */
static const double tallest = 3;
static const double tallest_share = 0.85;
/* One below the other they are no wider than this, or than their labels and so much more. */
static const double widest_em = 18;
static const double spare_em = 6;
/* A form that is so much better is worth leaving the preferred one; a full room counts so much. */
static const double worth = 1.15;
static const double filling_worth = 0.5;
/* More so in a wide room, where a chain that runs across looks right; of its width to its height.
 */
static const double wide_room = 1.4, widest_room = 1.75;

typedef struct chain {
  const pc_block *block;
  pc_texts *texts;
  pc_text_shape holds[PC_TEXTS_LINES];
} chain;

/* Boxes of one width and one height, points included, in em of the labels. */
typedef struct chain_form {
  bool goes; /* the width holds it */
  bool across;
  int rows; /* across: of boxes, read one after the other */
  int part;
  double size_pt, width, height, point;
} chain_form;

static void free_chain(void *own) {
  chain *it = own;
  pc_texts_free(it->texts);
  g_free(it);
}

static void *make_chain(const pc_maker *maker, const pc_block *block) {
  chain *it = g_new0(chain, 1);
  it->block = block;
  it->texts = pc_texts_new(maker, block->items);
  for (int k = 0; k < PC_TEXTS_LINES; k++)
    it->holds[k] = pc_texts_hold(it->texts, k);
  return it;
}

/* The last of several boxes has a point too: the chain leads somewhere. */
static double least_across(const chain *it, int part) {
  return it->holds[part].width + 2 * pad_x_em + point_em;
}

static double least_down(const chain *it, int part) {
  return it->holds[part].width + 2 * pad_x_em;
}

static int count_columns(const chain *it, int rows) {
  return (it->texts->n + rows - 1) / rows;
}

static chain_form set_rows(const chain *it, pc_um width, double size_pt, int rows) {
  int columns = count_columns(it, rows);
  double box = (pc_text_measure(width, size_pt) - gap_em * (columns - 1)) / columns;
  chain_form form = {
      .across = true, .rows = rows, .size_pt = size_pt, .width = box, .point = point_em};
  while (form.part + 1 < most_lines && least_across(it, form.part) > box)
    form.part++;
  form.goes = least_across(it, form.part) <= box;
  form.height = it->holds[form.part].height + 2 * pad_y_em;
  return form;
}

static chain_form set_across(const chain *it, pc_um width, double size_pt) {
  return set_rows(it, width, size_pt, 1);
}

static chain_form set_two_rows(const chain *it, pc_um width, double size_pt) {
  return set_rows(it, width, size_pt, 2);
}

static chain_form set_three_rows(const chain *it, pc_um width, double size_pt) {
  return set_rows(it, width, size_pt, 3);
}

static chain_form set_down(const chain *it, pc_um width, double size_pt) {
  double room = pc_text_measure(width, size_pt);
  chain_form form = {.size_pt = size_pt, .point = point_down_em};
  while (form.part + 1 < PC_TEXTS_LINES && least_down(it, form.part) > room)
    form.part++;
  form.goes = least_down(it, form.part) <= room;
  form.width = MIN(room, MAX(widest_em, it->holds[form.part].width + spare_em));
  form.height = it->holds[form.part].height + 2 * pad_y_em + point_down_em;
  return form;
}

static double form_em(const chain *it, const chain_form *form) {
  int n = it->texts->n;
  if (form->across)
    return form->height * form->rows + row_gap_em * (form->rows - 1);
  return form->height * n + gap_em * (n - 1);
}

static pc_um form_height(const chain *it, const chain_form *form) {
  return pc_text_width(form_em(it, form), form->size_pt);
}

typedef chain_form (*set_func)(const chain *it, pc_um width, double size_pt);

/* The forms that the author permits, the preferred one first; NULL: no other. */
#define MOST_FORMS 4
typedef set_func chain_forms[MOST_FORMS];

static const set_func *list_forms(const chain *it) {
  static const chain_forms few[] = {[PC_STEPS_AUTO] = {set_across, set_down},
                                    [PC_STEPS_RIGHT] = {set_across},
                                    [PC_STEPS_DOWN] = {set_down}};
  static const chain_forms many[] = {
      [PC_STEPS_AUTO] = {set_across, set_two_rows, set_three_rows, set_down},
      [PC_STEPS_RIGHT] = {set_across, set_two_rows, set_three_rows},
      [PC_STEPS_DOWN] = {set_down}};
  int direction = (int)it->block->items->direction;
  return it->texts->n < least_for_rows ? few[direction] : many[direction];
}

/* At the largest size that a room holds; goes false: at none. */
static chain_form fit_form(const chain *it, set_func set, pc_rect room,
                           const pc_figure_type *type) {
  chain_form form = {.goes = false};
  for (int step = PC_TYPE_STEPS - 1; step >= 0 && set != NULL; step--) {
    form = set(it, room.w, pc_type_size(type, step));
    form.goes = form.goes && form_height(it, &form) <= room.h;
    if (form.goes)
      return form;
  }
  return form;
}

/* As small as need be: only a draft has so little room. */
static chain_form squeeze_form(const chain *it, set_func set, pc_rect room, double size_pt) {
  static const double shrink = 0.9;
  static const double least_pt = 0.1;
  chain_form form = set(it, room.w, size_pt);
  while (size_pt > least_pt && (!form.goes || form_height(it, &form) > room.h)) {
    size_pt *= shrink;
    form = set(it, room.w, size_pt);
  }
  return form;
}

static set_func last_of(const set_func *forms) {
  set_func last = forms[0];
  for (int i = 1; i < MOST_FORMS && forms[i] != NULL; i++)
    last = forms[i];
  return last;
}

/* Boxes fill the room as far as they do not look empty. */
static void grow_form(const chain *it, chain_form *form, pc_rect room) {
  int n = it->texts->n;
  double high = pc_text_measure(room.h, form->size_pt);
  if (!form->across) {
    double each = (high - gap_em * (n - 1)) / n;
    form->height = MIN(MAX(form->height, each), form->height * tallest);
    form->point = CLAMP(form->height * point_down_share, point_down_em, most_point_down_em);
    return;
  }
  double most = MIN(form->height * tallest, form->width * tallest_share);
  double each = (high - row_gap_em * (form->rows - 1)) / form->rows;
  form->height = MIN(MAX(form->height, most), MAX(form->height, each));
  double spare = form->width - it->holds[form->part].width - 2 * pad_x_em;
  form->point = CLAMP(form->height * point_share, point_em, MAX(point_em, spare * 0.6));
}

/* How much of the room the boxes fill when they have grown as far as they may. */
static double find_filling(const chain *it, const chain_form *form, pc_rect room) {
  chain_form grown = *form;
  grow_form(it, &grown, room);
  double high = pc_text_measure(room.h, form->size_pt);
  double wide = pc_text_measure(room.w, form->size_pt);
  double width = form->across ? wide : form->width;
  return MIN(1, form_em(it, &grown) / high) * width / wide;
}

static double find_worth(pc_rect room) {
  double aspect = (double)room.w / MAX(room.h, 1);
  return worth * CLAMP(aspect, wide_room, widest_room) / wide_room;
}

/* The preferred one, unless another has larger labels or leaves much less of the room empty. */
static chain_form choose_form(const chain *it, pc_rect room, const pc_figure_type *type) {
  const set_func *forms = list_forms(it);
  chain_form best = {.goes = false};
  double best_score = 0;
  for (int i = 0; i < MOST_FORMS && forms[i] != NULL; i++) {
    const chain_form form = fit_form(it, forms[i], room, type);
    double score = form.size_pt * (1 + filling_worth * find_filling(it, &form, room));
    if (!form.goes || (best.goes && score < best_score * find_worth(room)))
      continue;
    best = form;
    best_score = score;
  }
  return best.goes ? best : squeeze_form(it, last_of(forms), room, type->least_pt);
}

/* The lowest form that a width holds at a size. */
static chain_form find_lowest(const chain *it, pc_um width, double size_pt) {
  const set_func *forms = list_forms(it);
  chain_form lowest = last_of(forms)(it, width, size_pt);
  for (int i = 0; i < MOST_FORMS && forms[i] != NULL; i++) {
    const chain_form form = forms[i](it, width, size_pt);
    if (form.goes && (!lowest.goes || form_em(it, &form) < form_em(it, &lowest)))
      lowest = form;
  }
  return lowest;
}

/* Of the last form, which is the narrowest, em. */
static double find_width(const chain *it, const chain_form *form) {
  if (!form->across)
    return least_down(it, PC_TEXTS_LINES - 1);
  int columns = count_columns(it, form->rows);
  return columns * (least_across(it, most_lines - 1) + gap_em) - gap_em;
}

static pc_figure_need measure_chain(const void *own, pc_um width, const pc_figure_type *type) {
  const chain *it = own;
  const chain_form low = find_lowest(it, width, type->least_pt);
  const chain_form last = last_of(list_forms(it))(it, width, type->least_pt);
  double size_pt = type->most_pt;
  chain_form most = find_lowest(it, width, size_pt);
  for (int step = PC_TYPE_STEPS - 1; step >= 0 && !most.goes; step--)
    most = find_lowest(it, width, pc_type_size(type, step));
  pc_um least = form_height(it, &low);
  return (pc_figure_need){
      .least = least,
      .natural = MAX(least, pc_text_width(form_em(it, &most) * tallest, most.size_pt)),
      .overhang =
          low.goes ? 0
                   : MAX(0, pc_text_width(find_width(it, &last), type->least_pt) - (double)width),
  };
}

/* An arrow's body to the right: its tail is cut out where another arrow's point comes from. */
static void trace_across(pc_display *shapes, pc_rect box, pc_um point, bool has_tail) {
  pc_um right = box.x + box.w, middle = box.y + box.h / 2, bottom = box.y + box.h;
  pc_display_begin_path(shapes);
  pc_display_move(shapes, (pc_point){box.x, box.y});
  pc_display_line(shapes, (pc_point){right - point, box.y});
  pc_display_line(shapes, (pc_point){right, middle});
  pc_display_line(shapes, (pc_point){right - point, bottom});
  pc_display_line(shapes, (pc_point){box.x, bottom});
  if (has_tail)
    pc_display_line(shapes, (pc_point){box.x + point, middle});
  pc_display_close(shapes);
}

static void trace_down(pc_display *shapes, pc_rect box, pc_um point, bool has_tail) {
  pc_um right = box.x + box.w, middle = box.x + box.w / 2, bottom = box.y + box.h;
  pc_display_begin_path(shapes);
  pc_display_move(shapes, (pc_point){box.x, box.y});
  if (has_tail)
    pc_display_line(shapes, (pc_point){middle, box.y + point});
  pc_display_line(shapes, (pc_point){right, box.y});
  pc_display_line(shapes, (pc_point){right, bottom - point});
  pc_display_line(shapes, (pc_point){middle, bottom});
  pc_display_line(shapes, (pc_point){box.x, bottom - point});
  pc_display_close(shapes);
}

/* Where the plan is drawn; um. */
typedef struct chain_plan {
  const chain *it;
  chain_form form;
  pc_rect all; /* all boxes together */
  pc_um gap, row_gap, point;
} chain_plan;

static pc_rect box_at(const chain_plan *plan, int i) {
  const chain_form *form = &plan->form;
  pc_um columns = form->across ? count_columns(plan->it, form->rows) : 1;
  pc_um rows = form->across ? form->rows : plan->it->texts->n;
  pc_um width = (plan->all.w - plan->gap * (columns - 1)) / columns;
  pc_um height = (plan->all.h - plan->row_gap * (rows - 1)) / rows;
  return (pc_rect){plan->all.x + (width + plan->gap) * (i % columns),
                   plan->all.y + (height + plan->row_gap) * (i / columns), width, height};
}

/* The middle that the eye sees between tail and point: the slanted ends take a part of it. */
static pc_rect label_room(const chain_plan *plan, int i, pc_rect box) {
  static const double across_shift = 0.17, down_shift = 0.55;
  double shift = i > 0 ? 1 : 0;
  double inner = plan->it->holds[plan->form.part].width + 1e-6;
  pc_text_shape text = pc_texts_pick(plan->it->texts, i, plan->form.part, inner);
  pc_um width = pc_text_width(text.width, plan->form.size_pt);
  if (plan->form.across)
    return (pc_rect){box.x + (box.w - plan->point - width) / 2 +
                         (pc_um)(plan->point * (shift / 2 + across_shift)),
                     box.y, width, box.h};
  return (pc_rect){box.x + (box.w - width) / 2, box.y + (pc_um)(plan->point * shift * down_shift),
                   width, box.h - plan->point / 2};
}

static void draw_step(const chain_plan *plan, int i, const pc_look *look, pc_drawing *drawing) {
  pc_color fill = pc_look_drawn_box(look);
  pc_rect box = box_at(plan, i);
  pc_um line = pc_look_weight(pc_drawn.edge, plan->form.size_pt);
  pc_rect body = pc_rect_inset(box, line / 2);
  if (plan->form.across)
    trace_across(drawing->shapes, body, plan->point, i > 0);
  else
    trace_down(drawing->shapes, body, plan->point, i > 0);
  pc_display_fill(drawing->shapes, plan->it->block->at, fill);
  pc_display_stroke(drawing->shapes, plan->it->block->at, pc_look_drawn_line(look), line, 0);
  const pc_label_style style = {plan->form.size_pt, PC_ALIGN_CENTER, pc_look_ink_on(look, fill),
                                fill};
  pc_drawing_set_label(drawing, plan->it->texts->labels[i], label_room(plan, i, box), &style);
}

static void draw_chain(const void *own, const pc_figure_type *type, const pc_look *look,
                       pc_drawing *drawing) {
  const chain *it = own;
  pc_rect room = drawing->bounds;
  chain_plan plan = {.it = it, .form = choose_form(it, room, type)};
  grow_form(it, &plan.form, room);
  double size_pt = plan.form.size_pt;
  pc_um width = plan.form.across ? room.w : MIN(room.w, pc_text_width(plan.form.width, size_pt));
  pc_um height = MIN(room.h, form_height(it, &plan.form));
  plan.all =
      (pc_rect){room.x + (room.w - width) / 2, room.y + (room.h - height) / 2, width, height};
  plan.gap = pc_text_width(gap_em, size_pt);
  plan.row_gap = pc_text_width(plan.form.across ? row_gap_em : gap_em, size_pt);
  plan.point = pc_text_width(plan.form.point, size_pt);
  for (int i = 0; i < it->texts->n; i++)
    draw_step(&plan, i, look, drawing);
}

static void describe_chain(const void *own, bool japanese, GString *out) {
  const chain *it = own;
  pc_texts_describe(it->block->items, japanese, out);
}

const pc_sketch_kind pc_sketch_steps = {make_chain, free_chain, measure_chain, draw_chain,
                                        describe_chain};

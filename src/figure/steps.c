/* steps.c - a list as a chain of arrows: side by side, or one below the other.  Layer: figure. */
#include "figure/sketch.h"

#include <math.h>

/* Around a label and along an arrow, em of the label. */
static const double pad_x_em = 0.6;
static const double pad_y_em = 0.6;
static const double point_em = 0.9;
static const double gap_em = 0.35;
/* A label is parted into so many lines at most while there is another way. */
static const int most_lines = 3;
/* Sizes tried, from the least to the most. */
static const int n_sizes = 8;
static const double tint = 0.16;

typedef struct chain {
  const pc_block *block;
  int n;
  pc_label **labels;
} chain;

/* Boxes of one width and one height, in em of the labels. */
typedef struct chain_form {
  bool across;
  double size_pt, width, height; /* of one box, its point included */
} chain_form;

static void free_chain(void *own) {
  chain *it = own;
  for (int i = 0; i < it->n; i++)
    pc_label_free(it->labels[i]);
  g_free(it->labels);
  g_free(it);
}

static void *make_chain(const pc_maker *maker, const pc_block *block) {
  const pc_items *items = block->items;
  chain *it = g_new0(chain, 1);
  it->block = block;
  it->n = items->n;
  it->labels = g_new0(pc_label *, (gsize)items->n);
  for (int i = 0; i < items->n; i++)
    it->labels[i] = pc_label_new(maker, items->items[i], true);
  return it;
}

static double tallest(const chain *it, double width_em) {
  double height = 1;
  for (int i = 0; i < it->n; i++)
    height = MAX(height, pc_label_height(it->labels[i], width_em));
  return height;
}

static double widest_piece(const chain *it) {
  double width = 1;
  for (int i = 0; i < it->n; i++)
    width = MAX(width, it->labels[i]->phrase_em);
  return width;
}

static chain_form set_across(const chain *it, pc_um width, double size_pt) {
  double em = pc_text_measure(width, size_pt);
  double box = (em - gap_em * (it->n - 1)) / it->n;
  double text = box - 2 * pad_x_em - point_em;
  return (chain_form){true, size_pt, box, tallest(it, text) + 2 * pad_y_em};
}

static chain_form set_down(const chain *it, pc_um width, double size_pt) {
  double em = pc_text_measure(width, size_pt);
  double height = tallest(it, em - 2 * pad_x_em) + 2 * pad_y_em + point_em;
  return (chain_form){false, size_pt, em, height};
}

static bool fits_across(const chain *it, const chain_form *form) {
  double text = form->width - 2 * pad_x_em - point_em;
  double most = 1 + PC_LABEL_LINE_EM * (most_lines - 1) + 2 * pad_y_em + 0.01;
  return text >= widest_piece(it) && form->height <= most;
}

static pc_um form_height(const chain *it, const chain_form *form) {
  double em = form->across ? form->height : form->height * it->n + gap_em * (it->n - 1);
  return pc_text_width(em, form->size_pt);
}

static double choose_size(const pc_figure_type *type, int step) {
  return type->least_pt + (type->most_pt - type->least_pt) * step / (n_sizes - 1);
}

/* Side by side at the largest size that fits, or else one below the other. */
static chain_form choose_form(const chain *it, pc_um width, const pc_figure_type *type,
                              pc_um height) {
  chain_form best = set_down(it, width, type->least_pt);
  bool is_across = false;
  for (int step = 0; step < n_sizes; step++) {
    double size = choose_size(type, step);
    chain_form across = set_across(it, width, size);
    chain_form down = set_down(it, width, size);
    bool goes = fits_across(it, &across) && form_height(it, &across) <= height;
    if (goes)
      best = across;
    else if (!is_across && form_height(it, &down) <= height)
      best = down;
    is_across = is_across || goes;
  }
  return best;
}

static pc_figure_need measure_chain(const void *own, pc_um width, const pc_figure_type *type) {
  const chain *it = own;
  chain_form least = set_across(it, width, type->least_pt);
  if (!fits_across(it, &least))
    least = set_down(it, width, type->least_pt);
  chain_form most = choose_form(it, width, type, PC_UM_TALLEST);
  double needed = widest_piece(it) + 2 * pad_x_em;
  return (pc_figure_need){
      .least = form_height(it, &least),
      .natural = form_height(it, &most),
      .overhang = pc_text_width(needed, type->least_pt) - (double)width,
  };
}

/* An arrow's body: its tail is cut out where another arrow's point comes from. */
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

static pc_rect label_room(const chain_form *form, pc_rect box, pc_um point, bool has_tail) {
  pc_um pad = pc_text_width(pad_x_em, form->size_pt);
  pc_um tail = has_tail ? point : 0;
  if (form->across)
    return (pc_rect){box.x + pad + tail / 2, box.y, box.w - 2 * pad - point, box.h};
  return (pc_rect){box.x + pad, box.y + tail, box.w - 2 * pad, box.h - point - tail};
}

static void draw_step(const chain *it, int index, const chain_form *form, const pc_look *look,
                      pc_drawing *drawing, pc_rect box) {
  pc_um point = pc_text_width(point_em, form->size_pt);
  pc_color fill = pc_look_tint(look, look->accent, tint);
  if (form->across)
    trace_across(drawing->shapes, box, point, index > 0);
  else
    trace_down(drawing->shapes, box, point, index > 0);
  pc_display_fill(drawing->shapes, it->block->at, fill);
  const pc_label_style style = {form->size_pt, PC_ALIGN_CENTER, pc_look_ink_on(look, fill), fill};
  pc_drawing_set_label(drawing, it->labels[index], label_room(form, box, point, index > 0), &style);
}

static void draw_chain(const void *own, const pc_figure_type *type, const pc_look *look,
                       pc_drawing *drawing) {
  const chain *it = own;
  pc_rect room = drawing->bounds;
  chain_form form = choose_form(it, room.w, type, room.h);
  pc_um gap = pc_text_width(gap_em, form.size_pt);
  pc_um along = form.across ? room.w : MIN(room.h, form_height(it, &form));
  pc_um length = (along - gap * (it->n - 1)) / it->n;
  pc_um high = MIN(room.h, form_height(it, &form));
  pc_rect box = {room.x, room.y + (room.h - high) / 2, room.w, high};
  for (int i = 0; i < it->n; i++) {
    pc_rect part = box;
    if (form.across)
      part = (pc_rect){box.x + (length + gap) * i, box.y, length, box.h};
    else
      part = (pc_rect){box.x, box.y + (length + gap) * i, box.w, length};
    draw_step(it, i, &form, look, drawing, part);
  }
}

static void describe_chain(const void *own, bool japanese, GString *out) {
  const chain *it = own;
  for (int i = 0; i < it->n; i++)
    g_string_append_printf(out, "%s%s",
                           i == 0     ? ""
                           : japanese ? " → "
                                      : " -> ",
                           it->block->items->items[i]->text);
}

const pc_sketch_kind pc_sketch_steps = {make_chain, free_chain, measure_chain, draw_chain,
                                        describe_chain};

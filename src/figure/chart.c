/* chart.c - numbers as a drawing: title and legend above, the marks below.  Layer: figure. */
#include "figure/chart_set.h"
#include "figure/sketch.h"

/* Below the title, em. */
static const double title_gap_em = 0.7;
static const double unit_gap_em = 0.3;
/* Sizes tried, from the least to the most. */
static const int n_sizes = 8;

static const pc_chart_form *const forms[PC_N_CHART_TYPES] = {
    [PC_CHART_BAR] = &pc_chart_columns,     [PC_CHART_HBAR] = &pc_chart_rows,
    [PC_CHART_STACKED] = &pc_chart_columns, [PC_CHART_PIE] = &pc_chart_rounds,
    [PC_CHART_DONUT] = &pc_chart_rounds,    [PC_CHART_LINE] = &pc_chart_lines,
};

/* What stands above the marks, in a width. */
typedef struct chart_head {
  double title, unit, legend; /* heights */
  bool is_joined;             /* the unit stands behind the title */
} chart_head;

static chart_head measure_head(const pc_chart_set *set, double width) {
  chart_head head = {.title = pc_label_height(set->title, width)};
  double unit = set->unit != NULL ? set->unit->full_em : 0;
  head.is_joined =
      unit > 0 && head.title > 0 && set->title->full_em + unit_gap_em + unit <= width - PC_HAIR_EM;
  head.unit = unit > 0 && !head.is_joined ? pc_label_height(set->unit, width) : 0;
  head.legend = pc_chart_legend_height(set, width);
  return head;
}

static double head_height(const chart_head *head) {
  double text = head->title + head->unit;
  if (head->title > 0 && head->unit > 0)
    text += unit_gap_em;
  return text + (text > 0 ? title_gap_em : 0) + head->legend;
}

static pc_chart_need measure_em(const pc_chart_set *set, double width) {
  const chart_head head = measure_head(set, width);
  pc_chart_need need = forms[set->data->type]->measure(set, width);
  need.least += head_height(&head);
  need.natural += head_height(&head);
  need.good += head_height(&head);
  need.most += head_height(&head);
  need.width = MAX(need.width, set->title->least_em);
  return need;
}

static double choose_size(const pc_figure_type *type, int step) {
  return type->least_pt + (type->most_pt - type->least_pt) * step / (n_sizes - 1);
}

/* The largest size at which nothing is crowded. */
static double find_size(const pc_chart_set *set, pc_um width, pc_um height,
                        const pc_figure_type *type) {
  double best = type->least_pt;
  for (int step = 1; step < n_sizes; step++) {
    double size = choose_size(type, step), em = pc_text_measure(width, size);
    const pc_chart_need need = measure_em(set, em);
    bool goes = need.width <= em && need.easy_width <= em;
    if (goes && pc_text_width(need.natural, size) <= height)
      best = size;
  }
  return best;
}

static void *make_chart(const pc_maker *maker, const pc_block *block) {
  return pc_chart_set_new(maker, block);
}

static void free_chart(void *own) {
  pc_chart_set_free(own);
}

static pc_figure_need measure_chart(const void *own, pc_um width, const pc_figure_type *type) {
  const pc_chart_set *set = own;
  const pc_chart_need least = measure_em(set, pc_text_measure(width, type->least_pt));
  double size = find_size(set, width, PC_UM_TALLEST, type);
  const pc_chart_need most = measure_em(set, pc_text_measure(width, size));
  return (pc_figure_need){
      .least = pc_text_width(least.least, type->least_pt),
      .natural = pc_text_width(MAX(most.natural, most.good), size),
      .overhang = pc_text_width(least.width, type->least_pt) - (double)width,
  };
}

static void draw_head(const pc_chart_set *set, const pc_canvas *canvas, const chart_head *head,
                      double width) {
  pc_canvas_label(canvas, set->title, (pc_em_box){0, 0, width, head->title}, PC_ALIGN_START,
                  canvas->look->ground);
  if (set->unit == NULL)
    return;
  pc_em_box unit = {0, head->title + (head->title > 0 ? unit_gap_em : 0), width, head->unit};
  if (head->is_joined)
    unit = (pc_em_box){set->title->full_em + unit_gap_em, head->title - 1,
                       set->unit->full_em + PC_HAIR_EM, 1};
  pc_canvas_note(canvas, set->unit, unit, PC_ALIGN_START);
}

/* Below title and legend. */
static pc_em_box find_marks(const pc_chart_set *set, pc_rect room, double size) {
  double width = pc_text_measure(room.w, size), height = pc_text_measure(room.h, size);
  const chart_head head = measure_head(set, width);
  double top = head_height(&head), used = MIN(height, measure_em(set, width).most);
  return (pc_em_box){0, top, width, MAX(0.1, used - top)};
}

/* The largest of the sizes at which the fewest things have no room at their marks, if it is not
 * too small for that. */
static double choose_type(const pc_chart_set *set, pc_rect room, const pc_figure_type *type) {
  const pc_chart_form *form = forms[set->data->type];
  const double largest = find_size(set, room.w, room.h, type);
  double best = largest;
  int fewest = G_MAXINT;
  for (int step = n_sizes - 1; step >= 0 && fewest > 0; step--) {
    double size = choose_size(type, step);
    if (size > largest + 1e-9 || size < largest * form->least_share)
      continue;
    int strays = form->count_strays(set, find_marks(set, room, size));
    best = strays < fewest ? size : best;
    fewest = MIN(fewest, strays);
  }
  return best;
}

static void draw_chart(const void *own, const pc_figure_type *type, const pc_look *look,
                       pc_drawing *drawing) {
  const pc_chart_set *set = own;
  const pc_rect room = drawing->bounds;
  pc_canvas canvas = {
      .drawing = drawing,
      .look = look,
      .at = set->at,
      .origin = {room.x, room.y},
      .size_pt = choose_type(set, room, type),
  };
  const pc_em_box marks = find_marks(set, room, canvas.size_pt);
  const double used = marks.y + marks.h, height = pc_text_measure(room.h, canvas.size_pt);
  canvas.origin.y += pc_canvas_um(&canvas, MAX(0, height - used) / 2);
  const chart_head head = measure_head(set, marks.w);
  draw_head(set, &canvas, &head, marks.w);
  const pc_em_box legend = {0, marks.y - head.legend, marks.w, head.legend};
  pc_chart_legend_draw(set, &canvas, legend);
  forms[set->data->type]->draw(set, &canvas, marks);
}

static void describe_chart(const void *own, bool japanese, GString *out) {
  pc_chart_describe(((const pc_chart_set *)own)->data, japanese, out);
}

const pc_sketch_kind pc_sketch_chart = {make_chart, free_chart, measure_chart, draw_chart,
                                        describe_chart};

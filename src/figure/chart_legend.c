/* chart_legend.c - a list of fills, or of lines and marks, and of what they mean.  Layer: figure.
 */
#include "figure/chart_fill.h"
#include "figure/chart_set.h"

/* Em of the labels. */
static const double swatch_em = 1.3;
static const double swatch_high_em = 0.8;
static const double swatch_gap_em = 0.4;
static const double entry_gap_em = 1.2;
static const double row_em = 1.55;
static const double after_em = 0.5;

static bool is_round(const pc_chart *data) {
  return data->type == PC_CHART_PIE || data->type == PC_CHART_DONUT;
}

static int count_entries(const pc_chart *data) {
  return is_round(data) ? data->n_categories : data->n_series;
}

static const pc_label *entry_label(const pc_chart_set *set, int index) {
  return is_round(set->data) ? set->categories[index] : set->series[index];
}

/* Names that were given are told: without a list only where they stand at what they name. */
static bool is_shown(const pc_chart_set *set, double width) {
  const pc_chart *data = set->data;
  if (is_round(data))
    return data->legend == PC_LEGEND_ON;
  bool is_named = pc_labels_full(set->series, data->n_series) > 0;
  bool is_needed = data->n_series > 1 && !pc_chart_set_names_directly(set, width);
  return is_named && (is_needed || data->legend == PC_LEGEND_ON);
}

/* One entry after the other; a name that is wider than the chart is parted into lines. */
typedef struct legend_pen {
  double width, x, y, high; /* high: of the row */
} legend_pen;

/* Where the next entry's name stands, from the legend's corner. */
static pc_em_box place_entry(legend_pen *pen, const pc_label *label) {
  const double lead = swatch_em + swatch_gap_em;
  double room = MAX(0.5, pen->width - lead);
  double width = MIN(label->full_em + 0.02, room);
  if (pen->x > 0 && pen->x + lead + width > pen->width) {
    pen->x = 0;
    pen->y += pen->high;
    pen->high = 0;
  }
  pc_em_box box = {pen->x + lead, pen->y, width, pc_label_height(label, width)};
  box.h = MAX(1, box.h);
  pen->x += lead + width + entry_gap_em;
  pen->high = MAX(pen->high, box.h + row_em - 1);
  return box;
}

double pc_chart_legend_height(const pc_chart_set *set, double width) {
  if (!is_shown(set, width))
    return 0;
  legend_pen pen = {.width = width};
  for (int i = 0; i < count_entries(set->data); i++)
    place_entry(&pen, entry_label(set, i));
  return pen.y + pen.high + after_em;
}

static void draw_swatch(const pc_chart_set *set, const pc_canvas *canvas, int index,
                        pc_em_box box) {
  const double middle = box.y + box.h / 2;
  if (set->data->type == PC_CHART_LINE) {
    const pc_em_point ends[] = {{box.x, middle}, {box.x + box.w, middle}};
    pc_chart_draw_stroke(canvas, index, ends, 2);
    pc_chart_draw_mark(canvas, index, (pc_em_point){box.x + box.w / 2, middle});
    return;
  }
  pc_chart_fill fill = is_round(set->data)
                           ? pc_chart_fill_part(canvas->look, index, set->data->n_categories, true)
                           : pc_chart_fill_series(canvas->look, index);
  pc_chart_fill_box(canvas, &fill, box);
}

void pc_chart_legend_draw(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room) {
  legend_pen pen = {.width = room.w};
  for (int i = 0; is_shown(set, room.w) && i < count_entries(set->data); i++) {
    pc_em_box box = place_entry(&pen, entry_label(set, i));
    box.x += room.x;
    box.y += room.y;
    pc_em_box swatch = {box.x - swatch_gap_em - swatch_em, box.y + 0.5 - swatch_high_em / 2,
                        swatch_em, swatch_high_em};
    draw_swatch(set, canvas, i, swatch);
    pc_canvas_label(canvas, entry_label(set, i), box, PC_ALIGN_START, canvas->look->ground);
  }
}

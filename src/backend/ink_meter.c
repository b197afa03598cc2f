/* ink_meter.c - adds up inks, and says where there are too many.  Layer: backend. */
#include "backend/ink_meter.h"

#include <math.h>

#include "figure/image.h"

/* What a plate and rounding make of a colour that keeps the limit just so. */
#define SLACK 0.005
/* A speck of noise is not what soaks the paper: so many pixels of a thousand are. */
#define PIXELS_PER_MILLE 1

/* A figure or a colour with too much ink. */
typedef struct ink_find {
  const pc_command *figure; /* NULL: a colour */
  pc_color color;
  pc_place at;
  double total;
} ink_find;

struct pc_ink_meter {
  double limit; /* 1 is full ink on one plate */
  GArray *finds;
  ink_find peak; /* total 0: nothing yet */
};

pc_ink_meter *pc_ink_meter_new(double limit) {
  pc_ink_meter *meter = g_new0(pc_ink_meter, 1);
  meter->limit = limit / 100;
  meter->finds = g_array_new(FALSE, FALSE, sizeof(ink_find));
  return meter;
}

void pc_ink_meter_free(pc_ink_meter *meter) {
  if (meter == NULL)
    return;
  g_array_unref(meter->finds);
  g_free(meter);
}

static bool is_same_color(const pc_color *a, const pc_color *b) {
  return a->is_cmyk == b->is_cmyk && a->r == b->r && a->g == b->g && a->b == b->b &&
         (!a->is_cmyk || (a->c == b->c && a->m == b->m && a->y == b->y && a->k == b->k));
}

static bool is_same(const ink_find *a, const ink_find *b) {
  if (a->figure != NULL && b->figure != NULL)
    return a->figure->image.image == b->figure->image.image;
  return a->figure == b->figure && is_same_color(&a->color, &b->color);
}

static void add_find(pc_ink_meter *meter, ink_find find) {
  if (find.total > meter->peak.total)
    meter->peak = find;
  if (!(find.total > meter->limit + SLACK))
    return;
  for (guint i = 0; i < meter->finds->len; i++) {
    ink_find *known = &g_array_index(meter->finds, ink_find, i);
    if (is_same(known, &find)) {
      known->total = fmax(known->total, find.total);
      return;
    }
  }
  g_array_append_val(meter->finds, find);
}

void pc_ink_meter_add(pc_ink_meter *meter, const pc_command *figure, const double ink[4]) {
  const ink_find find = {.figure = figure, .total = ink[0] + ink[1] + ink[2] + ink[3]};
  if (figure != NULL)
    add_find(meter, find);
}

void pc_ink_meter_add_pixels(pc_ink_meter *meter, const pc_command *figure,
                             const guint32 counts[PC_INK_TOTALS]) {
  guint64 all = 0, seen = 0;
  for (int i = 0; i < PC_INK_TOTALS; i++)
    all += counts[i];
  int total = PC_INK_TOTALS - 1;
  while (total > 0 && (seen += counts[total]) * 1000 < all * PIXELS_PER_MILLE)
    total--;
  if (figure != NULL && all > 0)
    add_find(meter, (ink_find){.figure = figure, .total = total / 255.0});
}

static bool is_colored(pc_command_kind kind) {
  return kind == PC_COMMAND_FILL || kind == PC_COMMAND_STROKE || kind == PC_COMMAND_RUN;
}

static double measure_color(const pc_color *color, const pc_press *press) {
  const double rgb[3] = {color->r, color->g, color->b};
  const pc_inks own = {{color->c, color->m, color->y, color->k}};
  return pc_inks_total(color->is_cmyk ? own : pc_press_convert(press, rgb));
}

void pc_ink_meter_add_display(pc_ink_meter *meter, const pc_display *display,
                              const pc_press *press) {
  pc_color last = {.r = -1};
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    if (!is_colored(command->kind) || is_same_color(&command->color, &last))
      continue;
    last = command->color;
    add_find(meter, (ink_find){NULL, last, command->at, measure_color(&last, press)});
  }
}

static void report_find(const ink_find *find, double limit, pc_diags *diags) {
  if (find->figure != NULL) {
    PC_REPORT_HINT(diags, find->figure->at, PC_INK_LIMIT,
                   "make its darkest places lighter, or export it for the shop's profile",
                   "'%s' takes %.0f %% ink where it is darkest; at most %.0f %% dry well",
                   pc_image_file(find->figure->image.image), find->total * 100, limit * 100);
    return;
  }
  g_autofree char *color = pc_color_format(find->color);
  PC_REPORT_HINT(diags, find->at, PC_INK_LIMIT,
                 "take a lighter colour; for black, cmyk(0, 0, 0, 100) is enough",
                 "the colour %s takes %.0f %% ink; at most %.0f %% dry well", color,
                 find->total * 100, limit * 100);
}

void pc_ink_meter_report(const pc_ink_meter *meter, pc_diags *diags) {
  for (guint i = 0; i < meter->finds->len; i++)
    report_find(&g_array_index(meter->finds, ink_find, i), meter->limit, diags);
}

pc_ink_peak pc_ink_meter_peak(const pc_ink_meter *meter) {
  const ink_find *peak = &meter->peak;
  pc_ink_peak found = {.percent = peak->total * 100, .limit = meter->limit * 100};
  if (peak->total <= 0)
    return found;
  found.is_picture = peak->figure != NULL;
  found.at = found.is_picture ? peak->figure->at : peak->at;
  found.what = found.is_picture ? g_strdup(pc_image_file(peak->figure->image.image))
                                : pc_color_format(peak->color);
  return found;
}

void pc_ink_peak_clear(pc_ink_peak *peak) {
  g_free(peak->what);
  *peak = (pc_ink_peak){0};
}

/* bandlogos.c - the logos of a band: rows, sizes, places.  Layer: layout. */
#include "layout/bandlogos.h"

#include <math.h>

/* All logos get so much of the band's width at most. */
static const double width_most = 0.3;
/* Of the band's em: the side of a square logo that stands alone, what two rows have together, the
 * gap between logos, and the margin of the plate under them. */
static const double side_em = 3.4;
static const double rows_em = 6.2;
static const double gap_em = 0.8;
static const double plate_em = 0.45;

static double find_ratio(const pc_band_plan *plan, guint index) {
  const pc_image *logo = g_ptr_array_index(plan->logos, index);
  return (double)MAX(1, pc_image_width(logo)) / MAX(1, pc_image_height(logo));
}

static pc_um to_um(const pc_band_form *form, double em) {
  return pc_um_from_pt(form->em_pt * em);
}

/* A dark ground would swallow what was drawn for white paper. */
static pc_um find_margin(const pc_band_plan *plan, const pc_band_form *form) {
  return plan->has_plate ? to_um(form, plate_em) : 0;
}

static guint per_row(const pc_band_plan *plan, int rows) {
  return (plan->logos->len + (guint)rows - 1) / (guint)rows;
}

/* Sum of the widths of one row's logos of side 1. */
static double row_width(const pc_band_plan *plan, int rows, int row) {
  const guint each = per_row(plan, rows), first = each * (guint)row;
  double width = 0;
  for (guint i = first; i < MIN(first + each, plan->logos->len); i++)
    width += sqrt(find_ratio(plan, i));
  return width;
}

static double tallest(const pc_band_plan *plan) {
  double height = 0;
  for (guint i = 0; i < plan->logos->len; i++)
    height = MAX(height, 1 / sqrt(find_ratio(plan, i)));
  return height;
}

static double widest_row(const pc_band_plan *plan, int rows) {
  double widest = 0;
  for (int row = 0; row < rows; row++)
    widest = MAX(widest, row_width(plan, rows, row));
  return widest;
}

static pc_um gaps_of_row(const pc_band_plan *plan, const pc_band_form *form, int rows) {
  return to_um(form, gap_em) * ((pc_um)per_row(plan, rows) - 1);
}

/* The largest side that so many rows permit. */
static double find_side(const pc_band_plan *plan, const pc_band_form *form, int rows) {
  double height =
      rows == 1 ? to_um(form, side_em) : (to_um(form, rows_em) - to_um(form, gap_em)) / 2.0;
  double room =
      plan->width * width_most - 2 * find_margin(plan, form) - gaps_of_row(plan, form, rows);
  double by_width = MAX(0, room) / MAX(widest_row(plan, rows), 1e-6);
  return MIN(MIN(by_width, height / MAX(tallest(plan), 1e-6)), to_um(form, side_em));
}

void pc_bandlogos_resolve(const pc_band_plan *plan, pc_band_form *form) {
  if (plan->logos->len == 0)
    return;
  const double one = find_side(plan, form, 1), two = find_side(plan, form, 2);
  const int rows = two > one ? 2 : 1;
  const pc_um margin = find_margin(plan, form);
  form->logo_rows = rows;
  form->logo_side = MAX(one, two);
  form->logos.w = (pc_um)ceil(form->logo_side * widest_row(plan, rows)) +
                  gaps_of_row(plan, form, rows) + 2 * margin;
  form->logos.h = (pc_um)ceil(form->logo_side * tallest(plan)) * rows +
                  to_um(form, gap_em) * (rows - 1) + 2 * margin;
}

/* Each in the middle of its row's height; a row that is not full ends with the others. */
static void place_row(const pc_band_plan *plan, const pc_band_form *form, int row, pc_rect rect,
                      pc_band_box *box) {
  const guint each = per_row(plan, form->logo_rows), first = each * (guint)row;
  const guint last = MIN(first + each, plan->logos->len);
  double width = form->logo_side * row_width(plan, form->logo_rows, row);
  double x = rect.x + rect.w - width - (double)to_um(form, gap_em) * ((double)last - first - 1);
  for (guint i = first; i < last; i++) {
    const double root = sqrt(find_ratio(plan, i));
    const pc_size size = {(pc_um)(form->logo_side * root), (pc_um)(form->logo_side / root)};
    box->logos[i] = g_ptr_array_index(plan->logos, i);
    box->logo_rects[i] = (pc_rect){(pc_um)x, rect.y + (rect.h - size.h) / 2, size.w, size.h};
    x += form->logo_side * root + to_um(form, gap_em);
  }
}

void pc_bandlogos_place(const pc_band_plan *plan, const pc_band_form *form, pc_extent y,
                        pc_band_box *box) {
  box->n_logos = (int)plan->logos->len;
  box->logos = g_new0(pc_image *, MAX(plan->logos->len, 1));
  box->logo_rects = g_new0(pc_rect, MAX(plan->logos->len, 1));
  if (plan->logos->len == 0)
    return;
  const pc_um margin = find_margin(plan, form), gap = to_um(form, gap_em);
  const pc_rect all = {plan->x + plan->width - form->logos.w,
                       y.start + (y.length - form->logos.h) / 2, form->logos.w, form->logos.h};
  pc_rect row = pc_rect_inset(all, margin);
  row.h = (row.h - gap * (form->logo_rows - 1)) / form->logo_rows;
  for (int i = 0; i < form->logo_rows; i++, row.y += row.h + gap)
    place_row(plan, form, i, row, box);
  if (plan->has_plate)
    box->logo_plate = all;
}

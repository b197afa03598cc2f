/* bandplan.c - the form of a band at a size, and its places.  Layer: layout. */
#include "layout/bandplan.h"

#include <math.h>

#include "layout/fit.h"
#include "text/textbox.h"

/* What stands beside the title gets so much of the width at most, logos so much. */
static const double side_most = 0.4;
static const double logos_most = 0.25;
/* Gaps in em of the band: between title and side, between logos; height of logos. */
static const double side_gap_em = 2;
static const double logo_gap_em = 0.8;
static const double logo_em = 3.4;
/* A title of more lines is set smaller, but not below this share. */
static const int title_lines = 2;
static const double title_least = 0.6;

/* Which texts. */
typedef enum band_group { GROUP_MAIN, GROUP_SIDE } band_group;

static const pc_band_text *text_at(const pc_band_plan *plan, guint index) {
  return &g_array_index(plan->texts, pc_band_text, index);
}

static const pc_item_row *item_at(const pc_band_plan *plan, guint index) {
  return &plan->items[text_at(plan, index)->item];
}

static bool is_in(const pc_band_plan *plan, const pc_band_form *form, guint index,
                  band_group group) {
  bool is_side = item_at(plan, index)->is_side && !form->is_stacked;
  return is_side == (group == GROUP_SIDE);
}

static double size_at(const pc_band_plan *plan, const pc_band_form *form, guint index) {
  double em = item_at(plan, index)->em;
  return em > 0 ? round(em * form->em_pt * 10) / 10 : form->title_pt;
}

static pc_um group_width(const pc_band_form *form, band_group group) {
  return group == GROUP_SIDE ? form->side_width : form->main_width;
}

static pc_um height_at(const pc_band_plan *plan, const pc_band_form *form, guint index,
                       band_group group) {
  double size = size_at(plan, form, index);
  int lines = pc_text_count(text_at(plan, index)->text, group_width(form, group), size);
  const pc_paragraph *text = text_at(plan, index)->text;
  return pc_text_head(text, size) +
         pc_text_height(lines, size, pc_text_line(text, item_at(plan, index)->line));
}

/* 0 before the first of a group. */
static pc_um gap_at(const pc_band_plan *plan, const pc_band_form *form, guint index, bool first) {
  double gap = item_at(plan, index)->gap_em * size_at(plan, form, index);
  return first ? 0 : pc_um_from_pt(gap);
}

static pc_um group_height(const pc_band_plan *plan, const pc_band_form *form, band_group group) {
  gint64 height = 0;
  for (guint i = 0; i < plan->texts->len; i++) {
    if (is_in(plan, form, i, group))
      height += gap_at(plan, form, i, height == 0) + height_at(plan, form, i, group);
  }
  return (pc_um)MIN(height, PC_UM_TALLEST);
}

/* The widest text beside the title on one line. */
static pc_um find_side_width(const pc_band_plan *plan, const pc_band_form *form) {
  pc_um widest = 0;
  for (guint i = 0; i < plan->texts->len; i++) {
    if (!is_in(plan, form, i, GROUP_SIDE))
      continue;
    double em = pc_paragraph_width(text_at(plan, i)->text);
    widest = MAX(widest, pc_text_width(em, size_at(plan, form, i)));
  }
  return widest;
}

static double logo_ratio(const pc_band_plan *plan, guint index) {
  const pc_image *logo = g_ptr_array_index(plan->logos, index);
  return (double)pc_image_width(logo) / MAX(1, pc_image_height(logo));
}

static pc_um logo_gap(const pc_band_form *form) {
  return pc_um_from_pt(form->em_pt * logo_gap_em);
}

static void resolve_logos(const pc_band_plan *plan, pc_band_form *form) {
  if (plan->logos->len == 0)
    return;
  double ratios = 0;
  for (guint i = 0; i < plan->logos->len; i++)
    ratios += logo_ratio(plan, i);
  double gaps = (double)logo_gap(form) * (plan->logos->len - 1);
  double room = MAX(0, plan->width * logos_most - gaps);
  double height = MIN(pc_um_from_pt(form->em_pt * logo_em), room / MAX(ratios, 1e-6));
  form->logo_height = (pc_um)height;
  form->logos_width = (pc_um)ceil(height * ratios + gaps);
}

static const pc_paragraph *find_title(const pc_band_plan *plan) {
  for (guint i = 0; i < plan->texts->len; i++) {
    if (item_at(plan, i)->em <= 0)
      return text_at(plan, i)->text;
  }
  return NULL;
}

typedef struct title_trial {
  const pc_paragraph *title;
  pc_um width;
  int lines;
  double least_em; /* what must stay on one line */
} title_trial;

static bool title_fits(double size_pt, void *user) {
  const title_trial *trial = user;
  return pc_text_count(trial->title, trial->width, size_pt) <= trial->lines &&
         trial->least_em <= pc_text_measure(trial->width, size_pt);
}

/* The largest size in two lines, or else in three; -1: it takes more. */
static double search_title_size(title_trial *trial, const pc_fit_range *range) {
  for (trial->lines = title_lines; trial->lines <= title_lines + 1; trial->lines++) {
    int best = pc_fit_search(range, title_fits, trial);
    if (best >= 0)
      return pc_fit_range_size(range, best);
  }
  return -1;
}

/* As large as the theme permits with whole phrases, or else with phrases parted, or in as many
 * lines as it takes. */
static double find_title_size(const pc_band_plan *plan, const pc_band_form *form) {
  double most = pc_length_pt(plan->layout->doc->theme.sizes.title, form->em_pt);
  title_trial trial = {find_title(plan), form->main_width, title_lines, 0};
  if (trial.title == NULL)
    return most;
  trial.least_em = pc_paragraph_phrase_width(trial.title);
  if (title_fits(most, &trial))
    return most;
  pc_fit_range range = pc_fit_range_make(most * title_least, most);
  double size = search_title_size(&trial, &range);
  trial.least_em = pc_paragraph_min_width(trial.title);
  size = size > 0 ? size : search_title_size(&trial, &range);
  return size > 0 ? size : range.least_pt;
}

pc_band_form pc_bandplan_form(const pc_band_plan *plan, double em_pt) {
  pc_band_form form = {.em_pt = em_pt};
  pc_align align = plan->band->align;
  form.is_stacked = align == PC_ALIGN_CENTER || align == PC_ALIGN_END;
  resolve_logos(plan, &form);
  pc_um gap = pc_um_from_pt(em_pt * side_gap_em);
  pc_um width = plan->width - (form.logos_width > 0 ? form.logos_width + gap : 0);
  form.side_width = (pc_um)MIN(find_side_width(plan, &form), width * side_most);
  form.main_width = width - (form.side_width > 0 ? form.side_width + gap : 0);
  form.title_pt = round(find_title_size(plan, &form) * 10) / 10;
  return form;
}

pc_um pc_bandplan_height(const pc_band_plan *plan, const pc_band_form *form) {
  pc_um main = group_height(plan, form, GROUP_MAIN);
  pc_um side = group_height(plan, form, GROUP_SIDE);
  return MAX(MAX(main, side), form->logo_height);
}

bool pc_bandplan_is_sound(const pc_band_plan *plan, const pc_band_form *form) {
  for (guint i = 0; i < plan->texts->len; i++) {
    band_group group = is_in(plan, form, i, GROUP_SIDE) ? GROUP_SIDE : GROUP_MAIN;
    double measure = pc_text_measure(group_width(form, group), size_at(plan, form, i));
    if (pc_paragraph_min_width(text_at(plan, i)->text) > measure)
      return false;
  }
  return true;
}

static void place_group(const pc_band_plan *plan, const pc_band_form *form, pc_rect rect,
                        band_group group, pc_band_box *box) {
  bool is_first = true;
  pc_um y = rect.y;
  for (guint i = 0; i < plan->texts->len; i++) {
    if (!is_in(plan, form, i, group))
      continue;
    y += gap_at(plan, form, i, is_first);
    is_first = false;
    pc_text_frame frame = {.x = rect.x,
                           .y = y + pc_text_head(text_at(plan, i)->text, size_at(plan, form, i)),
                           .width = rect.w,
                           .size_pt = size_at(plan, form, i),
                           .line = item_at(plan, i)->line,
                           .align = group == GROUP_SIDE ? PC_ALIGN_END : plan->band->align};
    box->texts[i] = pc_text_box_make(text_at(plan, i)->text, &frame);
    y += height_at(plan, form, i, group);
  }
}

/* Baseline of a group's last line below the group's top, -1 without lines. */
static pc_um last_baseline(const pc_band_plan *plan, const pc_band_form *form, band_group group) {
  for (guint i = plan->texts->len; i-- > 0;) {
    if (!is_in(plan, form, i, group))
      continue;
    double below = size_at(plan, form, i) * (1 - PC_ASCENT_EM);
    return group_height(plan, form, group) - pc_um_from_pt(below);
  }
  return -1;
}

/* The side stands on the last line beside it, as far as the band is high. */
static pc_um find_side_top(const pc_band_plan *plan, const pc_band_form *form, pc_extent y,
                           pc_um main_top) {
  pc_um main = last_baseline(plan, form, GROUP_MAIN);
  pc_um height = group_height(plan, form, GROUP_SIDE);
  pc_um top = main < 0 ? y.start : main_top + main - last_baseline(plan, form, GROUP_SIDE);
  return CLAMP(top, y.start, MAX(y.start, y.start + y.length - height));
}

static void place_logos(const pc_band_plan *plan, const pc_band_form *form, pc_extent y,
                        pc_band_box *box) {
  pc_um x = plan->x + plan->width - form->logos_width;
  pc_um top = y.start + (y.length - form->logo_height) / 2;
  for (guint i = 0; i < plan->logos->len; i++) {
    pc_um width = (pc_um)(form->logo_height * logo_ratio(plan, i));
    box->logos[i] = g_ptr_array_index(plan->logos, i);
    box->logo_rects[i] = (pc_rect){x, top, width, form->logo_height};
    x += width + logo_gap(form);
  }
}

void pc_bandplan_place(const pc_band_plan *plan, const pc_band_form *form, pc_extent y,
                       pc_band_box *box) {
  guint n = plan->texts->len;
  pc_band_item *items = g_new0(pc_band_item, MAX(n, 1));
  for (guint i = 0; i < n; i++)
    items[i] = text_at(plan, i)->item;
  box->n_texts = (int)n;
  box->items = items;
  box->texts = g_new0(pc_text_box, MAX(n, 1));
  box->n_logos = (int)plan->logos->len;
  box->logos = g_new0(pc_image *, MAX(plan->logos->len, 1));
  box->logo_rects = g_new0(pc_rect, MAX(plan->logos->len, 1));
  pc_um free = y.length - group_height(plan, form, GROUP_MAIN);
  pc_rect main = {plan->x, y.start + MAX(0, free) / 2, form->main_width, y.length};
  place_group(plan, form, main, GROUP_MAIN, box);
  pc_um gap = pc_um_from_pt(form->em_pt * side_gap_em);
  pc_um side_x = main.x + main.w + gap;
  pc_rect side = {side_x, find_side_top(plan, form, y, main.y), form->side_width, y.length};
  place_group(plan, form, side, GROUP_SIDE, box);
  place_logos(plan, form, y, box);
}

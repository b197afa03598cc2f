/* places.c - panels that moved, and text that moved within them or changed its size.
 * Layer: compare. */
#include <math.h>
#include <stdlib.h>

#include "compare/align.h"
#include "compare/changes.h"

/* Of sizes of text: less is rounding. */
static const double least_ratio = 0.004;

/* Calls visit for every token that is the same on both sides. */
typedef void (*visit_func)(const pc_token *before, const pc_token *after, void *user);

static void visit_span(const pc_couple *couple, int before, int after, int count, visit_func visit,
                       void *user) {
  for (int i = 0; i < count; i++)
    visit(&g_array_index(couple->before->tokens, pc_token, before + i),
          &g_array_index(couple->after->tokens, pc_token, after + i), user);
}

static void visit_same(const pc_couple *couple, visit_func visit, void *user) {
  int before = 0, after = 0;
  for (guint i = 0; i < couple->hunks->len; i++) {
    const pc_hunk *hunk = &g_array_index(couple->hunks, pc_hunk, i);
    visit_span(couple, before, after, hunk->before - before, visit, user);
    before = hunk->before_end;
    after = hunk->after_end;
  }
  visit_span(couple, before, after, (int)couple->before->tokens->len - before, visit, user);
}

static void take_ratio(const pc_token *before, const pc_token *after, void *user) {
  const double ratio = (double)after->rect.h / MAX(before->rect.h, 1);
  g_array_append_val((GArray *)user, ratio);
}

static int compare_numbers(const void *a, const void *b) {
  const double first = *(const double *)a, second = *(const double *)b;
  return (first > second) - (first < second);
}

/* The one in the middle; 0 for none. */
static double find_median(GArray *numbers) {
  g_array_sort(numbers, compare_numbers);
  return numbers->len > 0 ? g_array_index(numbers, double, numbers->len / 2) : 0;
}

static double measure_ratio(const pc_couple *couple) {
  if (couple->before->body_pt > 0 && couple->after->body_pt > 0)
    return couple->after->body_pt / couple->before->body_pt;
  g_autoptr(GArray) ratios = g_array_new(FALSE, FALSE, sizeof(double));
  visit_same(couple, take_ratio, ratios);
  return find_median(ratios);
}

static char *format_pt(double pt) {
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  return g_strdup_printf("%s pt", g_ascii_formatd(number, sizeof number, "%.2f", pt));
}

static void set_sizes(pc_change *change, double ratio, double before_pt, double after_pt) {
  change->ratio = ratio;
  if (before_pt <= 0 || after_pt <= 0)
    return;
  change->from = format_pt(before_pt);
  change->to = format_pt(after_pt);
}

/* Most panels of a poster share one size of text: its change is said once. */
void pc_measure_text(pc_comparison *comparison) {
  g_autoptr(GArray) ratios = g_array_new(FALSE, FALSE, sizeof(double));
  for (guint i = 0; i < comparison->couples->len; i++) {
    pc_couple *couple = &g_array_index(comparison->couples, pc_couple, i);
    if (couple->before == NULL || couple->after == NULL)
      continue;
    couple->hunks = pc_align(couple->before->tokens, couple->after->tokens);
    couple->ratio = measure_ratio(couple);
    if (couple->before->is_panel && couple->ratio > 0)
      g_array_append_val(ratios, couple->ratio);
  }
  comparison->ratio = ratios->len > 1 ? find_median(ratios) : 1;
  if (fabs(comparison->ratio - 1) <= least_ratio)
    comparison->ratio = 1;
  else
    set_sizes(pc_changes_add(comparison, PC_CHANGE_ALL_TEXT, NULL), comparison->ratio,
              comparison->before->body_pt, comparison->after->body_pt);
}

/* Relative to the panel, the farthest. */
typedef struct drift {
  const pc_couple *couple;
  pc_um tolerance;
  pc_point farthest;
  pc_rect before, after; /* around all that moved */
  bool has_moved;
} drift;

static void take_drift(const pc_token *before, const pc_token *after, void *user) {
  drift *d = user;
  const pc_rect from = d->couple->before->rect, to = d->couple->after->rect;
  const pc_point shift = {after->rect.x - to.x - before->rect.x + from.x,
                          after->rect.y - to.y - before->rect.y + from.y};
  if (!pc_is_over(shift.x, d->tolerance) && !pc_is_over(shift.y, d->tolerance))
    return;
  if (MAX(ABS(shift.x), ABS(shift.y)) > MAX(ABS(d->farthest.x), ABS(d->farthest.y)))
    d->farthest = shift;
  d->before = d->has_moved ? pc_rect_unite(d->before, before->rect) : before->rect;
  d->after = d->has_moved ? pc_rect_unite(d->after, after->rect) : after->rect;
  d->has_moved = true;
}

static void compare_text_size(pc_comparison *comparison, const pc_couple *couple) {
  const double own = couple->ratio > 0 ? couple->ratio / comparison->ratio : 1;
  if (fabs(own - 1) <= least_ratio || !couple->before->is_panel)
    return;
  pc_change *change = pc_changes_add(comparison, PC_CHANGE_TEXT_SIZE, couple);
  set_sizes(change, couple->ratio, couple->before->body_pt, couple->after->body_pt);
  pc_change_mark(change, &couple->before->rect, &couple->after->rect);
}

/* Text of another size, or in another room, moves of course. */
static void compare_text_places(pc_comparison *comparison, pc_couple *couple) {
  drift d = {.couple = couple, .tolerance = comparison->tolerance};
  const bool is_resized_text = couple->ratio > 0 && fabs(couple->ratio - 1) > least_ratio;
  visit_same(couple, take_drift, &d);
  couple->has_moved_inside = d.has_moved || is_resized_text;
  if (!d.has_moved || is_resized_text || couple->is_resized || couple->has_words_changed)
    return;
  pc_change *change = pc_changes_add(comparison, PC_CHANGE_TEXT_MOVED, couple);
  change->shift = d.farthest;
  pc_change_mark(change, &d.before, &d.after);
}

static void compare_panels(pc_comparison *comparison, pc_couple *couple) {
  const pc_rect from = couple->before->rect, to = couple->after->rect;
  const pc_um tolerance = comparison->tolerance;
  couple->is_resized = pc_is_over(to.w - from.w, tolerance) || pc_is_over(to.h - from.h, tolerance);
  const pc_point shift = {to.x - from.x, to.y - from.y};
  const bool is_moved = pc_is_over(shift.x, tolerance) || pc_is_over(shift.y, tolerance);
  if (!couple->before->is_panel || (!couple->is_resized && !is_moved))
    return;
  pc_change *change =
      pc_changes_add(comparison, couple->is_resized ? PC_CHANGE_RESIZED : PC_CHANGE_MOVED, couple);
  change->shift = shift;
  if (couple->is_resized) {
    change->from = pc_change_format_size(from.w, from.h);
    change->to = pc_change_format_size(to.w, to.h);
  }
  pc_change_mark(change, &from, &to);
}

static void compare_numbers_of(pc_comparison *comparison, const pc_couple *couple) {
  if (couple->before->number == couple->after->number)
    return;
  pc_change *change = pc_changes_add(comparison, PC_CHANGE_NUMBER, couple);
  change->from = g_strdup_printf("%d", couple->before->number);
  change->to = g_strdup_printf("%d", couple->after->number);
  if (couple->before->number_rect.w > 0 && couple->after->number_rect.w > 0)
    pc_change_mark(change, &couple->before->number_rect, &couple->after->number_rect);
}

void pc_find_places(pc_comparison *comparison, pc_couple *couple) {
  compare_numbers_of(comparison, couple);
  compare_panels(comparison, couple);
  compare_text_size(comparison, couple);
  compare_text_places(comparison, couple);
}

/* look.c - whether a panel, a figure, and what is around them look the same.  Layer: compare. */
#include <math.h>

#include "compare/changes.h"

/* Blurring and smoothing reach so far beyond what is drawn, pixels. */
#define HALO 4
#define MAX_SLACK 4
/* Figures that differ by more in their size are not laid upon one another, pixels. */
#define MOST_HAIR 2

static const pc_pixmap *find_page(const GPtrArray *pages, int page) {
  return page < (int)pages->len ? g_ptr_array_index(pages, page) : NULL;
}

/* What moved lies elsewhere between the pixels, too. */
static int choose_slack(const pc_comparison *comparison, const pc_couple *couple,
                        const pc_pixmap *raster, pc_rect before, pc_rect after) {
  const pc_rect first = pc_view_page_at(comparison->before, couple->before->page)->media;
  const pc_rect second = pc_view_page_at(comparison->after, couple->after->page)->media;
  const bool is_moved =
      before.x - first.x != after.x - second.x || before.y - first.y != after.y - second.y;
  return (int)MIN(MAX_SLACK, comparison->tolerance * raster->dots) + is_moved;
}

static pc_glance make_look(const pc_comparison *comparison, const pc_couple *couple, pc_rect before,
                           pc_rect after) {
  const pc_pixmap *first = find_page(comparison->before_pages, couple->before->page);
  const pc_pixmap *second = find_page(comparison->after_pages, couple->after->page);
  g_assert(first != NULL && second != NULL);
  return (pc_glance){
      first, second, before, after, choose_slack(comparison, couple, second, before, after), NULL};
}

static void ignore(GArray *ignored, pc_rect rect, pc_um halo) {
  rect = pc_rect_inset(rect, -halo);
  g_array_append_val(ignored, rect);
}

static void ignore_panels(GArray *ignored, const pc_view *view, int page, pc_um halo) {
  for (int i = 0; i < (int)view->regions->len; i++) {
    const pc_region *region = pc_view_region_at(view, i);
    if (region->is_panel && region->page == page)
      ignore(ignored, region->rect, halo);
  }
}

/* Of the page before, where they would be in the panel after. */
static void ignore_shifted(GArray *ignored, const GArray *rects, const pc_couple *couple,
                           pc_um halo) {
  for (guint i = 0; i < rects->len; i++) {
    pc_rect rect = g_array_index(rects, pc_rect, i);
    rect.x += couple->after->rect.x - couple->before->rect.x;
    rect.y += couple->after->rect.y - couple->before->rect.y;
    ignore(ignored, rect, halo);
  }
}

/* What was said about the panel itself holds for all of it. */
static bool is_of_whole(const pc_change *change) {
  return change->kind == PC_CHANGE_MOVED;
}

static void ignore_changes(GArray *ignored, const pc_comparison *comparison,
                           const pc_couple *couple, pc_um halo) {
  for (guint i = 0; i < comparison->changes->len; i++) {
    const pc_change *change = g_ptr_array_index(comparison->changes, i);
    if (change->after != couple->after || change->before != couple->before || is_of_whole(change))
      continue;
    for (guint k = 0; k < change->after_marks->len; k++)
      ignore(ignored, g_array_index(change->after_marks, pc_rect, k), halo);
    ignore_shifted(ignored, change->before_marks, couple, halo);
  }
}

static void add_look(pc_comparison *comparison, pc_change_kind kind, const pc_couple *couple,
                     const pc_glance *look) {
  /* A panel that went to a page of another size is drawn at another scale. */
  if (fabs(look->before->dots - look->after->dots) > 1e-12)
    return;
  g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(pc_rect));
  const pc_grade grade = pc_glance_grade(look, marks);
  comparison->look = MAX(comparison->look, grade);
  if (grade <= PC_GRADE_NEAR)
    return;
  pc_change *change = pc_changes_add(comparison, kind, couple);
  change->grade = grade;
  for (guint i = 0; i < marks->len; i++) {
    const pc_rect after = g_array_index(marks, pc_rect, i);
    const pc_rect before = {after.x - look->after_rect.x + look->before_rect.x,
                            after.y - look->after_rect.y + look->before_rect.y, after.w, after.h};
    pc_change_mark(change, &before, &after);
  }
}

static bool is_explained(const GArray *ignored, pc_rect rect) {
  for (guint i = 0; i < ignored->len; i++) {
    if (pc_rect_overlaps(g_array_index(ignored, pc_rect, i), rect))
      return true;
  }
  return false;
}

void pc_find_figure_look(pc_comparison *comparison, const pc_couple *couple,
                         const pc_seen_figure *before, const pc_seen_figure *after) {
  if (!comparison->has_look)
    return;
  pc_glance look = make_look(comparison, couple, before->rect, after->rect);
  const pc_um hair = (pc_um)(MOST_HAIR / look.after->dots);
  const pc_um wider = after->rect.w - before->rect.w, higher = after->rect.h - before->rect.h;
  if (pc_is_over(wider, hair) || pc_is_over(higher, hair))
    return;
  look.slack += wider != 0 || higher != 0 ? MOST_HAIR : 0;
  g_autoptr(GArray) ignored = g_array_new(FALSE, FALSE, sizeof(pc_rect));
  for (guint i = 0; i < comparison->changes->len; i++) {
    const pc_change *change = g_ptr_array_index(comparison->changes, i);
    if (change->kind == PC_CHANGE_WORDS && change->after == couple->after)
      g_array_append_vals(ignored, change->after_marks->data, change->after_marks->len);
  }
  if (!is_explained(ignored, after->rect))
    add_look(comparison, PC_CHANGE_FIGURE_REPLACED, couple, &look);
}

void pc_find_look(pc_comparison *comparison, pc_couple *couple) {
  if (!comparison->has_look || couple->is_resized || couple->has_moved_inside)
    return;
  g_autoptr(GArray) ignored = g_array_new(FALSE, FALSE, sizeof(pc_rect));
  pc_glance look = make_look(comparison, couple, couple->before->rect, couple->after->rect);
  const pc_um halo = (pc_um)(HALO / look.after->dots);
  look.ignored = ignored;
  if (!couple->after->is_panel) {
    ignore_panels(ignored, comparison->before, couple->before->page, halo);
    ignore_panels(ignored, comparison->after, couple->after->page, halo);
  }
  ignore_changes(ignored, comparison, couple, halo);
  for (guint i = 0; i < couple->after->figures->len; i++)
    ignore(ignored, g_array_index(couple->after->figures, pc_seen_figure, i).rect, halo);
  add_look(comparison, PC_CHANGE_LOOK, couple, &look);
}

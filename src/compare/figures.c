/* figures.c - figures that came, went, moved, grew or are others.  Layer: compare. */
#include <string.h>

#include "compare/changes.h"

static const pc_seen_figure *figure_at(const pc_region *region, guint index) {
  return &g_array_index(region->figures, pc_seen_figure, index);
}

static pc_change *add(pc_comparison *comparison, pc_change_kind kind, const pc_couple *couple,
                      const pc_seen_figure *before, const pc_seen_figure *after) {
  pc_change *change = pc_changes_add(comparison, kind, couple);
  pc_change_mark(change, before != NULL ? &before->rect : NULL,
                 after != NULL ? &after->rect : NULL);
  return change;
}

static void compare_names(pc_comparison *comparison, const pc_couple *couple,
                          const pc_seen_figure *before, const pc_seen_figure *after) {
  const bool is_pdf = comparison->before->pdf != NULL;
  if (strcmp(before->name, after->name) == 0 || (is_pdf && couple->has_words_changed))
    return;
  const pc_change_kind kind = is_pdf ? PC_CHANGE_FIGURE_ALT : PC_CHANGE_FIGURE_REPLACED;
  pc_change *change = add(comparison, kind, couple, before, after);
  change->from = g_strdup(before->name);
  change->to = g_strdup(after->name);
}

/* Within its panel; in a panel of another size it moves of course. */
static void compare_rects(pc_comparison *comparison, const pc_couple *couple,
                          const pc_seen_figure *before, const pc_seen_figure *after) {
  const pc_rect from = before->rect, to = after->rect;
  const pc_um tolerance = comparison->tolerance;
  const pc_point shift = {to.x - couple->after->rect.x - from.x + couple->before->rect.x,
                          to.y - couple->after->rect.y - from.y + couple->before->rect.y};
  if (pc_is_over(to.w - from.w, tolerance) || pc_is_over(to.h - from.h, tolerance)) {
    pc_change *change = add(comparison, PC_CHANGE_FIGURE_RESIZED, couple, before, after);
    change->from = pc_change_format_size(from.w, from.h);
    change->to = pc_change_format_size(to.w, to.h);
  } else if (!couple->is_resized &&
             (pc_is_over(shift.x, tolerance) || pc_is_over(shift.y, tolerance))) {
    add(comparison, PC_CHANGE_FIGURE_MOVED, couple, before, after)->shift = shift;
  }
}

static void compare_pair(pc_comparison *comparison, const pc_couple *couple, guint before,
                         guint after) {
  const pc_seen_figure *first = figure_at(couple->before, before);
  const pc_seen_figure *second = figure_at(couple->after, after);
  compare_names(comparison, couple, first, second);
  compare_rects(comparison, couple, first, second);
  pc_find_figure_look(comparison, couple, first, second);
}

/* The first that is free and, where that is asked for, has the name; -1: none. */
static int find_free(const pc_region *after, const bool *taken, const char *name) {
  for (guint i = 0; i < after->figures->len; i++) {
    if (!taken[i] && (name == NULL || strcmp(figure_at(after, i)->name, name) == 0))
      return (int)i;
  }
  return -1;
}

static void pair_figures(const pc_couple *couple, bool by_name, int *partners, bool *taken) {
  for (guint i = 0; i < couple->before->figures->len; i++) {
    if (partners[i] >= 0)
      continue;
    const char *name = by_name ? figure_at(couple->before, i)->name : NULL;
    partners[i] = find_free(couple->after, taken, name);
    if (partners[i] >= 0)
      taken[partners[i]] = true;
  }
}

void pc_find_figures(pc_comparison *comparison, pc_couple *couple) {
  const guint n_before = couple->before->figures->len, n_after = couple->after->figures->len;
  g_autofree int *partners = g_new(int, MAX(n_before, 1));
  g_autofree bool *taken = g_new0(bool, MAX(n_after, 1));
  memset(partners, -1, n_before * sizeof *partners);
  pair_figures(couple, true, partners, taken);
  pair_figures(couple, false, partners, taken);
  for (guint i = 0; i < n_before; i++) {
    const pc_seen_figure *figure = figure_at(couple->before, i);
    if (partners[i] >= 0)
      compare_pair(comparison, couple, i, (guint)partners[i]);
    else
      add(comparison, PC_CHANGE_FIGURE_REMOVED, couple, figure, NULL)->from =
          g_strdup(figure->name);
  }
  for (guint i = 0; i < n_after; i++) {
    if (!taken[i])
      add(comparison, PC_CHANGE_FIGURE_ADDED, couple, NULL, figure_at(couple->after, i))->to =
          g_strdup(figure_at(couple->after, i)->name);
  }
}

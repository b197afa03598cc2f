/* compare.c - the passes, in order.  Layer: compare. */
#include "compare/compare.h"

#include "compare/entries.h"
#include "compare/pages.h"

static bool is_one_kind(const pc_view *before, const pc_view *after, pc_diags *diags) {
  if ((before->pdf != NULL) == (after->pdf != NULL))
    return true;
  PC_REPORT_HINT(diags, ((pc_place){after->file, 0, 0}), PC_BAD_VALUE,
                 "compare two PDFs, or two layouts",
                 "one of the files is a PDF and the other is a layout");
  return false;
}

/* Colours of other inks are other colours: only what they stand on can be compared. */
static bool has_same_inks(const pc_comparison *comparison) {
  const char *const *before = comparison->before->traits, *const *after = comparison->after->traits;
  return g_strcmp0(before[PC_TRAIT_CONDITION], after[PC_TRAIT_CONDITION]) == 0;
}

/* Present on one side only. */
static void find_alone(pc_comparison *comparison, const pc_couple *couple) {
  const bool is_removed = couple->after == NULL;
  const pc_region *region = is_removed ? couple->before : couple->after;
  if (region == NULL || !region->is_panel)
    return;
  pc_change *change =
      pc_changes_add(comparison, is_removed ? PC_CHANGE_REMOVED : PC_CHANGE_ADDED, couple);
  pc_change_mark(change, is_removed ? &region->rect : NULL, is_removed ? NULL : &region->rect);
}

static void find_changes(pc_comparison *comparison) {
  pc_find_traits(comparison);
  pc_match_panels(comparison);
  pc_measure_text(comparison);
  for (guint i = 0; i < comparison->couples->len; i++) {
    pc_couple *couple = &g_array_index(comparison->couples, pc_couple, i);
    if (couple->before == NULL || couple->after == NULL) {
      find_alone(comparison, couple);
      continue;
    }
    pc_find_words(comparison, couple);
    pc_find_places(comparison, couple);
    pc_find_figures(comparison, couple);
    pc_find_look(comparison, couple);
  }
  pc_entries_resolve(comparison);
}

pc_comparison *pc_compare(pc_compared_file before, pc_compared_file after, double tolerance_mm,
                          pc_diags *diags) {
  g_autoptr(pc_view) first = pc_view_read(before.bytes, before.name, diags);
  g_autoptr(pc_view) second = pc_view_read(after.bytes, after.name, diags);
  if (first == NULL || second == NULL || !is_one_kind(first, second, diags))
    return NULL;
  const bool is_pdf = first->pdf != NULL;
  g_autoptr(pc_comparison) comparison =
      pc_comparison_new(g_steal_pointer(&first), g_steal_pointer(&second), tolerance_mm);
  if (!is_pdf)
    pc_pages_sketch(comparison);
  else if (!pc_pages_render(comparison, diags))
    return NULL;
  comparison->has_look = is_pdf && has_same_inks(comparison);
  find_changes(comparison);
  return g_steal_pointer(&comparison);
}

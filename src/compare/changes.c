/* changes.c - makes and frees entries, and what the files say of themselves.  Layer: compare. */
#include "compare/changes.h"

#include <string.h>

#include "base/translate.h"
#include "compare/compare.h"

static void free_change(void *data) {
  pc_change *change = data;
  g_free(change->from);
  g_free(change->to);
  g_array_unref(change->before_marks);
  g_array_unref(change->after_marks);
  g_free(change);
}

static void clear_couple(void *data) {
  g_clear_pointer(&((pc_couple *)data)->hunks, g_array_unref);
}

static void free_entry(void *data) {
  g_ptr_array_unref(data);
}

static void free_raster(void *data) {
  pc_pixmap_free(data);
}

pc_comparison *pc_comparison_new(pc_view *before, pc_view *after, double tolerance_mm) {
  pc_comparison *comparison = g_new0(pc_comparison, 1);
  comparison->before = before;
  comparison->after = after;
  comparison->tolerance = pc_um_from_mm(tolerance_mm);
  comparison->couples = g_array_new(FALSE, TRUE, sizeof(pc_couple));
  g_array_set_clear_func(comparison->couples, clear_couple);
  comparison->changes = g_ptr_array_new_with_free_func(free_change);
  comparison->entries = g_ptr_array_new_with_free_func(free_entry);
  comparison->before_pages = g_ptr_array_new_with_free_func(free_raster);
  comparison->after_pages = g_ptr_array_new_with_free_func(free_raster);
  return comparison;
}

void pc_comparison_free(pc_comparison *comparison) {
  if (comparison == NULL)
    return;
  pc_view_free(comparison->before);
  pc_view_free(comparison->after);
  g_array_unref(comparison->couples);
  g_ptr_array_unref(comparison->entries);
  g_ptr_array_unref(comparison->changes);
  g_ptr_array_unref(comparison->before_pages);
  g_ptr_array_unref(comparison->after_pages);
  g_free(comparison);
}

pc_change *pc_changes_add(pc_comparison *comparison, pc_change_kind kind, const pc_couple *couple) {
  pc_change *change = g_new0(pc_change, 1);
  change->kind = kind;
  change->before_marks = g_array_new(FALSE, FALSE, sizeof(pc_rect));
  change->after_marks = g_array_new(FALSE, FALSE, sizeof(pc_rect));
  if (couple != NULL) {
    change->before = couple->before;
    change->after = couple->after;
    change->page = couple->after != NULL ? couple->after->page : couple->before->page;
  }
  g_ptr_array_add(comparison->changes, change);
  return change;
}

void pc_change_mark(pc_change *change, const pc_rect *before, const pc_rect *after) {
  if (before != NULL)
    g_array_append_val(change->before_marks, *before);
  if (after != NULL)
    g_array_append_val(change->after_marks, *after);
}

char *pc_change_format_size(pc_um w, pc_um h) {
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(width, sizeof width, "%.2f", pc_um_to_mm(w));
  g_ascii_formatd(height, sizeof height, "%.2f", pc_um_to_mm(h));
  return g_strdup_printf("%s x %s mm", width, height);
}

static void compare_trait(pc_comparison *comparison, pc_trait trait) {
  const char *from = comparison->before->traits[trait], *to = comparison->after->traits[trait];
  if (g_strcmp0(from, to) == 0)
    return;
  pc_change *change = pc_changes_add(comparison, PC_CHANGE_TRAIT, NULL);
  change->trait = trait;
  change->from = g_strdup(from);
  change->to = g_strdup(to);
}

static void compare_page_count(pc_comparison *comparison) {
  const guint before = comparison->before->pages->len, after = comparison->after->pages->len;
  if (before == after)
    return;
  pc_change *change = pc_changes_add(comparison, PC_CHANGE_PAGES, NULL);
  change->from = g_strdup_printf("%u", before);
  change->to = g_strdup_printf("%u", after);
}

static bool is_bare(const pc_view_page *page) {
  const pc_size trim = page->trim;
  return page->bleed.w == trim.w && page->bleed.h == trim.h && page->media.w == trim.w &&
         page->media.h == trim.h;
}

static char *format_page(const pc_view_page *page) {
  if (is_bare(page))
    return pc_change_format_size(page->trim.w, page->trim.h);
  g_autofree char *trim = pc_change_format_size(page->trim.w, page->trim.h);
  g_autofree char *bleed = pc_change_format_size(page->bleed.w, page->bleed.h);
  g_autofree char *media = pc_change_format_size(page->media.w, page->media.h);
  return g_strdup_printf(_("%s, with bleed %s, sheet %s"), trim, bleed, media);
}

static bool is_other_box(pc_rect a, pc_rect b, pc_um tolerance) {
  return pc_is_over(a.x - b.x, tolerance) || pc_is_over(a.y - b.y, tolerance) ||
         pc_is_over(a.w - b.w, tolerance) || pc_is_over(a.h - b.h, tolerance);
}

static void compare_page(pc_comparison *comparison, int index) {
  const pc_view_page *before = pc_view_page_at(comparison->before, index);
  const pc_view_page *after = pc_view_page_at(comparison->after, index);
  const pc_um tolerance = comparison->tolerance;
  const bool is_trimmed = pc_is_over(before->trim.w - after->trim.w, tolerance) ||
                          pc_is_over(before->trim.h - after->trim.h, tolerance);
  if (!is_trimmed && !is_other_box(before->bleed, after->bleed, tolerance) &&
      !is_other_box(before->media, after->media, tolerance) && before->turn == after->turn)
    return;
  pc_change *change = pc_changes_add(comparison, PC_CHANGE_PAGE, NULL);
  change->page = index;
  change->from = format_page(before);
  change->to = format_page(after);
}

void pc_find_traits(pc_comparison *comparison) {
  const guint n = MIN(comparison->before->pages->len, comparison->after->pages->len);
  for (int trait = 0; trait < PC_N_TRAITS; trait++)
    compare_trait(comparison, (pc_trait)trait);
  compare_page_count(comparison);
  for (guint i = 0; i < n; i++)
    compare_page(comparison, (int)i);
}

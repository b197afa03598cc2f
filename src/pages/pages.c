/* pages.c - owns the pages and what is written on them.  Layer: pages. */
#include "pages/scribe.h"

#include "base/nearest.h"
#include "base/translate.h"

static void clear_leaf(void *leaf) {
  pc_display_free(((pc_leaf *)leaf)->labels);
}

static void free_box(void *box) {
  pc_text_box_clear(box);
  g_free(box);
}

pc_pages *pc_pages_new(void) {
  pc_pages *pages = g_new(pc_pages, 1);
  pages->leaves = g_array_new(FALSE, FALSE, sizeof(pc_leaf));
  g_array_set_clear_func(pages->leaves, clear_leaf);
  pages->texts = g_ptr_array_new_with_free_func(g_free);
  pages->paragraphs = g_ptr_array_new_with_free_func((GDestroyNotify)pc_paragraph_free);
  pages->boxes = g_ptr_array_new_with_free_func(free_box);
  return pages;
}

/* Labels first, then lines, then what they were shaped from. */
void pc_pages_free(pc_pages *pages) {
  if (pages == NULL)
    return;
  g_array_unref(pages->leaves);
  g_ptr_array_unref(pages->boxes);
  g_ptr_array_unref(pages->paragraphs);
  g_ptr_array_unref(pages->texts);
  g_free(pages);
}

bool pc_pages_find_paper(const char *name, pc_size *paper, pc_diags *diags) {
  if (pc_paper_find(name, &paper->w, &paper->h))
    return true;
  const char *nearest = pc_nearest(name, pc_paper_names());
  g_autofree char *hint =
      g_strdup_printf(_("did you mean '%s'?"), nearest != NULL ? nearest : "A4");
  PC_REPORT_HINT(diags, (pc_place){0}, PC_BAD_VALUE, hint, "unknown paper '%s'", name);
  return false;
}

const pc_leaf *pc_pages_at(const pc_pages *pages, int index) {
  return &g_array_index(pages->leaves, pc_leaf, index);
}

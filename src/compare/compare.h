/* compare.h - two finished posters: what is different, in words, as data, and to be seen.
 * Layer: compare (uses backend's reading of PDFs, figure's child processes, spec's reading of
 * YAML).
 */
#ifndef PC_COMPARE_COMPARE_H
#define PC_COMPARE_COMPARE_H

#include "compare/changes.h"
#include "layout/layout.h"

typedef struct pc_compared_file {
  GBytes *bytes;
  const char *name;
} pc_compared_file;

/* NULL: a file cannot be read, or one is a PDF and the other a layout (PC_BAD_VALUE); reported. */
pc_comparison *pc_compare(pc_compared_file before, pc_compared_file after, double tolerance_mm,
                          pc_diags *diags);
/* The views become its own. */
pc_comparison *pc_comparison_new(pc_view *before, pc_view *after, double tolerance_mm);
void pc_comparison_free(pc_comparison *comparison);

/* One line for each change and a last one that counts them. */
char *pc_comparison_format(const pc_comparison *comparison);
char *pc_comparison_format_json(const pc_comparison *comparison);
/* One file: the list, and the pages with the changes marked. */
GBytes *pc_comparison_write_html(const pc_comparison *comparison);
/* Before, after, and what changed, beside one another; NULL: reported.  Its labels are set with the
 * measurer, for which any layout will do. */
GBytes *pc_comparison_write_png(const pc_comparison *comparison, const pc_layout *layout,
                                pc_measurer *measurer, pc_diags *diags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_comparison, pc_comparison_free)

#endif

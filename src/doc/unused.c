/* unused.c - what a poster may say although nothing comes of it.  Layer: doc.
 *
 * A step that silently does nothing is worse than none: each is one `unused` warning at its place,
 * and only where somebody wrote it.
 */
#include "doc/resolve.h"

typedef struct pc_idle {
  const char *path;
  const char *const *values; /* that have no effect; NULL: none has */
  const char *fact;          /* what happens instead */
} pc_idle;

static const char *const other_standards[] = {"pdf/x-1a", NULL};
static const char *const press_colors[] = {"cmyk", NULL};

static const pc_idle of_poster[] = {
    {"print.standard", other_standards, "the file is written as PDF/X-4"},
    {"print.color", press_colors, "colours stay in sRGB, only black and grey become black ink"},
    {"print.ink-limit", NULL, "total ink is not measured"},
};

static bool is_idle(const pc_idle *idle, const pc_node *node) {
  if (node == NULL || node->kind == PC_NODE_NULL)
    return false;
  if (idle->values == NULL)
    return true;
  return node->kind == PC_NODE_SCALAR && g_strv_contains(idle->values, node->text);
}

static void report_idle(const pc_idle *idle, const pc_node *root, pc_diags *diags) {
  const pc_node *node = pc_path_find(root, idle->path);
  if (is_idle(idle, node))
    PC_REPORT(diags, node->at, PC_UNUSED, "'%s' has no effect: %s", idle->path, idle->fact);
}

void pc_unused_report(const pc_node *root, pc_diags *diags) {
  for (size_t i = 0; i < G_N_ELEMENTS(of_poster); i++)
    report_idle(&of_poster[i], root, diags);
}

/* text_rules.c - size of the text, length of the lines, fullness of the panels.  Layer: check. */
#include "base/translate.h"
#include "check/advice.h"
#include "check/measures.h"
#include "check/rules.h"
#include "layout/fit.h"
#include "layout/type.h"

static const double most_characters = 40;
static const double least_filled = 0.3;

/* Sizes are found to a hundredth of a point. */
static const double size_step_pt = 0.005;

/* The panels that decide the common size; where each has its own, all that are set too small. */
static GPtrArray *find_small_panels(const pc_layout *layout, double least_pt) {
  GPtrArray *found = g_ptr_array_new();
  for (int i = 0; i < layout->n_panels; i++) {
    if (layout->panels[i].body_pt < least_pt - size_step_pt)
      g_ptr_array_add(found, &layout->panels[i]);
  }
  if (found->len == 0 || layout->doc->fit != PC_FIT_UNIFORM || layout->n_limiting == 0)
    return found;
  g_ptr_array_set_size(found, 0);
  for (int i = 0; i < layout->n_limiting; i++)
    g_ptr_array_add(found, &layout->panels[layout->limiting[i]]);
  return found;
}

/* "panels 4 and 9", "panel 4, panel 'はじめに' and 3 more". */
static void append_names(GString *out, const GPtrArray *panels) {
  enum { MOST_NAMES = 4 };
  guint shown = MIN(panels->len, MOST_NAMES);
  for (guint i = 0; i < shown; i++) {
    bool is_last = i > 0 && i + 1 == panels->len;
    g_string_append(out, i == 0 ? "" : _(is_last ? " and " : ", "));
    pc_check_append_panel_name(out, g_ptr_array_index(panels, i));
  }
  if (panels->len > shown)
    g_string_append_printf(out, _(" and %u more"), panels->len - shown);
}

static char *advise_size(const pc_layout *layout) {
  char *advice = pc_check_advise_size(layout);
  return advice != NULL ? advice
                        : g_strdup(_("shorten the text there, or give those panels more cells"));
}

/* The author permits nothing larger. */
static bool is_largest(const pc_layout *layout, const pc_panel *panel) {
  return panel->body_pt > pc_length_pt(layout->doc->theme.sizes.body.max, 0) - PC_FIT_STEP_PT;
}

static char *name_holders(const pc_layout *layout, const GPtrArray *small) {
  if (is_largest(layout, g_ptr_array_index(small, 0)))
    return g_strdup("`theme.sizes.body.max`");
  GString *names = g_string_new(NULL);
  append_names(names, small);
  return g_string_free(names, FALSE);
}

void pc_check_small_text(const pc_layout *layout, pc_diags *diags) {
  double least_pt = pc_type_least(&layout->doc->page);
  g_autoptr(GPtrArray) small = find_small_panels(layout, least_pt);
  if (small->len == 0)
    return;
  const pc_panel *first = g_ptr_array_index(small, 0);
  const long holders = is_largest(layout, first) ? 1 : small->len;
  g_autofree char *names = name_holders(layout, small);
  g_autofree char *hint = advise_size(layout);
  PC_REPORT_HINT(
      diags, first->slide->at, PC_SMALL_TEXT, hint,
      pc_translate_count("the text is set in %.1f pt; on a sheet of this size it should have "
                         "at least %.1f pt to be read from a distance; %s holds it there",
                         "the text is set in %.1f pt; on a sheet of this size it should have "
                         "at least %.1f pt to be read from a distance; %s hold it there",
                         holders),
      first->body_pt, least_pt, names);
}

/* The smallest text of a table; its cells are all of one size. */
static double find_table_size(const pc_box *box) {
  return box->kind == PC_BLOCK_TABLE && box->n_cells > 0 ? box->cells[0].text.size_pt : 0;
}

static void check_table(const pc_panel *panel, const pc_box *box, double least_pt,
                        pc_diags *diags) {
  double size_pt = find_table_size(box);
  if (size_pt <= 0 || size_pt >= least_pt - size_step_pt)
    return;
  g_autoptr(GString) name = g_string_new(NULL);
  pc_check_append_panel_name(name, panel);
  PC_REPORT_HINT(diags, box->block->at, PC_SMALL_TEXT,
                 "shorten its cells, leave out a column, or give the panel more columns",
                 "the table in %s is set in %.1f pt, so that its words stay whole; on a sheet of "
                 "this size it should have at least %.1f pt",
                 name->str, size_pt, least_pt);
}

/* Tables that are set smaller than a text which is large enough. */
void pc_check_small_tables(const pc_layout *layout, pc_diags *diags) {
  double least_pt = pc_type_least(&layout->doc->page);
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    if (panel->body_pt < least_pt - size_step_pt)
      continue;
    for (int k = 0; k < panel->n_boxes; k++)
      check_table(panel, &panel->boxes[k], least_pt, diags);
  }
}

static char *advise_columns(const pc_layout *layout, int index, double length) {
  const pc_slide *slide = layout->panels[index].slide;
  const int tried = pc_check_find_columns(layout, index, most_characters);
  if (tried > 0)
    return g_strdup_printf(_("write `columns: %d` on that slide"), tried);
  return g_strdup_printf(pc_slide_is_vertical(slide)
                             ? _("set `columns: %d` on that slide, or make its panel lower")
                             : _("set `columns: %d` on that slide, or make its panel narrower"),
                         MAX(1, slide->columns) * (int)((length - 1) / most_characters + 1));
}

void pc_check_long_lines(const pc_layout *layout, pc_diags *diags) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_box *box = NULL;
    const double length = pc_check_longest_line(&layout->panels[i], &box);
    if (box == NULL || length <= most_characters)
      continue;
    g_autofree char *name = pc_check_name_panel(&layout->panels[i]);
    g_autofree char *hint = advise_columns(layout, i, length);
    PC_REPORT_HINT(diags, box->block->at, PC_LONG_LINE, hint,
                   "lines of %s hold up to %.0f characters; more than %.0f are hard to follow",
                   name, length, most_characters);
  }
}

/* Title and names stand alone on purpose. */
static bool may_be_empty(const pc_slide *slide) {
  return slide->role == PC_SLIDE_THEME || slide->role == PC_SLIDE_NAME;
}

void pc_check_empty_panels(const pc_layout *layout, pc_diags *diags) {
  g_autoptr(GArray) advice = pc_check_advise(layout);
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    if (panel->filled >= least_filled || may_be_empty(panel->slide))
      continue;
    g_autofree char *name = pc_check_name_panel(panel);
    PC_REPORT_HINT(diags, panel->slide->at, PC_EMPTY_PANEL,
                   g_array_index(advice, pc_advice, (guint)i).sentence, "%s is only %.0f %% filled",
                   name, 100 * panel->filled);
  }
}

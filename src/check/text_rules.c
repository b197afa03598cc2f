/* text_rules.c - size of the text, length of the lines, fullness of the panels.  Layer: check. */
#include "check/rules.h"

#include "layout/panel.h"

/* FIELD: never under 24 pt on A0, whose short side is 841 mm. */
static const double a0_text_pt = 24;
static const double a0_short_side_mm = 841;

static const double most_characters = 40;
static const double least_filled = 0.3;

/* Sizes are found to a hundredth of a point. */
static const double size_step_pt = 0.005;

static double find_least_size(const pc_page *page) {
  double short_side_mm = pc_um_to_mm(MIN(page->width, page->height));
  return MAX(PC_HAND_HELD_PT, a0_text_pt * short_side_mm / a0_short_side_mm);
}

void pc_check_append_panel_name(GString *out, const pc_panel *panel) {
  const pc_slide *slide = panel->slide;
  if (slide->number > 0)
    g_string_append_printf(out, "panel %d", slide->number);
  else if (slide->title != NULL)
    g_string_append_printf(out, "panel '%s'", slide->title->text);
  else
    g_string_append_printf(out, "slide %d of the list", slide->index + 1);
}

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
    g_string_append(out, i == 0 ? "" : is_last ? " and " : ", ");
    pc_check_append_panel_name(out, g_ptr_array_index(panels, i));
  }
  if (panels->len > shown)
    g_string_append_printf(out, " and %u more", panels->len - shown);
}

void pc_check_small_text(const pc_layout *layout, pc_diags *diags) {
  double least_pt = find_least_size(&layout->doc->page);
  g_autoptr(GPtrArray) small = find_small_panels(layout, least_pt);
  if (small->len == 0)
    return;
  const pc_panel *first = g_ptr_array_index(small, 0);
  g_autoptr(GString) names = g_string_new(NULL);
  append_names(names, small);
  PC_REPORT_HINT(diags, first->slide->at, PC_SMALL_TEXT,
                 "shorten the text there, or give those panels more cells",
                 "the text is set in %.1f pt; on a sheet of this size it should have at least "
                 "%.1f pt to be read from a distance; %s hold%s it there",
                 first->body_pt, least_pt, names->str, small->len == 1 ? "s" : "");
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
  double least_pt = find_least_size(&layout->doc->page);
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    if (panel->body_pt < least_pt - size_step_pt)
      continue;
    for (int k = 0; k < panel->n_boxes; k++)
      check_table(panel, &panel->boxes[k], least_pt, diags);
  }
}

/* A full-width character counts one, a Latin letter half. */
static double count_characters(const char *text, int start, int end) {
  double count = 0;
  for (const char *at = text + start; at < text + end; at = g_utf8_next_char(at)) {
    gunichar c = g_utf8_get_char(at);
    if (!g_unichar_iszerowidth(c))
      count += g_unichar_iswide_cjk(c) ? 1 : 0.5;
  }
  return count;
}

static double find_longest(const pc_text_box *text) {
  double longest = 0;
  for (int i = 0; text->lines != NULL && i < text->lines->count; i++) {
    const pc_line *line = &text->lines->items[i];
    const char *bytes = pc_paragraph_rich(text->lines->paragraph)->text;
    longest = MAX(longest, count_characters(bytes, line->start, line->end));
  }
  return longest;
}

/* Of running text: paragraphs, items, quotes. */
static double find_longest_in_box(const pc_box *box) {
  double longest = 0;
  if (box->kind == PC_BLOCK_PARAGRAPH || box->kind == PC_BLOCK_ITEM)
    return find_longest(&box->text);
  for (int i = 0; box->kind == PC_BLOCK_QUOTE && i < box->n_cells; i++)
    longest = MAX(longest, find_longest(&box->cells[i].text));
  return longest;
}

double pc_check_longest_line(const pc_panel *panel, const pc_box **box) {
  double longest = 0;
  for (int i = 0; i < panel->n_boxes; i++) {
    double length = find_longest_in_box(&panel->boxes[i]);
    if (length <= longest)
      continue;
    longest = length;
    *box = &panel->boxes[i];
  }
  return longest;
}

void pc_check_long_lines(const pc_layout *layout, pc_diags *diags) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    const pc_box *box = NULL;
    double length = pc_check_longest_line(panel, &box);
    if (box == NULL || length <= most_characters)
      continue;
    g_autoptr(GString) name = g_string_new(NULL);
    pc_check_append_panel_name(name, panel);
    g_autofree char *hint =
        g_strdup_printf("set `columns: %d` on that slide, or make its panel %s",
                        panel->slide->columns * (int)((length - 1) / most_characters + 1),
                        pc_slide_is_vertical(panel->slide) ? "lower" : "narrower");
    PC_REPORT_HINT(diags, box->block->at, PC_LONG_LINE, hint,
                   "lines of %s hold up to %.0f characters; more than %.0f are hard to follow",
                   name->str, length, most_characters);
  }
}

/* Title and names stand alone on purpose. */
static bool may_be_empty(const pc_slide *slide) {
  return slide->role == PC_SLIDE_THEME || slide->role == PC_SLIDE_NAME;
}

void pc_check_empty_panels(const pc_layout *layout, pc_diags *diags) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    if (panel->filled >= least_filled || may_be_empty(panel->slide))
      continue;
    g_autoptr(GString) name = g_string_new(NULL);
    pc_check_append_panel_name(name, panel);
    PC_REPORT_HINT(diags, panel->slide->at, PC_EMPTY_PANEL,
                   "give it fewer cells, join it with a neighbour, or add text or a picture",
                   "%s is only %.0f %% filled", name->str, 100 * panel->filled);
  }
}

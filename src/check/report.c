/* report.c - one line for each panel: what a person wants to know before printing.
 * Layer: check. */
#include "check/check.h"

#include "check/rules.h"
#include "figure/look.h"

/* FIELD: the ink of a kanji is .95 em high; 9 mm of it can be read from 1-2 m, 20 mm from 4-5 m:
 * about 0.2 m for each millimetre. */
static const double glyph_em = 0.95;
static const double metres_per_mm = 0.2;

static void append_ppi(GString *out, const pc_picture_box *picture) {
  if (!pc_image_is_vector(picture->image))
    g_string_append_printf(out, ", '%s' %.0f ppi", pc_image_file(picture->image),
                           pc_image_ppi(picture->image, picture->whole.w));
}

static void append_resolution(GString *out, const pc_panel *panel) {
  for (int i = 0; i < panel->n_boxes; i++) {
    const pc_box *box = &panel->boxes[i];
    for (int k = 0; k < box->n_pictures; k++)
      append_ppi(out, &box->pictures[k]);
  }
}

static void append_panel(GString *out, const pc_theme *theme, const pc_panel *panel) {
  const pc_box *box = NULL;
  double characters = pc_check_longest_line(panel, &box);
  double glyph_mm = pc_um_to_mm(pc_um_from_pt(panel->body_pt * glyph_em));
  pc_look look = pc_look_resolve_panel(theme, panel->slide);
  pc_check_append_panel_name(out, panel);
  g_string_append_printf(out, ": %.1f pt (%.1f mm high, read from %.1f m)", panel->body_pt,
                         glyph_mm, glyph_mm * metres_per_mm);
  if (characters > 0)
    g_string_append_printf(out, ", %.0f characters a line", characters);
  g_string_append_printf(out, ", %.0f %% filled, contrast %.1f:1", 100 * panel->filled,
                         pc_color_contrast(look.ink, look.ground));
  append_resolution(out, panel);
  g_string_append_c(out, '\n');
}

void pc_check_append_overflow(const pc_layout *layout, GString *out) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    if (!panel->overflow)
      continue;
    pc_check_append_panel_name(out, panel);
    g_string_append_printf(out, " is too full by %.0f mm\n", pc_um_to_mm(panel->overflow_by));
  }
}

void pc_check_append_report(const pc_layout *layout, GString *out) {
  const pc_page *page = &layout->doc->page;
  g_string_append_printf(out, "sheet: %.1f x %.1f mm, common text size %.1f pt\n",
                         pc_um_to_mm(page->width), pc_um_to_mm(page->height), layout->body_pt);
  for (int i = 0; i < layout->n_panels; i++)
    append_panel(out, &layout->doc->theme, &layout->panels[i]);
}

/* contrast.c - text that is too faint on its ground.  Layer: check. */
#include <math.h>

#include "base/translate.h"
#include "check/rules.h"
#include "figure/look.h"

/* WCAG 2.1, 1.4.3 and 1.4.6 ask two thirds of large text: 3 for 4.5, 4.5 for 7.  It begins at 40
 * pt, read from where a poster is read. */
static const double large_share = 2.0 / 3;
static const double large_pt = 40;

/* Text of one size on one ground. */
typedef struct writing {
  pc_place at;
  pc_color ink, ground;
  double size_pt;
} writing;

/* Colour pairs that were named already, "#777777 on #ffffff". */
typedef struct contrast_check {
  pc_diags *diags;
  double least; /* the theme's */
  GHashTable *named;
} contrast_check;

/* A share of another colour, as it is written: in steps of one part in 255. */
static pc_color mix_written(pc_color color, pc_color other, int parts) {
  pc_color mixed = pc_color_mix(other, color, parts / 255.0);
  mixed.is_cmyk = false;
  mixed.r = round(mixed.r * 255) / 255;
  mixed.g = round(mixed.g * 255) / 255;
  mixed.b = round(mixed.b * 255) / 255;
  return mixed;
}

/* The same hue, darker or lighter by no more than it must be.  false: neither is enough. */
static bool find_passing(const writing *text, double least, pc_color *passing) {
  const pc_color black = {.a = 1}, white = {.r = 1, .g = 1, .b = 1, .a = 1};
  for (int parts = 1; parts <= 255; parts++) {
    const pc_color darker = mix_written(text->ink, black, parts);
    const pc_color lighter = mix_written(text->ink, white, parts);
    const bool is_darker = pc_color_contrast(darker, text->ground) >= least;
    *passing = is_darker ? darker : lighter;
    if (is_darker || pc_color_contrast(lighter, text->ground) >= least)
      return true;
  }
  return false;
}

static char *advise_color(const writing *text, double least) {
  pc_color passing = text->ink;
  if (!find_passing(text, least, &passing))
    return g_strdup(_("choose a much lighter or a much darker ground"));
  g_autofree char *color = pc_color_format(passing);
  return g_strdup_printf(_("the nearest colour that can be read there is '%s'"), color);
}

static void check_writing(const contrast_check *check, const writing *text) {
  double least = text->size_pt >= large_pt ? check->least * large_share : check->least;
  double contrast = pc_color_contrast(text->ink, text->ground);
  if (contrast >= least)
    return;
  g_autofree char *ink = pc_color_format(text->ink);
  g_autofree char *ground = pc_color_format(text->ground);
  g_autofree char *pair = g_strdup_printf(_("%s on %s"), ink, ground);
  if (!g_hash_table_add(check->named, g_strdup(pair)))
    return;
  g_autofree char *hint = advise_color(text, least);
  PC_REPORT_HINT(check->diags, text->at, PC_LOW_CONTRAST, hint,
                 "text in %s has a contrast of %.2f:1; it should have at least %.1f:1", pair,
                 contrast, least);
}

static bool has_body(const pc_panel *panel) {
  for (int i = 0; i < panel->n_boxes; i++) {
    if (panel->boxes[i].kind != PC_BLOCK_HEADING && panel->boxes[i].text.lines != NULL)
      return true;
  }
  return false;
}

static double find_smallest_size(const pc_panel *panel) {
  bool heading_only = !has_body(panel) && panel->n_boxes > 0;
  return heading_only ? MAX(panel->boxes[0].text.size_pt, panel->body_pt) : panel->body_pt;
}

static void check_panel(const contrast_check *check, const pc_theme *theme, const pc_panel *panel) {
  pc_look look = pc_look_resolve_panel(theme, panel->slide);
  writing text = {panel->slide->at, look.ink, look.ground, find_smallest_size(panel)};
  check_writing(check, &text);
}

static void check_band(const contrast_check *check, const pc_doc *doc, const pc_band_box *band,
                       const pc_panel_style *style) {
  if (!band->shown)
    return;
  pc_look look = pc_look_resolve_band(&doc->theme, style);
  for (int i = 0; i < band->n_texts; i++) {
    const pc_text_box *box = &band->texts[i];
    pc_place at = {doc->file, 0, 0};
    if (box->lines != NULL)
      at = pc_paragraph_rich(box->lines->paragraph)->at;
    writing text = {at, look.ink, look.ground, box->size_pt};
    check_writing(check, &text);
  }
}

void pc_check_contrast(const pc_layout *layout, pc_diags *diags) {
  const pc_doc *doc = layout->doc;
  g_autoptr(GHashTable) named = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  contrast_check check = {diags, doc->theme.contrast, named};
  check_band(&check, doc, &layout->header, &doc->theme.header);
  for (int i = 0; i < layout->n_panels; i++)
    check_panel(&check, &doc->theme, &layout->panels[i]);
  check_band(&check, doc, &layout->footer, &doc->theme.footer);
}

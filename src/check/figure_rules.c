/* figure_rules.c - pictures that are too coarse, and pictures that nobody describes.
 * Layer: check. */
#include "check/rules.h"

/* FIELD: pictures want 150-350 ppi at printed size; under 100 they look blurred. */
static const double soft_ppi = 150;
static const double blurred_ppi = 100;

static const double mm_per_inch = 25.4;

static void check_image(const pc_image *image, pc_rect rect, pc_place at, pc_diags *diags) {
  double ppi = pc_image_ppi(image, rect.w);
  if (ppi >= soft_ppi)
    return;
  double sharp_mm = pc_image_width(image) / soft_ppi * mm_per_inch;
  g_autofree char *hint = g_strdup_printf(
      "print it at most %.0f mm wide (it is %.0f mm now), or use an original of %.0f pixels or "
      "more across",
      sharp_mm, pc_um_to_mm(rect.w), soft_ppi * pc_um_to_mm(rect.w) / mm_per_inch);
  PC_REPORT_HINT(diags, at, PC_LOW_RESOLUTION, hint, "'%s' has %.0f pixels an inch here: %s",
                 pc_image_file(image), ppi,
                 ppi < blurred_ppi ? "it will look blurred, with visible squares"
                                   : "it will look a little soft");
}

static void check_panel_images(const pc_panel *panel, pc_diags *diags) {
  for (int i = 0; i < panel->n_boxes; i++) {
    const pc_box *box = &panel->boxes[i];
    if (box->image != NULL)
      check_image(box->image, box->image_rect, box->block->figure->at, diags);
  }
}

static void check_logos(const pc_doc *doc, const pc_band_box *band, pc_diags *diags) {
  for (int i = 0; band->shown && i < band->n_logos; i++) {
    pc_place at = {doc->file, 0, 0};
    if (i < doc->n_logos && doc->logos[i].node != NULL)
      at = doc->logos[i].node->at;
    check_image(band->logos[i], band->logo_rects[i], at, diags);
  }
}

void pc_check_resolution(const pc_layout *layout, pc_diags *diags) {
  check_logos(layout->doc, &layout->header, diags);
  for (int i = 0; i < layout->n_panels; i++)
    check_panel_images(&layout->panels[i], diags);
  check_logos(layout->doc, &layout->footer, diags);
}

static bool has_words(const char *text) {
  return text != NULL && text[0] != '\0';
}

static void check_alternative(const pc_block *block, pc_diags *diags) {
  const pc_figure *figure = block->figure;
  bool has_caption = figure->caption != NULL && has_words(figure->caption->text);
  if (has_words(figure->alt.text) || has_caption)
    return;
  PC_REPORT_HINT(
      diags, figure->at, PC_MISSING_ALT, "add `alt:` with one sentence that says what it shows",
      "the picture '%s' has no description for people who cannot see it", figure->file.text);
}

void pc_check_alternatives(const pc_layout *layout, pc_diags *diags) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    for (int j = 0; j < panel->n_boxes; j++) {
      if (panel->boxes[j].kind == PC_BLOCK_FIGURE)
        check_alternative(panel->boxes[j].block, diags);
    }
  }
}

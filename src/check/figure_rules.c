/* figure_rules.c - pictures that are too coarse, pictures that nobody describes, QR codes that are
 * too small, figures that are wider than their room.  Layer: check. */
#include <math.h>

#include "base/translate.h"
#include "check/rules.h"
#include "figure/qr.h"

/* FIELD: pictures want 150-350 ppi at printed size; under 100 they look blurred. */
static const double soft_ppi = 150;
static const double blurred_ppi = 100;

static const double mm_per_inch = 25.4;

/* Less than that is rounding. */
static const pc_um cut_tolerance = 1000;

/* An image on paper. */
typedef struct image_use {
  const pc_image *image;
  pc_um whole, seen; /* widths: of all of the image, and of what is seen of it */
  double kept;       /* of the original's width, after its crop */
} image_use;

static void check_image(const image_use *use, pc_place at, pc_diags *diags) {
  const pc_image *image = use->image;
  double ppi = pc_image_ppi(image, use->whole);
  if (pc_image_is_vector(image) || ppi >= soft_ppi)
    return;
  double sharp_mm = floor(pc_um_to_mm(use->seen) * ppi / soft_ppi);
  g_autofree char *hint = g_strdup_printf(
      _("it is sharp up to %.0f mm wide (it is %.0f mm now): write `width: %.0fmm`, or use an "
        "original of %.0f pixels or more across"),
      sharp_mm, pc_um_to_mm(use->seen), sharp_mm,
      ceil(soft_ppi * pc_um_to_mm(use->whole) / mm_per_inch / use->kept));
  PC_REPORT_HINT(diags, at, PC_LOW_RESOLUTION, hint, "'%s' has %.0f pixels an inch here: %s",
                 pc_image_file(image), ppi,
                 _(ppi < blurred_ppi ? "it will look blurred, with visible squares"
                                     : "it will look a little soft"));
}

static void check_box_images(const pc_box *box, pc_diags *diags) {
  for (int i = 0; i < box->n_pictures; i++) {
    const pc_picture_box *picture = &box->pictures[i];
    const pc_crop *crop = &picture->figure->crop;
    const image_use use = {picture->image, picture->whole.w, picture->rect.w,
                           1 - crop->left - crop->right};
    check_image(&use, picture->figure->at, diags);
  }
}

static void check_logos(const pc_doc *doc, const pc_band_box *band, pc_diags *diags) {
  for (int i = 0; band->shown && i < band->n_logos; i++) {
    pc_place at = {doc->file, 0, 0};
    if (i < doc->n_logos && doc->logos[i].file.node != NULL)
      at = doc->logos[i].file.node->at;
    const image_use use = {band->logos[i], band->logo_rects[i].w, band->logo_rects[i].w, 1};
    check_image(&use, at, diags);
  }
}

void pc_check_resolution(const pc_layout *layout, pc_diags *diags) {
  check_logos(layout->doc, &layout->header, diags);
  for (int i = 0; i < layout->n_panels; i++) {
    for (int k = 0; k < layout->panels[i].n_boxes; k++)
      check_box_images(&layout->panels[i].boxes[k], diags);
  }
  check_logos(layout->doc, &layout->footer, diags);
}

static bool has_words(const char *text) {
  return text != NULL && text[0] != '\0';
}

static void check_alternative(const pc_figure *figure, pc_diags *diags) {
  bool has_caption = figure->caption != NULL && has_words(figure->caption->text);
  if (has_words(figure->alt.text) || has_caption)
    return;
  PC_REPORT_HINT(
      diags, figure->at, PC_MISSING_ALT, "add `alt:` with one sentence that says what it shows",
      "the picture '%s' has no description for people who cannot see it", figure->file.text);
}

static void check_logo_alternatives(const pc_doc *doc, const pc_band_box *band, pc_diags *diags) {
  for (int i = 0; band->shown && i < MIN(band->n_logos, doc->n_logos); i++) {
    const pc_logo *logo = &doc->logos[i];
    if (has_words(logo->alt.text) || logo->file.node == NULL)
      continue;
    g_autofree char *hint =
        g_strdup_printf(_("write {file: %s, alt: whose logo it is}"), logo->file.text);
    PC_REPORT_HINT(diags, logo->file.node->at, PC_MISSING_ALT, hint,
                   "the logo '%s' has no description for people who cannot see it",
                   logo->file.text);
  }
}

void pc_check_alternatives(const pc_layout *layout, pc_diags *diags) {
  check_logo_alternatives(layout->doc, &layout->header, diags);
  check_logo_alternatives(layout->doc, &layout->footer, diags);
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    for (int j = 0; j < panel->n_boxes; j++) {
      for (int k = 0; k < panel->boxes[j].n_pictures; k++)
        check_alternative(panel->boxes[j].pictures[k].figure, diags);
    }
  }
}

static void check_qr(const pc_box *box, const pc_page *page, pc_diags *diags) {
  pc_um square = box->drawing->square;
  pc_um least = pc_qr_least_square(page);
  if (square >= least)
    return;
  double side_mm = ceil(pc_um_to_mm(least) * box->drawing->squares);
  g_autofree char *hint =
      g_strdup_printf(_("make its `size` %.0f mm or more, or the address shorter"), side_mm);
  PC_REPORT_HINT(diags, box->block->qr->size_at, PC_UNSCANNABLE_QR, hint,
                 "a phone may not read this QR code: its squares are %.2f mm wide, on this sheet "
                 "they should be %.2f mm",
                 pc_um_to_mm(square), pc_um_to_mm(least));
}

void pc_check_qr_codes(const pc_layout *layout, pc_diags *diags) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    for (int j = 0; j < panel->n_boxes; j++) {
      const pc_box *box = &panel->boxes[j];
      if (box->kind == PC_BLOCK_QR && box->drawing != NULL)
        check_qr(box, &layout->doc->page, diags);
    }
  }
}

/* Of em and % only the layout knows what was asked for. */
static bool is_on_paper(pc_length length) {
  return length.unit >= PC_UNIT_MM && length.unit <= PC_UNIT_H;
}

static void check_cut(const char *key, pc_length asked, pc_um room, pc_place at, pc_diags *diags) {
  if (asked.unit == PC_UNIT_PERCENT && asked.value > 100)
    PC_REPORT_HINT(diags, at, PC_UNUSED, "write 100%, or make the panel larger with `span: 2x1`",
                   "'%s' asks for %g %% of the room there is", key, asked.value);
  if (!is_on_paper(asked) || pc_length_um(asked, 0, 0) <= room + cut_tolerance)
    return;
  PC_REPORT_HINT(diags, at, PC_UNUSED, "ask for less, or make the panel larger with `span: 2x1`",
                 "'%s' asks for %.0f mm, there is room for %.1f mm", key,
                 pc_um_to_mm(pc_length_um(asked, 0, 0)), pc_um_to_mm(room));
}

/* Down the page a figure that is too large is an overflow. */
static void check_size(const pc_panel *panel, const pc_box *box, pc_diags *diags) {
  const pc_figure *frame = box->block != NULL ? box->block->figure : NULL;
  if (frame == NULL || box->spreads)
    return;
  if (panel->slide->writing == PC_WRITING_VERTICAL)
    check_cut("height", frame->height, box->rect.h, frame->at, diags);
  else
    check_cut("width", frame->width, box->rect.w, frame->at, diags);
  if (box->kind == PC_BLOCK_QR && box->drawing != NULL)
    check_cut("size", box->block->qr->size, box->drawing->square * box->drawing->squares,
              box->block->qr->size_at, diags);
}

void pc_check_sizes(const pc_layout *layout, pc_diags *diags) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    for (int j = 0; j < panel->n_boxes; j++)
      check_size(panel, &panel->boxes[j], diags);
  }
}

/* band.c - the texts and logos of the header or the footer, with tags.  Layer: paint. */
#include "paint/band.h"

#include "figure/look.h"
#include "paint/text.h"

/* Share of the ink in what stands beside the title: the eye finds the title first. */
static const double secondary_ink = 0.88;
/* As long as it can be read: WCAG 2.1, 1.4.3. */
static const double text_contrast = 4.5;

static pc_place find_place(const pc_text_box *text, const pc_doc *doc) {
  const pc_rich *rich = NULL;
  if (text->lines != NULL && text->lines->paragraph != NULL)
    rich = pc_paragraph_rich(text->lines->paragraph);
  return rich != NULL ? rich->at : (pc_place){doc->file, 0, 0};
}

static pc_color find_secondary(const pc_look *look) {
  const pc_color faint = pc_color_mix(look->ink, look->ground, secondary_ink);
  return pc_color_contrast(faint, look->ground) >= text_contrast ? faint : look->ink;
}

static void paint_texts(pc_display *display, const pc_doc *doc, const pc_band_box *band,
                        const pc_look *look) {
  pc_color faint = find_secondary(look);
  for (int i = 0; i < band->n_texts; i++) {
    bool is_title = band->items[i] == PC_BAND_TITLE;
    pc_pen pen = {display,
                  find_place(&band->texts[i], doc),
                  is_title ? look->ink : faint,
                  look->emphasis,
                  look->highlight,
                  look->code};
    pc_paint_text(&pen, is_title ? PC_TAG_H1 : PC_TAG_P, &band->texts[i]);
  }
}

/* An empty one would make it a thing that readers pass over; its lack is warned of. */
static const char *find_alt(const pc_doc *doc, const pc_band_box *band, int logo) {
  const char *alt = logo < doc->n_logos ? doc->logos[logo].alt.text : NULL;
  return alt != NULL && alt[0] != '\0' ? alt : pc_image_file(band->logos[logo]);
}

static void paint_logos(pc_display *display, const pc_doc *doc, const pc_band_box *band) {
  for (int i = 0; i < band->n_logos; i++) {
    pc_place at = {doc->file, 0, 0};
    if (i < doc->n_logos && doc->logos[i].file.node != NULL)
      at = doc->logos[i].file.node->at;
    pc_display_begin(display, at, PC_TAG_FIGURE, find_alt(doc, band, i), 0);
    pc_display_image(display, at, band->logos[i], band->logo_rects[i]);
    pc_display_end(display);
  }
}

void pc_paint_band(pc_display *display, const pc_doc *doc, const pc_band_box *band,
                   const pc_panel_style *style) {
  if (!band->shown)
    return;
  pc_look look = pc_look_resolve_band(&doc->theme, style);
  paint_texts(display, doc, band, &look);
  paint_logos(display, doc, band);
}

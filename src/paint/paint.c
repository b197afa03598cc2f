/* paint.c - the finished layout to drawing commands, in reading order, with tags.  Layer: paint. */
#include "paint/paint.h"

#include <string.h>

#include "paint/band.h"
#include "paint/block.h"
#include "paint/ground.h"
#include "paint/guides.h"
#include "paint/slug.h"
#include "figure/look.h"

/* All grounds come first, so that text which leaves its panel in a draft is seen. */
static void paint_grounds(pc_display *display, const pc_layout *layout, const pc_look *looks) {
  const pc_doc *doc = layout->doc;
  pc_display_begin(display, (pc_place){doc->file, 0, 0}, PC_TAG_ARTIFACT, NULL, 0);
  pc_paint_paper(display, doc);
  pc_paint_band_ground(display, doc, &layout->header, &doc->theme.header);
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    pc_paint_panel_ground(display, layout, panel);
    if (!panel->is_bare)
      pc_paint_panel_frame(display, layout, panel, &looks[i]);
  }
  pc_paint_band_ground(display, doc, &layout->footer, &doc->theme.footer);
  pc_paint_guides(display, layout);
  pc_display_end(display);
}

static void paint_panel(pc_display *display, const pc_layout *layout, const pc_panel *panel,
                        const pc_look *look) {
  const pc_slide *slide = panel->slide;
  const char *title = slide->title != NULL ? slide->title->text : NULL;
  const bool is_other = strcmp(slide->lang, layout->doc->lang) != 0;
  pc_display_begin_section(display, slide->at, title, slide->number, is_other ? slide->lang : NULL,
                           panel->rect);
  pc_paint_blocks(display, layout, panel, look);
  pc_display_end(display);
}

static void paint_overflows(pc_display *display, const pc_layout *layout) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    if (!panel->overflow)
      continue;
    pc_display_begin(display, panel->slide->at, PC_TAG_ARTIFACT, NULL, 0);
    pc_paint_overflow(display, panel);
    pc_display_end(display);
  }
}

pc_display *pc_paint_layout(const pc_layout *layout) {
  const pc_doc *doc = layout->doc;
  const bool has_slug = doc->page.marks != PC_MARKS_NONE;
  pc_display *display =
      pc_display_new((pc_size){doc->page.width, doc->page.height}, doc->page.bleed);
  g_autofree pc_look *looks = g_new(pc_look, (gsize)layout->n_panels);
  for (int i = 0; i < layout->n_panels; i++)
    looks[i] = pc_look_resolve_panel(&doc->theme, layout->panels[i].slide);
  pc_display_begin(display, (pc_place){doc->file, 0, 0}, PC_TAG_DOCUMENT, NULL, 0);
  if (has_slug)
    pc_paint_slug_clip(display, layout);
  paint_grounds(display, layout, looks);
  pc_paint_band(display, doc, &layout->header, &doc->theme.header);
  for (int i = 0; i < layout->n_panels; i++)
    paint_panel(display, layout, &layout->panels[i], &looks[i]);
  pc_paint_band(display, doc, &layout->footer, &doc->theme.footer);
  paint_overflows(display, layout);
  if (has_slug)
    pc_paint_slug(display, layout);
  pc_display_end(display);
  return display;
}

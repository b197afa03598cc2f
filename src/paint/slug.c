/* slug.c - the texts between the marks: for the print shop, not for readers.  Layer: paint. */
#include "paint/slug.h"

#include "display/sheet.h"
#include "paint/text.h"

static const pc_color black = {.role = PC_ROLE_LITERAL, .a = 1};

void pc_paint_slug_clip(pc_display *display, const pc_layout *layout) {
  const pc_page *page = &layout->doc->page;
  const pc_sheet sheet = pc_sheet_make((pc_size){page->width, page->height}, page->bleed, true);
  pc_display_begin_path(display);
  pc_display_rect(display, pc_sheet_bleed(sheet), 0);
  pc_display_clip(display, (pc_place){layout->doc->file, 0, 0});
}

void pc_paint_slug(pc_display *display, const pc_layout *layout) {
  pc_display_unclip(display);
  const pc_pen pen = {
      .display = display, .at = {layout->doc->file, 0, 0}, .ink = black, .emphasis = black};
  for (size_t i = 0; i < G_N_ELEMENTS(layout->slug); i++)
    pc_paint_text(&pen, PC_TAG_ARTIFACT, &layout->slug[i]);
}

/* picture.c - pictures, cut to what is seen of them, and their captions.  Layer: paint. */
#include "paint/block.h"
#include "paint/ground.h"

static bool is_said(const char *text) {
  return text != NULL && text[0] != '\0';
}

static const char *find_alt(const pc_panel *panel, const pc_box *box, const pc_figure *figure) {
  const pc_rich *title = panel->slide->title;
  const pc_rich *common = box->block->figure->caption;
  const char *candidates[] = {figure->alt.text, figure->caption ? figure->caption->text : NULL,
                              common ? common->text : NULL, title ? title->text : NULL};
  for (size_t i = 0; i < G_N_ELEMENTS(candidates); i++) {
    if (is_said(candidates[i]))
      return candidates[i];
  }
  return figure->file.text;
}

static bool is_cut(const pc_picture_box *picture) {
  return !pc_rect_contains(picture->rect, picture->whole);
}

static void paint_picture(const pc_pen *pen, const pc_picture_box *picture) {
  if (!is_cut(picture)) {
    pc_display_image(pen->display, pen->at, picture->image, picture->whole);
    return;
  }
  pc_display_begin_path(pen->display);
  pc_display_rect(pen->display, picture->rect, 0);
  pc_display_clip(pen->display, pen->at);
  pc_display_image(pen->display, pen->at, picture->image, picture->whole);
  pc_display_unclip(pen->display);
}

/* A picture that reaches the edges of its panel has the panel's rounded corners. */
static void paint_rounded(const pc_pen *pen, const pc_layout *layout, const pc_panel *panel,
                          const pc_picture_box *picture) {
  bool rounded = pc_paint_panel_clip(pen->display, layout, panel);
  paint_picture(pen, picture);
  if (rounded)
    pc_display_unclip(pen->display);
}

/* The picture lies over it. */
static void paint_border_again(const pc_pen *pen, const pc_layout *layout, const pc_panel *panel) {
  pc_display_begin(pen->display, pen->at, PC_TAG_ARTIFACT, NULL, 0);
  pc_paint_panel_border(pen->display, layout, panel);
  pc_display_end(pen->display);
}

void pc_paint_pictures(const pc_pen *pen, const pc_layout *layout, const pc_panel *panel,
                       const pc_box *box) {
  pc_display *display = pen->display;
  bool has_one = box->block->figures == NULL;
  for (int i = 0; i < box->n_pictures; i++) {
    const pc_picture_box *picture = &box->pictures[i];
    pc_pen own = *pen;
    own.at = picture->figure->at;
    pc_display_begin(display, own.at, PC_TAG_FIGURE, find_alt(panel, box, picture->figure), 0);
    if (box->spreads || panel->is_bare)
      paint_rounded(&own, layout, panel, picture);
    else
      paint_picture(&own, picture);
    pc_paint_text(&own, PC_TAG_CAPTION, has_one ? &box->caption : &picture->caption);
    pc_display_end(display);
  }
  if (!has_one)
    pc_paint_text(pen, PC_TAG_P, &box->caption);
  if (box->spreads && !panel->is_bare)
    paint_border_again(pen, layout, panel);
}

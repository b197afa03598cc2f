/* obstacles.c - panels, lines of text, pictures.  Layer: pages. */
#include "pages/obstacles.h"

static void append(GArray *list, pc_rect rect, bool is_panel) {
  const pc_obstacle obstacle = {rect, is_panel};
  if (rect.w > 0 && rect.h > 0)
    g_array_append_val(list, obstacle);
}

/* The em box of each line. */
static void append_text(GArray *list, const pc_text_box *text) {
  if (!pc_text_box_has_lines(text))
    return;
  static const double above[] = {PC_ASCENT_EM - 1, PC_ASCENT_EM};
  for (int i = 0; i < text->lines->count; i++) {
    const double along[] = {0, text->lines->items[i].width};
    append(list, pc_text_box_rect(text, i, along, above), false);
  }
}

static void append_box(GArray *list, const pc_box *box) {
  append_text(list, &box->text);
  append_text(list, &box->marker);
  append_text(list, &box->caption);
  for (int i = 0; i < box->n_pictures; i++) {
    append(list, box->pictures[i].rect, false);
    append_text(list, &box->pictures[i].caption);
  }
  for (int i = 0; i < box->n_cells; i++)
    append_text(list, &box->cells[i].text);
  if (box->sketch != NULL)
    append(list, box->rect, false);
}

static void append_band(GArray *list, const pc_band_box *band) {
  if (!band->shown)
    return;
  for (int i = 0; i < band->n_texts; i++)
    append_text(list, &band->texts[i]);
  for (int i = 0; i < band->n_logos; i++)
    append(list, band->logo_rects[i], false);
}

GArray *pc_obstacles_list(const pc_layout *layout) {
  GArray *list = g_array_new(FALSE, FALSE, sizeof(pc_obstacle));
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    append(list, panel->rect, true);
    append_text(list, &panel->number);
    for (int k = 0; k < panel->n_boxes; k++)
      append_box(list, &panel->boxes[k]);
  }
  append_band(list, &layout->header);
  append_band(list, &layout->footer);
  return list;
}

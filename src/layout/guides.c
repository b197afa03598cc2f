/* guides.c - lines that lead from each numbered panel to the next.  Layer: layout. */
#include "layout/guides.h"

#include "layout/gapmap.h"

/* A side of a panel by which a guide may leave or enter; not enter from below, for numbers stand at
 * the top. */
typedef enum panel_side { SIDE_TOP, SIDE_LEFT, SIDE_RIGHT, SIDE_BOTTOM, N_SIDES } panel_side;
#define N_ENTRIES SIDE_BOTTOM

/* An entry away from the number costs so many times that length; a neighbour is entered straight.
 */
static const int away_times = 2;

/* Where its number stands, or its heading begins; without both its middle. */
static pc_point find_number(const pc_panel *panel) {
  const pc_box *heading = pc_panel_find_heading(panel);
  if (!pc_text_box_has_lines(&panel->number) && heading != NULL) {
    const pc_text_box *text = &heading->text;
    if (pc_text_box_has_lines(text))
      return pc_text_box_point(text, 0, text->lines->items[0].width / 2, PC_ASCENT_EM - 0.5);
  }
  const pc_rect rect = pc_text_box_has_lines(&panel->number) ? panel->badge : panel->rect;
  return (pc_point){rect.x + rect.w / 2, rect.y + rect.h / 2};
}

static pc_um clamp_within(pc_um value, pc_extent edge, pc_um otherwise) {
  bool is_within = value > edge.start && value < edge.start + edge.length;
  return is_within ? value : otherwise;
}

/* Opposite the number where the edge reaches so far, else in its middle. */
static pc_port find_port(const pc_gap_map *map, const pc_panel *panel, panel_side side,
                         pc_point number) {
  const pc_rect r = panel->rect;
  const pc_cells *cells = &panel->slide->cells;
  const bool is_across = side == SIDE_TOP || side == SIDE_BOTTOM;
  const bool is_far = side == SIDE_RIGHT || side == SIDE_BOTTOM;
  if (is_across) {
    const pc_um x = clamp_within(number.x, pc_rect_extent(r, PC_AXIS_X), r.x + r.w / 2);
    return pc_gapmap_port(map, (pc_point){x, is_far ? r.y + r.h : r.y}, true,
                          cells->row + (is_far ? cells->rows : 0));
  }
  const pc_um y = clamp_within(number.y, pc_rect_extent(r, PC_AXIS_Y), r.y + r.h / 2);
  return pc_gapmap_port(map, (pc_point){is_far ? r.x + r.w : r.x, y}, false,
                        cells->column + (is_far ? cells->columns : 0));
}

static pc_um distance(pc_point a, pc_point b) {
  return ABS(a.x - b.x) + ABS(a.y - b.y);
}

/* From every side of one panel to the best side of the next. */
static void lead(pc_gap_map *map, const pc_panel *from, const pc_panel *to, pc_guide *guide) {
  const pc_point number = find_number(to);
  pc_port exits[N_SIDES], entries[N_ENTRIES];
  for (panel_side i = 0; i < N_SIDES; i++)
    exits[i] = find_port(map, from, i, number);
  for (panel_side i = 0; i < N_ENTRIES; i++) {
    entries[i] = find_port(map, to, i, number);
    entries[i].cost = distance(entries[i].edge, number) * away_times;
  }
  pc_gapmap_walk(map, exits, N_SIDES);
  guide->n = pc_gapmap_trace(map, entries, N_ENTRIES, guide->points, PC_GUIDE_POINTS);
}

static const pc_panel *find_next(const pc_layout *layout, int *index) {
  for (; *index < layout->n_panels; (*index)++) {
    if (layout->panels[*index].slide->number > 0)
      return &layout->panels[(*index)++];
  }
  return NULL;
}

void pc_guides_place(pc_layout *layout, const pc_board *board) {
  if (!layout->doc->grid.guides || layout->n_panels == 0)
    return;
  int index = 0;
  pc_gap_map *map = pc_gapmap_new(layout, board);
  layout->guides = g_new0(pc_guide, (gsize)layout->n_panels);
  const pc_panel *from = find_next(layout, &index), *to = NULL;
  for (; (to = find_next(layout, &index)) != NULL; from = to) {
    lead(map, from, to, &layout->guides[layout->n_guides]);
    layout->n_guides += layout->guides[layout->n_guides].n > 0;
  }
  pc_gapmap_free(map);
}

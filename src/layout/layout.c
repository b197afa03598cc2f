/* layout.c - the passes in order: bands, tracks, shape, fit, place, check.  Layer: layout. */
#include "layout/layout.h"

#include "layout/bands.h"
#include "layout/beside.h"
#include "layout/board.h"
#include "layout/guides.h"
#include "layout/overflow.h"
#include "layout/slug.h"
#include "text/textbox.h"

static pc_layout *start_layout(const pc_doc *doc, pc_measurer *measurer) {
  pc_layout *layout = g_new0(pc_layout, 1);
  layout->doc = doc;
  layout->measurer = measurer;
  layout->checks = pc_checks_new(pc_image_check);
  layout->images = g_ptr_array_new_with_free_func((GDestroyNotify)pc_image_free);
  layout->sketches = g_ptr_array_new_with_free_func((GDestroyNotify)pc_sketch_free);
  layout->paragraphs = g_ptr_array_new_with_free_func((GDestroyNotify)pc_paragraph_free);
  layout->texts = g_ptr_array_new_with_free_func(g_free);
  layout->panels = g_new0(pc_panel, (gsize)MAX(doc->n_slides, 1));
  return layout;
}

static void shape_panels(pc_layout *layout, pc_board *board, pc_measurer *measurer,
                         const pc_layout_options *options, pc_diags *diags) {
  for (int i = 0; i < board->n; i++)
    pc_content_init(&board->contents[i], layout->doc->slides[i], layout, measurer, options, diags);
}

/* Where readings open the lines of one panel, those of its neighbours in the row open as well. */
static void level_lines(pc_board *board) {
  for (int i = 0; i < board->n; i++) {
    for (int j = 0; j < board->n; j++) {
      pc_content *content = &board->contents[i];
      if (content->slide->cells.row == board->contents[j].slide->cells.row)
        content->line = MAX(content->line, board->contents[j].line);
    }
  }
}

static void place_panel(pc_panel *panel, const pc_board *board, int index,
                        const pc_setting *setting) {
  *panel = (pc_panel){.slide = board->contents[index].slide, .rect = pc_board_rect(board, index)};
  pc_panel_place(panel, setting);
  pc_overflow_mark(panel, setting);
}

static bool has_closed_neighbour(const pc_layout *layout, int index) {
  const int row = layout->panels[index].slide->cells.row;
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *other = &layout->panels[i];
    if (other->slide->cells.row == row && other->has_list && !other->is_open)
      return true;
  }
  return false;
}

/* The lists of a row are opened together, or none. */
static void level_lists(pc_layout *layout, const pc_board *board) {
  for (int i = 0; i < board->n; i++) {
    pc_panel *panel = &layout->panels[i];
    if (!panel->is_open || !has_closed_neighbour(layout, i))
      continue;
    pc_setting setting = pc_board_set(board, i, layout->body_pt);
    setting.keeps_closed = true;
    pc_panel_clear(panel);
    place_panel(panel, board, i, &setting);
  }
}

static void place_panels(pc_layout *layout, const pc_board *board, pc_diags *diags) {
  layout->n_panels = board->n;
  for (int i = 0; i < board->n; i++) {
    const pc_setting setting = pc_board_set(board, i, layout->body_pt);
    place_panel(&layout->panels[i], board, i, &setting);
    pc_beside_report(&setting, diags);
  }
  level_lists(layout, board);
}

/* At the largest size permitted nobody is in the way of a larger one. */
static void find_limiting(pc_layout *layout, const pc_board *board) {
  pc_fit_range range = pc_board_range(layout->doc);
  double next = layout->body_pt + PC_FIT_STEP_PT;
  layout->limiting = g_new0(int, (gsize)MAX(board->n, 1));
  if (next > pc_fit_range_size(&range, range.count - 1))
    return;
  g_autofree bool *flags = g_new0(bool, (gsize)MAX(board->n, 1));
  pc_board_find_limiting(board, next, flags);
  for (int i = 0; i < board->n; i++) {
    if (flags[i])
      layout->limiting[layout->n_limiting++] = i;
  }
}

static void run_passes(pc_layout *layout, pc_board *board, pc_measurer *measurer,
                       const pc_layout_options *options, pc_diags *diags) {
  pc_header_place(layout, measurer, options, diags);
  pc_footer_place(layout, measurer, options, diags);
  bool has_room = pc_board_init(board, layout->doc, pc_bands_area(layout), diags);
  shape_panels(layout, board, measurer, options, diags);
  level_lines(board);
  if (!has_room)
    return;
  layout->body_pt = pc_board_resolve(board);
  place_panels(layout, board, diags);
  pc_guides_place(layout, board);
  find_limiting(layout, board);
  pc_slug_place(layout, measurer, options->date);
  if (!options->draft)
    pc_overflow_report(layout, board, diags);
}

bool pc_layout_settle(const pc_layout *layout, pc_diags *diags) {
  bool is_sound = true;
  for (guint i = 0; i < layout->images->len; i++)
    is_sound = pc_image_settle(layout->images->pdata[i], diags) && is_sound;
  return is_sound;
}

pc_layout *pc_layout_new(const pc_doc *doc, pc_measurer *measurer, const pc_layout_options *options,
                         pc_diags *diags) {
  g_autoptr(pc_layout) layout = start_layout(doc, measurer);
  pc_board board = {0};
  /* Errors of this stage alone decide, whatever diags holds already. */
  g_autoptr(pc_diags) own = pc_diags_new();
  run_passes(layout, &board, measurer, options, own);
  if (options->keeps_board)
    layout->board = g_memdup2(&board, sizeof board);
  else
    pc_board_clear(&board);
  if (pc_diags_has_error(own))
    pc_layout_settle(layout, own);
  pc_diags_append(diags, own);
  return pc_diags_has_error(own) ? NULL : g_steal_pointer(&layout);
}

static void clear_box(pc_box *box) {
  for (int i = 0; i < box->n_pictures; i++)
    pc_text_box_clear(&box->pictures[i].caption);
  g_free(box->pictures);
  pc_text_box_clear(&box->text);
  pc_text_box_clear(&box->marker);
  pc_text_box_clear(&box->caption);
  pc_drawing_free(box->drawing);
  for (int i = 0; i < box->n_cells; i++)
    pc_text_box_clear(&box->cells[i].text);
  g_free(box->cells);
}

void pc_panel_clear(pc_panel *panel) {
  pc_text_box_clear(&panel->number);
  for (int i = 0; i < panel->n_boxes; i++)
    clear_box(&panel->boxes[i]);
  g_free(panel->boxes);
}

void pc_layout_free(pc_layout *layout) {
  if (layout == NULL)
    return;
  for (int i = 0; i < layout->n_panels; i++)
    pc_panel_clear(&layout->panels[i]);
  pc_band_clear(&layout->header);
  pc_band_clear(&layout->footer);
  for (size_t i = 0; i < G_N_ELEMENTS(layout->slug); i++)
    pc_text_box_clear(&layout->slug[i]);
  g_free(layout->panels);
  g_free(layout->guides);
  g_free(layout->limiting);
  if (layout->board != NULL)
    pc_board_clear(layout->board);
  g_free(layout->board);
  pc_checks_free(layout->checks);
  g_ptr_array_unref(layout->images);
  g_ptr_array_unref(layout->sketches);
  g_ptr_array_unref(layout->paragraphs);
  g_ptr_array_unref(layout->texts);
  g_free(layout);
}

const pc_box *pc_panel_find_heading(const pc_panel *panel) {
  bool has = panel->n_boxes > 0 && panel->boxes[0].kind == PC_BLOCK_HEADING;
  return has ? &panel->boxes[0] : NULL;
}

/* board.c - all panels of a sheet together: rows, and the size that they share.  Layer: layout. */
#include "layout/board.h"

#include <math.h>

#include "layout/beside.h"
#include "layout/grid.h"

/* Nothing smaller is type, whatever the theme permits. */
static const double least_pt = 1;
/* Where no permitted size fits, sizes down to this one are tried for the advice. */
static const double rescue_least_pt = 2;
/* What a picture may ask for, of a panel's height if all rows were alike: with all of it a picture
 * would make the text of the whole sheet smaller. */
static const double picture_share = 0.75;

static bool split_tracks(const pc_board *board, const pc_tracks *tracks, pc_axis axis,
                         pc_extent *extents) {
  return pc_grid_split(pc_rect_extent(board->area, axis), tracks, board->gap, extents);
}

static bool report_no_room(bool is_columns, pc_place at, pc_um span, pc_diags *diags) {
  PC_REPORT_HINT(
      diags, at, PC_BAD_VALUE, "make their sizes, `grid.gap`, `page.margin` or the header smaller",
      is_columns ? "the columns of the grid do not fit: between the margins there are %.1f mm"
                 : "the rows of the grid do not fit: between the margins there are %.1f mm",
      pc_um_to_mm(MAX(0, span)));
  return false;
}

/* Rows of one height: also where balanced rows begin from. */
static bool split_rows(pc_board *board) {
  pc_tracks rows = board->doc->grid.rows;
  return split_tracks(board, &rows, PC_AXIS_Y, board->rows);
}

bool pc_board_init(pc_board *board, const pc_doc *doc, pc_rect area, pc_diags *diags) {
  const pc_grid *grid = &doc->grid;
  pc_um gap = MAX(0, pc_length_um(grid->gap, 0, area.w));
  *board = (pc_board){.doc = doc, .area = area, .gap = gap, .n = doc->n_slides};
  board->n_columns = grid->columns.count;
  board->n_rows = grid->rows.count;
  board->rows_given = grid->heights == PC_HEIGHTS_EQUAL || grid->rows.lengths != NULL;
  board->contents = g_new0(pc_content, (gsize)MAX(board->n, 1));
  board->columns = g_new0(pc_extent, (gsize)MAX(board->n_columns, 1));
  board->rows = g_new0(pc_extent, (gsize)MAX(board->n_rows, 1));
  if (!split_tracks(board, &grid->columns, PC_AXIS_X, board->columns))
    return report_no_room(true, grid->columns_at, area.w, diags);
  return split_rows(board) || report_no_room(false, grid->rows_at, area.h, diags);
}

void pc_board_clear(pc_board *board) {
  for (int i = 0; i < board->n && board->contents != NULL; i++)
    pc_content_clear(&board->contents[i]);
  g_free(board->contents);
  g_free(board->columns);
  g_free(board->rows);
  *board = (pc_board){0};
}

pc_um pc_board_width(const pc_board *board, int index) {
  const pc_cells *cells = &board->contents[index].slide->cells;
  return pc_grid_join(board->columns, cells->column, cells->columns).length;
}

pc_rect pc_board_rect(const pc_board *board, int index) {
  const pc_cells *cells = &board->contents[index].slide->cells;
  pc_extent x = pc_grid_join(board->columns, cells->column, cells->columns);
  pc_extent y = pc_grid_join(board->rows, cells->row, cells->rows);
  return (pc_rect){x.start, y.start, x.length, y.length};
}

static pc_um rows_room(const pc_board *board) {
  return board->area.h - board->gap * (board->n_rows - 1);
}

/* What a panel would have if all rows were alike. */
static pc_um fair_share(const pc_board *board, int index) {
  int rows = board->contents[index].slide->cells.rows;
  return (pc_um)((gint64)rows_room(board) * rows / board->n_rows) + board->gap * (rows - 1);
}

static bool is_vertical(const pc_board *board, int index) {
  return pc_slide_is_vertical(board->contents[index].slide);
}

/* A panel whose lines would be as long as given. */
static pc_setting set_lines(const pc_board *board, int index, double common_pt, double body_pt,
                            pc_um along) {
  pc_setting setting = pc_setting_make(&board->contents[index], common_pt, body_pt, along);
  if (setting.turned)
    setting.panel_height = pc_board_width(board, index);
  else
    setting.panel_height =
        board->rows_given ? pc_board_rect(board, index).h : fair_share(board, index);
  pc_beside_open(&setting);
  return setting;
}

static pc_setting set_panel(const pc_board *board, int index, double common_pt, double body_pt) {
  const pc_rect rect = pc_board_rect(board, index);
  return set_lines(board, index, common_pt, body_pt, is_vertical(board, index) ? rect.h : rect.w);
}

/* Words are parted only where the text would not fit otherwise. */
static bool is_too_narrow(const pc_board *board, const pc_setting *setting) {
  return pc_setting_is_overfull(setting) || (!board->lenient && !pc_setting_keeps_words(setting));
}

/* Whether vertical lines of that length fill no more than the panel's width; or, for a picture,
 * whether it could fill the width. */
static bool fits_width(const pc_board *board, int index, double size_pt, pc_um length) {
  const pc_setting setting = set_lines(board, index, size_pt, size_pt, length);
  return pc_setting_need(&setting) <= pc_board_width(board, index) &&
         !is_too_narrow(board, &setting);
}

static bool fills_width(const pc_board *board, int index, double size_pt, pc_um length) {
  const pc_setting setting = set_lines(board, index, size_pt, size_pt, length);
  return pc_setting_need_full(&setting) >= pc_board_width(board, index);
}

typedef bool (*length_func)(const pc_board *board, int index, double size_pt, pc_um length);

/* One panel of vertical lines at trial lengths. */
typedef struct length_trial {
  const pc_board *board;
  int index;
  double size_pt;
  length_func is_enough;
} length_trial;

static bool try_length(pc_um length, void *user) {
  const length_trial *trial = user;
  return trial->is_enough(trial->board, trial->index, trial->size_pt, length);
}

/* The least height of a panel of vertical lines: taller ones need less width.  No sheet is so tall
 * where none is enough. */
static pc_um find_length(const pc_board *board, int index, double size_pt, length_func is_enough) {
  length_trial trial = {board, index, size_pt, is_enough};
  if (!try_length(board->area.h, &trial))
    return PC_UM_TALLEST;
  return pc_grid_find_least(board->area.h, try_length, &trial);
}

static pc_um need_height(const pc_board *board, int index, double size_pt) {
  if (is_vertical(board, index))
    return find_length(board, index, size_pt, fits_width);
  const pc_setting setting = set_panel(board, index, size_pt, size_pt);
  return pc_setting_need(&setting);
}

static pc_um full_height(const pc_board *board, int index, double size_pt) {
  if (is_vertical(board, index))
    return find_length(board, index, size_pt, fills_width);
  const pc_setting setting = set_panel(board, index, size_pt, size_pt);
  return pc_setting_need_full(&setting);
}

/* A panel that is all picture asks for its natural height, but not for more than its share. */
static pc_um ask_height(const pc_board *board, int index, double size_pt) {
  pc_um need = need_height(board, index, size_pt);
  if (board->lenient || !pc_content_is_pictorial(&board->contents[index]))
    return need;
  pc_um share = (pc_um)(fair_share(board, index) * picture_share);
  return MAX(need, MIN(full_height(board, index, size_pt), share));
}

/* With its figures as high as they would like to be, if that is no more than its share; nobody's
 * text becomes smaller for it. */
static pc_um want_height(const pc_board *board, int index, double size_pt) {
  const pc_um need = ask_height(board, index, size_pt);
  if (is_vertical(board, index) && !pc_content_is_pictorial(&board->contents[index]))
    return need;
  return MAX(need, MIN(full_height(board, index, size_pt), fair_share(board, index)));
}

static bool fits_rect(const pc_board *board, int index, const pc_setting *setting) {
  const pc_rect rect = pc_board_rect(board, index);
  return pc_setting_need(setting) <= (setting->turned ? rect.w : rect.h) &&
         !is_too_narrow(board, setting);
}

static bool fits_given_rows(const pc_board *board, double size_pt) {
  for (int i = 0; i < board->n; i++) {
    pc_setting setting = set_panel(board, i, size_pt, size_pt);
    if (!fits_rect(board, i, &setting))
      return false;
  }
  return true;
}

typedef pc_um (*height_func)(const pc_board *board, int index, double size_pt);

/* Heights of balanced rows at a size: the least, or those that panels would like. */
static void measure_rows(const pc_board *board, double size_pt, height_func find_height,
                         pc_um *heights) {
  g_autofree pc_row_need *needs = g_new(pc_row_need, (gsize)MAX(board->n, 1));
  for (int i = 0; i < board->n; i++) {
    const pc_cells *cells = &board->contents[i].slide->cells;
    needs[i] = (pc_row_need){cells->row, cells->rows, find_height(board, i, size_pt)};
  }
  double mean = (double)rows_room(board) / board->n_rows;
  pc_um least = board->lenient ? 0 : (pc_um)(mean * PC_ROW_LEAST);
  pc_rows_measure(needs, board->n, board->gap, least, heights, board->n_rows);
}

static gint64 sum_rows(const pc_board *board, int index, const pc_um *heights) {
  const pc_cells *cells = &board->contents[index].slide->cells;
  return pc_rows_sum(heights + cells->row, cells->rows) + (gint64)board->gap * (cells->rows - 1);
}

/* Longer lines nearly always need less width, but not always: asked again for what rows get. */
static bool fits_spread(const pc_board *board, double size_pt, const pc_um *heights) {
  for (int i = 0; i < board->n; i++) {
    if (is_vertical(board, i) && !fits_width(board, i, size_pt, (pc_um)sum_rows(board, i, heights)))
      return false;
  }
  return true;
}

static bool fits_balanced(const pc_board *board, double size_pt) {
  for (int i = 0; i < board->n; i++) {
    pc_setting setting = set_panel(board, i, size_pt, size_pt);
    if (!setting.turned && is_too_narrow(board, &setting))
      return false;
  }
  g_autofree pc_um *heights = g_new(pc_um, (gsize)board->n_rows);
  measure_rows(board, size_pt, ask_height, heights);
  if (pc_rows_sum(heights, board->n_rows) > rows_room(board))
    return false;
  pc_rows_spread(heights, board->n_rows, rows_room(board));
  return fits_spread(board, size_pt, heights);
}

bool pc_board_fits(const pc_board *board, double size_pt) {
  return board->rows_given ? fits_given_rows(board, size_pt) : fits_balanced(board, size_pt);
}

static bool board_fits(double size_pt, void *user) {
  return pc_board_fits(user, size_pt);
}

static bool meets_needs(const pc_board *board, double size_pt, const pc_um *heights) {
  for (int i = 0; i < board->n; i++) {
    if (sum_rows(board, i, heights) < ask_height(board, i, size_pt))
      return false;
  }
  return fits_spread(board, size_pt, heights);
}

/* What is left over is for all rows; those whose figures still want some have it from those that
 * want less. */
static void share_rows(const pc_board *board, double size_pt, pc_um *heights) {
  const pc_um room = rows_room(board);
  g_autofree pc_um *wants = g_new(pc_um, (gsize)board->n_rows);
  measure_rows(board, size_pt, ask_height, heights);
  measure_rows(board, size_pt, want_height, wants);
  pc_rows_spread(heights, board->n_rows, room);
  pc_rows_approach(heights, wants, board->n_rows);
  if (meets_needs(board, size_pt, heights))
    return;
  measure_rows(board, size_pt, ask_height, heights);
  pc_rows_spread(heights, board->n_rows, room);
}

static void balance_rows(pc_board *board, double size_pt) {
  g_autofree pc_um *heights = g_new(pc_um, (gsize)board->n_rows);
  share_rows(board, size_pt, heights);
  pc_um y = board->area.y;
  for (int i = 0; i < board->n_rows; i++) {
    board->rows[i] = (pc_extent){y, heights[i]};
    y += heights[i] + board->gap;
  }
}

pc_fit_range pc_board_range(const pc_doc *doc) {
  const pc_body_range *body = &doc->theme.sizes.body;
  double least = MAX(pc_length_pt(body->min, 0), least_pt);
  double most = MAX(pc_length_pt(body->max, 0), least_pt);
  return doc->fit == PC_FIT_NONE ? (pc_fit_range){most, 1} : pc_fit_range_make(least, most);
}

double pc_board_resolve(pc_board *board) {
  pc_fit_range range = pc_board_range(board->doc);
  int best = pc_fit_search(&range, board_fits, board);
  if (best < 0) {
    board->lenient = true;
    best = pc_fit_search(&range, board_fits, board);
  }
  double size = pc_fit_range_size(&range, MAX(best, 0));
  if (!board->rows_given)
    balance_rows(board, size);
  return size;
}

double pc_board_find_rescue(pc_board *board) {
  pc_fit_range permitted = pc_board_range(board->doc);
  double most = permitted.least_pt - PC_FIT_STEP_PT;
  if (most < rescue_least_pt)
    return 0;
  pc_fit_range range = pc_fit_range_make(rescue_least_pt, most);
  bool lenient = board->lenient;
  board->lenient = true;
  int best = pc_fit_search(&range, board_fits, board);
  board->lenient = lenient;
  return best < 0 ? 0 : pc_fit_range_size(&range, best);
}

static bool fills_tall_row(const pc_board *board, int index, double size_pt, const pc_um *heights) {
  pc_um mean = rows_room(board) / board->n_rows;
  gint64 have = sum_rows(board, index, heights);
  return ask_height(board, index, size_pt) >= have &&
         have >= (gint64)mean * board->contents[index].slide->cells.rows;
}

void pc_board_find_limiting(const pc_board *board, double size_pt, bool *flags) {
  g_autofree pc_um *heights = g_new(pc_um, (gsize)board->n_rows);
  measure_rows(board, size_pt, ask_height, heights);
  for (int i = 0; i < board->n; i++) {
    pc_setting setting = set_panel(board, i, size_pt, size_pt);
    flags[i] = board->rows_given ? !fits_rect(board, i, &setting)
                                 : (!setting.turned && is_too_narrow(board, &setting)) ||
                                       fills_tall_row(board, i, size_pt, heights);
  }
}

/* One panel at trial sizes. */
typedef struct panel_trial {
  const pc_board *board;
  int index;
  double common_pt; /* 0: the trial's own */
} panel_trial;

static bool panel_fits(double size_pt, void *user) {
  const panel_trial *trial = user;
  double common = trial->common_pt > 0 ? trial->common_pt : size_pt;
  pc_setting setting = set_panel(trial->board, trial->index, common, size_pt);
  return fits_rect(trial->board, trial->index, &setting);
}

static double grow_panel(panel_trial *trial, double from_pt, double most_pt) {
  pc_fit_range range = pc_fit_range_make(from_pt, most_pt);
  int best = pc_fit_search(&range, panel_fits, trial);
  return best < 0 ? from_pt : pc_fit_range_size(&range, best);
}

pc_setting pc_board_set(const pc_board *board, int index, double common_pt) {
  panel_trial trial = {.board = board, .index = index};
  double own = common_pt;
  if (board->doc->fit == PC_FIT_PANEL)
    own = grow_panel(&trial, common_pt, pc_length_pt(board->doc->theme.sizes.body.max, 0));
  trial.common_pt = own;
  double body = grow_panel(&trial, own, own * board->contents[index].growth);
  return set_panel(board, index, own, body);
}

/* cells.c - slides take the cells of the grid, one after the other.  Layer: doc. */
#include "base/translate.h"
#include "doc/resolve.h"

#include <string.h>

/* As many rows as a grid of one column and all panels needs. */
#define MAX_AUTO_ROWS 100
#define MAX_COLUMNS 36
#define GAP_LEAST_MM 2

/* The grid while it fills.  A flow by columns is a flow by rows with the axes exchanged, one from
 * the right is its mirror image: both are undone at the end. */
typedef struct pc_board {
  int columns, rows;
  bool by_columns, from_right;
  bool *taken; /* columns * rows, unmirrored */
} pc_board;

static pc_board board_of_flow(pc_flow flow, int columns, int rows) {
  return (pc_board){
      .columns = columns,
      .rows = rows,
      .by_columns = flow == PC_FLOW_N || flow == PC_FLOW_N_RTL,
      .from_right = flow == PC_FLOW_Z_RTL || flow == PC_FLOW_N_RTL,
  };
}

/* The span's cells when its first one is the p-th of the flow. */
static pc_cells cells_at(const pc_board *board, int p, const pc_span_keys *span) {
  int along = board->by_columns ? board->rows : board->columns;
  int major = p / along, minor = p % along;
  return (pc_cells){.column = board->by_columns ? major : minor,
                    .row = board->by_columns ? minor : major,
                    .columns = span->columns,
                    .rows = span->rows};
}

static bool is_free(const pc_board *board, pc_cells cells) {
  if (cells.column + cells.columns > board->columns || cells.row + cells.rows > board->rows)
    return false;
  for (int row = cells.row; row < cells.row + cells.rows; row++) {
    for (int column = cells.column; column < cells.column + cells.columns; column++) {
      if (board->taken[row * board->columns + column])
        return false;
    }
  }
  return true;
}

static void take(pc_board *board, pc_cells cells) {
  for (int row = cells.row; row < cells.row + cells.rows; row++)
    memset(board->taken + row * board->columns + cells.column, true, (size_t)cells.columns);
}

/* Fills the board in order; a gap that a wide panel leaves stays empty, so that reading order and
 * numbers agree.  How many panels found room. */
static guint fill_board(pc_board *board, GArray *drafts) {
  int n_cells = board->columns * board->rows, p = 0;
  g_autofree bool *taken = g_new0(bool, (gsize)n_cells);
  board->taken = taken;
  for (guint i = 0; i < drafts->len; i++) {
    pc_draft *draft = &g_array_index(drafts, pc_draft, i);
    while (p < n_cells && !is_free(board, cells_at(board, p, &draft->keys.span)))
      p++;
    if (p == n_cells)
      return i;
    draft->slide->cells = cells_at(board, p, &draft->keys.span);
    take(board, draft->slide->cells);
  }
  return drafts->len;
}

static void mirror_cells(const pc_board *board, GArray *drafts) {
  for (guint i = 0; board->from_right && i < drafts->len; i++) {
    pc_cells *cells = &g_array_index(drafts, pc_draft, i).slide->cells;
    cells->column = board->columns - cells->column - cells->columns;
  }
}

typedef struct pc_demand {
  int cells, columns, rows; /* all together; of the widest and of the highest */
} pc_demand;

static pc_demand sum_demand(const GArray *drafts) {
  pc_demand demand = {0, 1, 1};
  for (guint i = 0; i < drafts->len; i++) {
    const pc_span_keys *span = &g_array_index(drafts, pc_draft, i).keys.span;
    demand.cells += span->columns * span->rows;
    demand.columns = MAX(demand.columns, span->columns);
    demand.rows = MAX(demand.rows, span->rows);
  }
  return demand;
}

/* SPEC section 3: portrait 3, or 2 up to 4 slides; landscape 4, or 3 up to 6 slides.  Never more
 * than there are cells to fill: an empty column would be a hole in the sheet. */
static int choose_columns(const pc_doc *doc, const pc_tracks *rows, const GArray *drafts) {
  pc_demand demand = sum_demand(drafts);
  bool landscape = doc->page.width > doc->page.height;
  int usual = landscape ? (drafts->len <= 6 ? 3 : 4) : (drafts->len <= 4 ? 2 : 3);
  usual = MIN(usual, demand.cells);
  int needed = rows->auto_count ? 1 : (demand.cells + rows->count - 1) / rows->count;
  return MIN(MAX(MAX(usual, needed), demand.columns), MAX_COLUMNS);
}

/* Spans that the grid could never hold are cut to it, so that the other slides find their cells. */
static void check_spans(pc_reader *reader, GArray *drafts, int columns, int rows) {
  for (guint i = 0; i < drafts->len; i++) {
    pc_span_keys *span = &g_array_index(drafts, pc_draft, i).keys.span;
    if (span->columns <= columns && span->rows <= rows)
      continue;
    PC_REPORT_HINT(reader->diags, span->node->at, PC_BAD_VALUE,
                   "make the span smaller, or give the grid more columns or rows",
                   "a panel of %d x %d cells does not fit into a grid of %d x %d", span->columns,
                   span->rows, columns, rows);
    span->columns = MIN(span->columns, columns);
    span->rows = MIN(span->rows, rows);
  }
}

static void report_no_room(pc_reader *reader, const pc_draft *draft, const pc_board *board,
                           guint n_left) {
  g_autofree char *hint = g_strdup_printf(
      pc_translate_count("write rows: auto, give the grid more columns, or leave out %u slide",
                         "write rows: auto, give the grid more columns, or leave out %u slides",
                         n_left),
      n_left);
  PC_REPORT_HINT(reader->diags, draft->node->at, PC_BAD_VALUE, hint,
                 "no room is left for this slide in a grid of %d x %d", board->columns,
                 board->rows);
}

static int count_used_rows(const GArray *drafts) {
  int rows = 1;
  for (guint i = 0; i < drafts->len; i++) {
    const pc_cells *cells = &g_array_index(drafts, pc_draft, i).slide->cells;
    rows = MAX(rows, cells->row + cells->rows);
  }
  return rows;
}

/* The fewest rows that hold all: by rows simply what is used, by columns found by trying. */
static pc_board fill_auto_rows(pc_flow flow, int columns, GArray *drafts) {
  pc_demand demand = sum_demand(drafts);
  pc_board board = board_of_flow(flow, columns, MAX_AUTO_ROWS);
  int fewest = MAX((demand.cells + columns - 1) / columns, demand.rows);
  for (int rows = board.by_columns ? fewest : MAX_AUTO_ROWS; rows <= MAX_AUTO_ROWS; rows++) {
    board.rows = rows;
    if (fill_board(&board, drafts) < drafts->len)
      continue;
    board.rows = count_used_rows(drafts);
    return board;
  }
  board.rows = MAX_AUTO_ROWS;
  return board;
}

/* Two slides on an upright sheet stand one above the other: side by side they would be towers. */
static int count_shared_rows(const pc_doc *doc, int columns, int n) {
  return n == 2 && doc->page.width < doc->page.height ? 2 : (n + columns - 1) / columns;
}

/* Where the author leaves columns and rows open, no cell stays empty: rows hold one panel more or
 * less than others, the longer ones first, and each shares the width. */
static bool can_share_rows(const pc_grid *keys, const GArray *drafts) {
  const bool by_rows = keys->flow == PC_FLOW_Z || keys->flow == PC_FLOW_Z_RTL;
  bool is_plain = by_rows && keys->heights == PC_HEIGHTS_BALANCED;
  for (guint i = 0; i < drafts->len && is_plain; i++) {
    const pc_span_keys *span = &g_array_index(drafts, pc_draft, i).keys.span;
    is_plain = span->columns == 1 && span->rows == 1;
  }
  return is_plain && keys->columns.auto_count && keys->rows.auto_count && drafts->len > 0;
}

/* longer rows of most panels, then rows of one less: columns of which both are multiples. */
static pc_board share_rows(const pc_grid *keys, const pc_doc *doc, int columns, GArray *drafts) {
  const int n = (int)drafts->len, rows = MAX(1, count_shared_rows(doc, columns, n));
  const int most = (n + rows - 1) / rows, longer = n - rows * (most - 1);
  const int tracks = longer < rows ? most * MAX(1, most - 1) : most;
  pc_board board = board_of_flow(keys->flow, tracks, rows);
  for (int i = 0; i < n; i++) {
    const bool is_longer = i < longer * most;
    const int place = is_longer ? i : i - longer * most;
    const int in_row = is_longer ? most : most - 1;
    const int width = tracks / in_row;
    g_array_index(drafts, pc_draft, i).slide->cells =
        (pc_cells){.column = place % in_row * width,
                   .row = place / in_row + (is_longer ? 0 : longer),
                   .columns = width,
                   .rows = 1};
  }
  return board;
}

/* false: gaps between so many parts of columns would take half of the sheet. */
static bool settle_shared(const pc_grid *keys, GArray *drafts, pc_doc *doc) {
  const int columns = choose_columns(doc, &keys->rows, drafts);
  const pc_board board = share_rows(keys, doc, columns, drafts);
  if (pc_length_pt(doc->grid.gap, 0) * board.columns > pc_um_to_pt(doc->page.width) / 2)
    return false;
  mirror_cells(&board, drafts);
  doc->grid.shared = board.columns != columns;
  doc->grid.columns = (pc_tracks){false, board.columns, NULL};
  doc->grid.rows = (pc_tracks){false, board.rows, NULL};
  return true;
}

/* The gap that nobody wrote is for A0. */
static void resolve_gap(const pc_node *root, pc_doc *doc) {
  if (pc_path_find(root, "grid.gap") == NULL)
    doc->grid.gap.value = MAX(doc->grid.gap.value * pc_page_scale(&doc->page), GAP_LEAST_MM);
}

/* The first of these that the author wrote. */
static pc_place find_written(const pc_doc *doc, const pc_node *root, const char *const *paths) {
  for (; *paths != NULL; paths++) {
    const pc_node *node = pc_path_find(root, *paths);
    if (node != NULL && node->at.file == doc->file)
      return node->at;
  }
  return (pc_place){doc->file, 0, 0};
}

/* They run in the gaps. */
static void check_guides(pc_reader *reader, const pc_node *root, pc_doc *doc) {
  const pc_um gap = pc_length_um(doc->grid.gap, 0, doc->page.width);
  const pc_node *node = pc_path_find(root, "grid.guides");
  if (!doc->grid.guides || gap >= PC_GUIDE_LEAST_GAP || node == NULL)
    return;
  doc->grid.guides = false;
  PC_REPORT_HINT(reader->diags, node->at, PC_UNUSED, "make 'grid.gap' at least 3mm",
                 "there are no guides: the gaps between the panels are too narrow for them");
}

void pc_cells_resolve(pc_reader *reader, const pc_grid *keys, const pc_node *root, GArray *drafts,
                      pc_doc *doc) {
  static const char *const columns_paths[] = {"grid.columns", "grid.gap", "page.margin", NULL};
  static const char *const rows_paths[] = {"grid.rows", "header.height", "footer.height",
                                           "grid.gap",  "page.margin",   NULL};
  doc->grid = *keys;
  check_guides(reader, root, doc);
  resolve_gap(root, doc);
  doc->grid.columns_at = find_written(doc, root, columns_paths);
  doc->grid.rows_at = find_written(doc, root, rows_paths);
  if (keys->areas != NULL) {
    pc_areas_resolve(reader, keys, root, drafts, doc);
    return;
  }
  if (can_share_rows(keys, drafts) && settle_shared(keys, drafts, doc))
    return;
  bool auto_columns = keys->columns.auto_count, auto_rows = keys->rows.auto_count;
  int columns = auto_columns ? choose_columns(doc, &keys->rows, drafts) : keys->columns.count;
  check_spans(reader, drafts, columns, auto_rows ? MAX_AUTO_ROWS : keys->rows.count);
  pc_board board = auto_rows ? fill_auto_rows(keys->flow, columns, drafts)
                             : board_of_flow(keys->flow, columns, keys->rows.count);
  guint n_placed = fill_board(&board, drafts);
  if (n_placed < drafts->len)
    report_no_room(reader, &g_array_index(drafts, pc_draft, n_placed), &board,
                   drafts->len - n_placed);
  else
    mirror_cells(&board, drafts);
  doc->grid.columns = (pc_tracks){false, board.columns, keys->columns.lengths};
  doc->grid.rows = (pc_tracks){false, board.rows, keys->rows.lengths};
}

/* table_grid.c - widths of a table's columns, heights of its rows.  Layer: layout. */
#include "layout/table_grid.h"

#include <math.h>

#include "layout/grid.h"
#include "text/textbox.h"

/* Of the room that readings need, so much on top of the padding. */
static const double ruby_head_share = 0.6;
/* A word in a column that is exactly as wide would be parted for a rounded micrometre. */
static const double slack_em = 0.05;
/* How much smaller at a time, of the body. */
static const double size_step = 0.025;

static double sum_words(const pc_table_grid *grid) {
  double sum = 0;
  for (int i = 0; i < grid->table->n_columns; i++)
    sum += grid->wishes[i].word + slack_em + 2 * PC_CELL_PAD_X_EM;
  return sum;
}

/* Widths at a level: nobody gets more than it asks for, nor less than it must have. */
static double sum_wishes(const pc_column_wish *wishes, int n, double level) {
  double sum = 0;
  for (int i = 0; i < n; i++)
    sum += CLAMP(level, wishes[i].least, wishes[i].full);
  return sum;
}

/* Short columns stand on one line before long ones take more: for tables of many cells, whose lines
 * are not counted. */
static void share_level(const pc_column_wish *wishes, int n, double room, double *widths) {
  double low = 0;
  double high = MAX(room, 0);
  for (int step = 0; step < 50; step++) {
    double level = (low + high) / 2;
    if (sum_wishes(wishes, n, level) <= room)
      low = level;
    else
      high = level;
  }
  for (int i = 0; i < n; i++)
    widths[i] = CLAMP(low, wishes[i].least, wishes[i].full);
}

/* Columns whose phrases stay whole: those first that need the least for it. */
static void keep_phrases(pc_column_wish *wishes, int n, double room) {
  double left = room;
  for (int i = 0; i < n; i++)
    left -= wishes[i].least;
  for (int round = 0; round < n; round++) {
    pc_column_wish *next = NULL;
    for (int i = 0; i < n; i++) {
      const double more = wishes[i].phrase - wishes[i].least;
      if (more > 0 && (next == NULL || more < next->phrase - next->least))
        next = &wishes[i];
    }
    if (next == NULL || next->phrase - next->least > left)
      return;
    left -= next->phrase - next->least;
    next->least = next->phrase;
  }
}

/* By content; what nobody asks for goes to all in proportion. */
static void share_by_content(pc_table_grid *grid) {
  const int n = grid->table->n_columns;
  g_autofree double *widths = g_new(double, (gsize)n);
  g_autofree pc_column_wish *wishes = g_new(pc_column_wish, (gsize)n);
  const pc_table_columns columns = {grid->table->n_rows, n, grid->first_row, grid->piece->cells};
  /* Each padding is rounded up to whole micrometres. */
  const pc_um padding = n * (2 * grid->pad_x + 1);
  const double room = pc_text_measure(grid->width - padding, grid->size_pt);
  for (int i = 0; i < n; i++) {
    wishes[i] = grid->wishes[i];
    wishes[i].least = grid->keeps_words ? wishes[i].word + slack_em : wishes[i].least;
    wishes[i].phrase += slack_em;
    wishes[i].full = MAX(wishes[i].full, wishes[i].phrase);
  }
  if (grid->keeps_words)
    keep_phrases(wishes, n, room);
  if (pc_table_is_large(grid->table))
    share_level(wishes, n, room, widths);
  else
    pc_table_share(&columns, wishes, room, widths);
  for (int i = 0; i < n; i++)
    widths[i] = pc_text_width(widths[i], grid->size_pt) + 2.0 * grid->pad_x + 1;
  pc_grid_share(grid->width, widths, n, grid->columns);
}

/* In proportion to the widths given where they do not fit. */
static void share_as_given(pc_table_grid *grid) {
  const pc_lengths *given = &grid->table->widths;
  int n = grid->table->n_columns;
  pc_um em = pc_um_from_pt(grid->size_pt);
  g_autofree pc_length *lengths = g_new(pc_length, (gsize)n);
  g_autofree double *weights = g_new(double, (gsize)n);
  g_autofree pc_extent *extents = g_new(pc_extent, (gsize)n);
  for (int i = 0; i < n; i++) {
    lengths[i] = given->items[i];
    if (lengths[i].unit == PC_UNIT_EM)
      lengths[i] = (pc_length){pc_um_to_mm(em) * lengths[i].value, PC_UNIT_MM};
    weights[i] = pc_length_um(lengths[i], em, grid->width);
  }
  pc_tracks tracks = {.count = n, .lengths = lengths};
  bool fits = pc_grid_split((pc_extent){0, grid->width}, &tracks, 0, extents);
  pc_grid_share(grid->width, weights, n, grid->columns);
  for (int i = 0; i < n && fits; i++)
    grid->columns[i] = extents[i].length;
}

static const pc_cell_piece *cell_at(const pc_table_grid *grid, int index) {
  return &grid->piece->cells[index];
}

pc_um pc_table_cell_width(const pc_table_grid *grid, int index) {
  int column = index % grid->table->n_columns;
  return (pc_um)pc_rows_sum(grid->columns + column, cell_at(grid, index)->columns);
}

pc_um pc_table_cell_height(const pc_table_grid *grid, int index) {
  int row = index / grid->table->n_columns;
  gint64 height = pc_rows_sum(grid->rows + row, cell_at(grid, index)->rows);
  return (pc_um)MIN(height, PC_UM_TALLEST);
}

/* The cells that begin in a row and end in it share their first baseline. */
pc_um pc_table_row_head(const pc_table_grid *grid, int row) {
  pc_um head = 0;
  for (int column = 0; column < grid->table->n_columns; column++) {
    const pc_cell_piece *cell = cell_at(grid, row * grid->table->n_columns + column);
    if (cell->rows == 1)
      head = MAX(head, pc_text_head(cell->text, grid->size_pt));
  }
  return (pc_um)(head * ruby_head_share);
}

pc_um pc_table_text_height(const pc_table_grid *grid, int index) {
  const pc_cell_piece *cell = cell_at(grid, index);
  pc_um width = pc_table_cell_width(grid, index) - 2 * grid->pad_x;
  int lines = MAX(1, pc_text_count(cell->text, width, grid->size_pt));
  return pc_text_height(lines, grid->size_pt, pc_text_line(cell->text, PC_CELL_LINE_EM));
}

/* Over several rows, what one cell needs: its readings stand within it. */
static pc_row_need find_need(const pc_table_grid *grid, int index) {
  const pc_cell_piece *cell = cell_at(grid, index);
  pc_um head = (pc_um)(pc_text_head(cell->text, grid->size_pt) * ruby_head_share);
  pc_um height = pc_table_text_height(grid, index) + head + 2 * grid->pad_y;
  return (pc_row_need){index / grid->table->n_columns, cell->rows, height};
}

static gint compare_rows(gconstpointer a, gconstpointer b) {
  return ((const pc_row_need *)a)->rows - ((const pc_row_need *)b)->rows;
}

/* By the cells that stand in one of them, then by those of joined cells, the lowest first. */
void pc_table_grid_measure(pc_table_grid *grid) {
  const int n = grid->table->n_columns;
  g_autoptr(GArray) joined = g_array_new(FALSE, FALSE, sizeof(pc_row_need));
  for (int i = grid->first_row * n; i < grid->table->n_rows * n; i++) {
    const pc_cell_piece *cell = cell_at(grid, i);
    if (cell->rows == 1) {
      pc_um height = pc_table_text_height(grid, i) + 2 * grid->pad_y;
      grid->rows[i / n] = MAX(grid->rows[i / n], height);
    } else if (cell->rows > 1) {
      pc_row_need need = find_need(grid, i);
      g_array_append_val(joined, need);
    }
  }
  for (int row = grid->first_row; row < grid->table->n_rows; row++)
    grid->rows[row] += pc_table_row_head(grid, row);
  g_array_sort(joined, compare_rows);
  for (guint i = 0; i < joined->len; i++)
    pc_rows_raise(&g_array_index(joined, pc_row_need, i), 0, grid->rows);
}

static bool has_empty_header(const pc_piece *piece) {
  const pc_table *table = piece->block->table;
  bool is_empty = table->n_header == 1;
  for (int i = 0; i < table->n_columns && is_empty; i++)
    is_empty = piece->cells[i].full_em <= 0;
  return is_empty;
}

static void set_size(pc_table_grid *grid, double size_pt) {
  grid->size_pt = size_pt;
  grid->pad_x = pc_um_from_pt(size_pt * PC_CELL_PAD_X_EM);
  grid->pad_y = pc_um_from_pt(size_pt * PC_CELL_PAD_Y_EM);
  grid->keeps_words =
      pc_text_width(sum_words(grid), size_pt) + grid->table->n_columns <= grid->width;
}

/* A table whose words would be parted is set smaller, but not smaller than captions. */
static void resolve_size(pc_table_grid *grid, const pc_setting *setting) {
  const double body = setting->type.body;
  const double least = setting->upright ? body : MIN(setting->type.caption, body);
  set_size(grid, body);
  if (grid->table->widths.count == grid->table->n_columns) {
    grid->keeps_words = true;
    share_as_given(grid);
    return;
  }
  for (int step = 1; !grid->keeps_words && grid->size_pt > least; step++)
    set_size(grid, MAX(least, round(body * (1 - step * size_step) * 10) / 10));
  share_by_content(grid);
}

void pc_table_grid_init(pc_table_grid *grid, const pc_setting *setting, const pc_piece *piece) {
  const pc_table *table = piece->block->table;
  gsize n_columns = (gsize)MAX(table->n_columns, 1);
  *grid = (pc_table_grid){.table = table,
                          .piece = piece,
                          .first_row = has_empty_header(piece),
                          .caption_pt = setting->type.caption,
                          .width = MAX(0, setting->width),
                          .keeps_words = true,
                          .wishes = g_new0(pc_column_wish, n_columns),
                          .columns = g_new0(pc_um, n_columns),
                          .rows = g_new0(pc_um, (gsize)MAX(table->n_rows, 1))};
  if (table->n_columns < 1)
    return;
  const pc_table_columns columns = {table->n_rows, table->n_columns, grid->first_row, piece->cells};
  pc_table_wish(&columns, grid->wishes);
  resolve_size(grid, setting);
}

void pc_table_grid_clear(pc_table_grid *grid) {
  g_free(grid->wishes);
  g_free(grid->columns);
  g_free(grid->rows);
}

/* table.c - a table: widths of its columns, heights of its rows, places of its cells.
 * Layer: layout. */
#include <math.h>

#include "layout/caption.h"
#include "layout/grid.h"
#include "layout/kinds.h"
#include "text/textbox.h"

static const double cell_line = 1.4;
/* Around a cell's text, em of the body. */
static const double pad_x_em = 0.4;
static const double pad_y_em = 0.35;
/* Of the room that readings need, so much on top of the padding. */
static const double ruby_head_share = 0.6;
/* Words of a cell stay whole up to this length where they can. */
static const double word_most_em = 4;
/* How much smaller at a time, of the body. */
static const double size_step = 0.025;

/* A table at a size: edges of columns and heights of rows, from the table's corner. */
typedef struct table_grid {
  const pc_table *table;
  int first_row; /* Markdown wants a header: an empty one is left out */
  double size_pt, caption_pt;
  pc_um pad_x, pad_y, width;
  bool keeps_words; /* where the columns are shared by content */
  pc_um *columns;   /* widths */
  pc_um *rows;      /* heights */
} table_grid;

static pc_text_style cell_style(const pc_shaper *shaper, bool is_header) {
  return (pc_text_style){.face = is_header ? PC_FACE_HEADING : PC_FACE_BODY,
                         .bold = is_header,
                         .is_heading = true,
                         .rules = &shaper->layout->doc->theme.text};
}

static double find_word(const pc_cell_piece *cell) {
  double phrase = cell->text == NULL ? 0 : pc_paragraph_phrase_width(cell->text);
  return MAX(cell->least_em, MIN(phrase, word_most_em));
}

void pc_table_shape(const pc_shaper *shaper, pc_piece *piece) {
  const pc_table *table = piece->block->table;
  int n = table->n_rows * table->n_columns;
  piece->cells = g_new0(pc_cell_piece, (gsize)MAX(n, 1));
  for (int i = 0; i < n; i++) {
    pc_text_style style = cell_style(shaper, table->has_header && i < table->n_columns);
    pc_cell_piece *cell = &piece->cells[i];
    cell->text = pc_shaper_shape(shaper, table->cells[i], &style);
    cell->least_em = cell->text == NULL ? 0 : pc_paragraph_min_width(cell->text);
    cell->full_em = cell->text == NULL ? 0 : pc_paragraph_width(cell->text);
    cell->word_em = find_word(cell);
  }
  pc_text_style style = {
      .face = PC_FACE_BODY, .is_heading = true, .rules = &shaper->layout->doc->theme.text};
  piece->caption = pc_shaper_shape(shaper, table->caption, &style);
}

/* What a column of cells asks for, um with padding. */
typedef struct column_wish {
  double least, word, full;
} column_wish;

static column_wish find_wish(const table_grid *grid, const pc_piece *piece, int column) {
  column_wish em = {0};
  for (int row = 0; row < grid->table->n_rows; row++) {
    const pc_cell_piece *cell = &piece->cells[row * grid->table->n_columns + column];
    em.least = MAX(em.least, cell->least_em);
    em.word = MAX(em.word, cell->word_em);
    em.full = MAX(em.full, cell->full_em);
  }
  double padding = 2.0 * grid->pad_x + 1;
  double least = pc_text_width(em.least, grid->size_pt);
  double word = pc_text_width(em.word, grid->size_pt);
  double full = MAX(least, pc_text_width(em.full, grid->size_pt));
  return (column_wish){least + padding, MIN(word, full) + padding, full + padding};
}

/* Whether all columns together have room for their words. */
static bool has_room_for_words(const table_grid *grid, const column_wish *wishes) {
  double sum = 0;
  for (int i = 0; i < grid->table->n_columns; i++)
    sum += wishes[i].word;
  return sum <= grid->width;
}

/* Widths at a level: nobody gets more than it asks for, nor less than it must have. */
static double sum_wishes(const column_wish *wishes, int n, double level) {
  double sum = 0;
  for (int i = 0; i < n; i++)
    sum += CLAMP(level, wishes[i].least, wishes[i].full);
  return sum;
}

static double find_level(const column_wish *wishes, int n, double width) {
  double low = 0;
  double high = width;
  for (int step = 0; step < 50; step++) {
    double level = (low + high) / 2;
    if (sum_wishes(wishes, n, level) <= width)
      low = level;
    else
      high = level;
  }
  return low;
}

/* By content: short columns stand on one line before long ones take more; what nobody asks for goes
 * to all in proportion. */
static void share_by_content(table_grid *grid, const pc_piece *piece) {
  int n = grid->table->n_columns;
  g_autofree column_wish *wishes = g_new(column_wish, (gsize)n);
  g_autofree double *widths = g_new(double, (gsize)n);
  for (int i = 0; i < n; i++)
    wishes[i] = find_wish(grid, piece, i);
  grid->keeps_words = has_room_for_words(grid, wishes);
  for (int i = 0; i < n && grid->keeps_words; i++)
    wishes[i].least = wishes[i].word;
  double level = find_level(wishes, n, grid->width);
  for (int i = 0; i < n; i++)
    widths[i] = CLAMP(level, wishes[i].least, wishes[i].full);
  pc_grid_share(grid->width, widths, n, grid->columns);
}

/* In proportion to the widths given where they do not fit. */
static void share_as_given(table_grid *grid) {
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

/* Readings stand partly in the padding; the cells of a row share their first baseline. */
static pc_um row_head(const table_grid *grid, const pc_piece *piece, int row) {
  const pc_cell_piece *cells = &piece->cells[row * grid->table->n_columns];
  pc_um head = 0;
  for (int column = 0; column < grid->table->n_columns; column++)
    head = MAX(head, pc_text_head(cells[column].text, grid->size_pt));
  return (pc_um)(head * ruby_head_share);
}

static pc_um cell_height(const table_grid *grid, const pc_paragraph *cell, int column) {
  pc_um width = grid->columns[column] - 2 * grid->pad_x;
  int lines = MAX(1, pc_text_count(cell, width, grid->size_pt));
  return pc_text_height(lines, grid->size_pt, pc_text_line(cell, cell_line)) + 2 * grid->pad_y;
}

static void measure_rows(table_grid *grid, const pc_piece *piece) {
  for (int row = grid->first_row; row < grid->table->n_rows; row++) {
    for (int column = 0; column < grid->table->n_columns; column++) {
      const pc_paragraph *cell = piece->cells[row * grid->table->n_columns + column].text;
      grid->rows[row] = MAX(grid->rows[row], cell_height(grid, cell, column));
    }
    grid->rows[row] += row_head(grid, piece, row);
  }
}

static bool has_empty_header(const pc_piece *piece) {
  const pc_table *table = piece->block->table;
  bool is_empty = table->has_header;
  for (int i = 0; i < table->n_columns && is_empty; i++)
    is_empty = piece->cells[i].full_em <= 0;
  return is_empty;
}

/* Columns at a size. */
static void set_size(table_grid *grid, const pc_piece *piece, double size_pt) {
  grid->size_pt = size_pt;
  grid->pad_x = pc_um_from_pt(size_pt * pad_x_em);
  grid->pad_y = pc_um_from_pt(size_pt * pad_y_em);
  if (grid->table->widths.count == grid->table->n_columns)
    share_as_given(grid);
  else
    share_by_content(grid, piece);
}

/* A table whose words would be parted is set smaller, but not smaller than captions. */
static void resolve_size(table_grid *grid, const pc_setting *setting, const pc_piece *piece) {
  const double body = setting->type.body;
  const double least = setting->upright ? body : MIN(setting->type.caption, body);
  set_size(grid, piece, body);
  for (int step = 1; !grid->keeps_words && grid->size_pt > least; step++)
    set_size(grid, piece, MAX(least, round(body * (1 - step * size_step) * 10) / 10));
}

static void init_grid(table_grid *grid, const pc_setting *setting, const pc_piece *piece) {
  const pc_table *table = piece->block->table;
  *grid = (table_grid){.table = table,
                       .first_row = has_empty_header(piece),
                       .caption_pt = setting->type.caption,
                       .width = MAX(0, setting->width),
                       .keeps_words = true,
                       .columns = g_new0(pc_um, (gsize)MAX(table->n_columns, 1)),
                       .rows = g_new0(pc_um, (gsize)MAX(table->n_rows, 1))};
  if (table->n_columns < 1)
    return;
  resolve_size(grid, setting, piece);
  measure_rows(grid, piece);
}

static void clear_grid(table_grid *grid) {
  g_free(grid->columns);
  g_free(grid->rows);
}

static pc_um caption_height(const table_grid *grid, const pc_piece *piece) {
  return pc_caption_height(piece->caption, grid->width, grid->caption_pt);
}

pc_measure pc_table_measure(const pc_setting *setting, const pc_piece *piece) {
  table_grid grid;
  init_grid(&grid, setting, piece);
  gint64 height = caption_height(&grid, piece) + pc_rows_sum(grid.rows, grid.table->n_rows);
  clear_grid(&grid);
  return (pc_measure){.lines = 1, .height = (pc_um)MIN(height, PC_UM_TALLEST)};
}

double pc_table_overhang(const pc_setting *setting, const pc_piece *piece) {
  table_grid grid;
  init_grid(&grid, setting, piece);
  double most = 0;
  for (int i = 0; i < grid.table->n_rows * grid.table->n_columns; i++) {
    pc_um width = grid.columns[i % grid.table->n_columns] - 2 * grid.pad_x;
    double over = piece->cells[i].least_em - pc_text_measure(width, grid.size_pt);
    most = MAX(most, over * pc_um_from_pt(grid.size_pt));
  }
  clear_grid(&grid);
  return most;
}

bool pc_table_keeps_words(const pc_setting *setting, const pc_piece *piece) {
  if (setting->turned)
    return true;
  table_grid grid;
  init_grid(&grid, setting, piece);
  clear_grid(&grid);
  return grid.keeps_words;
}

/* Without an alignment of its own a column begins at the left. */
static const pc_align cell_aligns[] = {
    [PC_CELL_AUTO] = PC_ALIGN_START,
    [PC_CELL_START] = PC_ALIGN_START,
    [PC_CELL_CENTER] = PC_ALIGN_CENTER,
    [PC_CELL_END] = PC_ALIGN_END,
};

static pc_cell_box place_cell(const table_grid *grid, const pc_piece *piece, pc_rect rect,
                              int index) {
  int column = index % grid->table->n_columns;
  int row = index / grid->table->n_columns;
  pc_text_frame frame = {.x = rect.x + grid->pad_x,
                         .y = rect.y + grid->pad_y + row_head(grid, piece, row),
                         .width = rect.w - 2 * grid->pad_x,
                         .size_pt = grid->size_pt,
                         .line = cell_line};
  if (grid->table->align != NULL)
    frame.align = cell_aligns[grid->table->align[column]];
  return (pc_cell_box){.rect = rect,
                       .is_header = grid->table->has_header && row == 0,
                       .row = row,
                       .column = column,
                       .text = pc_text_box_make(piece->cells[index].text, &frame)};
}

static void place_cells(const table_grid *grid, const pc_piece *piece, pc_point corner,
                        pc_box *box) {
  const pc_table *table = grid->table;
  int first = grid->first_row * table->n_columns;
  int end = table->n_rows * table->n_columns;
  box->cells = g_new0(pc_cell_box, (gsize)MAX(end - first, 1));
  pc_rect rect = {corner.x, corner.y, 0, 0};
  for (int i = first; i < end; i++) {
    int column = i % table->n_columns;
    rect.x = column == 0 ? corner.x : rect.x + rect.w;
    rect.w = grid->columns[column];
    rect.h = grid->rows[i / table->n_columns];
    box->cells[box->n_cells++] = place_cell(grid, piece, rect, i);
    if (column == table->n_columns - 1)
      rect.y += rect.h;
  }
}

void pc_table_place(const pc_setting *setting, const pc_piece *piece, pc_box *box) {
  table_grid grid;
  init_grid(&grid, setting, piece);
  pc_rect column = {box->rect.x, box->rect.y, grid.width, 0};
  box->caption = pc_caption_place(piece->caption, column, grid.caption_pt, PC_ALIGN_START);
  pc_point corner = {box->rect.x, box->rect.y + caption_height(&grid, piece)};
  place_cells(&grid, piece, corner, box);
  clear_grid(&grid);
}

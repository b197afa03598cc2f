/* table.c - a table: its cells shaped, measured and placed.  Layer: layout. */
#include "layout/caption.h"
#include "layout/grid.h"
#include "layout/kinds.h"
#include "layout/table_grid.h"
#include "layout/table_number.h"
#include "text/textbox.h"

/* Words of a cell stay whole up to this length where they can; numbers, times and dates too. */
static const double word_most_em = 6;
/* Phrases do where all columns have room for theirs. */
static const double phrase_most_em = 10;
static const double number_most_em = 10;
static const double digits_most_em = 7;
/* Above so many cells lines are not counted one by one: rows of such tables hardly wrap. */
static const int large_cells = 600;

bool pc_table_is_large(const pc_table *table) {
  return table->n_rows > large_cells / MAX(table->n_columns, 1);
}

static bool is_head_cell(const pc_table *table, int index) {
  bool is_column_head = index < table->n_columns * table->n_header;
  return is_column_head || (table->has_row_heads && index % table->n_columns == 0);
}

static pc_text_style cell_style(const pc_shaper *shaper, bool is_head) {
  return (pc_text_style){.face = is_head ? PC_FACE_HEADING : PC_FACE_BODY,
                         .bold = is_head,
                         .is_heading = true,
                         .is_filled = !is_head,
                         .rules = &shaper->layout->doc->theme.text};
}

/* "10:00-11:30", "第1日": would be parted at a dash or behind a digit. */
static bool has_digits(const pc_rich *rich) {
  for (const char *at = rich->text; *at != '\0'; at = g_utf8_next_char(at)) {
    if (g_unichar_isdigit(g_utf8_get_char(at)))
      return true;
  }
  return false;
}

static double find_word(const pc_rich *rich, const pc_cell_piece *cell) {
  double phrase = MIN(pc_paragraph_phrase_width(cell->text), word_most_em);
  const double whole_em = has_digits(rich) ? digits_most_em : word_most_em;
  if (cell->full_em <= whole_em)
    phrase = cell->full_em;
  return MAX(cell->least_em, phrase);
}

static void shape_cell(const pc_shaper *shaper, const pc_table *table, int index,
                       pc_cell_piece *cell) {
  pc_text_style style = cell_style(shaper, is_head_cell(table, index));
  cell->columns = table->spans == NULL ? 1 : table->spans[index].columns;
  cell->rows = table->spans == NULL ? 1 : table->spans[index].rows;
  cell->text = pc_shaper_shape(shaper, table->cells[index], &style);
  if (cell->text == NULL)
    return;
  cell->least_em = pc_paragraph_min_width(cell->text);
  cell->full_em = pc_paragraph_width(cell->text);
  cell->word_em = find_word(table->cells[index], cell);
  cell->phrase_em = MAX(cell->word_em, MIN(pc_paragraph_phrase_width(cell->text), phrase_most_em));
}

/* The whole column: one cell that is something else makes it a column of texts. */
static bool is_number_column(const pc_table *table, int column) {
  bool has_number = false;
  for (int row = table->n_header; row < table->n_rows; row++) {
    const pc_rich *text = table->cells[row * table->n_columns + column];
    int point;
    if (text == NULL || text->length == 0)
      continue;
    pc_number_kind kind = text->n_rubies > 0 ? PC_NUMBER_TEXT : pc_number_find(text->text, &point);
    if (kind == PC_NUMBER_TEXT)
      return false;
    has_number = has_number || kind == PC_NUMBER_VALUE;
  }
  return has_number;
}

static bool can_align(const pc_table *table, int column) {
  bool is_auto = table->align == NULL || table->align[column] == PC_CELL_AUTO;
  return is_auto && !(table->has_row_heads && column == 0);
}

/* Numbers of one column stand with their points one below the other. */
static void shape_numbers(pc_piece *piece, int column) {
  const pc_table *table = piece->block->table;
  if (!can_align(table, column) || !is_number_column(table, column))
    return;
  for (int row = 0; row < table->n_rows; row++) {
    int index = row * table->n_columns + column;
    pc_cell_piece *cell = &piece->cells[index];
    cell->is_number = true;
    if (cell->text == NULL || cell->columns != 1 || is_head_cell(table, index))
      continue;
    int point = 0;
    pc_number_find(table->cells[index]->text, &point);
    cell->point_em = pc_paragraph_find_edge(cell->text, point);
    cell->word_em = MAX(cell->word_em, MIN(cell->full_em, number_most_em));
  }
}

void pc_table_shape(const pc_shaper *shaper, pc_piece *piece) {
  const pc_table *table = piece->block->table;
  int n = table->n_rows * table->n_columns;
  piece->cells = g_new0(pc_cell_piece, (gsize)MAX(n, 1));
  for (int i = 0; i < n; i++)
    shape_cell(shaper, table, i, &piece->cells[i]);
  for (int i = 0; i < table->n_columns; i++)
    shape_numbers(piece, i);
  for (int i = 0; i < n && !pc_table_is_large(table); i++)
    pc_table_find_steps(&piece->cells[i]);
  pc_text_style style = {
      .face = PC_FACE_BODY, .is_heading = true, .rules = &shaper->layout->doc->theme.text};
  piece->caption = pc_shaper_shape(shaper, table->caption, &style);
}

static pc_um caption_height(const pc_table_grid *grid, const pc_piece *piece) {
  return pc_caption_height(piece->caption, grid->width, grid->caption_pt);
}

pc_measure pc_table_measure(const pc_setting *setting, const pc_piece *piece) {
  pc_table_grid grid;
  pc_table_grid_init(&grid, setting, piece);
  pc_table_grid_measure(&grid);
  gint64 height = caption_height(&grid, piece) + pc_rows_sum(grid.rows, grid.table->n_rows);
  pc_table_grid_clear(&grid);
  return (pc_measure){.lines = 1, .height = (pc_um)MIN(height, PC_UM_TALLEST)};
}

double pc_table_overhang(const pc_setting *setting, const pc_piece *piece) {
  pc_table_grid grid;
  pc_table_grid_init(&grid, setting, piece);
  double most = 0;
  for (int i = 0; i < grid.table->n_rows * grid.table->n_columns; i++) {
    pc_um width = pc_table_cell_width(&grid, i) - 2 * grid.pad_x;
    double over = piece->cells[i].least_em - pc_text_measure(width, grid.size_pt);
    if (piece->cells[i].columns > 0)
      most = MAX(most, over * pc_um_from_pt(grid.size_pt));
  }
  pc_table_grid_clear(&grid);
  return most;
}

bool pc_table_keeps_words(const pc_setting *setting, const pc_piece *piece) {
  if (setting->turned)
    return true;
  pc_table_grid grid;
  pc_table_grid_init(&grid, setting, piece);
  pc_table_grid_clear(&grid);
  return grid.keeps_words;
}

int pc_table_count_rows(const pc_setting *setting, const pc_piece *piece, pc_um over) {
  pc_table_grid grid;
  pc_table_grid_init(&grid, setting, piece);
  pc_table_grid_measure(&grid);
  int first = MAX(grid.first_row, grid.table->n_header);
  gint64 height = 0;
  int count = 0;
  for (int row = grid.table->n_rows - 1; row >= first && height < over; row--, count++)
    height += grid.rows[row];
  pc_table_grid_clear(&grid);
  return height < over ? 0 : count;
}

/* Without an alignment of its own a column begins at the left. */
static const pc_align cell_aligns[] = {
    [PC_CELL_AUTO] = PC_ALIGN_START,
    [PC_CELL_START] = PC_ALIGN_START,
    [PC_CELL_CENTER] = PC_ALIGN_CENTER,
    [PC_CELL_END] = PC_ALIGN_END,
};

/* A head over several columns stands in their middle, numbers and their heads at the right. */
static pc_align find_align(const pc_table_grid *grid, int index) {
  const pc_table *table = grid->table;
  const pc_cell_piece *cell = &grid->piece->cells[index];
  const pc_cell_align align =
      table->align == NULL ? PC_CELL_AUTO : table->align[index % table->n_columns];
  const bool is_head = index < table->n_columns * table->n_header;
  if (align == PC_CELL_AUTO && is_head && cell->columns > 1)
    return PC_ALIGN_CENTER;
  return cell->is_number ? PC_ALIGN_END : cell_aligns[align];
}

/* From a column's left to where the decimal points of its numbers stand; negative where it holds
 * none, or has no room for all of them. */
static pc_um find_point(const pc_table_grid *grid, int column) {
  double before = 0;
  double after = 0;
  for (int row = grid->first_row; row < grid->table->n_rows; row++) {
    const pc_cell_piece *cell = &grid->piece->cells[row * grid->table->n_columns + column];
    if (cell->point_em <= 0)
      continue;
    before = MAX(before, cell->point_em);
    after = MAX(after, cell->full_em - cell->point_em);
  }
  pc_um point = grid->columns[column] - grid->pad_x - pc_text_width(after, grid->size_pt);
  bool has_room = point >= grid->pad_x + pc_text_width(before, grid->size_pt);
  return before > 0 && has_room ? point : -1;
}

/* Heads stand on the rule below them, cells over several rows in their middle; all others begin on
 * the baseline of their row. */
static pc_um find_text_top(const pc_table_grid *grid, int index, pc_um height) {
  const pc_cell_piece *cell = &grid->piece->cells[index];
  int row = index / grid->table->n_columns;
  pc_um text = pc_table_text_height(grid, index);
  if (row < grid->table->n_header)
    return height - grid->pad_y - text;
  if (cell->rows > 1)
    return (height - text) / 2;
  return grid->pad_y + pc_table_row_head(grid, row);
}

/* point: of its column. */
static pc_cell_box place_cell(const pc_table_grid *grid, pc_rect rect, int index, pc_um point) {
  const pc_table *table = grid->table;
  const pc_cell_piece *cell = &grid->piece->cells[index];
  pc_text_frame frame = {.x = rect.x + grid->pad_x,
                         .y = rect.y + find_text_top(grid, index, rect.h),
                         .width = rect.w - 2 * grid->pad_x,
                         .size_pt = grid->size_pt,
                         .line = PC_CELL_LINE_EM,
                         .align = find_align(grid, index)};
  if (cell->point_em > 0 && point > 0) {
    frame.x = rect.x + point - pc_text_width(cell->point_em, grid->size_pt);
    frame.width = rect.x + rect.w - grid->pad_x - frame.x;
    frame.align = PC_ALIGN_START;
  }
  int row = index / table->n_columns;
  int column = index % table->n_columns;
  return (pc_cell_box){.rect = rect,
                       .is_header = row < table->n_header,
                       .is_row_head = table->has_row_heads && column == 0,
                       .row = row,
                       .column = column,
                       .rows = cell->rows,
                       .columns = cell->columns,
                       .text = pc_text_box_make(cell->text, &frame)};
}

static void place_cells(const pc_table_grid *grid, pc_point corner, pc_box *box) {
  const pc_table *table = grid->table;
  int n_cells = (table->n_rows - grid->first_row) * table->n_columns;
  g_autofree pc_um *points = g_new0(pc_um, (gsize)MAX(table->n_columns, 1));
  for (int i = 0; i < table->n_columns; i++)
    points[i] = find_point(grid, i);
  box->cells = g_new0(pc_cell_box, (gsize)MAX(n_cells, 1));
  box->first_row = grid->first_row;
  pc_point at = corner;
  for (int i = grid->first_row * table->n_columns; i < table->n_rows * table->n_columns; i++) {
    int column = i % table->n_columns;
    at.x = column == 0 ? corner.x : at.x;
    pc_rect rect = {at.x, at.y, pc_table_cell_width(grid, i), pc_table_cell_height(grid, i)};
    if (grid->piece->cells[i].columns > 0)
      box->cells[box->n_cells++] = place_cell(grid, rect, i, points[column]);
    at.x += grid->columns[column];
    at.y += column == table->n_columns - 1 ? grid->rows[i / table->n_columns] : 0;
  }
}

void pc_table_place(const pc_setting *setting, const pc_piece *piece, pc_box *box) {
  pc_table_grid grid;
  pc_table_grid_init(&grid, setting, piece);
  pc_table_grid_measure(&grid);
  pc_rect column = {box->rect.x, box->rect.y, grid.width, 0};
  box->caption = pc_caption_place(piece->caption, column, grid.caption_pt, PC_ALIGN_START);
  pc_point corner = {box->rect.x, box->rect.y + caption_height(&grid, piece)};
  place_cells(&grid, corner, box);
  pc_table_grid_clear(&grid);
}

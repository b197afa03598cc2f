/* table_widths.c - how a table's columns share its width.  Layer: layout. */
#include <math.h>

#include "layout/table_grid.h"

/* The same width, em: what is found by halving is that exact. */
static const double same_em = 0.04;
/* A column gives way by at least so much at a time. */
static const double step_em = 0.25;
/* A text of many lines is a little longer than its width on one, as lines end between words. */
static const double ragged_share = 1.06;

void pc_table_find_steps(pc_cell_piece *cell) {
  if (cell->text == NULL)
    return;
  cell->steps_em[0] = cell->full_em;
  cell->n_steps = 1;
  while (cell->n_steps < PC_CELL_STEPS && cell->steps_em[cell->n_steps - 1] > cell->word_em) {
    int lines = cell->n_steps + 1;
    double high = cell->steps_em[cell->n_steps - 1];
    double low = MAX(cell->word_em, cell->full_em / lines) - same_em;
    while (high - low > same_em) {
      double middle = (low + high) / 2;
      if (pc_paragraph_count(cell->text, middle) <= lines)
        high = middle;
      else
        low = middle;
    }
    cell->steps_em[cell->n_steps++] = high;
  }
}

static bool is_single(const pc_cell_piece *cell) {
  return cell->columns == 1 && cell->rows == 1;
}

static int count_lines(const pc_cell_piece *cell, double width) {
  for (int i = 0; i < cell->n_steps; i++) {
    if (width >= cell->steps_em[i] - same_em / 2)
      return i + 1;
  }
  if (cell->n_steps == 0)
    return 1;
  return MAX(cell->n_steps + 1, (int)ceil(cell->full_em * ragged_share / MAX(width, 1)));
}

/* The next width below at which a cell takes a line more. */
static double find_next(const pc_cell_piece *cell, double width) {
  for (int i = 0; i < cell->n_steps; i++) {
    if (cell->steps_em[i] < width - step_em)
      return cell->steps_em[i];
  }
  int lines = count_lines(cell, width - step_em);
  return MIN(width - step_em, cell->full_em * ragged_share / MAX(lines, 1));
}

static const pc_cell_piece *cell_at(const pc_table_columns *columns, int row, int column) {
  return &columns->cells[row * columns->n_columns + column];
}

static void wish_single(const pc_table_columns *columns, int column, pc_column_wish *wish) {
  double before = 0;
  double after = 0;
  *wish = (pc_column_wish){0};
  for (int row = columns->first_row; row < columns->n_rows; row++) {
    const pc_cell_piece *cell = cell_at(columns, row, column);
    if (cell->columns != 1)
      continue;
    wish->least = MAX(wish->least, cell->least_em);
    wish->word = MAX(wish->word, cell->word_em);
    wish->phrase = MAX(wish->phrase, cell->phrase_em);
    wish->full = MAX(wish->full, cell->full_em);
    before = MAX(before, cell->point_em);
    after = cell->point_em > 0 ? MAX(after, cell->full_em - cell->point_em) : after;
  }
  wish->word = MAX(wish->word, before + after);
  wish->full = MAX(wish->full, MAX(wish->word, wish->least));
  wish->word = MAX(wish->word, wish->least);
}

/* Members of several wishes that are to have so much together: what is missing goes to all alike.
 */
static void raise_wishes(pc_column_wish *wishes, int n, size_t member, double needed) {
  double have = 0;
  for (int i = 0; i < n; i++)
    have += G_STRUCT_MEMBER(double, &wishes[i], member);
  for (int i = 0; i < n && have < needed; i++)
    G_STRUCT_MEMBER(double, &wishes[i], member) += (needed - have) / n;
}

static void wish_joined(const pc_cell_piece *cell, pc_column_wish *wishes) {
  /* The padding between the columns is the cell's. */
  double inside = (cell->columns - 1) * 2 * PC_CELL_PAD_X_EM;
  raise_wishes(wishes, cell->columns, offsetof(pc_column_wish, least), cell->least_em - inside);
  raise_wishes(wishes, cell->columns, offsetof(pc_column_wish, word), cell->word_em - inside);
  raise_wishes(wishes, cell->columns, offsetof(pc_column_wish, phrase), cell->phrase_em - inside);
  raise_wishes(wishes, cell->columns, offsetof(pc_column_wish, full), cell->full_em - inside);
}

void pc_table_wish(const pc_table_columns *columns, pc_column_wish *wishes) {
  for (int i = 0; i < columns->n_columns; i++)
    wish_single(columns, i, &wishes[i]);
  for (int i = columns->first_row * columns->n_columns; i < columns->n_rows * columns->n_columns;
       i++) {
    if (columns->cells[i].columns > 1)
      wish_joined(&columns->cells[i], &wishes[i % columns->n_columns]);
  }
  for (int i = 0; i < columns->n_columns; i++) {
    wishes[i].word = MAX(wishes[i].word, wishes[i].least);
    wishes[i].phrase = MAX(wishes[i].phrase, wishes[i].word);
    wishes[i].full = MAX(wishes[i].full, wishes[i].phrase);
  }
}

/* Columns on their way to a room: each at a width, each row at a number of lines. */
typedef struct sharing {
  const pc_table_columns *columns;
  const pc_column_wish *wishes;
  double *widths;
  int *lines; /* of the rows */
} sharing;

static double find_narrower(const sharing *share, int column) {
  double width = share->widths[column];
  double next = share->wishes[column].least;
  for (int row = share->columns->first_row; row < share->columns->n_rows; row++) {
    const pc_cell_piece *cell = cell_at(share->columns, row, column);
    if (is_single(cell) && cell->n_steps > 0 && cell->full_em > next)
      next = MAX(next, find_next(cell, width));
  }
  return MIN(next, width);
}

/* How many lines the table gets more. */
static int count_cost(const sharing *share, int column, double width) {
  int cost = 0;
  for (int row = share->columns->first_row; row < share->columns->n_rows; row++) {
    const pc_cell_piece *cell = cell_at(share->columns, row, column);
    if (is_single(cell))
      cost += MAX(0, count_lines(cell, width) - share->lines[row]);
  }
  return cost;
}

static void set_width(sharing *share, int column, double width) {
  share->widths[column] = width;
  for (int row = share->columns->first_row; row < share->columns->n_rows; row++) {
    const pc_cell_piece *cell = cell_at(share->columns, row, column);
    if (is_single(cell))
      share->lines[row] = MAX(share->lines[row], count_lines(cell, width));
  }
}

/* The column that gives way next, where it costs the fewest lines for what is gained: of equals the
 * widest.  false: none can. */
static bool give_way(sharing *share, double *sum) {
  int best = -1;
  double best_width = 0;
  double best_rate = INFINITY;
  for (int i = 0; i < share->columns->n_columns; i++) {
    double width = share->widths[i];
    if (width <= share->wishes[i].least + same_em / 2)
      continue;
    double next = find_narrower(share, i);
    double rate = count_cost(share, i, next) / (width - next);
    if (rate > best_rate || (rate == best_rate && width <= share->widths[best]))
      continue;
    best = i;
    best_width = next;
    best_rate = rate;
  }
  if (best < 0)
    return false;
  *sum -= share->widths[best] - best_width;
  set_width(share, best, best_width);
  return true;
}

void pc_table_share(const pc_table_columns *columns, const pc_column_wish *wishes, double room,
                    double *widths) {
  g_autofree int *lines = g_new0(int, (gsize)MAX(columns->n_rows, 1));
  sharing share = {columns, wishes, widths, lines};
  double sum = 0;
  for (int i = 0; i < columns->n_columns; i++) {
    set_width(&share, i, wishes[i].full);
    sum += wishes[i].full;
  }
  bool is_done = false;
  while (!is_done && sum > room + same_em / 4)
    is_done = !give_way(&share, &sum);
  for (int i = 0; i < columns->n_columns; i++) {
    double more = wishes[i].full - widths[i];
    if (more > room - sum)
      continue;
    widths[i] += more;
    sum += more;
  }
}

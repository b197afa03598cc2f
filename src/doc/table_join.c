/* table_join.c - cells that are joined with the one above or to the left.  Layer: doc. */
#include "doc/table_join.h"

#include "base/translate.h"

/* The cells that one cell covers, itself the first of them. */
typedef struct join_area {
  int last_row, last_column;
  int count;
} join_area;

char pc_join_sign(const char *text) {
  bool is_sign = text[0] == PC_JOIN_ABOVE || text[0] == PC_JOIN_LEFT;
  return is_sign && text[1] == '\0' ? text[0] : '\0';
}

/* Why the sign has nothing to join with; NULL: it has. */
static const char *find_obstacle(const pc_join_grid *grid, int index) {
  int row = index / grid->n_columns;
  if (grid->signs[index] == PC_JOIN_LEFT)
    return index % grid->n_columns == 0 ? "'<' joins with the cell to the left, and there is none"
                                        : NULL;
  if (row == 0)
    return "'^' joins with the cell above, and there is none";
  return row == grid->n_header ? "'^' cannot join with the header above" : NULL;
}

/* The cell that a cell belongs to, those before it are known. */
static int find_owner(pc_reader *reader, const pc_join_grid *grid, const int *owners, int index) {
  if (grid->signs[index] == '\0')
    return index;
  const char *obstacle = find_obstacle(grid, index);
  if (obstacle == NULL)
    return owners[grid->signs[index] == PC_JOIN_LEFT ? index - 1 : index - grid->n_columns];
  g_autofree char *hint = g_strdup_printf(_("type the cell's text, or %s"), _(grid->escape));
  PC_REPORT_HINT(reader->diags, grid->places[index], PC_BAD_VALUE, hint, "%s", _(obstacle));
  return index;
}

static void extend_area(join_area *area, int row, int column) {
  area->last_row = MAX(area->last_row, row);
  area->last_column = MAX(area->last_column, column);
  area->count++;
}

/* What is missing in the rectangle round an area that is none. */
static int find_hole(const pc_join_grid *grid, const int *owners, int owner,
                     const join_area *area) {
  int first_column = owner % grid->n_columns;
  for (int row = owner / grid->n_columns; row <= area->last_row; row++) {
    for (int column = first_column; column <= area->last_column; column++) {
      int index = row * grid->n_columns + column;
      if (owners[index] != owner)
        return index;
    }
  }
  return -1;
}

/* A hole in the first row can only be filled from its left, one below from above. */
static void report_hole(pc_reader *reader, const pc_join_grid *grid, int owner, int hole) {
  bool is_beside = hole / grid->n_columns == owner / grid->n_columns;
  g_autofree char *hint = g_strdup_printf(_("type %c here, or give the cells that are joined now a "
                                            "text of their own"),
                                          is_beside ? PC_JOIN_LEFT : PC_JOIN_ABOVE);
  PC_REPORT_HINT(reader->diags, grid->places[hole], PC_BAD_VALUE, hint,
                 "joined cells must form a rectangle; those of row %d, column %d do not",
                 owner / grid->n_columns + 1, owner % grid->n_columns + 1);
}

static pc_cell_span make_span(pc_reader *reader, const pc_join_grid *grid, const int *owners,
                              const join_area *areas, int index) {
  const int owner = owners[index];
  const join_area *area = &areas[owner];
  const pc_cell_span span = {area->last_column - owner % grid->n_columns + 1,
                             area->last_row - owner / grid->n_columns + 1};
  const bool is_whole = span.columns * span.rows == area->count;
  if (index == owner && !is_whole)
    report_hole(reader, grid, owner, find_hole(grid, owners, owner, area));
  if (!is_whole)
    return (pc_cell_span){1, 1};
  return index == owner ? span : (pc_cell_span){0, 0};
}

static bool has_signs(const pc_join_grid *grid) {
  for (int i = 0; i < grid->n_rows * grid->n_columns; i++) {
    if (grid->signs[i] != '\0')
      return true;
  }
  return false;
}

const pc_cell_span *pc_table_join(pc_reader *reader, const pc_join_grid *grid) {
  if (!has_signs(grid))
    return NULL;
  const int n = grid->n_rows * grid->n_columns;
  g_autofree int *owners = g_new0(int, (gsize)n);
  g_autofree join_area *areas = g_new0(join_area, (gsize)n);
  for (int i = 0; i < n; i++) {
    owners[i] = find_owner(reader, grid, owners, i);
    extend_area(&areas[owners[i]], i / grid->n_columns, i % grid->n_columns);
  }
  pc_cell_span *spans = pc_spec_alloc(reader->spec, (size_t)n * sizeof(pc_cell_span));
  for (int i = 0; i < n; i++)
    spans[i] = make_span(reader, grid, owners, areas, i);
  return spans;
}

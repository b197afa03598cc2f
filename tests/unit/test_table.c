/* test_table.c - tables on paper: random ones keep to their grid, whatever is joined. */
#include "corridor.h"
#include "layout/table_number.h"

/* A table on its way: an owner for each slot. */
typedef struct sample {
  GRand *rand;
  int n_rows, n_columns, n_header;
  int owner[40 * 12];
  bool is_joined[40 * 12], is_number[12];
} sample;

static bool is_free(const sample *s, int row, int column, int rows, int columns) {
  for (int i = row; i < row + rows; i++) {
    for (int k = column; k < column + columns; k++) {
      if (s->is_joined[i * s->n_columns + k])
        return false;
    }
  }
  return true;
}

static void join_some(sample *s) {
  int tries = g_rand_int_range(s->rand, 0, 8);
  for (int n = 0; n < tries; n++) {
    int row = g_rand_int_range(s->rand, s->n_header, s->n_rows);
    int column = g_rand_int_range(s->rand, 0, s->n_columns);
    int rows = g_rand_int_range(s->rand, 1, MIN(4, s->n_rows - row) + 1);
    int columns = g_rand_int_range(s->rand, 1, MIN(4, s->n_columns - column) + 1);
    if (!is_free(s, row, column, rows, columns))
      continue;
    for (int i = 0; i < rows * columns; i++) {
      int index = (row + i / columns) * s->n_columns + column + i % columns;
      s->owner[index] = row * s->n_columns + column;
      s->is_joined[index] = true;
    }
  }
}

static const char *const numbers[] = {"'1,234.5'", "12",       "'-'",      "△3.25",
                                      "7人",       "'0.125%'", "１２３名", "''"};
static const char *const words[] = {"''",
                                    "区",
                                    "ピアサポート",
                                    "大切な人と場をつなぐ",
                                    "専門職の力だけでは支援が難しいことがある。",
                                    "work in progress",
                                    "'10:00-11:30'"};

static void append_cell(sample *s, int index, GString *yaml) {
  int owner = s->owner[index];
  bool is_head = index < s->n_header * s->n_columns;
  if (owner != index)
    g_string_append(yaml, owner / s->n_columns == index / s->n_columns ? "<" : "^");
  else if (s->is_number[index % s->n_columns] && !is_head)
    g_string_append(yaml, numbers[g_rand_int_range(s->rand, 0, G_N_ELEMENTS(numbers))]);
  else
    g_string_append(yaml, words[g_rand_int_range(s->rand, 0, G_N_ELEMENTS(words))]);
}

static void append_row(sample *s, int row, GString *yaml) {
  g_string_append(yaml, row < s->n_header ? "      header: [" : "        - [");
  for (int i = 0; i < s->n_columns; i++) {
    g_string_append(yaml, i > 0 ? ", " : "");
    append_cell(s, row * s->n_columns + i, yaml);
  }
  g_string_append(yaml, "]\n");
}

static char *write_poster(sample *s, guint32 seed) {
  *s = (sample){.rand = g_rand_new_with_seed(seed)};
  s->n_rows = g_rand_int_range(s->rand, 1, 41);
  s->n_columns = g_rand_int_range(s->rand, 1, 13);
  s->n_header = s->n_rows > 1 && g_rand_boolean(s->rand);
  for (int i = 0; i < s->n_rows * s->n_columns; i++)
    s->owner[i] = i;
  for (int i = 0; i < s->n_columns; i++)
    s->is_number[i] = g_rand_int_range(s->rand, 0, 3) == 0;
  join_some(s);
  GString *yaml = g_string_new(NULL);
  g_string_append_printf(yaml, "page: {size: [%dmm, 2000mm]}\nslides:\n  - table:\n",
                         g_rand_int_range(s->rand, 100, 900));
  for (int row = 0; row < s->n_rows; row++) {
    if (row == s->n_header)
      g_string_append(yaml, "      rows:\n");
    append_row(s, row, yaml);
  }
  g_rand_free(s->rand);
  return g_string_free(yaml, FALSE);
}

/* All cells together are the table: they lie in it, do not overlap, and leave nothing out. */
static void assert_covered(const pc_box *box) {
  gint64 area = 0;
  for (int i = 0; i < box->n_cells; i++) {
    pc_rect rect = box->cells[i].rect;
    g_assert_true(pc_rect_contains(box->rect, rect));
    area += (gint64)rect.w * rect.h;
    for (int k = 0; k < i; k++)
      g_assert_false(pc_rect_overlaps(rect, box->cells[k].rect));
  }
  g_assert_cmpint(area, ==, (gint64)box->rect.w * box->rect.h);
}

/* Edges of one column or row are one line; the spans are those of the author. */
static void assert_slots(const sample *s, const pc_box *box) {
  g_autofree pc_um *x = g_new0(pc_um, (gsize)s->n_columns + 1);
  g_autofree pc_um *y = g_new0(pc_um, (gsize)s->n_rows + 1);
  for (int i = 0; i < box->n_cells; i++) {
    const pc_cell_box *cell = &box->cells[i];
    const int index = cell->row * s->n_columns + cell->column;
    const int last = index + (cell->rows - 1) * s->n_columns + cell->columns - 1;
    const pc_um edges[] = {cell->rect.x, cell->rect.x + cell->rect.w, cell->rect.y,
                           cell->rect.y + cell->rect.h};
    pc_um *const known[] = {&x[cell->column], &x[cell->column + cell->columns], &y[cell->row],
                            &y[cell->row + cell->rows]};
    g_assert_cmpint(s->owner[index], ==, index);
    g_assert_cmpint(s->owner[last], ==, index);
    for (int k = 0; k < 4; k++) {
      g_assert_true(*known[k] == 0 || *known[k] == edges[k]);
      *known[k] = edges[k];
    }
  }
}

static void assert_lines(const pc_box *box) {
  for (int i = 0; i < box->n_cells; i++) {
    const pc_cell_box *cell = &box->cells[i];
    const pc_um em = pc_um_from_pt(cell->text.size_pt);
    for (int k = 0; cell->text.lines != NULL && k < cell->text.lines->count; k++) {
      const pc_line *line = &cell->text.lines->items[k];
      g_assert_cmpint(cell->text.x[k], >=, cell->rect.x);
      g_assert_cmpint(cell->text.baseline[k], <=, cell->rect.y + cell->rect.h);
      g_assert_cmpint(cell->text.baseline[k] - em, >=, cell->rect.y - em / 4);
      if (!line->overfull)
        g_assert_cmpint(cell->text.x[k] + (pc_um)(line->width * em) - 2, <=,
                        cell->rect.x + cell->rect.w);
    }
  }
}

/* Where a cell's decimal point stands; -1: none, or its column has no room for that. */
static pc_um find_point(const sample *s, const pc_cell_box *cell) {
  int point = 0;
  bool is_body = cell->row >= s->n_header && cell->columns == 1;
  if (!is_body || cell->text.lines == NULL || cell->text.lines->count != 1)
    return -1;
  const pc_paragraph *paragraph = cell->text.lines->paragraph;
  if (pc_number_find(pc_paragraph_rich(paragraph)->text, &point) == PC_NUMBER_TEXT)
    return -1;
  double em = pc_paragraph_find_edge(paragraph, point);
  return cell->text.x[0] + pc_text_width(em, cell->text.size_pt);
}

/* What stands before and behind the points of a column; false: more than its cells have room for.
 */
static bool has_room(const sample *s, const pc_box *box, int column) {
  pc_um before = 0;
  pc_um after = 0;
  pc_um room = 0;
  for (int i = 0; i < box->n_cells; i++) {
    const pc_cell_box *cell = &box->cells[i];
    pc_um point = cell->column == column ? find_point(s, cell) : -1;
    if (point < 0)
      continue;
    const pc_um em = pc_um_from_pt(cell->text.size_pt);
    const pc_um end = cell->text.x[0] + (pc_um)(cell->text.lines->items[0].width * em);
    before = MAX(before, point - cell->text.x[0]);
    after = MAX(after, end - point);
    room = cell->rect.w - 8 * em / 10;
  }
  return before + after + 4 <= room;
}

static int assert_points(const sample *s, const pc_box *box) {
  int count = 0;
  for (int column = 0; column < s->n_columns; column++) {
    pc_um all = -1;
    bool is_aligned = s->is_number[column] && has_room(s, box, column);
    for (int i = 0; is_aligned && i < box->n_cells; i++) {
      pc_um point = box->cells[i].column == column ? find_point(s, &box->cells[i]) : -1;
      if (point < 0)
        continue;
      g_assert_true(all < 0 || ABS(point - all) <= 1);
      all = point;
      count++;
    }
  }
  return count;
}

static void test_random_tables(void) {
  int points = 0;
  for (guint32 seed = 1; seed <= 60; seed++) {
    sample s;
    corridor house;
    g_autofree char *yaml = write_poster(&s, seed);
    g_test_message("seed %u", seed);
    corridor_init(&house, yaml, ".", true);
    const pc_box *box = &house.layout->panels[0].boxes[0];
    g_assert_cmpint(box->kind, ==, PC_BLOCK_TABLE);
    assert_slots(&s, box);
    assert_lines(box);
    if (box->first_row == 0)
      assert_covered(box);
    points += assert_points(&s, box);
    corridor_clear(&house);
  }
  g_assert_cmpint(points, >, 200);
}

static const pc_cell_box *table_cell(const corridor *house, int index) {
  return &house->layout->panels[0].boxes[0].cells[index];
}

/* Two columns share a width: the one that needs lines anyway gives way, the others stay whole. */
static void test_the_long_column_gives_way(void) {
  corridor house;
  corridor_init(
      &house,
      "page: {size: A4}\nslides:\n  - table:\n      rows:\n"
      "        - [日時, 令和三年十月七日木曜日, 午後一時三十分から四時まで]\n"
      "        - [場所, 視聴会場, あいうえおあいうえおあいうえおあいうえおあいうえおあいうえお"
      "あいうえおあいうえおあいうえおあいうえお]\n",
      ".", false);
  g_assert_cmpint(table_cell(&house, 0)->text.lines->count, ==, 1);
  g_assert_cmpint(table_cell(&house, 1)->text.lines->count, ==, 1);
  g_assert_cmpint(table_cell(&house, 2)->text.lines->count, ==, 1);
  g_assert_cmpint(table_cell(&house, 5)->text.lines->count, >, 1);
  corridor_clear(&house);
}

/* A cell over several rows stands in their middle, and makes them higher where it must. */
static void test_cells_over_rows(void) {
  corridor house;
  corridor_init(&house,
                "page: {size: A4}\nslides:\n  - table:\n      widths: [1fr, 1fr]\n      rows:\n"
                "        - [\"あ\\\\\\nい\\\\\\nう\\\\\\nえ\\\\\\nお\\\\\\nか\", 一]\n"
                "        - [^, 二]\n        - [三, 四]\n        - [^, 五]\n",
                ".", false);
  const pc_cell_box *tall = table_cell(&house, 0);
  const pc_cell_box *small = table_cell(&house, 3);
  g_assert_cmpint(tall->rows, ==, 2);
  g_assert_cmpint(tall->text.lines->count, ==, 6);
  g_assert_cmpint(small->rows, ==, 2);
  pc_um above = small->text.baseline[0] - small->rect.y;
  g_assert_cmpint(small->text.lines->count, ==, 1);
  g_assert_cmpint(above, >, small->rect.h / 2);
  g_assert_cmpint(above, <, small->rect.h * 3 / 4);
  g_assert_cmpint(tall->rect.h, >, small->rect.h);
  corridor_clear(&house);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/table/random", test_random_tables);
  g_test_add_func("/table/long-column-gives-way", test_the_long_column_gives_way);
  g_test_add_func("/table/cells-over-rows", test_cells_over_rows);
  return g_test_run();
}

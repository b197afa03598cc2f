/* test_cells.c - slides in the grid: flows, spans, areas. */
#include "doc_fixture.h"

/* "0,0 1,0 0,1x2": column,row of each slide in reading order, with its span where it has one. */
static char *list_cells(const pc_doc *doc) {
  GString *out = g_string_new(NULL);
  for (int i = 0; i < doc->n_slides; i++) {
    const pc_cells *cells = &doc->slides[i]->cells;
    g_string_append_printf(out, "%s%d,%d", i > 0 ? " " : "", cells->column, cells->row);
    if (cells->columns * cells->rows > 1)
      g_string_append_printf(out, ":%dx%d", cells->columns, cells->rows);
  }
  return g_string_free(out, FALSE);
}

static void expect_cells(const char *grid, const char *slides, const char *wanted) {
  g_autofree char *text = g_strdup_printf("grid: {%s}\nslides: [%s]\n", grid, slides);
  g_auto(decoded) result = decode(text);
  g_autofree char *cells = list_cells(expect_sound(&result));
  g_assert_cmpstr(cells, ==, wanted);
}

static void test_flows(void) {
  const char five[] = "あ, い, う, え, お";
  expect_cells("columns: 3", five, "0,0 1,0 2,0 0,1 1,1");
  expect_cells("columns: 3, flow: n", five, "0,0 0,1 1,0 1,1 2,0");
  expect_cells("columns: 3, flow: z-rtl", five, "2,0 1,0 0,0 2,1 1,1");
  expect_cells("columns: 3, flow: n-rtl", five, "2,0 2,1 1,0 1,1 0,0");
  expect_cells("columns: 2, rows: 4, flow: n", five, "0,0 0,1 0,2 0,3 1,0");
}

static void test_spans(void) {
  const char wide[] = "あ, {text: い, span: 2x1}, う, {text: え, span: ２×２}, お, か";
  expect_cells("columns: 3", wide, "0,0 1,0:2x1 0,1 1,1:2x2 0,2 0,3");
  expect_cells("columns: 3, flow: z-rtl", wide, "2,0 0,0:2x1 2,1 0,1:2x2 2,2 2,3");
  /* a gap stays a gap: the next slide never goes back before the one it follows */
  expect_cells("columns: 2", "あ, {text: い, span: 2x1}, う", "0,0 0,1:2x1 0,2");
  expect_cells("columns: 2, flow: n", "あ, {text: い, span: 1x2}, う", "0,0 0,1:1x2 1,0");
}

/* "3 2": three panels in the first row, two in the second; they fill each row from side to side. */
static char *list_rows(const pc_doc *doc) {
  g_autoptr(GString) rows = g_string_new(NULL);
  int in_row = 0, at = 0;
  for (int i = 0; i < doc->n_slides; i++) {
    const pc_cells *cells = &doc->slides[i]->cells;
    g_assert_cmpint(cells->column, ==, at);
    in_row++;
    at += cells->columns;
    if (at < doc->grid.columns.count)
      continue;
    g_assert_cmpint(at, ==, doc->grid.columns.count);
    g_string_append_printf(rows, "%s%d", rows->len > 0 ? " " : "", in_row);
    in_row = at = 0;
  }
  g_assert_cmpint(in_row, ==, 0);
  return g_strdup(rows->str);
}

/* Upright at most 3 columns, 2 up to 4 slides; across 4, or 3 up to 6 slides.  No cell is empty. */
static void test_auto_columns(void) {
  static const struct {
    int n_slides;
    bool landscape;
    const char *rows;
  } cases[] = {{1, false, "1"},
               {2, false, "1 1"},
               {2, true, "2"},
               {3, false, "2 1"},
               {4, false, "2 2"},
               {4, true, "2 2"},
               {5, false, "3 2"},
               {7, false, "3 2 2"},
               {8, false, "3 3 2"},
               {16, false, "3 3 3 3 2 2"},
               {18, false, "3 3 3 3 3 3"},
               {6, true, "3 3"},
               {7, true, "4 3"},
               {9, true, "3 3 3"},
               {13, true, "4 3 3 3"},
               {18, true, "4 4 4 3 3"}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GString) text = g_string_new(
        cases[i].landscape ? "page: {orientation: landscape}\nslides:\n" : "slides:\n");
    for (int s = 0; s < cases[i].n_slides; s++)
      g_string_append(text, "  - 本文\n");
    g_auto(decoded) result = decode(text->str);
    g_autofree char *rows = list_rows(expect_sound(&result));
    g_assert_cmpstr(rows, ==, cases[i].rows);
  }
}

static void expect_columns(const char *yaml, int columns) {
  g_auto(decoded) result = decode(yaml);
  g_assert_cmpint(expect_sound(&result)->grid.columns.count, ==, columns);
}

/* What the author says about the grid, and a board of equal cells, keep whole columns. */
static void test_rows_keep_columns(void) {
  expect_columns("grid: {columns: 3}\nslides: [あ, い, う, え, お]\n", 3);
  expect_columns("grid: {rows: 2}\nslides: [あ, い, う, え, お]\n", 3);
  expect_columns("grid: {heights: equal}\nslides: [あ, い, う, え, お]\n", 3);
  expect_columns("grid: {flow: n}\nslides: [あ, い, う, え, お]\n", 3);
  expect_columns("slides: [{text: あ, span: 2x1}, い, う, え, お]\n", 3);
  expect_columns("grid: {gap: 90mm}\nslides: [あ, い, う, え, お]\n", 3);
}

/* Margins and gaps that nobody wrote are those of A0, in proportion to the short side. */
static void test_margin_and_gap_follow_the_page(void) {
  static const struct {
    const char *page;
    double margin_mm, gap_mm;
  } cases[] = {{"{}", 18, 10},
               {"{orientation: landscape}", 18, 10},
               {"{size: A1}", 12.71, 7.06},
               {"{size: B1}", 15.58, 8.66},
               {"{size: [1682mm, 2378mm]}", 36, 20},
               {"{size: A4}", 5, 2.5},
               {"{size: A6}", 5, 2},
               {"{size: A4, margin: 18mm}", 18, 2.5}};
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *yaml = g_strdup_printf("page: %s\nslides: [あ]\n", cases[i].page);
    g_auto(decoded) result = decode(yaml);
    const pc_doc *doc = expect_sound(&result);
    g_assert_cmpfloat_with_epsilon(pc_um_to_mm(doc->page.margin), cases[i].margin_mm, 0.01);
    g_assert_cmpfloat_with_epsilon(doc->grid.gap.value, cases[i].gap_mm, 0.01);
  }
}

static void test_tracks(void) {
  g_auto(decoded) result =
      decode("grid: {columns: [1fr, ２fr, 240mm], rows: [20%, 1fr]}\nslides: [あ]\n");
  const pc_grid *grid = &expect_sound(&result)->grid;
  g_assert_cmpint(grid->columns.count, ==, 3);
  g_assert_cmpint(grid->columns.lengths[1].unit, ==, PC_UNIT_FR);
  g_assert_cmpfloat_with_epsilon(grid->columns.lengths[1].value, 2, 1e-9);
  g_assert_cmpint(grid->columns.lengths[2].unit, ==, PC_UNIT_MM);
  g_assert_cmpint(grid->rows.lengths[0].unit, ==, PC_UNIT_PERCENT);
  expect_reports("grid: {columns: [1fr, 2em]}\nslides: [あ]\n", "1:23 bad-value");
  expect_reports("grid: {columns: [1fr, 0mm]}\nslides: [あ]\n", "1:23 bad-value");
}

static void test_no_room(void) {
  expect_reports("grid: {columns: 2, rows: 1}\nslides: [あ, い, う]\n", "2:16 bad-value");
  expect_reports("grid: {columns: 2}\nslides: [{text: あ, span: 3x1}]\n", "2:26 bad-value");
  expect_reports("grid: {rows: 1}\nslides: [{text: あ, span: 36x36}]\n", "2:26 bad-value");
}

/* Whatever spans and flows: inside the grid, no two on one cell, in order. */
static void check_board(const pc_doc *doc) {
  int columns = doc->grid.columns.count, rows = doc->grid.rows.count;
  g_autofree bool *taken = g_new0(bool, (gsize)columns *(gsize)rows);
  int last = -1;
  for (int i = 0; i < doc->n_slides; i++) {
    const pc_cells *cells = &doc->slides[i]->cells;
    g_assert_cmpint(cells->column, >=, 0);
    g_assert_cmpint(cells->column + cells->columns, <=, columns);
    g_assert_cmpint(cells->row + cells->rows, <=, rows);
    for (int c = 0; c < cells->columns * cells->rows; c++) {
      bool *cell =
          &taken[(cells->row + c / cells->columns) * columns + cells->column + c % cells->columns];
      g_assert_false(*cell);
      *cell = true;
    }
    bool is_mirrored = doc->grid.flow == PC_FLOW_Z_RTL || doc->grid.flow == PC_FLOW_N_RTL;
    bool by_columns = doc->grid.flow == PC_FLOW_N || doc->grid.flow == PC_FLOW_N_RTL;
    int column = is_mirrored ? columns - cells->column - cells->columns : cells->column;
    int place = by_columns ? column * rows + cells->row : cells->row * columns + column;
    g_assert_cmpint(place, >, last);
    last = place;
  }
}

static void test_property(void) {
  static const char *const flows[] = {"z", "n", "z-rtl", "n-rtl"};
  for (int round = 0; round < 200; round++) {
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "grid: {columns: %d, flow: %s}\nslides:\n",
                           g_test_rand_int_range(3, 7), flows[round % 4]);
    for (int i = g_test_rand_int_range(1, 19); i > 0; i--)
      g_string_append_printf(text, "  - {text: あ, span: %dx%d}\n", g_test_rand_int_range(1, 4),
                             g_test_rand_int_range(1, 4));
    g_auto(decoded) result = decode(text->str);
    check_board(expect_sound(&result));
  }
}

/* Holes in the numbers, look-alikes and every form of digits; slides are read by their numbers. */
static void test_areas(void) {
  g_auto(decoded) result = decode("grid:\n  areas:\n    - [①, ３, 絵]\n    - ['7', \"⻑\", 絵]\n"
                                  "    - [., \"⻑\", 絵]\n"
                                  "slides:\n  - {text: あ, number: 7}\n  - {id: 長, number: none}\n"
                                  "  - {text: う, number: 1}\n  - {id: 絵, number: none}\n"
                                  "  - え\n");
  g_autofree char *cells = list_cells(expect_sound(&result));
  g_assert_cmpstr(cells, ==, "0,0 2,0:1x3 1,0 0,1 1,1:1x2");
  g_assert_cmpint(result.doc->slides[0]->number, ==, 1);
  g_assert_cmpint(result.doc->slides[2]->number, ==, 3);
  g_assert_cmpint(result.doc->grid.rows.count, ==, 3);
}

/* A drawing of the poster's own is over the counts of its layout file. */
static void test_areas_over_layout(void) {
  g_auto(decoded) result =
      decode("layout: newsletter\ngrid: {areas: [[1, 2, 3, 4]]}\nslides: [あ, い, う, え]\n");
  g_assert_cmpint(expect_sound(&result)->grid.columns.count, ==, 4);
  g_assert_null(result.doc->grid.columns.lengths);
  expect_reports("grid: {areas: [[1, 2]], columns: 3}\nslides: [あ, い]\n", "1:34 bad-area");
}

static void test_bad_areas(void) {
  expect_reports("grid: {areas: [[1, 2], [2, 1]]}\nslides: [あ, い]\n",
                 "1:25 bad-area 1:28 bad-area");
  expect_reports("grid: {areas: [[1, 1], [1, .]]}\nslides: [あ]\n", "1:25 bad-area");
  expect_reports("grid: {areas: [[1, 2], [3]]}\nslides: [あ, い, う]\n", "1:24 bad-area");
  expect_reports("grid: {areas: [[1, 2]]}\nslides: [あ]\n", "1:20 bad-area");
  expect_reports("grid: {areas: [[1]]}\nslides: [あ, い]\n", "2:13 bad-area");
  expect_reports("grid: {areas: [[1, 絵]]}\nslides: [{text: あ, id: 絵}]\n", "1:17 bad-area");
  expect_reports("grid: {areas: [[]]}\nslides: [あ]\n", "1:15 bad-area");
  expect_reports("grid: {areas: [[1, ~]]}\nslides: [あ]\n", "1:20 bad-type");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/cells/flows", test_flows);
  g_test_add_func("/cells/spans", test_spans);
  g_test_add_func("/cells/auto-columns", test_auto_columns);
  g_test_add_func("/cells/whole-columns", test_rows_keep_columns);
  g_test_add_func("/cells/margin-and-gap", test_margin_and_gap_follow_the_page);
  g_test_add_func("/cells/tracks", test_tracks);
  g_test_add_func("/cells/no-room", test_no_room);
  g_test_add_func("/cells/property", test_property);
  g_test_add_func("/cells/areas", test_areas);
  g_test_add_func("/cells/areas-over-layout", test_areas_over_layout);
  g_test_add_func("/cells/bad-areas", test_bad_areas);
  return g_test_run();
}

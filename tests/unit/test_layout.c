/* test_layout.c - what holds for every poster: panels, lines, pictures, sizes. */
#include <glib.h>

#include "corridor.h"
#include "layout/board.h"
#include "text/textbox.h"

#define PICTURES PC_SOURCE_DIR "/tests/golden/pictures"

/* Two roundings of half a micrometre on either side. */
static const pc_um rounding = 2;

static const char *const sentences[] = {
    "専門職とピアサポーターの協力関係を通して考える。",
    "5年前から同センターによる検診事業が開始されている。",
    "「最初から順風満帆だったわけではなく、数年かけてやってきた」",
    "PTやOTとの協働で検診会を実施し、結果を会員に伝える。",
};
static const char *const pages[] = {"A0", "A1", "A2", "A3", "A4", "B2", "[900mm, 900mm]"};
static const char *const flows[] = {"z", "n", "z-rtl", "n-rtl"};
static const char *const heights[] = {"balanced", "equal"};
static const char *const fits[] = {"uniform", "panel", "none"};
static const char *const valigns[] = {"top", "middle", "bottom", "spread"};
static const char *const writings[] = {"horizontal", "horizontal", "horizontal", "vertical"};
static const char *const headings[] = {"bar", "underline", "tab", "plain"};

#define PICK(random, words) ((words)[g_rand_int_range((random), 0, G_N_ELEMENTS(words))])

static void append_text(GString *yaml, GRand *random, const char *mark, int most) {
  int n = g_rand_int_range(random, 1, most + 1);
  g_string_append_printf(yaml, "      %s", mark);
  for (int i = 0; i < n; i++)
    g_string_append(yaml, PICK(random, sentences));
  g_string_append(yaml, "\n\n");
}

static void append_table(GString *yaml, GRand *random) {
  g_string_append(yaml, "    table:\n      header: [時期, テーマ, 人数]\n      rows:\n");
  for (int i = g_rand_int_range(random, 1, 5); i > 0; i--)
    g_string_append_printf(yaml, "        - [第%d回, 場をひろげる取り組み, %d名]\n", i, i * 7);
}

static void append_slide(GString *yaml, GRand *random, int columns) {
  int across = g_rand_int_range(random, 0, 6) == 0 ? MIN(2, columns) : 1;
  int down = g_rand_int_range(random, 0, 8) == 0 ? 2 : 1;
  g_string_append(yaml, "  - id: ");
  g_string_append_printf(yaml, "s%u\n    span: %dx%d\n    columns: %d\n    valign: %s\n",
                         g_rand_int(random), across, down, g_rand_int_range(random, 1, 3),
                         PICK(random, valigns));
  g_string_append_printf(yaml, "    writing: %s\n", PICK(random, writings));
  if (g_rand_int_range(random, 0, 5) > 0)
    g_string_append_printf(yaml, "    title: %s\n",
                           g_rand_boolean(random) ? "事例" : "検診会のしくみと支援の広がり");
  int kind = g_rand_int_range(random, 0, 6);
  if (kind != 5) {
    g_string_append(yaml, "    text: |\n");
    append_text(yaml, random, "", 5);
    if (kind > 2)
      g_string_append(yaml, "      ## 見えてきたこと\n\n");
    for (int i = 0; i < kind; i++)
      append_text(yaml, random, "- ", 2);
  }
  if (kind == 4)
    append_table(yaml, random);
  if (kind == 1 || kind == 5)
    g_string_append(yaml, "    figure: {file: case1.png, caption: 関係図, source: 仙台の会}\n");
  if (g_rand_int_range(random, 0, 4) == 0)
    g_string_append(yaml, "    source: 通信第3号\n");
}

static char *make_poster(GRand *random) {
  GString *yaml = g_string_new("title: ピアサポートにおける専門職とのパートナーシップ\n");
  int columns = g_rand_int_range(random, 1, 5);
  g_string_append_printf(yaml, "page: {size: %s, orientation: %s}\n", PICK(random, pages),
                         g_rand_boolean(random) ? "portrait" : "landscape");
  g_string_append_printf(yaml, "header: %s\n", g_rand_boolean(random) ? "true" : "false");
  g_string_append_printf(yaml, "grid: {columns: %d, heights: %s, flow: %s}\nfit: %s\n", columns,
                         PICK(random, heights), PICK(random, flows), PICK(random, fits));
  g_string_append_printf(yaml, "theme: {panel: {heading: %s}}\nslides:\n", PICK(random, headings));
  int n = g_rand_int_range(random, 1, 19);
  for (int i = 0; i < n; i++)
    append_slide(yaml, random, columns);
  return g_string_free(yaml, FALSE);
}

static void assert_apart(const pc_layout *layout) {
  const pc_page *page = &layout->doc->page;
  pc_rect sheet = {0, 0, page->width, page->height};
  for (int i = 0; i < layout->n_panels; i++) {
    g_assert_true(pc_rect_contains(sheet, layout->panels[i].rect));
    g_assert_cmpint(layout->panels[i].rect.w, >, 0);
    g_assert_cmpint(layout->panels[i].rect.h, >, 0);
    for (int j = 0; j < i; j++)
      g_assert_false(pc_rect_overlaps(layout->panels[i].rect, layout->panels[j].rect));
  }
}

static void assert_neighbours(const pc_panel *a, const pc_panel *b, pc_um gap) {
  const pc_cells *left = &a->slide->cells;
  const pc_cells *right = &b->slide->cells;
  if (left->column + left->columns == right->column)
    g_assert_cmpint(b->rect.x - a->rect.x - a->rect.w, ==, gap);
  if (left->row + left->rows == right->row)
    g_assert_cmpint(b->rect.y - a->rect.y - a->rect.h, ==, gap);
  if (left->row == right->row)
    g_assert_cmpint(a->rect.y, ==, b->rect.y);
  if (left->column == right->column)
    g_assert_cmpint(a->rect.x, ==, b->rect.x);
}

/* Tracks and gaps fill the sheet between its margins. */
static void assert_grid(const pc_layout *layout) {
  const pc_doc *doc = layout->doc;
  pc_um gap = pc_length_um(doc->grid.gap, 0, doc->page.width);
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    const pc_cells *cells = &panel->slide->cells;
    if (cells->column == 0)
      g_assert_cmpint(panel->rect.x, ==, doc->page.margin);
    if (cells->column + cells->columns == doc->grid.columns.count)
      g_assert_cmpint(panel->rect.x + panel->rect.w, ==, doc->page.width - doc->page.margin);
    if (cells->row + cells->rows == doc->grid.rows.count)
      g_assert_cmpint(panel->rect.y + panel->rect.h, ==, doc->page.height - doc->page.margin);
    for (int j = 0; j < layout->n_panels; j++)
      assert_neighbours(panel, &layout->panels[j], gap);
  }
}

static pc_rect find_line_rect(const pc_text_box *text, int line) {
  const double along[] = {0, text->lines->items[line].width};
  const double above[] = {PC_ASCENT_EM - 1, PC_ASCENT_EM};
  return pc_text_box_rect(text, line, along, above);
}

static void assert_lines_within(const pc_text_box *text, pc_rect inner) {
  for (int i = 0; text->lines != NULL && i < text->lines->count; i++)
    g_assert_true(pc_rect_contains(pc_rect_inset(inner, -rounding), find_line_rect(text, i)));
}

static void assert_box_within(const pc_box *box, pc_rect inner) {
  assert_lines_within(&box->text, inner);
  assert_lines_within(&box->marker, inner);
  assert_lines_within(&box->caption, inner);
  for (int i = 0; i < box->n_cells; i++) {
    g_assert_true(pc_rect_contains(inner, box->cells[i].rect));
    assert_lines_within(&box->cells[i].text, box->cells[i].rect);
  }
  for (int i = 0; i < box->n_pictures; i++)
    g_assert_true(pc_rect_contains(inner, box->pictures[i].rect));
}

/* A picture has its least share of the panel, or all of the width. */
static void assert_picture(const pc_layout *layout, const pc_panel *panel, const pc_box *box) {
  if (box->n_pictures == 0)
    return;
  bool turned = pc_slide_is_vertical(panel->slide);
  pc_axis down = turned ? PC_AXIS_X : PC_AXIS_Y;
  pc_axis across = turned ? PC_AXIS_Y : PC_AXIS_X;
  pc_um least =
      pc_length_um(layout->doc->theme.figure_min, 0, pc_rect_extent(panel->rect, down).length);
  pc_um room = pc_rect_extent(panel->inner, across).length;
  bool is_full = pc_rect_extent(box->pictures[0].rect, across).length >= room - rounding;
  g_assert_true(is_full || pc_rect_extent(box->pictures[0].rect, down).length >= least - rounding);
}

static void assert_panels_hold(const pc_layout *layout) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    if (panel->overflow)
      continue;
    g_assert_cmpfloat(panel->filled, <=, 1.0001);
    assert_lines_within(&panel->number, panel->badge);
    for (int j = 0; j < panel->n_boxes; j++) {
      assert_box_within(&panel->boxes[j], panel->inner);
      assert_picture(layout, panel, &panel->boxes[j]);
    }
  }
}

/* No box begins above the end of the one before it, or on its right where lines run downwards; text
 * columns are checked by their lines. */
static void assert_order(const pc_layout *layout) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_panel *panel = &layout->panels[i];
    for (int j = 1; j < panel->n_boxes && panel->slide->columns == 1 && !panel->overflow; j++) {
      pc_rect before = panel->boxes[j - 1].rect;
      pc_rect box = panel->boxes[j].rect;
      if (pc_slide_is_vertical(panel->slide))
        g_assert_cmpint(box.x + box.w, <=, before.x);
      else
        g_assert_cmpint(box.y, >=, before.y + before.h);
    }
  }
}

static pc_layout *lay_out(corridor *house, const char *yaml, const char *set, bool draft) {
  const char *sets[] = {set, NULL};
  pc_decode_options decode = {.file = "poster.yaml", .folder = PICTURES, .sets = sets};
  pc_layout_options options = {.draft = draft};
  *house = (corridor){.diags = pc_diags_new(), .measurer = pc_measurer_new_square()};
  house->doc = pc_doc_decode(yaml, strlen(yaml), &decode, house->diags);
  if (house->doc != NULL)
    house->layout = pc_layout_new(house->doc, house->measurer, &options, house->diags);
  return house->layout;
}

/* A grid may have more gaps than room: then that is all there is to say. */
static bool has_no_room(const corridor *house) {
  for (int i = 0; i < pc_diags_count(house->diags); i++) {
    if (strstr(pc_diags_at(house->diags, i)->message, "of the grid do not fit") != NULL)
      return true;
  }
  return false;
}

static void test_random_posters(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(18);
  int laid_out = 0;
  for (int round = 0; round < 150; round++) {
    g_autofree char *yaml = make_poster(random);
    corridor house;
    if (lay_out(&house, yaml, NULL, true) != NULL) {
      assert_apart(house.layout);
      assert_grid(house.layout);
      assert_panels_hold(house.layout);
      assert_order(house.layout);
      laid_out++;
    } else {
      print_problems(&house);
      g_assert_true(has_no_room(&house));
    }
    corridor_clear(&house);
  }
  g_assert_cmpint(laid_out, >, 130);
}

static const char *const equal_poster =
    "header: false\n"
    "grid: {columns: 2, heights: equal}\n"
    "slides:\n"
    "  - {title: 一, text: 短い。}\n"
    "  - {title: 二, figure: case1.png}\n"
    "  - title: 三\n"
    "    text: |\n"
    "      "
    "専門職とピアサポーターの協力関係を通して、クライアントや患者のニーズに適切に効果的で質の\n"
    "      "
    "高いサポートを提供できるような関係性について、事例を通して考察する。支援の形は地域や団体\n"
    "      によっても多様であり、それに関わる専門職も多様である。結果は会員全体にも伝えられる。\n"
    "  - {title: 四, text: 終わり。}\n";

static bool fits_at(const char *yaml, double size_pt) {
  corridor house;
  g_autofree char *size =
      g_strdup_printf("theme.sizes.body={min: %.2fpt, max: %.2fpt}", size_pt, size_pt);
  bool is_laid_out = lay_out(&house, yaml, size, false) != NULL;
  corridor_clear(&house);
  return is_laid_out;
}

static void test_the_size_is_the_largest(void) {
  corridor house;
  lay_out(&house, equal_poster, "theme.sizes.body.max=200pt", false);
  double size = house.layout->body_pt;
  g_assert_cmpint(house.layout->n_limiting, ==, 1);
  g_assert_cmpint(house.layout->panels[house.layout->limiting[0]].slide->number, ==, 3);
  corridor_clear(&house);
  for (double smaller = size; smaller > 10; smaller -= 7.5)
    g_assert_true(fits_at(equal_poster, smaller));
  for (double larger = size + 0.25; larger < 300; larger *= 1.3)
    g_assert_false(fits_at(equal_poster, larger));
}

static void test_nobody_limits_the_largest_permitted_size(void) {
  corridor house;
  lay_out(&house, equal_poster, "theme.sizes.body.max=20pt", false);
  g_assert_cmpfloat_with_epsilon(house.layout->body_pt, 20, 1e-9);
  g_assert_cmpint(house.layout->n_limiting, ==, 0);
  corridor_clear(&house);
}

static void test_wider_is_never_taller(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(5);
  for (int round = 0; round < 20; round++) {
    g_autofree char *yaml = g_strdup_printf(
        "slides:\n  - text: |\n      %s%s\n\n      - %s\n      - %s\n", PICK(random, sentences),
        PICK(random, sentences), PICK(random, sentences), PICK(random, sentences));
    corridor house;
    corridor_init(&house, yaml, ".", true);
    pc_content content;
    pc_layout_options options = {0};
    pc_content_init(&content, house.doc->slides[0], house.layout, house.measurer, &options,
                    house.diags);
    pc_um before = G_MAXINT32;
    for (pc_um width = 60000; width < 800000; width += 7001) {
      pc_setting setting = pc_setting_make(&content, 30, 30, width);
      g_assert_cmpint(pc_setting_need(&setting), <=, before);
      before = pc_setting_need(&setting);
    }
    pc_content_clear(&content);
    corridor_clear(&house);
  }
}

static const char *const vertical_poster =
    "writing: vertical\n"
    "grid: {columns: 2}\n"
    "slides:\n"
    "  - title: 第12回\n"
    "    text: |\n"
    "      "
    "専門職とピアサポーターの協力関係を通して、クライアントや患者のニーズに適切に効果的で質の\n"
    "      "
    "高いサポートを提供できるような関係性について、事例を通して考察する。支援の形は地域や団体\n"
    "      によっても多様であり、それに関わる専門職も多様である。結果は会員全体にも伝えられる。\n"
    "    source: 通信第3号\n"
    "  - {title: 二, figure: case1.png}\n"
    "  - {title: 三, text: 前の文。, table: {rows: [[第1回, 12名], [第2回, 45名]]}}\n"
    "  - {writing: horizontal, title: 四, text: 終わり。}\n";

static void test_vertical_lines_go_left(void) {
  corridor house;
  corridor_init(&house, vertical_poster, PICTURES, false);
  const pc_panel *panel = &house.layout->panels[0];
  const pc_text_box *heading = &panel->boxes[0].text;
  const pc_text_box *text = &panel->boxes[1].text;
  g_assert_true(heading->vertical && text->vertical);
  g_assert_false(house.layout->panels[3].boxes[1].text.vertical);
  g_assert_cmpint(panel->badge.x + panel->badge.w, ==, panel->inner.x + panel->inner.w);
  g_assert_cmpint(panel->badge.y, ==, panel->inner.y);
  g_assert_cmpint(heading->baseline[0], >, panel->badge.y + panel->badge.h);
  g_assert_cmpint(text->x[0], <, heading->x[0]);
  g_assert_cmpint(text->lines->count, >, 3);
  pc_um pitch = text->x[0] - text->x[1];
  g_assert_cmpint(pitch, >, pc_um_from_pt(text->size_pt));
  for (int i = 1; i < text->lines->count; i++) {
    g_assert_cmpint(ABS(text->x[i - 1] - text->x[i] - pitch), <=, rounding);
    g_assert_cmpint(text->baseline[i], ==, panel->inner.y);
  }
  g_assert_cmpint(panel->boxes[2].rect.x, ==, panel->inner.x);
  corridor_clear(&house);
}

/* A low row of little text is as high as its heading's longest phrase. */
static void test_vertical_rows_keep_headings_whole(void) {
  corridor house;
  corridor_init(&house,
                "layout: vertical\nheader: false\ngrid: {columns: 1, gap: 0mm}\nslides:\n"
                "  - {title: パートナーシップ, text: あ}\n"
                "  - {title: パートナーシップ, text: あ}\n"
                "  - {title: パートナーシップ, text: あ}\n"
                "  - {title: パートナーシップ, text: あ}\n"
                "  - {title: パートナーシップ, text: あ}\n"
                "  - {title: パートナーシップ, text: あ}\n",
                ".", false);
  for (int i = 0; i < house.layout->n_panels; i++) {
    const pc_box *heading = &house.layout->panels[i].boxes[0];
    g_assert_true(heading->kind == PC_BLOCK_HEADING);
    g_assert_cmpint(heading->text.lines->count, ==, 1);
  }
  corridor_clear(&house);
}

/* Seven columns of short words in a third of the sheet: the text becomes smaller, most of all in
 * the table, before a word is parted. */
static void test_tables_keep_words_whole(void) {
  corridor house;
  corridor_init(&house,
                "grid: {columns: 3}\nslides:\n"
                "  - {title: 一, table: {rows: [[あいう, あいう, あいう, あいう, あいう, あいう, "
                "あいう]]}}\n"
                "  - {title: 二, text: 短い。}\n",
                ".", false);
  const pc_box *table = &house.layout->panels[0].boxes[1];
  g_assert_true(table->kind == PC_BLOCK_TABLE);
  for (int i = 0; i < table->n_cells; i++)
    g_assert_cmpint(table->cells[i].text.lines->count, ==, 1);
  double size = table->cells[0].text.size_pt;
  g_assert_cmpfloat(size, <, house.layout->body_pt);
  g_assert_cmpfloat(size, >, house.layout->body_pt * 0.75);
  corridor_clear(&house);
}

/* What cannot be kept whole even at the least size is no mistake. */
static void test_tables_part_words_at_last(void) {
  g_autoptr(GString) yaml = g_string_new("grid: {columns: 3}\nslides:\n"
                                         "  - {title: 一, table: {rows: [[");
  for (int i = 0; i < 14; i++)
    g_string_append(yaml, i > 0 ? ", あいう" : "あいう");
  g_string_append(yaml, "]]}}\n  - {title: 二, text: 短い。}\n");
  corridor house;
  corridor_init(&house, yaml->str, ".", false);
  const pc_box *table = &house.layout->panels[0].boxes[1];
  g_assert_cmpint(table->cells[0].text.lines->count, >, 1);
  corridor_clear(&house);
}

/* Pictures and tables are not turned: they stand at the left of the text. */
static void test_vertical_panels_keep_pictures_and_tables_upright(void) {
  corridor house;
  corridor_init(&house, vertical_poster, PICTURES, false);
  const pc_box *figure = &house.layout->panels[1].boxes[1];
  double ratio = (double)figure->pictures[0].rect.h / figure->pictures[0].rect.w;
  double own = (double)pc_image_height(figure->pictures[0].image) /
               pc_image_width(figure->pictures[0].image);
  g_assert_cmpfloat_with_epsilon(ratio, own, 1e-3);
  const pc_box *table = &house.layout->panels[2].boxes[2];
  g_assert_cmpint(table->n_cells, ==, 4);
  g_assert_false(table->cells[0].text.vertical);
  g_assert_cmpint(table->cells[1].rect.x, ==, table->cells[0].rect.x + table->cells[0].rect.w);
  g_assert_cmpint(table->cells[2].rect.y, ==, table->cells[0].rect.y + table->cells[0].rect.h);
  for (int i = 0; i < table->n_cells; i++)
    g_assert_cmpint(table->cells[i].text.lines->count, ==, 1);
  corridor_clear(&house);
}

/* A vertical poster is fitted like any other: it does not fit a step larger. */
static void test_vertical_size_is_the_largest(void) {
  static const char *const sets[] = {"grid.heights=balanced", "grid.heights=equal"};
  for (size_t i = 0; i < G_N_ELEMENTS(sets); i++) {
    corridor house;
    g_autofree char *yaml =
        g_strdup_printf("theme: {sizes: {body: {max: 300pt}}}\n%s", vertical_poster);
    g_assert_nonnull(lay_out(&house, yaml, sets[i], false));
    double size = house.layout->body_pt;
    g_assert_cmpfloat(size, >, 18);
    g_assert_cmpfloat(size, <, 300);
    g_assert_cmpint(house.layout->n_limiting, >, 0);
    corridor_clear(&house);
    g_autofree char *larger = g_strdup_printf(
        "theme: {sizes: {body: {min: %.2fpt, max: 300pt}}}\n%s", size + 1, vertical_poster);
    g_assert_null(lay_out(&house, larger, sets[i], false));
    corridor_clear(&house);
  }
}

static void test_statements_and_titles_grow(void) {
  corridor house;
  corridor_init(&house,
                "title: 題\nheader: false\ngrid: {columns: 2, heights: equal}\nslides:\n"
                "  - {role: theme}\n"
                "  - {title: 声, text: やってきた。}\n"
                "  - {title: 文, text: \"やってきた。\\n\\n続けていく。\"}\n",
                ".", false);
  const pc_panel *panels = house.layout->panels;
  double common = house.layout->body_pt;
  const pc_sizes *sizes = &house.doc->theme.sizes;
  g_assert_cmpfloat(panels[1].body_pt, >, common * 1.5);
  g_assert_cmpfloat(panels[1].body_pt, <=, common * sizes->statement + 1e-9);
  g_assert_cmpfloat_with_epsilon(panels[2].body_pt, common, 1e-9);
  g_assert_cmpfloat_with_epsilon(panels[1].boxes[0].text.size_pt, panels[2].boxes[0].text.size_pt,
                                 1e-9);
  g_assert_cmpfloat(panels[0].boxes[0].text.size_pt, >, pc_length_pt(sizes->heading, common) * 1.5);
  corridor_clear(&house);
}

static void test_fit_panel_lets_each_grow_alone(void) {
  corridor house;
  lay_out(&house, equal_poster, "fit=panel", false);
  g_assert_cmpfloat(house.layout->panels[3].body_pt, >, house.layout->panels[2].body_pt);
  corridor_clear(&house);
}

static void test_headings_of_a_row_share_their_baseline(void) {
  corridor house;
  corridor_init(&house, equal_poster, PICTURES, false);
  const pc_panel *panels = house.layout->panels;
  g_assert_cmpint(panels[0].boxes[0].text.baseline[0], ==, panels[1].boxes[0].text.baseline[0]);
  g_assert_cmpint(panels[2].boxes[0].text.baseline[0], ==, panels[3].boxes[0].text.baseline[0]);
  g_assert_cmpint(panels[0].badge.y, ==, panels[1].badge.y);
  corridor_clear(&house);
}

static pc_um gap_after_heading(const pc_panel *panel) {
  const pc_text_box *heading = &panel->boxes[0].text;
  return panel->boxes[1].text.baseline[0] - heading->baseline[heading->lines->count - 1];
}

static void test_text_keeps_its_distance_from_long_headings(void) {
  corridor house;
  corridor_init(
      &house,
      "grid: {columns: 3}\nslides:\n  - {title: 一, text: \"あ\\n\\nい\"}\n"
      "  - {title: 検診会のしくみと支援の広がりについて, text: \"あ\\n\\nい\"}\n"
      "  - {title: 専門職とのパートナーシップにおいて重要なこと専門職とのパートナーシップに"
      "おいて重要なこと専門職とのパートナーシップ, text: \"あ\\n\\nい\"}\n",
      ".", false);
  const pc_panel *panels = house.layout->panels;
  g_assert_cmpint(panels[0].boxes[0].text.lines->count, ==, 1);
  g_assert_cmpint(panels[1].boxes[0].text.lines->count, ==, 2);
  g_assert_cmpint(panels[2].boxes[0].text.lines->count, >, 3);
  for (int i = 1; i < 3; i++)
    g_assert_cmpint(ABS(gap_after_heading(&panels[i]) - gap_after_heading(&panels[0])), <=,
                    rounding);
  corridor_clear(&house);
}

static void test_columns_are_balanced(void) {
  corridor house;
  corridor_init(&house,
                "slides:\n  - title: 一\n    columns: 2\n    text: |\n"
                "      - 一つ\n      - 二つ\n      - 三つ\n      - 四つ\n      - 五つ\n",
                ".", false);
  const pc_panel *panel = &house.layout->panels[0];
  g_assert_cmpint(panel->n_boxes, ==, 6);
  g_assert_cmpint(panel->boxes[3].rect.x, ==, panel->boxes[1].rect.x);
  g_assert_cmpint(panel->boxes[4].rect.x, >, panel->boxes[1].rect.x + panel->boxes[1].rect.w);
  g_assert_cmpint(panel->boxes[4].text.baseline[0], ==, panel->boxes[1].text.baseline[0]);
  g_assert_cmpint(panel->boxes[5].text.baseline[0], ==, panel->boxes[2].text.baseline[0]);
  corridor_clear(&house);
}

/* A panel that begins with a text keeps the readings of its first line off its edge. */
static void test_first_readings_stay_inside(void) {
  corridor house;
  corridor_init(&house,
                "theme: {panel: {padding: .2em}}\nslides:\n"
                "  - {number: none, text: '{専門職|せんもんしょく}です。'}\n",
                ".", false);
  const pc_panel *panel = &house.layout->panels[0];
  const pc_text_box *text = &panel->boxes[0].text;
  pc_um readings = pc_um_from_pt(text->size_pt * (PC_ASCENT_EM + PC_RUBY_HEAD_EM));
  pc_um edge = panel->rect.y + (panel->inner.y - panel->rect.y) / 2;
  g_assert_cmpint(text->baseline[0] - readings, >=, edge - 2);
  corridor_clear(&house);
}

static void test_picture_fills_its_panel(void) {
  corridor house;
  corridor_init(&house, "slides:\n  - {role: figure, number: none, figure: case1.png}\n", PICTURES,
                false);
  const pc_panel *panel = &house.layout->panels[0];
  pc_rect rect = panel->boxes[0].pictures[0].rect;
  g_assert_true(rect.w == panel->rect.w || rect.h == panel->rect.h);
  g_assert_cmpint(panel->rect.y, ==, house.doc->page.margin);
  corridor_clear(&house);
}

static void test_table_leaves_out_an_empty_header(void) {
  corridor house;
  corridor_init(&house,
                "slides:\n  - text: |\n      |  |  |\n      |--|--|\n      | 日時 | 十月 |\n"
                "      | 場所 | 世田谷地域交流スペースの一階にある大きな会議室 |\n",
                ".", false);
  const pc_box *table = &house.layout->panels[0].boxes[0];
  g_assert_cmpint(table->kind, ==, PC_BLOCK_TABLE);
  g_assert_cmpint(table->n_cells, ==, 4);
  g_assert_false(table->cells[0].is_header);
  g_assert_cmpint(table->cells[0].rect.y, ==, table->rect.y);
  /* Short columns stand on one line before long ones take more. */
  g_assert_cmpint(table->cells[0].text.lines->count, ==, 1);
  g_assert_cmpint(table->cells[3].rect.x + table->cells[3].rect.w, ==,
                  table->rect.x + table->rect.w);
  corridor_clear(&house);
}

static void test_source_stands_at_the_foot(void) {
  corridor house;
  corridor_init(&house, "slides:\n  - {text: 短い。, source: 通信第3号}\n", ".", false);
  const pc_panel *panel = &house.layout->panels[0];
  pc_rect foot = panel->boxes[panel->n_boxes - 1].rect;
  g_assert_cmpint(foot.y + foot.h, ==, panel->inner.y + panel->inner.h);
  corridor_clear(&house);
}

static void test_header_runs_to_the_trim(void) {
  corridor house;
  corridor_init(&house,
                "title: ピアサポートにおける専門職とのパートナーシップ\nsubtitle: 三つの事例から\n"
                "affiliations: [仙台の会, 東海の会, 沖縄の会]\nslides: [短い。]\n",
                ".", false);
  const pc_band_box *header = &house.layout->header;
  g_assert_true(header->shown);
  g_assert_cmpint(header->rect.x, ==, 0);
  g_assert_cmpint(header->rect.y, ==, 0);
  g_assert_cmpint(header->rect.w, ==, house.doc->page.width);
  g_assert_cmpint(header->n_texts, ==, 5);
  g_assert_cmpfloat(header->texts[0].size_pt, >=, 70);
  g_assert_cmpfloat(header->texts[0].size_pt, <=, 110);
  for (int i = 0; i < header->n_texts; i++)
    assert_lines_within(&header->texts[i], pc_rect_inset(header->rect, house.doc->page.margin / 2));
  /* What stands beside the title stands on its last line. */
  const pc_text_box *last = &header->texts[4];
  const pc_text_box *beside = &header->texts[1];
  g_assert_cmpint(ABS(last->baseline[0] - beside->baseline[beside->lines->count - 1]), <=,
                  rounding);
  corridor_clear(&house);
}

static void test_header_of_a_given_height_shrinks_its_title(void) {
  corridor house;
  lay_out(&house, "title: 長い長い題名を持つポスター\nheader: {height: 40mm}\nslides: [短い。]\n",
          "fit=uniform", false);
  g_assert_nonnull(house.layout);
  g_assert_cmpint(house.layout->header.rect.h, ==, 40000);
  assert_lines_within(&house.layout->header.texts[0], house.layout->header.rect);
  g_assert_cmpfloat(house.layout->header.texts[0].size_pt, <, 90);
  corridor_clear(&house);
}

static char *make_long_poster(void) {
  GString *yaml = g_string_new("slides:\n  - {title: 一, text: 短い。}\n  - title: 二\n    text: ");
  for (int i = 0; i < 800; i++)
    g_string_append(yaml, sentences[i % 4]);
  g_string_append(yaml, "\n");
  return g_string_free(yaml, FALSE);
}

/* "`theme.sizes.body.min: 12.5pt` permits it" */
static char *find_advice(const pc_diags *diags) {
  const pc_diag *last = pc_diags_at(diags, pc_diags_count(diags) - 1);
  const char *from = strstr(last->hint, "theme.sizes.body.min: ");
  g_assert_nonnull(from);
  double size = g_ascii_strtod(from + strlen("theme.sizes.body.min: "), NULL);
  return g_strdup_printf("theme.sizes.body.min=%.2fpt", size);
}

static void test_overflow_is_named_and_the_advice_holds(void) {
  g_autofree char *yaml = make_long_poster();
  corridor house;
  g_assert_null(lay_out(&house, yaml, "fit=uniform", false));
  g_assert_cmpint(pc_diags_count(house.diags), ==, 2);
  const pc_diag *first = pc_diags_at(house.diags, 0);
  g_assert_cmpint(first->code, ==, PC_OVERFLOW);
  g_assert_cmpint(first->at.line, ==, 3);
  g_assert_nonnull(strstr(first->message, "panel 2 does not fit at 18.00 pt"));
  g_assert_nonnull(strstr(first->message, "characters too many"));
  g_autofree char *advice = find_advice(house.diags);
  corridor_clear(&house);
  g_assert_nonnull(lay_out(&house, yaml, advice, false));
  corridor_clear(&house);
}

static void test_draft_marks_instead(void) {
  g_autofree char *yaml = make_long_poster();
  corridor house;
  corridor_init(&house, yaml, ".", true);
  g_assert_false(house.layout->panels[0].overflow);
  g_assert_true(house.layout->panels[1].overflow);
  g_assert_cmpint(house.layout->panels[1].overflow_by, >, 0);
  g_assert_cmpint(pc_diags_count(house.diags), ==, 0);
  corridor_clear(&house);
}

static void test_a_word_without_breaks_is_named(void) {
  corridor house;
  const char *yaml =
      "slides:\n  - text: "
      "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
      "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
      "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
      "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz\n";
  g_assert_null(lay_out(&house, yaml, "page.size=A3", false));
  const pc_diag *first = pc_diags_at(house.diags, 0);
  g_assert_cmpint(first->code, ==, PC_OVERFLOW);
  g_assert_nonnull(strstr(first->message, "'abcdefghij"));
  corridor_clear(&house);
}

static void test_no_room_for_the_grid_is_an_error(void) {
  corridor house;
  g_assert_null(lay_out(&house,
                        "page: {size: [60mm, 60mm], margin: 5mm}\ngrid: {columns: 3, gap: 25mm}\n"
                        "slides: [あ, い]\n",
                        "header=false", false));
  g_assert_true(has_no_room(&house));
  corridor_clear(&house);
}

static void test_tiny_pages_end_one_way_or_the_other(void) {
  static const char *const sizes[] = {"page.size=[20mm, 20mm]", "page.size=[50mm, 30mm]",
                                      "page.size=A6", "page.size=[40mm, 2000mm]"};
  for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
    for (int draft = 0; draft < 2; draft++) {
      corridor house;
      pc_layout *layout = lay_out(&house, equal_poster, sizes[i], draft);
      g_assert_true(layout != NULL || pc_diags_has_error(house.diags));
      if (layout != NULL)
        assert_apart(layout);
      corridor_clear(&house);
    }
  }
}

static void test_dump_has_the_agreed_form(void) {
  corridor house;
  corridor_init(&house, "slides:\n  - {id: a, title: 一, text: 短い。}\n", ".", false);
  g_autoptr(GString) out = g_string_new(NULL);
  pc_layout_dump(house.layout, house.diags, out);
  g_assert_true(g_str_has_prefix(out->str,
                                 "{\n  \"posterc\": 1,\n  \"page\": {\"width_mm\": 841.0, "
                                 "\"height_mm\": 1189.0, \"bleed_mm\": 0.0},\n"));
  static const char *const parts[] = {
      "\"number\": 1,\n      \"id\": \"a\",\n      \"role\": \"body\",\n      \"x_mm\": 18.0,",
      "\"kind\": \"heading\",", "{\"text\": \"短い。\", \"x_mm\": ", "\"diagnostics\": []\n}\n"};
  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
    g_assert_nonnull(strstr(out->str, parts[i]));
  g_autoptr(GString) again = g_string_new(NULL);
  pc_layout_dump(house.layout, house.diags, again);
  g_assert_cmpstr(out->str, ==, again->str);
  corridor_clear(&house);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/layout/random", test_random_posters);
  g_test_add_func("/layout/largest", test_the_size_is_the_largest);
  g_test_add_func("/layout/permitted", test_nobody_limits_the_largest_permitted_size);
  g_test_add_func("/layout/wider", test_wider_is_never_taller);
  g_test_add_func("/layout/vertical", test_vertical_lines_go_left);
  g_test_add_func("/layout/table-words", test_tables_keep_words_whole);
  g_test_add_func("/layout/table-words-parted", test_tables_part_words_at_last);
  g_test_add_func("/layout/vertical-headings", test_vertical_rows_keep_headings_whole);
  g_test_add_func("/layout/vertical-upright",
                  test_vertical_panels_keep_pictures_and_tables_upright);
  g_test_add_func("/layout/vertical-largest", test_vertical_size_is_the_largest);
  g_test_add_func("/layout/statements", test_statements_and_titles_grow);
  g_test_add_func("/layout/fit-panel", test_fit_panel_lets_each_grow_alone);
  g_test_add_func("/layout/baselines", test_headings_of_a_row_share_their_baseline);
  g_test_add_func("/layout/long-headings", test_text_keeps_its_distance_from_long_headings);
  g_test_add_func("/layout/columns", test_columns_are_balanced);
  g_test_add_func("/layout/picture", test_picture_fills_its_panel);
  g_test_add_func("/layout/first-readings", test_first_readings_stay_inside);
  g_test_add_func("/layout/table", test_table_leaves_out_an_empty_header);
  g_test_add_func("/layout/source", test_source_stands_at_the_foot);
  g_test_add_func("/layout/header", test_header_runs_to_the_trim);
  g_test_add_func("/layout/header-height", test_header_of_a_given_height_shrinks_its_title);
  g_test_add_func("/layout/overflow", test_overflow_is_named_and_the_advice_holds);
  g_test_add_func("/layout/draft", test_draft_marks_instead);
  g_test_add_func("/layout/word", test_a_word_without_breaks_is_named);
  g_test_add_func("/layout/no-room", test_no_room_for_the_grid_is_an_error);
  g_test_add_func("/layout/tiny", test_tiny_pages_end_one_way_or_the_other);
  g_test_add_func("/layout/dump", test_dump_has_the_agreed_form);
  return g_test_run();
}

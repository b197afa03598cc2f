/* test_bounds.c - what a reader sees of every sheet: lines of neighbours that agree, even gutters,
 * short lines, short headings, full panels or advice about them. */
#include <glib.h>
#include <stdlib.h>

#include "check/advice.h"
#include "check/check.h"
#include "check/measures.h"
#include "corridor.h"
#include "text/textbox.h"

#define PICTURES PC_SOURCE_DIR "/tests/golden/pictures"

/* Micrometres: baselines of neighbours; gutters. */
static const pc_um baseline_slack = 100;
static const pc_um gutter_slack = 10;
static const double longest_line = 40;
static const double half_filled = 0.5;
static const int most_heading_lines = 3;

static const char *const themes[] = {"standard", "ud", "warm", "mono", "high-contrast"};
static const char *const pages[] = {"A0", "A1", "A3", "A4", "B1", "[900mm, 1200mm]"};
static const char *const grids[] = {"{}", "{}", "{columns: 2}", "{columns: 3}", "{heights: equal}"};
static const char *const titles[] = {"事例", "見えてきた結果", "検診会のしくみと支援の広がり"};
static const char *const sentences[] = {
    "専門職とピアサポーターの協力関係を通して考える。",
    "5年前から同センターによる検診事業が開始されている。",
    "「最初から順風満帆だったわけではなく、数年かけてやってきた」",
    "PTやOTとの協働で検診会を実施し、結果を会員に伝える。",
};
static const char *const figures[] = {
    "    figure: {file: case1.png, alt: 図, caption: 関係図}\n",
    "    figure: {file: case1.png, alt: 図, place: above}\n",
    "    figure: {file: case1.png, alt: 図, place: right}\n",
    "    steps: [相談, 傾聴, まとめ]\n",
    "    table: {header: [回, 人数], rows: [[第1回, 27名], [第2回, 45名]]}\n",
    "",
    "",
    "",
};

#define PICK(random, words) ((words)[g_rand_int_range((random), 0, G_N_ELEMENTS(words))])

static void append_block(GString *yaml, GRand *random, const char *mark, int most) {
  g_string_append_printf(yaml, "      %s", mark);
  for (int i = g_rand_int_range(random, 1, most + 1); i > 0; i--)
    g_string_append(yaml, PICK(random, sentences));
  g_string_append(yaml, "\n");
}

static void append_text(GString *yaml, GRand *random) {
  const int kind = g_rand_int_range(random, 0, 5);
  const int paragraphs = kind == 0 ? 1 : g_rand_int_range(random, 1, 4);
  g_string_append(yaml, "    text: |\n");
  for (int i = 0; i < paragraphs; i++) {
    append_block(yaml, random, "", kind == 0 ? 1 : 5);
    g_string_append_c(yaml, '\n');
  }
  if (kind == 3)
    g_string_append(yaml, "      ## 小見出し\n\n");
  for (int i = 0; i < kind - 1; i++)
    append_block(yaml, random, "- ", 2);
}

static char *make_poster(GRand *random, int n) {
  GString *yaml = g_string_new("title: 協力関係を考える\n");
  const bool is_landscape = g_rand_boolean(random);
  g_string_append_printf(yaml, "page: {size: %s, ", PICK(random, pages));
  g_string_append_printf(yaml, "orientation: %s}\n", is_landscape ? "landscape" : "portrait");
  g_string_append_printf(yaml, "grid: %s\n", PICK(random, grids));
  g_string_append_printf(yaml, "theme: {base: %s, sizes: {body: {min: 2pt}}}\nslides:\n",
                         PICK(random, themes));
  for (int i = 0; i < n; i++) {
    g_string_append_printf(yaml, "  - title: %s\n", PICK(random, titles));
    append_text(yaml, random);
    g_string_append(yaml, PICK(random, figures));
  }
  return g_string_free(yaml, FALSE);
}

static bool is_text(const pc_box *box) {
  return box->kind == PC_BLOCK_PARAGRAPH || box->kind == PC_BLOCK_ITEM ||
         box->kind == PC_BLOCK_SUBHEADING;
}

static const pc_text_box *find_first_text(const pc_panel *panel) {
  for (int i = 0; i < panel->n_boxes; i++) {
    if (is_text(&panel->boxes[i]) && pc_text_box_has_lines(&panel->boxes[i].text))
      return &panel->boxes[i].text;
  }
  return NULL;
}

static int count_heading_lines(const pc_panel *panel) {
  const pc_box *heading = pc_panel_find_heading(panel);
  return heading != NULL && heading->text.lines != NULL ? heading->text.lines->count : 0;
}

/* All lines of a panel's text stand a whole number of lines from there. */
static void assert_on_grid(const pc_panel *panel, pc_um origin, pc_um pitch) {
  for (int i = 0; i < panel->n_boxes; i++) {
    const pc_box *box = &panel->boxes[i];
    for (int k = 0; is_text(box) && box->text.lines != NULL && k < box->text.lines->count; k++) {
      const pc_um off = abs(box->text.baseline[k] - origin) % pitch;
      g_assert_cmpint(MIN(off, pitch - off), <=, baseline_slack);
    }
  }
}

static bool share_a_grid(const pc_panel *a, const pc_panel *b) {
  return a->slide->cells.row == b->slide->cells.row && a->body_pt == b->body_pt &&
         count_heading_lines(a) == count_heading_lines(b) && find_first_text(a) != NULL;
}

static int assert_baselines(const pc_layout *layout) {
  const double line = layout->doc->theme.sizes.line;
  int pairs = 0;
  for (int i = 1; i < layout->n_panels; i++) {
    const pc_panel *a = &layout->panels[i - 1], *b = &layout->panels[i];
    if (!share_a_grid(a, b))
      continue;
    const pc_um pitch = pc_text_height(2, a->body_pt, line) - pc_um_from_pt(a->body_pt);
    const pc_um origin = find_first_text(a)->baseline[0];
    assert_on_grid(a, origin, pitch);
    assert_on_grid(b, origin, pitch);
    pairs++;
  }
  return pairs;
}

static void assert_gutters(const pc_layout *layout) {
  const pc_um gap = pc_length_um(layout->doc->grid.gap, 0, layout->doc->page.width);
  for (int i = 1; i < layout->n_panels; i++) {
    const pc_panel *a = &layout->panels[i - 1], *b = &layout->panels[i];
    const bool is_beside = a->slide->cells.row == b->slide->cells.row;
    const pc_um between = is_beside ? b->rect.x - a->rect.x - a->rect.w : gap;
    g_assert_cmpint(ABS(between - gap), <=, gutter_slack);
    if (!is_beside)
      g_assert_cmpint(ABS(b->rect.y - a->rect.y - a->rect.h - gap), <=, gutter_slack);
  }
}

static void assert_short(const pc_layout *layout) {
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_box *box = NULL;
    g_assert_cmpfloat(pc_check_longest_line(&layout->panels[i], &box), <=, longest_line);
    g_assert_cmpint(count_heading_lines(&layout->panels[i]), <=, most_heading_lines);
  }
}

/* There is advice about every panel that is not half full, and the report says it. */
static void assert_advised(const pc_layout *layout) {
  g_autoptr(GString) report = g_string_new(NULL);
  g_autoptr(GArray) advice = pc_check_advise(layout);
  pc_check_append_report(layout, &(pc_check_ink){0}, report);
  for (int i = 0; i < layout->n_panels; i++) {
    const pc_advice *given = &g_array_index(advice, pc_advice, (guint)i);
    g_autofree char *line = g_strdup_printf("\npanel %d, ", layout->panels[i].slide->number);
    if (layout->panels[i].filled >= half_filled)
      continue;
    g_assert_nonnull(given->sentence);
    g_assert_true(given->is_said || strstr(report->str, line) != NULL);
  }
}

static void test_random_posters(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(41);
  int pairs = 0;
  for (int round = 0; round < 72; round++) {
    g_autofree char *yaml = make_poster(random, 1 + round % 18);
    g_test_message("%s", yaml);
    corridor house;
    corridor_init(&house, yaml, PICTURES, false);
    pairs += assert_baselines(house.layout);
    assert_gutters(house.layout);
    assert_short(house.layout);
    assert_advised(house.layout);
    corridor_clear(&house);
  }
  g_assert_cmpint(pairs, >, 100);
}

static const char row_of_two[] = "grid: {columns: 2, heights: equal}\n"
                                 "theme: {sizes: {body: {min: 24pt, max: 24pt}}}\n"
                                 "slides:\n  - title: 一\n    text: |\n      %s\n"
                                 "  - title: 二\n    text: |\n      %s\n";

static void assert_row_agrees(const char *left, const char *right) {
  g_autofree char *yaml = g_strdup_printf(row_of_two, left, right);
  corridor house;
  corridor_init(&house, yaml, PICTURES, false);
  const pc_panel *panels = house.layout->panels;
  g_assert_cmpint(find_first_text(&panels[0])->baseline[0], ==,
                  find_first_text(&panels[1])->baseline[0]);
  g_assert_cmpint(assert_baselines(house.layout), ==, 1);
  corridor_clear(&house);
}

/* Whatever parts the lines of one of them. */
static void test_neighbours_share_their_lines(void) {
  const char plain[] =
      "事例を通して考える。今日の話はここから始まる。支援の形は地域や団体によっても"
      "多様であり、それに関わる専門職も多様である。結果は会員全体にも伝えられる。"
      "参加した人の声は、次の回の初めに皆で読む。";
  assert_row_agrees(plain, "前の文。\n\n      後の文。\n\n      終わりの文。");
  assert_row_agrees(plain,
                    "前の文。\n\n      - 一つ\n      - 二つ\n\n      - 三つ\n\n      後の文。");
  assert_row_agrees(plain,
                    "## 小見出し\n\n      後の文。\n\n      ## 次の見出し\n\n      終わり。");
  assert_row_agrees(plain, "前の文。\n\n      | 回 | 人数 |\n      |--|--|\n      | 一 | 27名 |\n\n"
                           "      後の文。");
  assert_row_agrees(plain, "{専門職|せんもんしょく}の文。\n\n      前の文が長く続いて二行になり、"
                           "{支援|しえん}の話はそのあとに続く。そこまで読む人は多い。");
}

/* In text columns of a wide panel, too. */
static void test_wide_panels_have_columns(void) {
  corridor house;
  g_autoptr(GString) yaml = g_string_new("page: {orientation: landscape}\ngrid: {columns: 1}\n"
                                         "theme: {sizes: {body: {min: 24pt, max: 24pt}}}\n"
                                         "slides:\n  - title: 一\n    text: |\n      ");
  for (int i = 0; i < 20; i++)
    g_string_append(yaml, sentences[i % 4]);
  corridor_init(&house, yaml->str, ".", false);
  const pc_text_box *text = find_first_text(&house.layout->panels[0]);
  const int last = text->lines->count - 1;
  g_assert_cmpint(text->x[last], >, text->x[0] + house.doc->page.width / 2);
  pc_um lowest = 0;
  for (int i = 0; i <= last; i++)
    lowest = MAX(lowest, text->baseline[i]);
  const pc_um pitch = text->baseline[1] - text->baseline[0];
  g_assert_cmpint((lowest - text->baseline[0]) / pitch + 1, <=, (last + 1) / 4 + 2);
  assert_short(house.layout);
  corridor_clear(&house);
}

/* A few words among long texts are larger than these and stand in the middle; a longer statement
 * grows less, and begins where the others do. */
static void test_statements_look_meant(void) {
  corridor house;
  corridor_init(&house,
                "grid: {columns: 3, heights: equal}\ntheme: {sizes: {body: {max: 30pt}}}\nslides:\n"
                "  - {title: 一, text: つながる。}\n"
                "  - {title: 二, text: "
                "年に五回、会場を変えて集まり、そのたびに前の回の話を振り返ってから次の話に入る。"
                "参加した人の声は、次の回の初めに皆で読む。続けることが力になる。}\n"
                "  - {title: 三}\n",
                ".", false);
  const pc_panel *panels = house.layout->panels;
  const pc_text_box *words = find_first_text(&panels[0]), *lead = find_first_text(&panels[1]);
  g_assert_cmpfloat(panels[0].body_pt, >, panels[1].body_pt);
  g_assert_cmpfloat(panels[1].body_pt, >, house.layout->body_pt);
  const pc_um middle = panels[0].inner.y + panels[0].inner.h / 2;
  g_assert_cmpint(ABS(words->baseline[0] - middle), <, panels[0].inner.h / 6);
  g_assert_cmpint(lead->baseline[0], <, words->baseline[0]);
  const pc_box *heading = pc_panel_find_heading(&panels[2]);
  g_assert_cmpfloat(heading->text.size_pt, >,
                    pc_panel_find_heading(&panels[0])->text.size_pt * 1.4);
  g_assert_cmpint(heading->text.baseline[0], >, panels[2].inner.y + panels[2].inner.h / 3);
  corridor_clear(&house);
}

/* The common size keeps to the theme's range however few slides there are; a larger most is taken.
 */
static void test_few_slides_keep_to_the_range(void) {
  const char few[] = "title: 題\nslides:\n  - {title: 一, text: 短い文が一つある。}\n"
                     "  - {title: 二, text: \"短い文。\\n\\n次の文。\"}\n";
  corridor house;
  corridor_init(&house, few, ".", false);
  g_assert_cmpfloat_with_epsilon(house.layout->body_pt, 44, 1e-9);
  g_assert_cmpfloat_with_epsilon(house.layout->panels[1].body_pt, 44, 1e-9);
  g_assert_cmpint(house.layout->n_limiting, ==, 0);
  corridor_clear(&house);
  g_autofree char *larger = g_strconcat("theme: {sizes: {body: {max: 64pt}}}\n", few, NULL);
  corridor_init(&house, larger, ".", false);
  g_assert_cmpfloat_with_epsilon(house.layout->body_pt, 64, 1e-9);
  corridor_clear(&house);
}

/* Items part where there is room for it. */
static void test_lists_open(void) {
  static const char format[] = "header: false\ngrid: {columns: 1, rows: %d, heights: equal}\n"
                               "theme: {sizes: {body: {min: 24pt, max: 24pt}}}\n"
                               "slides:\n  - text: |\n      - 一つ\n      - 二つ\n      - 三つ\n";
  corridor tall, low;
  g_autofree char *roomy = g_strdup_printf(format, 1), *tight = g_strdup_printf(format, 18);
  corridor_init(&tall, roomy, ".", false);
  corridor_init(&low, tight, ".", true);
  const pc_box *open = tall.layout->panels[0].boxes, *closed = low.layout->panels[0].boxes;
  const pc_um wide = open[1].text.baseline[0] - open[0].text.baseline[0];
  const pc_um narrow = closed[1].text.baseline[0] - closed[0].text.baseline[0];
  g_assert_cmpint(wide, ==, 2 * narrow);
  corridor_clear(&tall);
  corridor_clear(&low);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/bounds/random", test_random_posters);
  g_test_add_func("/bounds/neighbours", test_neighbours_share_their_lines);
  g_test_add_func("/bounds/columns", test_wide_panels_have_columns);
  g_test_add_func("/bounds/statements", test_statements_look_meant);
  g_test_add_func("/bounds/few-slides", test_few_slides_keep_to_the_range);
  g_test_add_func("/bounds/lists", test_lists_open);
  return g_test_run();
}

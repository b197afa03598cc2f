/* test_place.c - how a panel's pieces stand in the room that is left over. */
#include <glib.h>

#include "corridor.h"

#define PICTURES PC_SOURCE_DIR "/tests/golden/pictures"

static const char *const lists_before = "page: {size: A3}\nheader: false\nfooter: false\n"
                                        "grid: {columns: 2, heights: equal}\n"
                                        "theme: {sizes: {body: {min: 12pt, max: 12pt}}}\n"
                                        "slides:\n"
                                        "  - {title: 一, text: \"- 甲\\n- 乙\\n- 丙\\n\"}\n"
                                        "  - {title: 二, text: \"- 甲\\n- 乙\\n";
static const char *const lists_after = "\"}\n"
                                       "  - {title: 三, text: \"- 甲\\n- 乙\\n- 丙\\n\"}\n"
                                       "  - {title: 四, text: 短い。}\n";

static pc_um find_item_pitch(const pc_panel *panel) {
  return panel->boxes[2].text.baseline[0] - panel->boxes[1].text.baseline[0];
}

/* A second list of so many more items. */
static void init_lists(corridor *house, int more) {
  g_autoptr(GString) items = g_string_new(NULL);
  for (int i = 0; i < more; i++)
    g_string_append(items, "- 丁\\n");
  g_autofree char *yaml = g_strconcat(lists_before, items->str, lists_after, NULL);
  corridor_init(house, yaml, ".", false);
}

static void test_lists_of_a_row_open_together(void) {
  corridor few, many;
  init_lists(&few, 0);
  init_lists(&many, 20);
  const pc_panel *open = few.layout->panels, *closed = many.layout->panels;
  g_assert_cmpint(find_item_pitch(&open[0]), ==, find_item_pitch(&open[1]));
  g_assert_cmpint(find_item_pitch(&closed[0]), ==, find_item_pitch(&closed[1]));
  g_assert_cmpint(find_item_pitch(&open[0]), >, find_item_pitch(&closed[0]));
  g_assert_cmpint(find_item_pitch(&closed[2]), ==, find_item_pitch(&open[2]));
  corridor_clear(&few);
  corridor_clear(&many);
}

/* One panel whose lines have room for so many characters of 12 pt. */
static void init_wide(corridor *house, int characters, const char *text) {
  const double em = 12 * 25.4 / 72;
  g_autofree char *yaml =
      g_strdup_printf("page: {size: [%.2fmm, 400mm], margin: 10mm}\nheader: false\nfooter: false\n"
                      "theme: {sizes: {body: {min: 12pt, max: 12pt}}}\n"
                      "slides:\n  - {title: 一, text: \"%s\"}\n",
                      20 + em * (characters + 2 * 0.65 + 0.1), text);
  corridor_init(house, yaml, ".", false);
}

static int count_columns(const pc_panel *panel) {
  const pc_text_box *text = &panel->boxes[1].text;
  int columns = 1;
  for (int i = 1; i < text->lines->count; i++)
    columns += text->x[i] > text->x[i - 1];
  return columns;
}

static char *repeat(const char *text, int times) {
  GString *all = g_string_new(NULL);
  for (int i = 0; i < times; i++)
    g_string_append(all, text);
  return g_string_free(all, FALSE);
}

/* As long as one column of lines that are not too long fills the panel. */
static void test_text_columns_are_for_long_lines(void) {
  static const struct {
    int characters, columns;
  } rows[] = {{30, 1}, {39, 1}, {40, 1}, {42, 2}, {60, 2}, {90, 3}};
  g_autofree char *text = repeat("支援の形は地域や団体によって多様です。", 40);
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    corridor house;
    init_wide(&house, rows[i].characters, text);
    g_assert_cmpint(count_columns(&house.layout->panels[0]), ==, rows[i].columns);
    corridor_clear(&house);
  }
}

static void test_short_texts_have_no_columns(void) {
  corridor house;
  g_autofree char *text = repeat("支援の形は地域や団体によって多様です。", 3);
  g_autofree char *both = g_strconcat(text, "\\n\\n", text, NULL);
  init_wide(&house, 60, both);
  const pc_panel *panel = &house.layout->panels[0];
  g_assert_cmpint(panel->boxes[1].rect.x, ==, panel->boxes[2].rect.x);
  corridor_clear(&house);
}

static pc_um find_foot(pc_rect rect) {
  return rect.y + rect.h;
}

/* A picture that cannot grow is one thing with the text above it. */
static void test_pictures_stay_with_their_text(void) {
  corridor house;
  corridor_init(&house, "slides:\n  - {title: 一, text: 短い。, figure: case1.png}\n", PICTURES,
                false);
  const pc_panel *panel = &house.layout->panels[0];
  const pc_rect picture = panel->boxes[2].pictures[0].rect;
  const pc_um above = picture.y - find_foot(panel->boxes[1].rect);
  const pc_um below = find_foot(panel->inner) - find_foot(picture);
  g_assert_cmpint(picture.w, ==, panel->inner.w);
  g_assert_cmpint(above, <, pc_um_from_pt(panel->body_pt * 7));
  g_assert_cmpint(below, >, 2 * above);
  corridor_clear(&house);
}

/* With the panel to itself it stands a little above the middle of what the heading leaves. */
static void test_pictures_alone_stand_above_the_middle(void) {
  corridor house;
  corridor_init(&house, "slides:\n  - {title: 一, figure: case1.png}\n", PICTURES, false);
  const pc_panel *panel = &house.layout->panels[0];
  const pc_rect picture = panel->boxes[1].pictures[0].rect;
  const double above = picture.y - find_foot(panel->boxes[0].rect);
  const double below = find_foot(panel->inner) - find_foot(picture);
  g_assert_cmpfloat(above, <, below);
  g_assert_cmpfloat(above, >, below * 2 / 3);
  corridor_clear(&house);
}

/* Where lines run downwards the last edge is the left one. */
static void test_sources_stand_at_the_end(void) {
  corridor house;
  corridor_init(&house, "slides:\n  - {title: 一, text: 短い。, writing: vertical, source: 通信}\n",
                ".", false);
  const pc_panel *panel = &house.layout->panels[0];
  g_assert_cmpint(ABS(panel->boxes[panel->n_boxes - 1].rect.x - panel->inner.x), <=, 2);
  corridor_clear(&house);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/place/lists", test_lists_of_a_row_open_together);
  g_test_add_func("/place/text-columns", test_text_columns_are_for_long_lines);
  g_test_add_func("/place/short-texts", test_short_texts_have_no_columns);
  g_test_add_func("/place/picture-and-text", test_pictures_stay_with_their_text);
  g_test_add_func("/place/picture-alone", test_pictures_alone_stand_above_the_middle);
  g_test_add_func("/place/source", test_sources_stand_at_the_end);
  return g_test_run();
}

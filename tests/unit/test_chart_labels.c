/* test_chart_labels.c - what must stand in a chart does, at its mark. */
#include "chart_kit.h"

/* A card, and a narrow and a high panel. */
static const pc_rect card = {0, 0, 140000, 75000};
static const pc_rect column = {0, 0, 80000, 240000};

static void expect_texts(const char *chart, pc_rect room, const char *const *texts) {
  g_auto(chart_kit) kit;
  chart_kit_init(&kit, chart);
  g_autoptr(pc_drawing) drawing = chart_kit_draw(&kit, room, 10);
  for (int i = 0; texts[i] != NULL; i++) {
    if (chart_kit_find(drawing, texts[i]) == NULL)
      g_error("'%s' is not told: %s", texts[i], chart);
  }
}

static void expect_none(const char *chart, pc_rect room, const char *text) {
  g_auto(chart_kit) kit;
  chart_kit_init(&kit, chart);
  g_autoptr(pc_drawing) drawing = chart_kit_draw(&kit, room, 10);
  g_assert_null(chart_kit_find(drawing, text));
}

/* Numbers below zero, and long ones, stand at their points. */
static void test_line_values(void) {
  static const char *const signs[] = {"2.5%", "\u22121.25%", "\u22124.333%",
                                      "3.0%", "\u22120.2%",  NULL};
  expect_texts("{type: line, unit: '%', data: {2018: 2.5, 2019: -1.25, 2020: -4.333, 2021: 3, "
               "2022: -0.2}}",
               card, signs);
  static const char *const deep[] = {"\u22128", "\u22123", "\u221212", NULL};
  expect_texts("{type: line, data: {a: -8, b: -3, c: -12}}", card, deep);
  static const char *const decimals[] = {"1,234.567", "1,100.123", "1,456.789", "（万円）", NULL};
  expect_texts("{type: line, unit: 万円, data: {2019年: 1234.567, 2020年: 1100.123, 2021年: "
               "1456.789}}",
               card, decimals);
}

/* Thirty numbers that rise, a valley and a peak among them. */
static char *invent_course(const char *type) {
  GString *chart = g_string_new(NULL);
  g_string_printf(chart, "{type: %s, data: {", type);
  for (int i = 0; i < 30; i++) {
    int value = i == 9 ? 12345 : i == 17 ? 99999 : 51234 + i * 150;
    g_string_append_printf(chart, "%s%d年: %d", i > 0 ? ", " : "", 1990 + i, value);
  }
  g_string_append(chart, "}}");
  return g_string_free(chart, FALSE);
}

/* With more numbers than there is room for: the first, the last and the extremes. */
static void test_telling(void) {
  static const char *const texts[] = {"51,234", "55,584", "99,999", "12,345", NULL};
  static const char *const most[] = {"99,999", NULL};
  g_autofree char *line = invent_course("line"), *bars = invent_course("bar");
  expect_texts(line, column, texts);
  expect_texts(bars, column, most);
  expect_none(line, column, "51,384");
  expect_none(bars, column, "51,384");
}

/* As many decimals as were written, and no needless ones. */
static void test_decimals(void) {
  static const char *const mixed[] = {"12.5万円", "3.0万円", "2.25万円", NULL};
  expect_texts("{unit: 万円, data: {a: 12.5, b: 3, c: 2.25}}", card, mixed);
  static const char *const same[] = {"12.50", "3.00", "2.25", NULL};
  expect_texts("{data: {a: 12.50, b: 3.00, c: 2.25}}", card, same);
  static const char *const whole[] = {"12", "3", NULL};
  expect_texts("{data: {a: 12, b: 3}}", card, whole);
  static const char *const sums[] = {"15.5", "12.25", NULL};
  expect_texts("{type: stacked, data: {a: [12.5, 3], b: [10, 2.25]}}", card, sums);
  static const char *const ticks[] = {"0", "0.5", "1.0", NULL};
  expect_texts("{values: false, data: {a: 0.7, b: 1.4}}", card, ticks);
}

/* Every name that was given is told, with a list or without, in any room. */
static void test_names(void) {
  static const char *const types[] = {"bar", "hbar", "stacked", "line"};
  static const char *const legends[] = {"true", "false", "auto"};
  static const char *const names[] = {"仙台支部", "石巻支部", "気仙沼支部", "大崎支部",
                                      "白石支部", "登米支部", NULL};
  for (size_t i = 0; i < G_N_ELEMENTS(types) * G_N_ELEMENTS(legends) * 2; i++) {
    const char *type = types[i % 4], *legend = legends[i / 4 % 3];
    g_autofree char *chart = g_strdup_printf(
        "{type: %s, legend: %s, series: [仙台支部, 石巻支部, 気仙沼支部, 大崎支部, 白石支部, "
        "登米支部], data: {2019: [20, 22, 21, 23, 19, 24], 2022: [30, 31, 30, 32, 29, 31]}}",
        type, legend);
    expect_texts(chart, i < 12 ? card : column, names);
  }
  static const char *const gap[] = {"会場", "電話", NULL};
  expect_texts("{type: line, legend: false, data: {4月: {会場: 1, 電話: 2}, 5月: {会場: 3}}}", card,
               gap);
  static const char *const one[] = {"会場", NULL};
  expect_texts("{type: bar, legend: true, data: {4月: {会場: 1}, 5月: {会場: 3}}}", card, one);
  expect_none("{type: bar, data: {4月: {会場: 1}, 5月: {会場: 3}}}", card, "会場");
}

/* Names at close ends are in the order of the ends. */
static void test_order(void) {
  g_auto(chart_kit) kit;
  chart_kit_init(&kit, "{type: line, series: [い, ろ, は], data: {1: [1, 9, 5], 2: [50, 52, 51]}}");
  g_autoptr(pc_drawing) drawing = chart_kit_draw(&kit, card, 10);
  const pc_drawn_label *first = chart_kit_find(drawing, "ろ");
  const pc_drawn_label *second = chart_kit_find(drawing, "は");
  const pc_drawn_label *third = chart_kit_find(drawing, "い");
  g_assert_cmpint(first->text.baseline[0], <, second->text.baseline[0]);
  g_assert_cmpint(second->text.baseline[0], <, third->text.baseline[0]);
}

static bool is_on_panel(const pc_drawing *drawing, const char *text) {
  const pc_drawn_label *label = chart_kit_find(drawing, text);
  g_assert_nonnull(label);
  g_assert_cmpfloat(pc_color_contrast(label->ink, label->ground), >=, 4.5);
  return pc_color_contrast(label->ground, (pc_color){.r = 1, .g = 1, .b = 1, .a = 1}) < 1.01;
}

/* Large slices hold their labels, small ones have theirs outside. */
static void test_slices(void) {
  static const char *const types[] = {"pie", "donut"};
  for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
    g_autofree char *chart = g_strdup_printf(
        "{type: %s, unit: '%%', data: {賛成: 60, 反対: 30, 保留: 7, 不明: 3}}", types[i]);
    g_auto(chart_kit) kit;
    chart_kit_init(&kit, chart);
    g_autoptr(pc_drawing) drawing = chart_kit_draw(&kit, (pc_rect){0, 0, 140000, 90000}, 10);
    g_assert_false(is_on_panel(drawing, "賛成"));
    g_assert_false(is_on_panel(drawing, "60%"));
    g_assert_false(is_on_panel(drawing, "反対"));
    g_assert_true(is_on_panel(drawing, "不明"));
  }
}

/* Of a high room most is used, as far as the form goes. */
static void expect_height(const char *chart, double least_share) {
  g_auto(chart_kit) kit;
  chart_kit_init(&kit, chart);
  const pc_rect room = {0, 0, 120000, 170000};
  g_autoptr(pc_drawing) drawing = chart_kit_draw(&kit, room, 10);
  pc_um top = room.h, foot = 0;
  for (guint i = 0; i < drawing->labels->len; i++) {
    const pc_text_box *text = &g_array_index(drawing->labels, pc_drawn_label, i).text;
    top = MIN(top, text->baseline[0]);
    foot = MAX(foot, text->baseline[text->lines->count - 1]);
  }
  for (int i = 0; i < pc_display_count(drawing->shapes); i++) {
    int count = 0;
    const pc_command *command = pc_display_at(drawing->shapes, i);
    if (command->kind != PC_COMMAND_FILL)
      continue;
    const pc_path_step *steps = pc_display_path(drawing->shapes, command, &count);
    for (int k = 0; k < count; k++) {
      const pc_point at = steps[k].p[steps[k].op == PC_OP_CURVE ? 2 : 0];
      top = steps[k].op == PC_OP_CLOSE ? top : MIN(top, at.y);
      foot = steps[k].op == PC_OP_CLOSE ? foot : MAX(foot, at.y);
    }
  }
  if (foot - top < least_share * room.h)
    g_error("%d of %d um are used: %s", foot - top, room.h, chart);
}

static void test_height(void) {
  expect_height("{type: bar, data: {a: 24, b: 18, c: 30}}", .9);
  expect_height("{type: stacked, data: {a: [24, 3], b: [18, 7]}}", .9);
  expect_height("{type: line, data: {a: 24, b: 18, c: 30}}", .8);
  expect_height("{type: hbar, data: {a: 24, b: 18, c: 30, d: 2, e: 9}}", .7);
  expect_height("{type: donut, data: {a: 24, b: 18, c: 30}}", .6);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/chart-labels/line-values", test_line_values);
  g_test_add_func("/chart-labels/telling", test_telling);
  g_test_add_func("/chart-labels/decimals", test_decimals);
  g_test_add_func("/chart-labels/names", test_names);
  g_test_add_func("/chart-labels/order", test_order);
  g_test_add_func("/chart-labels/slices", test_slices);
  g_test_add_func("/chart-labels/height", test_height);
  return g_test_run();
}

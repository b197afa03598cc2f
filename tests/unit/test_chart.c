/* test_chart.c - what holds for charts of any numbers, in any room. */
#include <math.h>

#include "chart_kit.h"

static const char *const types[] = {"bar", "hbar", "stacked", "pie", "donut", "line"};
static const char *const words[] = {"会場",         "オンライン", "外出のときの不安", "家族",
                                    "Sendai",       "その他",     "仕事を続けること", "2019年",
                                    "痛みやしびれ", "A"};

/* Random data of a type: labels of all lengths, some gaps, some zeros, some very small parts. */
static char *invent_chart(GRand *random, const char *type) {
  bool is_round = strcmp(type, "pie") == 0 || strcmp(type, "donut") == 0;
  bool is_signed =
      strcmp(type, "bar") == 0 || strcmp(type, "hbar") == 0 || strcmp(type, "line") == 0;
  is_signed = is_signed && g_rand_int_range(random, 0, 4) == 0;
  const int n = g_rand_int_range(random, 1, g_rand_boolean(random) ? 6 : 31);
  const int n_series = is_round ? 1 : g_rand_int_range(random, 1, 4);
  const int most = g_rand_boolean(random) ? 50 : 2000000;
  GString *out = g_string_new(NULL);
  g_string_printf(out,
                  "{type: %s, title: 参加者数, unit: 人, legend: %s, series: [参加者, 家族, "
                  "スタッフ], data: {",
                  type, g_rand_int_range(random, 0, 4) == 0 ? "true" : "auto");
  if (n_series < 3) {
    char *cut = strstr(out->str, n_series == 1 ? ", 家族" : ", スタッフ");
    g_string_erase(out, cut - out->str, strchr(cut, ']') - cut);
  }
  for (int i = 0; i < n; i++) {
    g_string_append_printf(out, "%s%s%d: [", i > 0 ? ", " : "",
                           words[g_rand_int_range(random, 0, G_N_ELEMENTS(words))], i);
    for (int k = 0; k < n_series; k++) {
      int value = g_rand_int_range(random, is_signed ? -most / 2 : 0, most);
      if (g_rand_int_range(random, 0, 6) == 0)
        value = i == 0 ? 7 : i % 3;
      bool is_gap = !is_round && g_rand_int_range(random, 0, 9) == 0 && i + k > 0;
      g_autofree char *text = is_gap ? g_strdup("null") : g_strdup_printf("%d", value);
      g_string_append_printf(out, "%s%s", k > 0 ? ", " : "", text);
    }
    g_string_append(out, "]");
  }
  g_string_append(out, "}}");
  return g_string_free(out, FALSE);
}

static GArray *list_lines(const pc_drawing *drawing) {
  GArray *rects = g_array_new(FALSE, FALSE, sizeof(pc_rect));
  for (guint i = 0; i < drawing->labels->len; i++) {
    const pc_text_box *text = &g_array_index(drawing->labels, pc_drawn_label, i).text;
    for (int k = 0; k < text->lines->count; k++) {
      const double along[] = {0, text->lines->items[k].width}, above[] = {-0.08, 0.82};
      pc_rect rect = pc_text_box_rect(text, k, along, above);
      g_array_append_val(rects, rect);
    }
  }
  return rects;
}

static void check_labels(const pc_drawing *drawing, const char *what) {
  g_autoptr(GArray) lines = list_lines(drawing);
  for (guint i = 0; i < lines->len; i++) {
    pc_rect rect = pc_rect_inset(g_array_index(lines, pc_rect, i), 60);
    if (!pc_rect_contains(drawing->bounds, rect))
      g_error("line %u outside (%d %d %d %d in %d x %d): %s", i, rect.x, rect.y, rect.w, rect.h,
              drawing->bounds.w, drawing->bounds.h, what);
    for (guint k = 0; k < i; k++) {
      if (pc_rect_overlaps(rect, pc_rect_inset(g_array_index(lines, pc_rect, k), 60)))
        g_error("lines %u and %u overlap: %s", k, i, what);
    }
  }
}

/* Patterns are cut at their shapes: what stands between a clip and its end does not count. */
static void check_shapes(const pc_drawing *drawing, const char *what) {
  int clips = 0;
  const pc_rect bounds = pc_rect_inset(drawing->bounds, -300);
  for (int i = 0; i < pc_display_count(drawing->shapes); i++) {
    const pc_command *command = pc_display_at(drawing->shapes, i);
    clips += (command->kind == PC_COMMAND_CLIP) - (command->kind == PC_COMMAND_UNCLIP);
    if (clips > 0 || command->kind == PC_COMMAND_UNCLIP)
      continue;
    int count = 0;
    const pc_path_step *steps = pc_display_path(drawing->shapes, command, &count);
    for (int k = 0; k < count; k++) {
      pc_point at = steps[k].op == PC_OP_CURVE ? steps[k].p[2] : steps[k].p[0];
      if (steps[k].op != PC_OP_CLOSE && !pc_rect_contains(bounds, (pc_rect){at.x, at.y, 0, 0}))
        g_error("a shape outside at %d %d of %d x %d: %s", at.x, at.y, drawing->bounds.w,
                drawing->bounds.h, what);
    }
  }
  g_assert_cmpint(clips, ==, 0);
}

/* Whether a segment comes into a box: by halves, to a hundredth of a millimetre. */
static bool is_crossed(pc_rect box, pc_point a, pc_point b) {
  pc_rect around = {MIN(a.x, b.x), MIN(a.y, b.y), abs(b.x - a.x) + 1, abs(b.y - a.y) + 1};
  if (!pc_rect_overlaps(box, around))
    return false;
  if (around.w <= 10 && around.h <= 10)
    return true;
  pc_point middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
  return is_crossed(box, a, middle) || is_crossed(box, middle, b);
}

static void check_segment(const GArray *lines, pc_point a, pc_point b, const char *what) {
  for (guint i = 0; i < lines->len; i++) {
    pc_rect rect = pc_rect_inset(g_array_index(lines, pc_rect, i), 60);
    if (is_crossed(rect, a, b))
      g_error("a line from %d %d to %d %d crosses line %u of text (%d %d %d %d): %s", a.x, a.y, b.x,
              b.y, i, rect.x, rect.y, rect.w, rect.h, what);
  }
}

static pc_point curve_point(pc_point from, const pc_point p[3], double t) {
  const double a = (1 - t) * (1 - t) * (1 - t), b = 3 * t * (1 - t) * (1 - t),
               c = 3 * t * t * (1 - t), d = t * t * t;
  return (pc_point){(pc_um)(a * from.x + b * p[0].x + c * p[1].x + d * p[2].x),
                    (pc_um)(a * from.y + b * p[0].y + c * p[1].y + d * p[2].y)};
}

static void check_path(const pc_path_step *steps, int count, const GArray *lines,
                       const char *what) {
  pc_point at = {0, 0};
  for (int k = 0; k < count; k++) {
    const pc_path_step *step = &steps[k];
    if (step->op == PC_OP_CLOSE)
      continue;
    const int n = step->op == PC_OP_CURVE ? 16 : 1;
    const pc_point from = at;
    for (int i = 1; i <= n; i++) {
      pc_point to =
          step->op == PC_OP_CURVE ? curve_point(from, step->p, (double)i / n) : step->p[0];
      if (step->op != PC_OP_MOVE)
        check_segment(lines, at, to, what);
      at = to;
    }
  }
}

static bool is_same(pc_color a, pc_color b) {
  return fabs(a.r - b.r) + fabs(a.g - b.g) + fabs(a.b - b.b) < 1e-6;
}

/* No line but those of a scale, which end before numbers, goes through a text. */
static void check_lines(const pc_drawing *drawing, const pc_look *look, const char *what) {
  g_autoptr(GArray) lines = list_lines(drawing);
  int clips = 0;
  for (int i = 0; i < pc_display_count(drawing->shapes); i++) {
    const pc_command *command = pc_display_at(drawing->shapes, i);
    clips += (command->kind == PC_COMMAND_CLIP) - (command->kind == PC_COMMAND_UNCLIP);
    bool is_rule = is_same(command->color, look->rule);
    if (command->kind != PC_COMMAND_STROKE || clips > 0 || is_rule)
      continue;
    int count = 0;
    const pc_path_step *steps = pc_display_path(drawing->shapes, command, &count);
    check_path(steps, count, lines, what);
  }
}

static void check_sizes(const pc_drawing *drawing, const pc_figure_type *type) {
  for (guint i = 0; i < drawing->labels->len; i++) {
    double size = g_array_index(drawing->labels, pc_drawn_label, i).text.size_pt;
    g_assert_cmpfloat(size, >=, type->least_pt);
    g_assert_cmpfloat(size, <=, type->most_pt);
  }
}

static void check_room(const chart_kit *kit, pc_rect room, const pc_figure_type *type,
                       const char *yaml) {
  const pc_look look = pc_look_resolve_panel(&kit->poster.doc->theme, kit->slide);
  g_autofree char *what = g_strdup_printf("%d x %d um, %s", room.w, room.h, yaml);
  g_autoptr(pc_drawing) drawing = pc_sketch_draw(kit->sketch, type, &look, room);
  check_labels(drawing, what);
  check_shapes(drawing, what);
  check_lines(drawing, &look, what);
  check_sizes(drawing, type);
}

static void test_random(gconstpointer data) {
  static const pc_um widths[] = {60000, 90000, 140000, 260000, 700000};
  static const pc_figure_type type = {18, 30};
  g_autoptr(GRand) random = g_rand_new_with_seed(4711);
  for (int round = 0; round < 50; round++) {
    g_autofree char *yaml = invent_chart(random, data);
    if (strstr(yaml, "[0]}}") != NULL && strstr(yaml, ", ") == NULL)
      continue;
    g_auto(chart_kit) kit;
    chart_kit_init(&kit, yaml);
    for (size_t i = 0; i < G_N_ELEMENTS(widths); i++) {
      pc_figure_need need = pc_sketch_measure(kit.sketch, widths[i], &type);
      if (need.overhang > 0)
        continue;
      const pc_um heights[] = {need.least, need.least + (need.natural - need.least) / 2,
                               need.natural, need.natural * 3 / 2};
      for (size_t k = 0; k < G_N_ELEMENTS(heights); k++)
        check_room(&kit, (pc_rect){12345, 6789, widths[i], heights[k]}, &type, yaml);
    }
  }
}

/* Larger type never needs less height, in any width. */
static void test_monotone(gconstpointer data) {
  g_autoptr(GRand) random = g_rand_new_with_seed(1789);
  for (int round = 0; round < 30; round++) {
    g_autofree char *yaml = invent_chart(random, data);
    g_auto(chart_kit) kit;
    chart_kit_init(&kit, yaml);
    pc_um before = 0;
    for (double size = 8; size <= 40; size += 0.5) {
      const pc_figure_type type = {size, size};
      pc_figure_need need = pc_sketch_measure(kit.sketch, 200000, &type);
      if (need.least < before)
        g_error("%g pt needs %d um, less than %d: %s", size, need.least, before, yaml);
      before = need.least;
    }
  }
}

static void expect_words(const char *chart, const char *expected) {
  g_auto(chart_kit) kit;
  chart_kit_init(&kit, chart);
  g_assert_cmpstr(pc_sketch_alt(kit.sketch), ==, expected);
}

static void test_words(void) {
  expect_words("{title: 参加者数, unit: 人, data: {2019年: 24, 2020年: null, 2021年: △3}}",
               "棒グラフ。参加者数（人）：2019年 24、2020年 データなし、2021年 \u22123");
  expect_words("{type: stacked, data: {4月: {会場: 1, 電話: 2.5}, 5月: {会場: 1200}}}",
               "積み上げ棒グラフ。会場：4月 1.0、5月 1,200.0。電話：4月 2.5、5月 データなし");
}

/* The lesser side of what a command fills. */
static pc_um find_thickness(const pc_display *shapes, const pc_command *command) {
  int count;
  const pc_path_step *steps = pc_display_path(shapes, command, &count);
  pc_point low = steps[0].p[0], high = low;
  for (int i = 0; i < count; i++) {
    if (steps[i].op == PC_OP_CLOSE)
      continue;
    low = (pc_point){MIN(low.x, steps[i].p[0].x), MIN(low.y, steps[i].p[0].y)};
    high = (pc_point){MAX(high.x, steps[i].p[0].x), MAX(high.y, steps[i].p[0].y)};
  }
  return MIN(high.x - low.x, high.y - low.y);
}

/* Of the bars of a chart that has far more room than it needs, em of its labels. */
static double find_thickest(const char *chart) {
  g_auto(chart_kit) kit;
  chart_kit_init(&kit, chart);
  pc_drawing *drawing = chart_kit_draw(&kit, (pc_rect){0, 0, 400000, 400000}, 20);
  const double em = pc_um_from_pt(chart_kit_find(drawing, "仙台")->text.size_pt);
  pc_um thickest = 0;
  for (int i = 0; i < pc_display_count(drawing->shapes); i++) {
    const pc_command *command = pc_display_at(drawing->shapes, i);
    if (command->kind == PC_COMMAND_FILL)
      thickest = MAX(thickest, find_thickness(drawing->shapes, command));
  }
  pc_drawing_free(drawing);
  return thickest / em;
}

/* Few bars in much room are not blocks. */
static void test_bars_keep_thin(void) {
  const double lying = find_thickest("{type: hbar, data: {札幌: 12, 仙台: 30, 東京: 44}}");
  const double upright = find_thickest("{type: bar, data: {札幌: 12, 仙台: 30, 東京: 44}}");
  g_assert_cmpfloat(lying, >, 1);
  g_assert_cmpfloat(lying, <, 1.7);
  g_assert_cmpfloat(upright, >, 1);
  g_assert_cmpfloat(upright, <, 3);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(types); i++) {
    g_autofree char *random = g_strdup_printf("/chart/random/%s", types[i]);
    g_autofree char *monotone = g_strdup_printf("/chart/monotone/%s", types[i]);
    g_test_add_data_func(random, types[i], test_random);
    g_test_add_data_func(monotone, types[i], test_monotone);
  }
  g_test_add_func("/chart/words", test_words);
  g_test_add_func("/chart/thin", test_bars_keep_thin);
  return g_test_run();
}

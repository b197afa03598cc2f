/* test_chart_fill.c - fills can be told apart by everybody, and on a photocopy. */
#include "chart_kit.h"
#include "color_vision.h"
#include "figure/chart_fill.h"

/* In every vision, and in grey. */
static double least_distance(pc_color a, pc_color b) {
  double least = fabs(see_color(a, VISION_FULL).l - see_color(b, VISION_FULL).l);
  for (int eye = 0; eye < N_VISIONS; eye++)
    least = MIN(least, lab_distance(see_color(a, (vision)eye), see_color(b, (vision)eye)));
  return least;
}

/* A step of lightness that a photocopier keeps. */
#define APART 12

static bool can_be_told(const pc_chart_fill *a, const pc_chart_fill *b) {
  return a->pattern != b->pattern || least_distance(a->color, b->color) >= APART;
}

/* A pattern that cannot be seen tells nothing; an area is told from the panel by its edge. */
static void check_fill(const pc_look *look, const pc_chart_fill *fill, const char *theme) {
  if (fill->pattern != PC_PATTERN_PLAIN && least_distance(fill->mark, fill->color) < APART)
    g_error("a pattern of %s cannot be seen", theme);
  g_assert_cmpfloat(pc_color_contrast(fill->edge, look->ground), >=, 3);
}

static void check_series(const pc_look *look, const char *theme) {
  for (int i = 0; i < PC_CHART_MAX_SERIES; i++) {
    const pc_chart_fill a = pc_chart_fill_series(look, i);
    check_fill(look, &a, theme);
    for (int k = 0; k < i; k++) {
      const pc_chart_fill b = pc_chart_fill_series(look, k);
      if (!can_be_told(&a, &b))
        g_error("series %d and %d of %s look alike", k, i, theme);
    }
  }
}

static void check_parts(const pc_look *look, int n, bool is_listed, const char *theme) {
  for (int i = 0; i < n; i++) {
    const pc_chart_fill a = pc_chart_fill_part(look, i, n, is_listed);
    const pc_chart_fill b = pc_chart_fill_part(look, (i + 1) % n, n, is_listed);
    check_fill(look, &a, theme);
    if (!can_be_told(&a, &b))
      g_error("parts %d and %d of %d of %s look alike", i, (i + 1) % n, n, theme);
    g_assert_cmpfloat(pc_color_contrast(pc_look_ink_on(look, a.color), a.color), >=, 4.5);
  }
}

static void check_theme(const char *theme) {
  static const char *const roles[] = {"body", "theme", "quote", "closing", "figure"};
  for (size_t i = 0; i < G_N_ELEMENTS(roles); i++) {
    g_autofree char *yaml = g_strdup_printf(
        "theme: {base: %s}\nslides:\n  - {role: %s, chart: {data: {A: 1}}}\n", theme, roles[i]);
    g_auto(decoded) poster = decode(yaml);
    const pc_doc *doc = expect_sound(&poster);
    const pc_look look = pc_look_resolve_panel(&doc->theme, doc->slides[0]);
    check_series(&look, theme);
    for (int n = 2; n <= PC_CHART_MAX_CATEGORIES; n++) {
      check_parts(&look, n, true, theme);
      check_parts(&look, n, false, theme);
    }
    for (int k = 0; k < PC_CHART_MAX_SERIES; k++)
      g_assert_cmpfloat(pc_color_contrast(pc_chart_line_color(&look, k), look.ground), >=, 3);
  }
}

/* All themes that are shipped. */
static void test_themes(void) {
  g_autoptr(GDir) folder = g_dir_open(PC_SOURCE_DIR "/layouts/themes", 0, NULL);
  g_assert_nonnull(folder);
  int n = 0;
  for (const char *name = g_dir_read_name(folder); name != NULL; name = g_dir_read_name(folder)) {
    if (!g_str_has_suffix(name, ".yaml"))
      continue;
    g_autofree char *theme = g_strndup(name, strlen(name) - strlen(".yaml"));
    check_theme(theme);
    n++;
  }
  g_assert_cmpint(n, >=, 5);
}

/* The measure itself: red and green are far apart, but not for all. */
static void test_measure(void) {
  const pc_color red = {.r = .8, .a = 1}, green = {.r = .42, .g = .42, .a = 1};
  const lab seen = see_color(red, DEUTERANOPIA), other = see_color(green, DEUTERANOPIA);
  g_assert_cmpfloat(lab_distance(see_color(red, VISION_FULL), see_color(green, VISION_FULL)), >,
                    60);
  g_assert_cmpfloat(lab_distance(seen, other), <, 20);
  const pc_color white = {.r = 1, .g = 1, .b = 1, .a = 1}, black = {.a = 1};
  g_assert_cmpfloat_with_epsilon(least_distance(white, black), 100, 0.1);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/chart-fill/measure", test_measure);
  g_test_add_func("/chart-fill/themes", test_themes);
  return g_test_run();
}

/* test_chart_fill.c - fills can be told apart by everybody, and on a photocopy. */
#include "chart_kit.h"
#include "figure/chart_fill.h"

#include <math.h>

/* CIE 1976 L*a*b*, D65. */
typedef struct lab {
  double l, a, b;
} lab;

typedef enum vision { NORMAL, PROTAN, DEUTAN, N_VISIONS } vision;

static double linearize(double c) {
  return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

/* Vienot, Brettel, Mollon 1999: what a dichromat sees, in linear RGB. */
static void simulate(const double in[3], vision eye, double out[3]) {
  static const double shares[N_VISIONS][3][3] = {
      {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
      {{.11238, .88762, 0}, {.11238, .88762, 0}, {.00401, -.00401, 1}},
      {{.29275, .70725, 0}, {.29275, .70725, 0}, {-.02234, .02234, 1}}};
  for (int i = 0; i < 3; i++) {
    const double *row = shares[eye][i];
    out[i] = CLAMP(row[0] * in[0] + row[1] * in[1] + row[2] * in[2], 0, 1);
  }
}

static double fold(double t) {
  return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

static lab see(pc_color color, vision eye) {
  const double in[3] = {linearize(color.r), linearize(color.g), linearize(color.b)};
  double c[3];
  simulate(in, eye, c);
  const double x = (.4124 * c[0] + .3576 * c[1] + .1805 * c[2]) / .95047;
  const double y = .2126 * c[0] + .7152 * c[1] + .0722 * c[2];
  const double z = (.0193 * c[0] + .1192 * c[1] + .9505 * c[2]) / 1.08883;
  return (lab){116 * fold(y) - 16, 500 * (fold(x) - fold(y)), 200 * (fold(y) - fold(z))};
}

static double distance(lab a, lab b) {
  return sqrt((a.l - b.l) * (a.l - b.l) + (a.a - b.a) * (a.a - b.a) + (a.b - b.b) * (a.b - b.b));
}

/* In every vision, and in grey. */
static double least_distance(pc_color a, pc_color b) {
  double least = fabs(see(a, NORMAL).l - see(b, NORMAL).l);
  for (int eye = 0; eye < N_VISIONS; eye++)
    least = MIN(least, distance(see(a, (vision)eye), see(b, (vision)eye)));
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
  g_assert_cmpfloat(distance(see(red, NORMAL), see(green, NORMAL)), >, 60);
  g_assert_cmpfloat(distance(see(red, DEUTAN), see(green, DEUTAN)), <, 20);
  const pc_color white = {.r = 1, .g = 1, .b = 1, .a = 1}, black = {.a = 1};
  g_assert_cmpfloat_with_epsilon(least_distance(white, black), 100, 0.1);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/chart-fill/measure", test_measure);
  g_test_add_func("/chart-fill/themes", test_themes);
  return g_test_run();
}

/* test_theme.c - colours of a theme: roles, circles, and the contrast of all that is shipped. */
#include <math.h>

#include "doc/shelf.h"
#include "doc_fixture.h"

/* WCAG 2, text under 40 pt */
#define LEAST_CONTRAST 4.5
/* CIE L*: two greys of 3 or more lie side by side as two greys. */
#define LEAST_LIGHTNESS 3.0
/* CIE 1976 distance as a person without M cones sees it; 10 is another colour at a glance. */
#define LEAST_DISTANCE 10.0

/* One slide of each role and as many sections as any palette has. */
static const char poster[] =
    "title: 題\nauthors: 甲\nslides:\n"
    "  - {section: 一, text: あ}\n  - {section: 二, text: あ}\n  - {section: 三, text: あ}\n"
    "  - {section: 四, text: あ}\n  - {section: 五, text: あ}\n  - {section: 六, text: あ}\n"
    "  - {role: theme, title: あ}\n  - {role: name, title: あ}\n  - {role: figure, title: あ}\n"
    "  - {role: quote, title: あ}\n  - {role: closing, title: あ}\n  - あ\n";

static decoded decode_theme(const char *theme) {
  const pc_decode_options options = {.file = "poster.yaml", .folder = PC_TEST_DIR, .theme = theme};
  return decode_with(poster, &options);
}

static void expect_contrast(const char *theme, const char *what, pc_color text, pc_color ground) {
  double contrast = pc_color_contrast(text, ground);
  if (contrast < LEAST_CONTRAST) {
    g_test_message("%s: %s has only %.2f:1", theme, what, contrast);
    g_test_fail();
  }
}

static pc_color ground_of(const pc_panel_style *style, pc_color behind) {
  return style->fill.role == PC_ROLE_NONE ? behind : style->fill;
}

static void check_band(const char *theme, const char *what, const pc_panel_style *style,
                       pc_color paper) {
  expect_contrast(theme, what, style->ink, ground_of(style, paper));
  expect_contrast(theme, what, style->accent, ground_of(style, paper));
}

static void check_contrast(const char *theme) {
  g_auto(decoded) result = decode_theme(theme);
  const pc_doc *doc = expect_sound(&result);
  const pc_theme_colors *colors = &doc->theme.colors;
  expect_contrast(theme, "ink on paper", colors->ink, colors->paper);
  expect_contrast(theme, "muted on paper", colors->muted, colors->paper);
  check_band(theme, "header", &doc->theme.header, colors->paper);
  check_band(theme, "footer", &doc->theme.footer, colors->paper);
  for (int i = 0; i < doc->n_slides; i++) {
    const pc_slide *slide = doc->slides[i];
    pc_color ground = ground_of(&slide->style, colors->paper);
    expect_contrast(theme, "ink of a panel", slide->style.ink, ground);
    expect_contrast(theme, "accent of a panel", slide->style.accent, ground);
    if (slide->role != PC_SLIDE_THEME) /* it has neither captions nor credits */
      expect_contrast(theme, "muted on a panel", colors->muted, ground);
    for (int p = 0; slide->role != PC_SLIDE_THEME && p < colors->palette.count; p++)
      expect_contrast(theme, "a colour of the palette", colors->palette.items[p], ground);
  }
}

typedef struct lab {
  double l, a, b;
} lab;

static double linear(double value) {
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double cube(double value) {
  return value > 0.008856 ? cbrt(value) : 7.787 * value + 16.0 / 116;
}

/* CIE L*a*b*, D65, of linear light. */
static lab lab_of(double r, double g, double b) {
  double x = cube((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  double y = cube(0.2126 * r + 0.7152 * g + 0.0722 * b);
  double z = cube((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return (lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/* Deuteranopia after Machado, Oliveira and Fernandes 2009, table 2, severity 1. */
static lab without_green(pc_color color) {
  double r = linear(color.r), g = linear(color.g), b = linear(color.b);
  return lab_of(fmax(0, 0.367322 * r + 0.860646 * g - 0.227968 * b),
                fmax(0, 0.280085 * r + 0.672501 * g + 0.047413 * b),
                fmax(0, -0.011820 * r + 0.042940 * g + 0.968881 * b));
}

static void check_pair(const char *theme, pc_color one, pc_color two, bool is_grey) {
  lab light = lab_of(linear(one.r), linear(one.g), linear(one.b));
  lab dark = lab_of(linear(two.r), linear(two.g), linear(two.b));
  lab a = without_green(one), b = without_green(two);
  double distance = sqrt(pow(a.l - b.l, 2) + pow(a.a - b.a, 2) + pow(a.b - b.b, 2));
  g_autofree char *first = pc_color_format(one), *second = pc_color_format(two);
  if (fabs(light.l - dark.l) < LEAST_LIGHTNESS || (!is_grey && distance < LEAST_DISTANCE)) {
    g_test_message("%s: %s and %s are too alike (%.1f, %.1f)", theme, first, second,
                   light.l - dark.l, distance);
    g_test_fail();
  }
}

static void check_palette(const char *theme) {
  g_auto(decoded) result = decode_theme(theme);
  const pc_colors *palette = &expect_sound(&result)->theme.colors.palette;
  g_assert_cmpint(palette->count, >=, 6);
  for (int i = 0; i < palette->count; i++) {
    for (int j = 0; j < i; j++)
      check_pair(theme, palette->items[i], palette->items[j], g_str_equal(theme, "mono"));
  }
}

static void test_contrast(void) {
  for (const char *const *name = pc_shelf_names(PC_SHELF_THEMES); *name != NULL; name++)
    check_contrast(*name);
}

static void test_palettes(void) {
  for (const char *const *name = pc_shelf_names(PC_SHELF_THEMES); *name != NULL; name++)
    check_palette(*name);
}

static void test_roles_become_literal(void) {
  g_auto(decoded) result =
      decode("theme:\n  colors: {accent: accent2, accent2: muted, muted: '#123', "
             "palette: [accent, 'cmyk(0, 50, 100, 0)']}\n"
             "  panel: {fill: none, border: accent2}\nslides: [あ]\n");
  const pc_doc *doc = expect_sound(&result);
  g_autofree char *accent = pc_color_format(doc->theme.colors.accent);
  g_autofree char *first = pc_color_format(doc->theme.colors.palette.items[0]);
  g_autofree char *border = pc_color_format(doc->slides[0]->style.border);
  g_assert_cmpstr(accent, ==, "#112233");
  g_assert_cmpstr(first, ==, "#112233");
  g_assert_cmpstr(border, ==, "#112233");
  g_assert_true(doc->theme.colors.palette.items[1].is_cmyk);
  g_assert_cmpint(doc->slides[0]->style.fill.role, ==, PC_ROLE_NONE);
}

static void test_circles(void) {
  expect_reports("theme: {colors: {accent: muted, muted: accent}}\nslides: [あ]\n",
                 "1:26 bad-value 1:40 bad-value");
  expect_reports("theme: {colors: {ink: ink}}\nslides: [あ]\n", "1:23 bad-value");
  expect_reports("theme: {colors: {paper: section, panel: none}}\nslides: [あ]\n",
                 "1:25 bad-value 1:41 bad-value");
  expect_reports("theme: {colors: {palette: [accent, section]}}\nslides: [あ]\n", "1:36 bad-value");
  expect_reports("theme: {colors: {ink: akcent}}\nslides: [あ]\n", "1:23 bad-value");
}

static void test_text_rules(void) {
  static const struct {
    const char *written;
    double em;
  } gaps[] = {{"null", -1}, {"auto", -1}, {"0", 0}, {"1/8", 0.125}, {"1/4", 0.25}};
  for (size_t i = 0; i < G_N_ELEMENTS(gaps); i++) {
    g_autofree char *text =
        g_strdup_printf("theme: {text: {autospace: %s}}\nslides: [あ]\n", gaps[i].written);
    g_auto(decoded) result = decode(text);
    double em = expect_sound(&result)->theme.text.autospace;
    g_assert_cmpfloat_with_epsilon(em, gaps[i].em, 1e-9);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/theme/contrast", test_contrast);
  g_test_add_func("/theme/palettes", test_palettes);
  g_test_add_func("/theme/roles", test_roles_become_literal);
  g_test_add_func("/theme/circles", test_circles);
  g_test_add_func("/theme/text-rules", test_text_rules);
  return g_test_run();
}

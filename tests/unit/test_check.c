/* test_check.c - each warning where it belongs, and nowhere else. */
#include <cairo.h>
#include <glib.h>
#include <glib/gstdio.h>

#include "check/check.h"
#include "corridor.h"

static const pc_diag *find_diag(const corridor *house, pc_code code) {
  for (int i = 0; i < pc_diags_count(house->diags); i++) {
    const pc_diag *diag = pc_diags_at(house->diags, i);
    if (diag->code == code)
      return diag;
  }
  return NULL;
}

static int count_diags(const corridor *house, pc_code code) {
  int count = 0;
  for (int i = 0; i < pc_diags_count(house->diags); i++)
    count += pc_diags_at(house->diags, i)->code == code;
  return count;
}

static void check_init(corridor *house, const char *yaml, const char *folder) {
  corridor_init(house, yaml, folder, false);
  pc_check_layout(house->layout, house->diags);
  print_problems(house);
}

static bool is_warned(const char *yaml, pc_code code) {
  corridor house;
  check_init(&house, yaml, ".");
  bool found = find_diag(&house, code) != NULL;
  corridor_clear(&house);
  return found;
}

static void test_small_text_in_proportion_to_the_sheet(void) {
  static const char format[] = "page: {size: %s}\ntheme: {sizes: {body: {min: %s, max: %s}, "
                               "statement: 1}}\nslides: [あいうえお]\n";
  static const struct {
    const char *paper, *size;
    bool warns;
  } cases[] = {
      {"A0", "24pt", false},  {"A0", "23.9pt", true}, {"A2", "12pt", false},
      {"A2", "11.8pt", true}, {"A4", "9pt", false},   {"A4", "8.9pt", true},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *yaml = g_strdup_printf(format, cases[i].paper, cases[i].size, cases[i].size);
    g_assert_true(is_warned(yaml, PC_SMALL_TEXT) == cases[i].warns);
  }
}

static void test_small_text_names_what_holds_it(void) {
  corridor house;
  check_init(&house,
             "theme: {sizes: {body: {min: 10pt, max: 10pt}, statement: 1}}\nslides:\n"
             "  - {title: 一, text: あ}\n",
             ".");
  const pc_diag *diag = find_diag(&house, PC_SMALL_TEXT);
  g_assert_nonnull(diag);
  g_assert_nonnull(strstr(diag->message, "10.0 pt"));
  g_assert_nonnull(strstr(diag->message, "24.0 pt"));
  g_assert_nonnull(strstr(diag->message, "`theme.sizes.body.max` holds it there"));
  g_assert_nonnull(strstr(diag->hint, "`theme.sizes.body.max: 24pt`"));
  g_assert_cmpint(diag->at.line, ==, 3);
  corridor_clear(&house);
}

static void test_long_line(void) {
  static const char format[] =
      "grid: {columns: 1}\ntheme: {sizes: {body: {min: %s, max: %s}}}\n"
      "slides:\n  - title: 一\n    columns: %d\n    text: |\n      %s\n\n      い\n";
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = 0; i < 60; i++)
    g_string_append(text, "あ");
  g_autofree char *small = g_strdup_printf(format, "30pt", "30pt", 1, text->str);
  g_autofree char *large = g_strdup_printf(format, "60pt", "60pt", 1, text->str);
  g_autofree char *parted = g_strdup_printf(format, "30pt", "30pt", 0, text->str);
  g_assert_true(is_warned(small, PC_LONG_LINE));
  g_assert_false(is_warned(large, PC_LONG_LINE));
  g_assert_false(is_warned(parted, PC_LONG_LINE));
}

static void test_empty_panel(void) {
  static const char empty[] = "grid: {columns: 1, rows: 1}\ntheme: {sizes: {body: {min: 24pt, max: "
                              "24pt}, statement: 1}}\nslides: [あ]\n";
  g_assert_true(is_warned(empty, PC_EMPTY_PANEL));
  g_assert_false(is_warned("title: 題\nslides:\n  - {role: theme}\n  - あ\n", PC_BAD_VALUE));
}

static void test_contrast(void) {
  static const char format[] = "theme: {sizes: {body: {min: %s, max: %s}, statement: 1}}\nslides:\n"
                               "  - {text: あ, style: {ink: '%s', fill: '#ffffff'}}\n";
  static const struct {
    const char *size, *ink;
    bool warns;
  } cases[] = {
      {"30pt", "#777777", true},
      {"30pt", "#757575", false},
      {"40pt", "#777777", false},
      {"40pt", "#999999", true},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *yaml = g_strdup_printf(format, cases[i].size, cases[i].size, cases[i].ink);
    g_assert_true(is_warned(yaml, PC_LOW_CONTRAST) == cases[i].warns);
  }
}

static void test_contrast_names_the_nearest_colour(void) {
  static const struct {
    const char *ink, *ground, *nearest;
  } cases[] = {
      {"#777777", "#ffffff", "'#767676'"},
      {"#888888", "#000000", NULL},
      {"#444444", "#000000", "'#757575'"},
      {"#ff0000", "#ffffff", "'#ee0000'"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autofree char *yaml =
        g_strdup_printf("theme: {sizes: {body: {min: 30pt, max: 30pt}, statement: 1}}\nslides:\n"
                        "  - {text: あ, style: {ink: '%s', fill: '%s'}}\n",
                        cases[i].ink, cases[i].ground);
    corridor house;
    check_init(&house, yaml, ".");
    const pc_diag *diag = find_diag(&house, PC_LOW_CONTRAST);
    g_assert_true((diag != NULL) == (cases[i].nearest != NULL));
    if (diag != NULL)
      g_assert_nonnull(strstr(diag->hint, cases[i].nearest));
    corridor_clear(&house);
  }
}

static void test_contrast_is_named_once(void) {
  corridor house;
  check_init(&house,
             "theme: {sizes: {statement: 1}, panel: {ink: '#cccccc', fill: '#ffffff'}}\n"
             "slides: [あ, い, う]\n",
             ".");
  g_assert_cmpint(count_diags(&house, PC_LOW_CONTRAST), ==, 1);
  corridor_clear(&house);
}

static void write_png(const char *path, int width, int height) {
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  g_assert_cmpint(cairo_surface_write_to_png(surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy(surface);
}

static void test_figures(void) {
  g_autofree char *folder = g_dir_make_tmp("posterc-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "photo.png", NULL);
  write_png(path, 100, 80);
  corridor house;
  check_init(&house,
             "slides:\n  - figure: {file: photo.png, width: 100mm}\n"
             "  - figure: {file: photo.png, width: 10mm, alt: 絵}\n"
             "  - figure: {file: photo.png, width: 20mm, caption: 絵}\n",
             folder);
  g_assert_cmpint(count_diags(&house, PC_MISSING_ALT), ==, 1);
  g_assert_cmpint(find_diag(&house, PC_MISSING_ALT)->at.line, ==, 2);
  g_assert_cmpint(count_diags(&house, PC_LOW_RESOLUTION), ==, 2);
  const pc_diag *coarse = find_diag(&house, PC_LOW_RESOLUTION);
  g_assert_nonnull(strstr(coarse->message, "25 pixels an inch"));
  g_assert_nonnull(strstr(coarse->message, "blurred"));
  g_assert_nonnull(strstr(coarse->hint, "16 mm"));
  corridor_clear(&house);
  g_unlink(path);
  g_rmdir(folder);
}

static void test_report_has_a_line_for_each_panel(void) {
  corridor house;
  check_init(&house, "slides:\n  - {title: 一, text: あいう}\n  - {text: え, number: none}\n", ".");
  g_autoptr(GString) report = g_string_new(NULL);
  pc_check_append_report(house.layout, &(pc_check_ink){0}, report);
  g_auto(GStrv) lines = g_strsplit(report->str, "\n", -1);
  g_assert_true(g_str_has_prefix(lines[0], "poster.yaml: 841.0 x 1189.0 mm, "));
  g_assert_true(g_str_has_prefix(lines[1], "panel "));
  g_assert_true(g_str_has_prefix(lines[2], " 1 一 "));
  g_assert_true(g_str_has_prefix(lines[3], "slide 2 of the list "));
  g_assert_cmpstr(lines[4], ==, "");
  corridor_clear(&house);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/check/small-text/sheets", test_small_text_in_proportion_to_the_sheet);
  g_test_add_func("/check/small-text/names", test_small_text_names_what_holds_it);
  g_test_add_func("/check/long-line", test_long_line);
  g_test_add_func("/check/empty-panel", test_empty_panel);
  g_test_add_func("/check/contrast", test_contrast);
  g_test_add_func("/check/contrast/nearest", test_contrast_names_the_nearest_colour);
  g_test_add_func("/check/contrast/once", test_contrast_is_named_once);
  g_test_add_func("/check/figures", test_figures);
  g_test_add_func("/check/report", test_report_has_a_line_for_each_panel);
  return g_test_run();
}

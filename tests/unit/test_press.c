/* test_press.c - inks of colours, against measured values and against Ghostscript. */
#include <math.h>
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "backend/press.h"
#include "base/resource.h"

static GBytes *find_profile(const char *path) {
  size_t length = 0;
  const char *bytes = pc_resource_find(path, &length);
  g_assert_nonnull(bytes);
  return g_bytes_new_static(bytes, length);
}

static pc_press *make_press(void) {
  g_autoptr(GBytes) profile = find_profile("profiles/fogra39.icc");
  pc_press *press = pc_press_new(profile);
  g_assert_nonnull(press);
  return press;
}

/* The inks that match these greys in L* on FOGRA39, per cent. */
static void test_greys_match_in_lightness(void) {
  g_autoptr(pc_press) press = make_press();
  static const struct {
    double grey, black;
  } tones[] = {{.1, 93.5}, {.3, 74.5}, {.5, 55}, {.7, 34}};
  for (size_t i = 0; i < G_N_ELEMENTS(tones); i++) {
    const double grey = tones[i].grey, rgb[3] = {grey, grey, grey};
    pc_inks inks = pc_press_convert(press, rgb);
    g_assert_cmpfloat_with_epsilon(inks.ink[3] * 100, tones[i].black, .5);
    g_assert_cmpfloat(inks.ink[0] + inks.ink[1] + inks.ink[2], ==, 0);
  }
}

static void test_black_and_white_are_exact(void) {
  g_autoptr(pc_press) press = make_press();
  const double black[3] = {0, 0, 0}, white[3] = {1, 1, 1};
  pc_inks full = pc_press_convert(press, black), none = pc_press_convert(press, white);
  g_assert_cmpfloat(full.ink[3], ==, 1);
  g_assert_cmpfloat(pc_inks_total(full), ==, 1);
  g_assert_cmpfloat(pc_inks_total(none), ==, 0);
}

static void test_takes_the_nearest_color_that_exists(void) {
  g_autoptr(pc_press) press = make_press();
  const double beyond[3] = {1.5, -.2, 0}, red[3] = {1, 0, 0};
  pc_inks ours = pc_press_convert(press, beyond), theirs = pc_press_convert(press, red);
  for (int i = 0; i < 4; i++)
    g_assert_cmpfloat(ours.ink[i], ==, theirs.ink[i]);
  g_assert_cmpfloat(pc_press_convert_grey(press, -9), ==, 1);
  g_assert_cmpfloat(pc_press_convert_grey(press, 9), ==, 0);
}

static void test_greys_darken_steadily(void) {
  g_autoptr(pc_press) press = make_press();
  g_assert_cmpfloat(pc_press_convert_grey(press, 0), ==, 1);
  g_assert_cmpfloat(pc_press_convert_grey(press, 1), ==, 0);
  for (int i = 1; i < 256; i++) {
    double before = pc_press_convert_grey(press, (i - 1) / 255.0);
    double here = pc_press_convert_grey(press, i / 255.0);
    g_assert_cmpfloat(here, <, before);
    g_assert_cmpfloat(pc_press_convert_grey(press, (i - .5) / 255), <, before);
  }
}

static void test_tells_greys_from_colors(void) {
  const double grey[3] = {.5, .50005, .5}, color[3] = {.5, .505, .5}, drift[3] = {.5, .5, .505};
  g_assert_true(pc_press_is_grey(grey));
  g_assert_false(pc_press_is_grey(color));
  g_assert_false(pc_press_is_grey(drift));
  g_autoptr(pc_press) press = make_press();
  pc_inks mixed = pc_press_convert(press, color);
  for (int i = 0; i < 4; i++)
    g_assert_cmpfloat(mixed.ink[i], >, .05);
}

static const double patches[][3] = {{1, 0, 0},     {0, 1, 0},    {0, 0, 1},     {1, 1, 0},
                                    {0, 1, 1},     {1, 0, 1},    {.2, .4, .6},  {.9, .85, .8},
                                    {.15, .1, .1}, {.6, .2, .1}, {.94, .05, 0}, {.1, .5, .3}};
enum { N_PATCHES = G_N_ELEMENTS(patches) };

static void save_file(const char *folder, const char *name, const void *bytes, size_t length) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  g_assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
}

static void save_resource(const char *folder, const char *name) {
  g_autofree char *path = g_strconcat("profiles/", name, NULL);
  g_autoptr(GBytes) bytes = find_profile(path);
  save_file(folder, name, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
}

/* A page of one pixel for each patch. */
static void save_page(const char *folder) {
  g_autoptr(GString) page = g_string_new("%!\n");
  for (int i = 0; i < N_PATCHES; i++)
    g_string_append_printf(page, "%.2f %.2f %.2f setrgbcolor %d 0 1 1 rectfill\n", patches[i][0],
                           patches[i][1], patches[i][2], i);
  g_string_append(page, "showpage\n");
  save_file(folder, "page.ps", page->str, page->len);
}

/* Four bytes of ink for each patch, as Ghostscript makes them. */
static guint8 *ask_ghostscript(const char *folder) {
  g_autofree char *size = g_strdup_printf("-g%dx1", N_PATCHES);
  const char *const arguments[] = {"gs",
                                   "-q",
                                   "-dBATCH",
                                   "-dNOPAUSE",
                                   "-sDEVICE=bitcmyk",
                                   "-dGrayValues=256",
                                   "-r72",
                                   size,
                                   "-dRenderIntent=1",
                                   "-dBlackPtComp=1",
                                   "-sDefaultRGBProfile=srgb.icc",
                                   "-sOutputICCProfile=fogra39.icc",
                                   "-sOutputFile=inks",
                                   "page.ps",
                                   NULL};
  g_autoptr(GError) error = NULL;
  int status = 0;
  g_spawn_sync(folder, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
               &status, &error);
  g_assert_no_error(error);
  g_assert_cmpint(status, ==, 0);
  g_autofree char *path = g_build_filename(folder, "inks", NULL);
  char *inks = NULL;
  gsize length = 0;
  g_assert_true(g_file_get_contents(path, &inks, &length, NULL));
  g_assert_cmpuint(length, ==, 4 * N_PATCHES);
  return (guint8 *)inks;
}

static void remove_folder(const char *folder) {
  static const char *const names[] = {"page.ps", "srgb.icc", "fogra39.icc", "inks"};
  for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
    g_autofree char *path = g_build_filename(folder, names[i], NULL);
    g_unlink(path);
  }
  g_assert_cmpint(g_rmdir(folder), ==, 0);
}

static void test_agrees_with_ghostscript(void) {
  g_autofree char *folder = g_dir_make_tmp("posterc-press-XXXXXX", NULL);
  save_resource(folder, "srgb.icc");
  save_resource(folder, "fogra39.icc");
  save_page(folder);
  g_autofree guint8 *theirs = ask_ghostscript(folder);
  remove_folder(folder);
  g_autoptr(pc_press) press = make_press();
  for (int i = 0; i < N_PATCHES; i++) {
    pc_inks ours = pc_press_convert(press, patches[i]);
    for (int plate = 0; plate < 4; plate++)
      g_assert_cmpfloat_with_epsilon(ours.ink[plate], theirs[4 * i + plate] / 255.0, .015);
  }
}

static void test_ramps_have_no_steps_back(void) {
  g_autoptr(pc_press) press = make_press();
  static const int inks_of[3][2] = {{1, 2}, {0, 2}, {0, 1}};
  for (int hue = 0; hue < 3; hue++)
    for (int step = 1; step <= 50; step++) {
      double light[3], deep[3];
      for (int i = 0; i < 3; i++) {
        light[i] = i == hue ? 1 : 1 - (step - 1) / 50.0;
        deep[i] = i == hue ? 1 : 1 - step / 50.0;
      }
      pc_inks before = pc_press_convert(press, light), here = pc_press_convert(press, deep);
      for (int i = 0; i < 2; i++)
        g_assert_cmpfloat(here.ink[inks_of[hue][i]], >=, before.ink[inks_of[hue][i]] - .01);
    }
}

/* The profile is made for at most 300 per cent. */
static void test_keeps_the_ink_limit(void) {
  g_autoptr(pc_press) press = make_press();
  double most = pc_press_measure_ink(press);
  g_assert_cmpfloat(most, >, 2.5);
  g_assert_cmpfloat(most, <=, 3.0);
}

static void test_refuses_other_profiles(void) {
  g_autoptr(GBytes) screen = find_profile("profiles/srgb.icc");
  g_autoptr(GBytes) whole = find_profile("profiles/fogra39.icc");
  g_autoptr(GBytes) part = g_bytes_new_from_bytes(whole, 0, 20000);
  g_autoptr(GBytes) nothing = g_bytes_new(NULL, 0);
  g_assert_null(pc_press_new(screen));
  g_assert_null(pc_press_new(part));
  g_assert_null(pc_press_new(nothing));
  pc_press_free(NULL);
}

static void assert_shares(pc_inks inks) {
  for (int i = 0; i < 4; i++)
    g_assert_true(inks.ink[i] >= 0 && inks.ink[i] <= 1);
}

/* A damaged profile is refused, or gives inks that can be printed. */
static void test_survives_damage(void) {
  g_autoptr(GBytes) whole = find_profile("profiles/fogra39.icc");
  g_autoptr(GRand) random = g_rand_new_with_seed(39);
  int n_opened = 0;
  for (int round = 0; round < 200; round++) {
    gsize length = g_bytes_get_size(whole);
    guint8 *bytes = g_memdup2(g_bytes_get_data(whole, NULL), length);
    int reach = round % 2 == 0 ? 1200 : (int)length;
    for (int i = 0; i < 8; i++)
      bytes[g_rand_int_range(random, 128, reach)] = (guint8)g_rand_int(random);
    g_autoptr(GBytes) damaged = g_bytes_new_take(bytes, length);
    g_autoptr(pc_press) press = pc_press_new(damaged);
    if (press == NULL)
      continue;
    n_opened++;
    for (int i = 0; i < N_PATCHES; i++)
      assert_shares(pc_press_convert(press, patches[i]));
    g_assert_true(isfinite(pc_press_convert_grey(press, .4)));
  }
  g_assert_cmpint(n_opened, >, 50);
  g_assert_cmpint(n_opened, <, 200);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/press/greys-match-in-lightness", test_greys_match_in_lightness);
  g_test_add_func("/press/black-and-white-are-exact", test_black_and_white_are_exact);
  g_test_add_func("/press/takes-the-nearest-color-that-exists",
                  test_takes_the_nearest_color_that_exists);
  g_test_add_func("/press/greys-darken-steadily", test_greys_darken_steadily);
  g_test_add_func("/press/tells-greys-from-colors", test_tells_greys_from_colors);
  g_test_add_func("/press/agrees-with-ghostscript", test_agrees_with_ghostscript);
  g_test_add_func("/press/ramps-have-no-steps-back", test_ramps_have_no_steps_back);
  g_test_add_func("/press/keeps-the-ink-limit", test_keeps_the_ink_limit);
  g_test_add_func("/press/refuses-other-profiles", test_refuses_other_profiles);
  g_test_add_func("/press/survives-damage", test_survives_damage);
  return g_test_run();
}

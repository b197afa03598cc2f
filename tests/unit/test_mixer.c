/* test_mixer.c - colours of other profiles as inks. */
#include "backend/mixer.h"

#include <string.h>

#include "base/resource.h"

static GBytes *find_profile(const char *path) {
  size_t length = 0;
  const char *bytes = pc_resource_find(path, &length);
  g_assert_nonnull(bytes);
  return g_bytes_new_static(bytes, length);
}

static pc_press *make_press(void) {
  g_autoptr(GBytes) profile = find_profile("profiles/fogra39.icc");
  return pc_press_new(profile);
}

/* Without a profile as the press does it; with sRGB's own not otherwise, greys included. */
static void test_rgb(void) {
  g_autoptr(pc_press) press = make_press();
  g_autoptr(GBytes) srgb = find_profile("profiles/srgb.icc");
  g_autoptr(pc_mixer) plain = pc_mixer_new(press, NULL, 3);
  g_autoptr(pc_mixer) tagged = pc_mixer_new(press, srgb, 3);
  static const double colors[][3] = {{0, 0, 0}, {.5, .5, .5}, {1, 1, 1}, {.8, .2, .1}};
  for (size_t i = 0; i < G_N_ELEMENTS(colors); i++) {
    const pc_inks wanted = pc_press_convert(press, colors[i]);
    const pc_inks one = pc_mixer_mix(plain, colors[i]), other = pc_mixer_mix(tagged, colors[i]);
    for (int k = 0; k < 4; k++) {
      g_assert_cmpfloat(one.ink[k], ==, wanted.ink[k]);
      g_assert_cmpfloat_with_epsilon(other.ink[k], wanted.ink[k], .01);
    }
  }
}

static void test_grey(void) {
  g_autoptr(pc_press) press = make_press();
  g_autoptr(pc_mixer) grey = pc_mixer_new(press, NULL, 1);
  g_autoptr(pc_mixer) lab = pc_mixer_new(press, NULL, PC_MIXER_LAB);
  const double middle = .5, neutral[3] = {53.4, 0, 0}, pink[3] = {53.4, 30, 0};
  double found;
  g_assert_cmpfloat_with_epsilon(pc_mixer_mix(grey, &middle).ink[3], .5475, .005);
  g_assert_true(pc_mixer_find_grey(lab, neutral, &found));
  g_assert_cmpfloat_with_epsilon(found, .5, .01);
  g_assert_false(pc_mixer_find_grey(lab, pink, &found));
}

/* Inks of another condition are mixed anew; pixels as single colours are. */
static void test_inks(void) {
  g_autoptr(pc_press) press = make_press();
  g_autoptr(GBytes) profile = find_profile("profiles/fogra39.icc");
  g_autoptr(pc_mixer) mixer = pc_mixer_new(press, profile, 4);
  const double color[4] = {.8, .2, .4, .1};
  const guint8 pixel[4] = {204, 51, 102, 26};
  guint8 row[4];
  double grey;
  const pc_inks inks = pc_mixer_mix(mixer, color);
  pc_mixer_mix_row(mixer, pixel, row, 1);
  g_assert_false(pc_mixer_find_grey(mixer, color, &grey));
  for (int k = 0; k < 4; k++) {
    g_assert_cmpfloat_with_epsilon(row[k] / 255.0, inks.ink[k], .02);
    g_assert_true(inks.ink[k] >= 0 && inks.ink[k] <= 1);
  }
}

/* White paper stays bare in a picture; its blacks are mixed as their neighbours are. */
static void test_rows(void) {
  g_autoptr(pc_press) press = make_press();
  g_autoptr(pc_mixer) mixer = pc_mixer_new(press, NULL, 3);
  const guint8 rgb[9] = {255, 255, 255, 0, 0, 0, 204, 51, 26};
  const double red[3] = {.8, .2, 26 / 255.0};
  guint8 inks[12];
  pc_mixer_mix_row(mixer, rgb, inks, 3);
  g_assert_cmpint(inks[0] + inks[1] + inks[2] + inks[3], ==, 0);
  g_assert_cmpint(inks[4], >, 100);
  g_assert_cmpint(inks[7], >, 200);
  const pc_inks single = pc_press_convert(press, red);
  for (int k = 0; k < 4; k++)
    g_assert_cmpfloat_with_epsilon(inks[8 + k] / 255.0, single.ink[k], .02);
}

static void test_refused(void) {
  g_autoptr(pc_press) press = make_press();
  g_autoptr(GBytes) srgb = find_profile("profiles/srgb.icc");
  g_autoptr(GBytes) text = g_bytes_new_static("no profile", 10);
  g_assert_null(pc_mixer_new(press, srgb, 4));
  g_assert_null(pc_mixer_new(press, text, 3));
  pc_mixer_free(NULL);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/mixer/rgb", test_rgb);
  g_test_add_func("/mixer/grey", test_grey);
  g_test_add_func("/mixer/inks", test_inks);
  g_test_add_func("/mixer/rows", test_rows);
  g_test_add_func("/mixer/refused", test_refused);
  return g_test_run();
}

/* test_profile.c - profiles that are needed, needless, strange and broken. */
#include "figure/profile.h"

#include <string.h>

#include "profiles.h"

/* What is left of the profile for a picture of so many channels. */
static GBytes *resolve(GBytes *icc, int channels) {
  pc_problem problem = {0};
  GBytes *left = g_bytes_ref(icc);
  g_assert_true(pc_profile_resolve(&left, channels, &problem));
  g_assert_null(problem.why);
  return left;
}

static void assert_refused(GBytes *icc, int channels, const char *words) {
  pc_problem problem = {0};
  GBytes *left = g_bytes_ref(icc);
  g_assert_false(pc_profile_resolve(&left, channels, &problem));
  g_assert_cmpint(problem.code, ==, PC_BAD_IMAGE);
  g_assert_nonnull(problem.hint);
  if (strstr(problem.why, words) == NULL)
    g_error("'%s' does not say '%s'", problem.why, words);
  g_clear_pointer(&left, g_bytes_unref);
  g_free(problem.why);
}

static void test_none(void) {
  pc_problem problem = {0};
  GBytes *icc = NULL;
  g_assert_true(pc_profile_resolve(&icc, 3, &problem));
  g_assert_null(icc);
}

static void test_srgb(void) {
  g_autoptr(GBytes) srgb = make_srgb();
  g_assert_null(resolve(srgb, 3));
  g_assert_null(resolve(srgb, 1));
}

static void test_kept(void) {
  g_autoptr(GBytes) swapped = make_swapped(2.2);
  g_autoptr(GBytes) grey = make_grey_profile(1.0);
  g_autoptr(GBytes) left = resolve(swapped, 3);
  g_autoptr(GBytes) grey_left = resolve(grey, 1);
  g_assert_true(left == swapped);
  g_assert_true(grey_left == grey);
}

/* Its neutral tones become a profile of grey: half of the number is half of the light here. */
static void test_grey_of_rgb(void) {
  g_autoptr(GBytes) linear = make_swapped(1.0);
  g_autoptr(GBytes) left = resolve(linear, 1);
  g_assert_nonnull(left);
  cmsHPROFILE profile =
      cmsOpenProfileFromMem(g_bytes_get_data(left, NULL), (cmsUInt32Number)g_bytes_get_size(left));
  g_assert_cmpuint(cmsGetColorSpace(profile), ==, cmsSigGrayData);
  const cmsToneCurve *curve = cmsReadTag(profile, cmsSigGrayTRCTag);
  for (int i = 0; i <= 10; i++)
    g_assert_cmpfloat_with_epsilon(cmsEvalToneCurveFloat(curve, (float)i / 10), i / 10.0, 0.002);
  cmsCloseProfile(profile);
}

static void test_mismatch(void) {
  g_autoptr(GBytes) srgb = make_srgb();
  g_autoptr(GBytes) grey = make_grey_profile(1.0);
  g_autoptr(GBytes) link = make_link();
  g_autoptr(GBytes) lab = make_lab();
  assert_refused(srgb, 4, "another kind of picture");
  assert_refused(grey, 3, "another kind of picture");
  assert_refused(link, 4, "not one for pictures");
  assert_refused(lab, 3, "not one for pictures");
}

static void test_too_large(void) {
  size_t length = PC_PROFILE_MAX_BYTES + 1;
  g_autoptr(GBytes) large = g_bytes_new_take(g_malloc0(length), length);
  assert_refused(large, 3, "larger than 4 MiB");
}

/* Every cut and every changed byte is read within its bounds; a cut is no profile. */
static void test_damaged(void) {
  g_autoptr(GBytes) swapped = make_swapped(2.2);
  size_t length;
  const guint8 *data = g_bytes_get_data(swapped, &length);
  for (size_t i = 0; i < length; i += 3) {
    pc_problem problem = {0};
    guint8 *copy = g_memdup2(data, length);
    copy[i] ^= 0xff;
    GBytes *icc = g_bytes_new_take(copy, length);
    bool ok = pc_profile_resolve(&icc, 3, &problem);
    g_assert_true(ok == (problem.why == NULL));
    g_clear_pointer(&icc, g_bytes_unref);
    g_free(problem.why);
  }
  for (size_t i = 0; i < 300; i += 7) {
    g_autofree guint8 *copy = g_memdup2(data, i);
    g_autoptr(GBytes) cut = g_bytes_new(copy, i);
    assert_refused(cut, 3, "damaged");
  }
}

static void test_make(void) {
  g_autoptr(GBytes) first = pc_profile_make(&pc_calibration_srgb);
  g_autoptr(GBytes) second = pc_profile_make(&pc_calibration_srgb);
  g_assert_true(g_bytes_equal(first, second));
  g_assert_null(resolve(first, 3));
  pc_calibration grey = pc_calibration_srgb;
  grey.channels = 1;
  g_autoptr(GBytes) plain_grey = pc_profile_make(&grey);
  g_assert_null(resolve(plain_grey, 1));
  grey.gamma = 1;
  g_autoptr(GBytes) linear_grey = pc_profile_make(&grey);
  g_autoptr(GBytes) left = resolve(linear_grey, 1);
  g_assert_true(left == linear_grey);
}

static void test_impossible(void) {
  static const double gammas[] = {0, -1, 0.09, 11};
  for (size_t i = 0; i < G_N_ELEMENTS(gammas); i++) {
    pc_calibration odd = pc_calibration_srgb;
    odd.gamma = gammas[i];
    g_assert_null(pc_profile_make(&odd));
  }
  pc_calibration black = pc_calibration_srgb;
  black.white[1] = 0;
  g_assert_null(pc_profile_make(&black));
  pc_calibration flat = pc_calibration_srgb; /* red, green and blue are one: nothing to invert */
  memcpy(flat.green, flat.red, sizeof flat.red);
  memcpy(flat.blue, flat.red, sizeof flat.red);
  g_assert_null(pc_profile_make(&flat));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/profile/none", test_none);
  g_test_add_func("/profile/srgb", test_srgb);
  g_test_add_func("/profile/kept", test_kept);
  g_test_add_func("/profile/grey-of-rgb", test_grey_of_rgb);
  g_test_add_func("/profile/mismatch", test_mismatch);
  g_test_add_func("/profile/too-large", test_too_large);
  g_test_add_func("/profile/damaged", test_damaged);
  g_test_add_func("/profile/make", test_make);
  g_test_add_func("/profile/impossible", test_impossible);
  return g_test_run();
}

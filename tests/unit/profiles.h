/* profiles.h - ICC profiles made in memory, for tests. */
#ifndef PROFILES_H
#define PROFILES_H

#include <glib.h>
#include <lcms2.h>

static inline GBytes *save_sample(cmsHPROFILE profile) {
  cmsUInt32Number length = 0;
  g_assert_true(cmsSaveProfileToMem(profile, NULL, &length));
  guint8 *bytes = g_malloc(length);
  g_assert_true(cmsSaveProfileToMem(profile, bytes, &length));
  cmsCloseProfile(profile);
  return g_bytes_new_take(bytes, length);
}

static inline GBytes *make_srgb(void) {
  return save_sample(cmsCreate_sRGBProfile());
}

/* sRGB's primaries, red and blue exchanged. */
static inline GBytes *make_swapped(double gamma) {
  const cmsCIExyY white = {0.3127, 0.3290, 1};
  const cmsCIExyYTRIPLE primaries = {{0.15, 0.06, 1}, {0.30, 0.60, 1}, {0.64, 0.33, 1}};
  cmsToneCurve *curve = cmsBuildGamma(NULL, gamma);
  cmsToneCurve *const curves[3] = {curve, curve, curve};
  cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  cmsFreeToneCurve(curve);
  return save_sample(profile);
}

static inline GBytes *make_grey_profile(double gamma) {
  cmsToneCurve *curve = cmsBuildGamma(NULL, gamma);
  cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
  cmsFreeToneCurve(curve);
  return save_sample(profile);
}

/* A link limits ink: its space is CMYK, but it is no picture's profile. */
static inline GBytes *make_link(void) {
  return save_sample(cmsCreateInkLimitingDeviceLink(cmsSigCmykData, 300));
}

static inline GBytes *make_lab(void) {
  return save_sample(cmsCreateLab2Profile(NULL));
}

#endif

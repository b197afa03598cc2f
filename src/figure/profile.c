/* profile.c - ICC profiles through lcms2.  Layer: figure. */
#include "figure/profile.h"

#include <lcms2.h>
#include <math.h>
#include <string.h>

#include "base/translate.h"

/* ICC.1:2010, 7.2: the header, and the moment in it at which a profile was made. */
#define HEADER_SIZE 128
#define DATE_AT 24
/* The first version that PDF 1.7 does not know. */
#define VERSION_5 0x05000000u

/* Colours that differ by less are the same to the eye (delta E of 1976). */
#define SAME_COLOR 1.0
/* Tones compared on each channel: 0, 51 .. 255. */
#define TONES 6
#define TONE_STEP 51

#define GREY_TABLE 256

/* 1/2.2 is how programs write sRGB's curve, which is no power; libpng takes as much for the same.
 */
#define SRGB_GAMMA (1 / 2.2)
#define SAME_GAMMA 0.05

const pc_calibration pc_calibration_srgb = {
    3, SRGB_GAMMA, {0.3127, 0.3290}, {0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}};

typedef struct lab_grid {
  int count;
  cmsCIELab at[TONES * TONES * TONES];
} lab_grid;

void pc_profile_report(pc_problem *problem, const char *what) {
  pc_problem_set(problem, PC_BAD_IMAGE, "has a colour profile that %s", _(what));
  problem->hint = "export it again with the colour profile sRGB";
}

static cmsHPROFILE open_bytes(GBytes *icc) {
  size_t length;
  const void *data = g_bytes_get_data(icc, &length);
  return length >= HEADER_SIZE ? cmsOpenProfileFromMem(data, (cmsUInt32Number)length) : NULL;
}

/* To the colours themselves; NULL: a part of the profile is missing or damaged. */
static cmsHTRANSFORM open_lab(cmsHPROFILE profile) {
  cmsUInt32Number space = (cmsUInt32Number)_cmsLCMScolorSpace(cmsGetColorSpace(profile));
  cmsUInt32Number channels = cmsChannelsOf(cmsGetColorSpace(profile));
  cmsHPROFILE lab = cmsCreateLab4Profile(NULL);
  cmsHTRANSFORM transform = cmsCreateTransform(
      profile, COLORSPACE_SH(space) | CHANNELS_SH(channels) | BYTES_SH(1), lab, TYPE_Lab_DBL,
      INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
  cmsCloseProfile(lab);
  return transform;
}

static bool is_printable_class(cmsHPROFILE profile) {
  cmsProfileClassSignature found = cmsGetDeviceClass(profile);
  return found == cmsSigInputClass || found == cmsSigDisplayClass || found == cmsSigOutputClass ||
         found == cmsSigColorSpaceClass;
}

static bool fits_channels(cmsHPROFILE profile, int channels) {
  cmsColorSpaceSignature space = cmsGetColorSpace(profile);
  return (channels == 1 && (space == cmsSigGrayData || space == cmsSigRgbData)) ||
         (channels == 3 && space == cmsSigRgbData) || (channels == 4 && space == cmsSigCmykData);
}

static bool is_usable(cmsHPROFILE profile, int channels, pc_problem *problem) {
  if (profile == NULL) {
    pc_profile_report(problem, "is damaged");
    return false;
  }
  if (!is_printable_class(profile) || cmsGetEncodedICCversion(profile) >= VERSION_5) {
    pc_profile_report(problem, "is not one for pictures");
    return false;
  }
  if (!fits_channels(profile, channels)) {
    pc_profile_report(problem, "belongs to another kind of picture");
    return false;
  }
  cmsHTRANSFORM lab = open_lab(profile);
  if (lab == NULL) {
    pc_profile_report(problem, "is damaged");
    return false;
  }
  cmsDeleteTransform(lab);
  return true;
}

/* The tones of grey, or of all mixtures of red, green and blue. */
static void fill_grid(cmsHPROFILE profile, bool is_grey, lab_grid *grid) {
  cmsHTRANSFORM lab = open_lab(profile);
  bool one_channel = cmsGetColorSpace(profile) == cmsSigGrayData;
  grid->count = is_grey ? TONES : TONES * TONES * TONES;
  for (int i = 0; lab != NULL && i < grid->count; i++) {
    guint8 tone[3] = {(guint8)(i % TONES * TONE_STEP), (guint8)(i / TONES % TONES * TONE_STEP),
                      (guint8)(i / TONES / TONES * TONE_STEP)};
    if (is_grey && !one_channel)
      tone[1] = tone[2] = tone[0];
    cmsDoTransform(lab, tone, &grid->at[i], 1);
  }
  if (lab != NULL)
    cmsDeleteTransform(lab);
}

/* By what it does, whatever it calls itself. */
static bool is_srgb(cmsHPROFILE profile, int channels) {
  if (channels == 4)
    return false;
  cmsHPROFILE srgb = cmsCreate_sRGBProfile();
  lab_grid found = {0}, wanted = {0};
  fill_grid(profile, channels == 1, &found);
  fill_grid(srgb, channels == 1, &wanted);
  cmsCloseProfile(srgb);
  for (int i = 0; i < found.count; i++) {
    if (!(cmsDeltaE(&found.at[i], &wanted.at[i]) <= SAME_COLOR))
      return false;
  }
  return true;
}

/* Without the moment at which it was made: the same poster is the same file. */
static GBytes *save_profile(cmsHPROFILE profile) {
  static const guint8 date[12] = {0x07, 0xd0, 0, 1, 0, 1};
  cmsUInt32Number length = 0;
  if (profile == NULL || !cmsSaveProfileToMem(profile, NULL, &length) || length < HEADER_SIZE)
    return NULL;
  guint8 *bytes = g_malloc(length);
  cmsSaveProfileToMem(profile, bytes, &length);
  memcpy(bytes + DATE_AT, date, sizeof date);
  return g_bytes_new_take(bytes, length);
}

static GBytes *make_grey(cmsToneCurve *curve) {
  cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
  GBytes *icc = save_profile(profile);
  if (profile != NULL)
    cmsCloseProfile(profile);
  return icc;
}

/* Grey that has the neutral tones of a profile of RGB. */
static GBytes *derive_grey(cmsHPROFILE profile) {
  cmsUInt16Number table[GREY_TABLE];
  cmsHTRANSFORM lab = open_lab(profile);
  for (int i = 0; i < GREY_TABLE; i++) {
    const guint8 tone[3] = {(guint8)i, (guint8)i, (guint8)i};
    cmsCIELab color;
    cmsCIEXYZ light;
    cmsDoTransform(lab, tone, &color, 1);
    cmsLab2XYZ(cmsD50_XYZ(), &light, &color);
    table[i] = (cmsUInt16Number)lround(CLAMP(light.Y, 0, 1) * 65535);
  }
  cmsDeleteTransform(lab);
  cmsToneCurve *curve = cmsBuildTabulatedToneCurve16(NULL, GREY_TABLE, table);
  GBytes *icc = make_grey(curve);
  cmsFreeToneCurve(curve);
  return icc;
}

bool pc_profile_resolve(GBytes **icc, int channels, pc_problem *problem) {
  if (*icc == NULL)
    return true;
  if (g_bytes_get_size(*icc) > PC_PROFILE_MAX_BYTES) {
    pc_profile_report(problem, "is larger than 4 MiB");
    return false;
  }
  cmsHPROFILE profile = open_bytes(*icc);
  bool ok = is_usable(profile, channels, problem);
  GBytes *kept = NULL;
  if (ok && !is_srgb(profile, channels))
    kept = channels == 1 && cmsGetColorSpace(profile) == cmsSigRgbData ? derive_grey(profile)
                                                                       : g_bytes_ref(*icc);
  if (profile != NULL)
    cmsCloseProfile(profile);
  g_bytes_unref(*icc);
  *icc = kept;
  return ok;
}

/* From the numbers in a file to light. */
static cmsToneCurve *build_curve(double gamma) {
  /* IEC 61966-2-1, 5.2: a power with a straight foot (lcms2 calls it type 4). */
  static const cmsFloat64Number srgb[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  if (fabs(gamma / SRGB_GAMMA - 1) < SAME_GAMMA)
    return cmsBuildParametricToneCurve(NULL, 4, srgb);
  return cmsBuildGamma(NULL, 1 / gamma);
}

static bool is_real_color(const double xy[2]) {
  return xy[0] > 0 && xy[1] > 0 && xy[0] + xy[1] <= 1;
}

static bool is_real(const pc_calibration *c) {
  return c->gamma >= 0.1 && c->gamma <= 10 && is_real_color(c->white) && is_real_color(c->red) &&
         is_real_color(c->green) && is_real_color(c->blue);
}

static GBytes *make_rgb(const pc_calibration *c, cmsToneCurve *curve) {
  const cmsCIExyY white = {c->white[0], c->white[1], 1};
  const cmsCIExyYTRIPLE primaries = {
      {c->red[0], c->red[1], 1}, {c->green[0], c->green[1], 1}, {c->blue[0], c->blue[1], 1}};
  cmsToneCurve *const curves[3] = {curve, curve, curve};
  cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
  GBytes *icc = save_profile(profile);
  if (profile != NULL)
    cmsCloseProfile(profile);
  return icc;
}

GBytes *pc_profile_make(const pc_calibration *calibration) {
  if (!is_real(calibration))
    return NULL;
  cmsToneCurve *curve = build_curve(calibration->gamma);
  GBytes *icc = calibration->channels == 1 ? make_grey(curve) : make_rgb(calibration, curve);
  cmsFreeToneCurve(curve);
  return icc;
}

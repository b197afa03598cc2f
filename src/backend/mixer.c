/* mixer.c - transforms of lcms2 from one profile to the output profile.  Layer: backend. */
#include "backend/mixer.h"

#include <math.h>

#include "backend/press_parts.h"

/* What a matrix of a profile makes of equal components may differ by so much. */
#define SAME_COMPONENT 0.004

#define COMPENSATED cmsFLAGS_BLACKPOINTCOMPENSATION

struct pc_mixer {
  const pc_press *press;
  int channels;
  cmsHPROFILE profile;                  /* NULL: sRGB and its grey */
  cmsHTRANSFORM to_srgb, to_inks;       /* doubles */
  cmsHTRANSFORM pixels;                 /* bytes; NULL until the first row */
  cmsUInt32Number doubles_in, bytes_in; /* lcms2's words for its colours */
};

static const struct {
  cmsColorSpaceSignature space;
  cmsUInt32Number doubles, bytes;
} kinds[] = {
    [PC_MIXER_LAB] = {cmsSigLabData, TYPE_Lab_DBL, TYPE_Lab_8},
    [1] = {cmsSigGrayData, TYPE_GRAY_DBL, TYPE_GRAY_8},
    [3] = {cmsSigRgbData, TYPE_RGB_DBL, TYPE_RGB_8},
    [4] = {cmsSigCmykData, TYPE_CMYK_DBL, TYPE_CMYK_8},
};

static cmsHPROFILE open_profile(GBytes *icc, int channels) {
  if (channels == PC_MIXER_LAB)
    return cmsCreateLab4Profile(NULL);
  gsize length;
  const void *bytes = g_bytes_get_data(icc, &length);
  cmsHPROFILE profile = length > 0 && length <= G_MAXINT32
                            ? cmsOpenProfileFromMem(bytes, (cmsUInt32Number)length)
                            : NULL;
  if (profile == NULL || cmsGetColorSpace(profile) == kinds[channels].space)
    return profile;
  cmsCloseProfile(profile);
  return NULL;
}

static bool open_transforms(pc_mixer *mixer) {
  const pc_press *press = mixer->press;
  const cmsUInt32Number from = mixer->doubles_in, flags = COMPENSATED | PC_PRESS_EXACT;
  if (mixer->profile == NULL)
    return false;
  mixer->to_srgb =
      cmsCreateTransform(mixer->profile, from, press->srgb, TYPE_RGB_DBL, PC_PRESS_INTENT, flags);
  mixer->to_inks = cmsCreateTransform(mixer->profile, from, press->output, TYPE_CMYK_DBL,
                                      PC_PRESS_INTENT, flags);
  return mixer->to_srgb != NULL && mixer->to_inks != NULL;
}

pc_mixer *pc_mixer_new(const pc_press *press, GBytes *icc, int channels) {
  g_autoptr(pc_mixer) mixer = g_new0(pc_mixer, 1);
  mixer->press = press;
  mixer->channels = channels;
  mixer->doubles_in = kinds[channels].doubles;
  mixer->bytes_in = kinds[channels].bytes;
  if (icc == NULL && channels != PC_MIXER_LAB)
    return g_steal_pointer(&mixer);
  mixer->profile = open_profile(icc, channels);
  return open_transforms(mixer) ? g_steal_pointer(&mixer) : NULL;
}

static void close_transform(cmsHTRANSFORM transform) {
  if (transform != NULL)
    cmsDeleteTransform(transform);
}

void pc_mixer_free(pc_mixer *mixer) {
  if (mixer == NULL)
    return;
  close_transform(mixer->to_srgb);
  close_transform(mixer->to_inks);
  close_transform(mixer->pixels);
  if (mixer->profile != NULL)
    cmsCloseProfile(mixer->profile);
  g_free(mixer);
}

static void find_srgb(const pc_mixer *mixer, const double *color, double rgb[3]) {
  if (mixer->profile != NULL)
    cmsDoTransform(mixer->to_srgb, color, rgb, 1);
  for (int i = 0; i < 3 && mixer->profile == NULL; i++)
    rgb[i] = color[mixer->channels == 1 ? 0 : i];
}

bool pc_mixer_find_grey(const pc_mixer *mixer, const double *color, double *grey) {
  double rgb[3];
  if (mixer->channels == 4)
    return false;
  find_srgb(mixer, color, rgb);
  *grey = rgb[1];
  if (mixer->profile == NULL || mixer->channels == 1)
    return mixer->channels == 1 || pc_press_is_grey(rgb);
  return fabs(rgb[0] - rgb[1]) < SAME_COMPONENT && fabs(rgb[1] - rgb[2]) < SAME_COMPONENT;
}

/* lcms2 counts inks in per cent. */
static pc_inks mix_profile(const pc_mixer *mixer, const double *color) {
  double scaled[4];
  pc_inks inks;
  for (int i = 0; i < MAX(3, mixer->channels); i++)
    scaled[i] = mixer->channels == 4 ? color[i] * 100 : color[i];
  cmsDoTransform(mixer->to_inks, scaled, inks.ink, 1);
  for (int i = 0; i < 4; i++)
    inks.ink[i] = fmin(fmax(inks.ink[i] / 100, 0), 1);
  return inks;
}

pc_inks pc_mixer_mix(const pc_mixer *mixer, const double *color) {
  double grey;
  if (pc_mixer_find_grey(mixer, color, &grey))
    return (pc_inks){{0, 0, 0, pc_press_convert_grey(mixer->press, grey)}};
  return mixer->profile == NULL ? pc_press_convert(mixer->press, color) : mix_profile(mixer, color);
}

void pc_mixer_mix_row(pc_mixer *mixer, const guint8 *row, guint8 *inks, int pixels) {
  const pc_press *press = mixer->press;
  if (mixer->pixels == NULL)
    mixer->pixels = cmsCreateTransform(mixer->profile != NULL ? mixer->profile : press->srgb,
                                       mixer->bytes_in, press->output, TYPE_CMYK_8, PC_PRESS_INTENT,
                                       COMPENSATED | cmsFLAGS_NOCACHE);
  g_assert(mixer->pixels != NULL);
  cmsDoTransform(mixer->pixels, row, inks, (cmsUInt32Number)pixels);
}

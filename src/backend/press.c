/* press.c - inks through lcms2, black alone for greys (PRINT section 3).  Layer: backend. */
#include "backend/press.h"

#include <math.h>

#include "backend/press_parts.h"
#include "base/resource.h"

/* Components that differ by less are the same: cairo writes six decimals. */
#define SAME_COMPONENT 1e-4

#define N_TONES PC_PRESS_TONES
/* Black ink on paper darkens it by 80 in L* and more; a profile with less has no black to speak of.
 */
#define LEAST_BLACK_CONTRAST 30.0

/* What separations of black into four inks have at the least. */
#define LEAST_OF_COLOR 0.3
#define LEAST_OF_BLACK 0.6

/* Steps of each component where the most ink is looked for. */
#define INK_STEPS 17

static cmsHPROFILE open_srgb(void) {
  size_t length = 0;
  const char *bytes = pc_resource_find("profiles/srgb.icc", &length);
  g_assert(bytes != NULL);
  return cmsOpenProfileFromMem(bytes, (cmsUInt32Number)length);
}

static cmsHTRANSFORM open_mix(const pc_press *press) {
  return cmsCreateTransform(press->srgb, TYPE_RGB_DBL, press->output, TYPE_CMYK_DBL,
                            PC_PRESS_INTENT, cmsFLAGS_BLACKPOINTCOMPENSATION | PC_PRESS_EXACT);
}

/* L* on the paper's own white of black ink alone, light[i] of i / 255; never lighter with more
 * ink. */
static bool measure_black(const pc_press *press, double light[N_TONES]) {
  cmsHPROFILE lab = cmsCreateLab4Profile(NULL);
  cmsHTRANSFORM look = cmsCreateTransform(press->output, TYPE_CMYK_DBL, lab, TYPE_Lab_DBL,
                                          PC_PRESS_INTENT, PC_PRESS_EXACT);
  cmsCloseProfile(lab);
  if (look == NULL)
    return false;
  for (int i = 0; i < N_TONES; i++) {
    const double ink[4] = {0, 0, 0, 100.0 * i / (N_TONES - 1)};
    cmsCIELab color;
    cmsDoTransform(look, ink, &color, 1);
    light[i] = i == 0 ? color.L : fmin(color.L, light[i - 1]);
  }
  cmsDeleteTransform(look);
  double contrast = light[0] - light[N_TONES - 1];
  return isfinite(contrast) && contrast >= LEAST_BLACK_CONTRAST;
}

/* L* of a grey of sRGB, 0..1 (IEC 61966-2-1, 5.2, and ISO 11664-4). */
static double find_lightness(double grey) {
  double y = grey <= 0.04045 ? grey / 12.92 : pow((grey + 0.055) / 1.055, 2.4);
  return y > 216.0 / 24389 ? 1.16 * cbrt(y) - 0.16 : y * 243.89 / 27;
}

/* Ink, counted in steps of the table, at which it is just so light. */
static double find_ink(const double light[N_TONES], double wanted) {
  int i = 1;
  while (i < N_TONES - 1 && light[i] > wanted)
    i++;
  double step = light[i - 1] - light[i];
  return step > 0 ? i - 1 + CLAMP((light[i - 1] - wanted) / step, 0, 1) : i;
}

static bool make_tones(pc_press *press) {
  double light[N_TONES];
  if (!measure_black(press, light))
    return false;
  double paper = light[0], black = light[N_TONES - 1];
  for (int i = 1; i < N_TONES - 1; i++) {
    double wanted = black + (paper - black) * find_lightness((double)i / (N_TONES - 1));
    press->tones[i] = find_ink(light, wanted) / (N_TONES - 1);
  }
  press->tones[0] = 1;
  press->tones[N_TONES - 1] = 0;
  return true;
}

static bool is_output(cmsHPROFILE profile) {
  return profile != NULL && cmsGetDeviceClass(profile) == cmsSigOutputClass &&
         cmsGetColorSpace(profile) == cmsSigCmykData;
}

pc_press *pc_press_new(GBytes *profile) {
  size_t length = 0;
  const void *bytes = g_bytes_get_data(profile, &length);
  g_autoptr(pc_press) press = g_new0(pc_press, 1);
  if (length == 0 || length > G_MAXINT32)
    return NULL;
  press->output = cmsOpenProfileFromMem(bytes, (cmsUInt32Number)length);
  if (!is_output(press->output))
    return NULL;
  press->srgb = open_srgb();
  press->mix = open_mix(press);
  return press->mix != NULL && make_tones(press) ? g_steal_pointer(&press) : NULL;
}

void pc_press_free(pc_press *press) {
  if (press == NULL)
    return;
  if (press->mix != NULL)
    cmsDeleteTransform(press->mix);
  if (press->srgb != NULL)
    cmsCloseProfile(press->srgb);
  if (press->output != NULL)
    cmsCloseProfile(press->output);
  g_free(press);
}

/* fmin and fmax also do away with the NaN of a hostile profile. */
static double limit_share(double share) {
  return fmin(fmax(share, 0), 1);
}

bool pc_press_is_grey(const double rgb[3]) {
  return fabs(rgb[0] - rgb[1]) < SAME_COMPONENT && fabs(rgb[1] - rgb[2]) < SAME_COMPONENT;
}

double pc_press_convert_grey(const pc_press *press, double grey) {
  double at = limit_share(grey) * (N_TONES - 1);
  int below = MIN((int)at, N_TONES - 2);
  double share = at - below;
  return press->tones[below] * (1 - share) + press->tones[below + 1] * share;
}

static pc_inks mix_inks(const pc_press *press, const double rgb[3]) {
  const double limited[3] = {limit_share(rgb[0]), limit_share(rgb[1]), limit_share(rgb[2])};
  pc_inks inks;
  cmsDoTransform(press->mix, limited, inks.ink, 1);
  for (int i = 0; i < 4; i++)
    inks.ink[i] = limit_share(inks.ink[i] / 100);
  return inks;
}

pc_inks pc_press_convert(const pc_press *press, const double rgb[3]) {
  if (pc_press_is_grey(rgb))
    return (pc_inks){{0, 0, 0, pc_press_convert_grey(press, rgb[1])}};
  return mix_inks(press, rgb);
}

double pc_inks_total(pc_inks inks) {
  return inks.ink[0] + inks.ink[1] + inks.ink[2] + inks.ink[3];
}

bool pc_inks_are_mixed_black(const double ink[4]) {
  return MIN(MIN(ink[0], ink[1]), ink[2]) >= LEAST_OF_COLOR && ink[3] >= LEAST_OF_BLACK;
}

static double take_step(int step) {
  return step % INK_STEPS / (INK_STEPS - 1.0);
}

double pc_press_measure_ink(const pc_press *press) {
  double most = 0;
  for (int i = 0; i < INK_STEPS * INK_STEPS * INK_STEPS; i++) {
    const double rgb[3] = {take_step(i), take_step(i / INK_STEPS),
                           take_step(i / INK_STEPS / INK_STEPS)};
    most = fmax(most, pc_inks_total(mix_inks(press, rgb)));
  }
  return most;
}

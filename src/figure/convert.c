/* convert.c - colours by their profile, or by plain arithmetic.  Layer: figure. */
#include "figure/convert.h"

#include <lcms2.h>
#include <string.h>

/* lcms2's word for samples with the high byte first. */
#define BIG_ENDIAN_16 ENDIAN16_SH(G_BYTE_ORDER == G_LITTLE_ENDIAN ? 1 : 0)

struct pc_converter {
  pc_row_form form;
  void (*run)(pc_converter *converter, const guint8 *row); /* NULL: rows are right already */
  cmsHTRANSFORM transform;
  guint8 *rgba;
};

/* As libpng scales 16 bits to 8. */
static guint8 narrow_sample(const guint8 *sample) {
  guint32 value = (guint32)sample[0] << 8 | sample[1];
  return (guint8)((value * 255 + 32895) >> 16);
}

static void run_narrow(pc_converter *converter, const guint8 *row) {
  for (size_t i = 0; i < 4 * (size_t)converter->form.width; i++)
    converter->rgba[i] = narrow_sample(row + 2 * i);
}

/* Ink over white is enough for a look at it. */
static void run_cmyk(pc_converter *converter, const guint8 *row) {
  guint32 none = converter->form.is_inverted ? 0 : 255;
  for (size_t i = 0; i < (size_t)converter->form.width; i++) {
    const guint8 *ink = row + 4 * i;
    guint32 black = none ^ ink[3];
    for (size_t k = 0; k < 3; k++)
      converter->rgba[4 * i + k] = (guint8)((none ^ ink[k]) * black / 255u);
  }
}

/* lcms2 leaves the fourth sample of its target alone. */
static void copy_alpha(pc_converter *converter, const guint8 *row) {
  size_t bytes = converter->form.depth == 16 ? 2 : 1;
  for (size_t i = 0; i < (size_t)converter->form.width; i++)
    converter->rgba[4 * i + 3] = row[(4 * i + 3) * bytes];
}

static void run_profile(pc_converter *converter, const guint8 *row) {
  if (converter->form.samples > converter->form.channels)
    copy_alpha(converter, row);
  cmsDoTransform(converter->transform, row, converter->rgba,
                 (cmsUInt32Number)converter->form.width);
}

static cmsUInt32Number describe_row(const pc_row_form *form) {
  static const cmsUInt32Number spaces[] = {[1] = PT_GRAY, [3] = PT_RGB, [4] = PT_CMYK};
  cmsUInt32Number bytes = form->depth == 16 ? BYTES_SH(2) | BIG_ENDIAN_16 : BYTES_SH(1);
  return COLORSPACE_SH(spaces[form->channels]) | CHANNELS_SH((cmsUInt32Number)form->channels) |
         EXTRA_SH((cmsUInt32Number)(form->samples - form->channels)) | bytes |
         FLAVOR_SH(form->is_inverted ? 1u : 0u);
}

static cmsHTRANSFORM open_srgb(GBytes *icc, const pc_row_form *form) {
  size_t length;
  const void *data = g_bytes_get_data(icc, &length);
  cmsHPROFILE profile = cmsOpenProfileFromMem(data, (cmsUInt32Number)length);
  cmsHPROFILE srgb = cmsCreate_sRGBProfile();
  cmsHTRANSFORM transform =
      cmsCreateTransform(profile, describe_row(form), srgb, TYPE_RGBA_8,
                         INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION);
  cmsCloseProfile(srgb);
  cmsCloseProfile(profile);
  return transform;
}

pc_converter *pc_converter_new(GBytes *profile, const pc_row_form *form) {
  pc_converter *converter = g_new0(pc_converter, 1);
  size_t size = 4 * (size_t)form->width;
  converter->form = *form;
  converter->rgba = g_malloc(size);
  memset(converter->rgba, 0xff, size);
  if (profile != NULL)
    converter->transform = open_srgb(profile, form);
  if (converter->transform != NULL)
    converter->run = run_profile;
  else if (form->channels == 4)
    converter->run = run_cmyk;
  else if (form->depth == 16)
    converter->run = run_narrow;
  return converter;
}

void pc_converter_free(pc_converter *converter) {
  if (converter == NULL)
    return;
  if (converter->transform != NULL)
    cmsDeleteTransform(converter->transform);
  g_free(converter->rgba);
  g_free(converter);
}

const guint8 *pc_converter_run(pc_converter *converter, const guint8 *row) {
  if (converter->run == NULL)
    return row;
  converter->run(converter, row);
  return converter->rgba;
}

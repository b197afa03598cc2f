/* pngcolor.c - a PNG's colours as an ICC profile (PNG 1.2, 4.2.2).  Layer: figure. */
#include "figure/pngcolor.h"

#include <gio/gio.h>
#include <string.h>

#include "figure/chunks.h"
#include "figure/profile.h"

/* gAMA and cHRM hold 100000 times the value. */
#define SCALE 100000.0
#define CHRM_SIZE 32
#define GAMA_SIZE 4
#define MAX_NAME 79

/* At most PC_PROFILE_MAX_BYTES and one more; NULL: damaged. */
static GBytes *inflate_bounded(const guint8 *bytes, size_t length) {
  g_autoptr(GConverter) zlib = G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr(GByteArray) out = g_byte_array_new();
  GConverterResult result = G_CONVERTER_CONVERTED;
  while (result == G_CONVERTER_CONVERTED && out->len <= PC_PROFILE_MAX_BYTES) {
    guint8 room[16384];
    gsize read = 0, written = 0;
    result = g_converter_convert(zlib, bytes, length, room, sizeof room, G_CONVERTER_INPUT_AT_END,
                                 &read, &written, NULL);
    if (result == G_CONVERTER_ERROR)
      return NULL;
    g_byte_array_append(out, room, (guint)written);
    bytes += read;
    length -= read;
  }
  return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}

/* A name, a zero, the method (0), the compressed profile. */
static bool read_iccp(const guint8 *data, size_t length, GBytes **icc, pc_problem *problem) {
  const guint8 *end = memchr(data, 0, MIN(length, MAX_NAME + 1));
  size_t name = end != NULL ? (size_t)(end - data) : length;
  if (end != NULL && length >= name + 2 && end[1] == 0)
    *icc = inflate_bounded(end + 2, length - name - 2);
  if (*icc == NULL)
    pc_profile_report(problem, "is damaged");
  return *icc != NULL;
}

static double get_scaled(const guint8 *bytes) {
  return pc_png_u32(bytes) / SCALE;
}

static void read_chromaticities(const guint8 *data, pc_calibration *calibration) {
  double *const points[] = {calibration->white, calibration->red, calibration->green,
                            calibration->blue};
  for (size_t i = 0; i < G_N_ELEMENTS(points); i++) {
    points[i][0] = get_scaled(data + 8 * i);
    points[i][1] = get_scaled(data + 8 * i + 4);
  }
}

/* cHRM without gAMA says too little; gAMA without cHRM means sRGB's primaries. */
static bool read_calibration(GBytes *file, int channels, GBytes **icc, pc_problem *problem) {
  size_t gama_size, chrm_size;
  const guint8 *gama = pc_png_find(file, "gAMA", &gama_size);
  const guint8 *chrm = pc_png_find(file, "cHRM", &chrm_size);
  if (gama == NULL)
    return true;
  pc_calibration calibration = pc_calibration_srgb;
  calibration.channels = channels;
  calibration.gamma = gama_size == GAMA_SIZE ? get_scaled(gama) : 0;
  if (chrm != NULL && chrm_size == CHRM_SIZE)
    read_chromaticities(chrm, &calibration);
  *icc = pc_profile_make(&calibration);
  if (*icc != NULL)
    return true;
  pc_problem_set(problem, PC_BAD_IMAGE, "describes its colours with impossible numbers");
  problem->hint = "export it again with the colour profile sRGB";
  return false;
}

bool pc_png_read_profile(GBytes *file, const pc_picture_head *head, GBytes **icc,
                         pc_problem *problem) {
  size_t length;
  const guint8 *iccp = pc_png_find(file, "iCCP", &length);
  if (iccp != NULL)
    return read_iccp(iccp, length, icc, problem);
  if (pc_png_find(file, "sRGB", &length) != NULL)
    return true;
  return read_calibration(file, head->channels, icc, problem);
}

/* test_pngcolor.c - iCCP, sRGB, gAMA and cHRM: which counts, and what is refused. */
#include "figure/pngcolor.h"

#include <gio/gio.h>
#include <string.h>

#include "figure/profile.h"
#include "profiles.h"

/* A PNG of chunks only: nothing here decodes pixels. */
static GByteArray *begin_png(void) {
  GByteArray *png = g_byte_array_new();
  g_byte_array_append(png, (const guint8 *)"\x89PNG\r\n\x1a\n", 8);
  return png;
}

static void append_chunk(GByteArray *png, const char *name, const void *data, size_t length) {
  const guint8 size[4] = {(guint8)(length >> 24), (guint8)(length >> 16), (guint8)(length >> 8),
                          (guint8)length};
  g_byte_array_append(png, size, 4);
  g_byte_array_append(png, (const guint8 *)name, 4);
  g_byte_array_append(png, data, (guint)length);
  g_byte_array_append(png, (const guint8 *)"\0\0\0\0", 4);
}

static void append_iccp(GByteArray *png, GBytes *profile) {
  g_autoptr(GConverter) zlib = G_CONVERTER(g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  gsize room = g_bytes_get_size(profile) + 1000, read, written;
  g_autofree guint8 *data = g_malloc(room + 6);
  memcpy(data, "name\0", 6);
  GConverterResult result =
      g_converter_convert(zlib, g_bytes_get_data(profile, NULL), g_bytes_get_size(profile),
                          data + 6, room, G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
  g_assert_cmpint(result, ==, G_CONVERTER_FINISHED);
  append_chunk(png, "iCCP", data, written + 6);
}

static void append_gamma(GByteArray *png, guint32 value) {
  const guint8 data[4] = {(guint8)(value >> 24), (guint8)(value >> 16), (guint8)(value >> 8),
                          (guint8)value};
  append_chunk(png, "gAMA", data, 4);
}

/* Takes png over; *why (the caller's) is NULL where it is well. */
static GBytes *read_profile(GByteArray *png, int channels, char **why) {
  g_autoptr(GBytes) file = g_byte_array_free_to_bytes(png);
  pc_picture_head head = {.channels = channels};
  pc_problem problem = {0};
  GBytes *icc = NULL;
  bool ok = pc_png_read_profile(file, &head, &icc, &problem);
  g_assert_true(ok == (problem.why == NULL));
  *why = problem.why;
  return icc;
}

static void test_none(void) {
  g_autofree char *why = NULL;
  g_assert_null(read_profile(begin_png(), 3, &why));
  g_assert_null(why);
}

static void test_iccp(void) {
  g_autofree char *why = NULL;
  g_autoptr(GBytes) swapped = make_swapped(2.2);
  GByteArray *png = begin_png();
  append_gamma(png, 100000); /* iCCP counts */
  append_iccp(png, swapped);
  g_autoptr(GBytes) found = read_profile(png, 3, &why);
  g_assert_null(why);
  g_assert_true(g_bytes_equal(found, swapped));
}

static void test_srgb(void) {
  g_autofree char *why = NULL;
  GByteArray *png = begin_png();
  append_gamma(png, 100000);
  append_chunk(png, "sRGB", "", 1);
  g_assert_null(read_profile(png, 3, &why));
  g_assert_null(why);
}

static void test_gamma(void) {
  for (int channels = 1; channels <= 3; channels += 2) {
    g_autofree char *why = NULL;
    GByteArray *png = begin_png();
    append_gamma(png, 100000);
    g_autoptr(GBytes) found = read_profile(png, channels, &why);
    pc_calibration linear = pc_calibration_srgb;
    linear.gamma = 1;
    linear.channels = channels;
    g_autoptr(GBytes) wanted = pc_profile_make(&linear);
    g_assert_true(g_bytes_equal(found, wanted));
  }
}

/* A bomb is inflated to the bound and no further; what is no stream is refused at once. */
static void test_refused(void) {
  g_autofree char *bomb_why = NULL, *stream_why = NULL, *name_why = NULL, *gamma_why = NULL;
  size_t length = 64 << 20;
  g_autoptr(GBytes) zeros = g_bytes_new_take(g_malloc0(length), length);
  GByteArray *png = begin_png();
  append_iccp(png, zeros);
  g_autoptr(GBytes) bounded = read_profile(png, 3, &bomb_why);
  g_assert_cmpuint(g_bytes_get_size(bounded), >, PC_PROFILE_MAX_BYTES);
  g_assert_cmpuint(g_bytes_get_size(bounded), <, PC_PROFILE_MAX_BYTES + 100000);
  png = begin_png();
  append_chunk(png, "iCCP", "name\0\0nonsense", 14);
  g_assert_null(read_profile(png, 3, &stream_why));
  g_assert_nonnull(strstr(stream_why, "damaged"));
  png = begin_png();
  append_chunk(png, "iCCP", "endless", 7);
  g_assert_null(read_profile(png, 3, &name_why));
  g_assert_nonnull(strstr(name_why, "damaged"));
  png = begin_png();
  append_gamma(png, 0);
  g_assert_null(read_profile(png, 3, &gamma_why));
  g_assert_nonnull(strstr(gamma_why, "impossible"));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pngcolor/none", test_none);
  g_test_add_func("/pngcolor/iccp", test_iccp);
  g_test_add_func("/pngcolor/srgb", test_srgb);
  g_test_add_func("/pngcolor/gamma", test_gamma);
  g_test_add_func("/pngcolor/refused", test_refused);
  return g_test_run();
}

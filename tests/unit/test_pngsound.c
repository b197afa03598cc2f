/* test_pngsound.c - the quick look calls well only what libpng calls well. */
#include "figure/pngsound.h"

#include <libdeflate.h>

#include "pictures.h"

static const png_recipe recipes[] = {
    {37, 21, 0, PNG_COLOR_TYPE_RGB, 8, FALSE, 0, NULL},
    {37, 21, 6, PNG_COLOR_TYPE_RGB_ALPHA, 8, FALSE, 0, NULL},
    {37, 21, 0, PNG_COLOR_TYPE_GRAY, 16, FALSE, 0, NULL},
    {37, 21, 0, PNG_COLOR_TYPE_GRAY_ALPHA, 8, FALSE, 0, NULL},
    {37, 21, 0, PNG_COLOR_TYPE_PALETTE, 8, FALSE, 0, NULL},
};

static bool is_plainly_sound(GBytes *file) {
  pc_picture_head head;
  pc_problem problem = {0};
  const bool has_head = pc_codec_png.read_head(file, &head, &problem);
  g_free(problem.why);
  return has_head && pc_png_is_plainly_sound(file, &head);
}

/* What libpng says of it, which reads to the end and keeps nothing. */
static bool is_libpng_content(GBytes *file) {
  png_image image = {.version = PNG_IMAGE_VERSION};
  gsize length;
  const void *bytes = g_bytes_get_data(file, &length);
  if (!png_image_begin_read_from_memory(&image, bytes, length))
    return false;
  image.format = PNG_FORMAT_RGBA;
  g_autofree guint8 *pixels = g_malloc(PNG_IMAGE_SIZE(image));
  const bool ok = png_image_finish_read(&image, NULL, pixels, 0, NULL) != 0;
  png_image_free(&image);
  return ok;
}

static void test_sound(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(recipes); i++) {
    g_autoptr(GBytes) file = make_png(&recipes[i]);
    g_assert_true(is_plainly_sound(file));
  }
}

static void test_interlaced(void) {
  png_recipe recipe = recipes[0];
  recipe.interlaced = TRUE;
  g_autoptr(GBytes) file = make_png(&recipe);
  g_assert_false(is_plainly_sound(file)); /* libpng has to say */
}

/* Every byte changed, one at a time: a sum shows each of them. */
static void test_flipped(void) {
  for (size_t i = 0; i < G_N_ELEMENTS(recipes); i++) {
    g_autoptr(GBytes) file = make_png(&recipes[i]);
    gsize length;
    g_autofree guint8 *bytes = g_memdup2(g_bytes_get_data(file, &length), g_bytes_get_size(file));
    for (gsize at = 8; at < length; at++) {
      bytes[at] ^= 0x20;
      g_autoptr(GBytes) changed = g_bytes_new(bytes, length);
      g_assert_false(is_plainly_sound(changed));
      bytes[at] ^= 0x20;
    }
  }
}

static void test_cut(void) {
  g_autoptr(GBytes) file = make_png(&recipes[1]);
  for (gsize length = 0; length < g_bytes_get_size(file); length++) {
    g_autoptr(GBytes) part = g_bytes_new_from_bytes(file, 0, length);
    g_assert_false(is_plainly_sound(part));
  }
}

static void append_u32(GByteArray *out, guint32 value) {
  const guint32 big = GUINT32_TO_BE(value);
  g_byte_array_append(out, (const guint8 *)&big, sizeof big);
}

/* With its right sum. */
static void append_chunk(GByteArray *out, const char *type, const guint8 *data, gsize length) {
  append_u32(out, (guint32)length);
  const guint start = out->len;
  g_byte_array_append(out, (const guint8 *)type, 4);
  g_byte_array_append(out, data, (guint)length);
  append_u32(out, (guint32)libdeflate_crc32(0, out->data + start, length + 4));
}

/* A picture of 2 x 2 grey pixels with these rows, and a chunk of that type before its end. */
static GBytes *make_file(const guint8 *rows, gsize size, const char *type) {
  static const guint8 head[] = {0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0};
  guint8 deflated[64];
  struct libdeflate_compressor *deflate = libdeflate_alloc_compressor(6);
  const gsize length = libdeflate_zlib_compress(deflate, rows, size, deflated, sizeof deflated);
  libdeflate_free_compressor(deflate);
  GByteArray *out = g_byte_array_new();
  g_byte_array_append(out, (const guint8 *)"\x89PNG\r\n\x1a\n", 8);
  append_chunk(out, "IHDR", head, sizeof head);
  append_chunk(out, "IDAT", deflated, length / 2);
  append_chunk(out, "IDAT", deflated + length / 2, length - length / 2);
  if (type != NULL)
    append_chunk(out, type, head, sizeof head);
  append_chunk(out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes(out);
}

/* Sums that are right over content that is not. */
static void test_made(void) {
  static const struct {
    guint8 rows[7];
    gsize size;
    const char *chunk;
    bool is_sound;
  } cases[] = {
      {{0, 1, 2, 0, 3, 4}, 6, NULL, true},     {{4, 1, 2, 3, 3, 4}, 6, "tEXt", true},
      {{5, 1, 2, 0, 3, 4}, 6, NULL, false},    {{0, 1, 2, 0, 3}, 5, NULL, false},
      {{0, 1, 2, 0, 3, 4, 5}, 7, NULL, false}, {{0, 1, 2, 0, 3, 4}, 6, "IHDR", false},
      {{0, 1, 2, 0, 3, 4}, 6, "ABCD", false},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
    g_autoptr(GBytes) file = make_file(cases[i].rows, cases[i].size, cases[i].chunk);
    g_assert_cmpint(is_plainly_sound(file), ==, cases[i].is_sound);
    if (cases[i].is_sound)
      g_assert_true(is_libpng_content(file));
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pngsound/sound", test_sound);
  g_test_add_func("/pngsound/interlaced", test_interlaced);
  g_test_add_func("/pngsound/flipped", test_flipped);
  g_test_add_func("/pngsound/cut", test_cut);
  g_test_add_func("/pngsound/made", test_made);
  return g_test_run();
}

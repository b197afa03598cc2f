/* test_webp.c - WebP: lossy, lossless, transparent, turned, moving, cut off. */
#include "figure/codec.h"

#include <webp/encode.h>

#include "pictures.h"

enum { WIDTH = 40, HEIGHT = 20 };

/* A row's bytes and what the file says of itself. */
typedef struct found_rows {
  int count;
  guint8 rgba[HEIGHT][4 * WIDTH];
} found_rows;

static GBytes *make_webp(gboolean lossless, gboolean alpha) {
  guint8 pixels[HEIGHT][4 * WIDTH];
  for (int i = 0; i < WIDTH * HEIGHT; i++) {
    int x = i % WIDTH, y = i / WIDTH, color = quarter_color(x, y, WIDTH, HEIGHT);
    const guint8 pixel[4] = {(guint8)(color >> 16), (guint8)(color >> 8), (guint8)color,
                             alpha ? 0x80 : 0xff};
    memcpy(&pixels[y][4 * x], pixel, 4);
  }
  guint8 *out = NULL;
  size_t length = lossless ? WebPEncodeLosslessRGBA(pixels[0], WIDTH, HEIGHT, 4 * WIDTH, &out)
                           : WebPEncodeRGBA(pixels[0], WIDTH, HEIGHT, 4 * WIDTH, 95, &out);
  GBytes *bytes = g_bytes_new(out, length);
  WebPFree(out);
  return bytes;
}

static void append_chunk(GByteArray *out, const char *name, const guint8 *data, size_t length) {
  const guint8 size[4] = {(guint8)length, (guint8)(length >> 8), (guint8)(length >> 16), 0};
  g_byte_array_append(out, (const guint8 *)name, 4);
  g_byte_array_append(out, size, 4);
  g_byte_array_append(out, data, (guint)length);
  if (length % 2 == 1)
    g_byte_array_append(out, (const guint8 *)"", 1);
}

/* The extended form of a simple lossless file, with one more chunk (WebP container, "Extended File
 * Format"). */
static GBytes *extend_webp(GBytes *simple, guint8 flag, const char *name, const guint8 *data,
                           size_t length) {
  GByteArray *out = g_byte_array_new();
  size_t size;
  const guint8 *bytes = g_bytes_get_data(simple, &size);
  const guint8 head[10] = {flag, 0, 0, 0, WIDTH - 1, 0, 0, HEIGHT - 1, 0, 0};
  g_byte_array_append(out, bytes, 12);
  append_chunk(out, "VP8X", head, sizeof head);
  if (strcmp(name, "ICCP") == 0)
    append_chunk(out, name, data, length);
  g_byte_array_append(out, bytes + 12, (guint)(size - 12));
  if (strcmp(name, "ICCP") != 0)
    append_chunk(out, name, data, length);
  guint32 whole = out->len - 8;
  memcpy(out->data + 4, (const guint8[]){(guint8)whole, (guint8)(whole >> 8), 0, 0}, 4);
  return g_byte_array_free_to_bytes(out);
}

static pc_picture_head read_sound(GBytes *bytes) {
  pc_picture_head head;
  pc_problem problem = {0};
  g_assert_true(pc_codec_webp.read_head(bytes, &head, &problem));
  g_autoptr(GBytes) kept = pc_codec_webp.check(bytes, &head, &problem);
  g_assert_nonnull(kept);
  g_assert_null(problem.why);
  g_assert_cmpint(head.width, ==, WIDTH);
  g_assert_cmpint(head.height, ==, HEIGHT);
  return head;
}

static void take_row(void *user, const guint8 *row) {
  found_rows *found = user;
  g_assert_cmpint(found->count, <, HEIGHT);
  memcpy(found->rgba[found->count++], row, 4 * WIDTH);
}

static void test_rows(void) {
  for (int i = 0; i < 4; i++) {
    bool lossless = i % 2 == 1, alpha = i >= 2;
    g_autoptr(GBytes) bytes = make_webp(lossless, alpha);
    pc_picture_head head = read_sound(bytes);
    found_rows found = {0};
    const pc_row_sink sink = {take_row, &found};
    g_assert_true(pc_codec_webp.read_rows(bytes, &head, &sink));
    g_assert_cmpint(found.count, ==, HEIGHT);
    g_assert_cmpint(head.has_alpha, ==, alpha);
    const guint8 *pixel = &found.rgba[15][4 * 30]; /* yellow */
    g_assert_cmpint(pixel[0], >, lossless ? 254 : 245);
    g_assert_cmpint(pixel[2], <, lossless ? 1 : 10);
    g_assert_cmpint(pixel[3], ==, alpha ? 0x80 : 0xff);
  }
}

/* With JPEG's mark before the TIFF header, and without. */
static void test_orientation(void) {
  g_autoptr(GBytes) simple = make_webp(TRUE, FALSE);
  g_assert_cmpint(read_sound(simple).orientation, ==, 1);
  for (int i = 1; i <= 8; i++) {
    g_autoptr(GByteArray) exif = make_exif(i, i % 2 == 0);
    g_autoptr(GBytes) bare = extend_webp(simple, 0x08, "EXIF", exif->data, exif->len);
    g_byte_array_prepend(exif, (const guint8 *)"Exif\0", 6);
    g_autoptr(GBytes) marked = extend_webp(simple, 0x08, "EXIF", exif->data, exif->len);
    g_assert_cmpint(read_sound(bare).orientation, ==, i);
    g_assert_cmpint(read_sound(marked).orientation, ==, i);
  }
}

static void test_profile(void) {
  g_autoptr(GBytes) simple = make_webp(TRUE, FALSE);
  g_autoptr(GBytes) with = extend_webp(simple, 0x20, "ICCP", (const guint8 *)"profile", 7);
  pc_picture_head head = read_sound(with);
  pc_problem problem = {0};
  g_autoptr(GBytes) icc = NULL;
  g_assert_true(pc_codec_webp.read_profile(simple, &head, &icc, &problem));
  g_assert_null(icc);
  g_assert_true(pc_codec_webp.read_profile(with, &head, &icc, &problem));
  g_autoptr(GBytes) wanted = g_bytes_new_static("profile", 7);
  g_assert_true(g_bytes_equal(icc, wanted));
}

static void assert_refused(GBytes *bytes, const char *words) {
  pc_picture_head head;
  pc_problem problem = {0};
  g_autoptr(GBytes) kept = NULL;
  if (pc_codec_webp.read_head(bytes, &head, &problem))
    kept = pc_codec_webp.check(bytes, &head, &problem);
  g_assert_null(kept);
  g_assert_cmpint(problem.code, ==, PC_BAD_IMAGE);
  if (strstr(problem.why, words) == NULL)
    g_error("'%s' does not say '%s'", problem.why, words);
  g_free(problem.why);
}

static void test_cut(void) {
  for (int i = 0; i < 4; i++) {
    g_autoptr(GBytes) bytes = make_webp(i % 2 == 1, i >= 2);
    for (size_t length = 12; length < g_bytes_get_size(bytes); length++) {
      g_autofree guint8 *copy = g_memdup2(g_bytes_get_data(bytes, NULL), length);
      g_autoptr(GBytes) cut = g_bytes_new(copy, length);
      assert_refused(cut, "damaged or cut off");
    }
  }
}

static void test_moving(void) {
  g_autoptr(GBytes) simple = make_webp(TRUE, FALSE);
  static const guint8 loop[6] = {0};
  g_autoptr(GBytes) moving = extend_webp(simple, 0x02, "ANIM", loop, sizeof loop);
  assert_refused(moving, "animated");
}

/* The head says so: nothing of that size is decoded. */
static void test_large(void) {
  g_autoptr(GBytes) bytes = make_webp(TRUE, FALSE);
  pc_picture_head head = {.width = 16000, .height = 16000};
  pc_problem problem = {0};
  g_assert_null(pc_codec_webp.check(bytes, &head, &problem));
  g_assert_cmpint(problem.code, ==, PC_LIMIT);
  g_assert_nonnull(strstr(problem.why, "64 megapixels"));
  g_free(problem.why);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/webp/rows", test_rows);
  g_test_add_func("/webp/orientation", test_orientation);
  g_test_add_func("/webp/profile", test_profile);
  g_test_add_func("/webp/cut", test_cut);
  g_test_add_func("/webp/moving", test_moving);
  g_test_add_func("/webp/large", test_large);
  return g_test_run();
}

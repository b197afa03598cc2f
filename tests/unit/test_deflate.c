/* test_deflate.c - rows come out of the stream as they went in, by PNG's own rules. */
#include "figure/deflate.h"

#include <gio/gio.h>
#include <stdbool.h>
#include <string.h>

enum { ROWS = 40 };

/* Steps, noise and flats, so that both filters are chosen. */
static void fill_row(guint8 *row, size_t length, int y) {
  guint32 state = (guint32)y * 2654435761u;
  for (size_t i = 0; i < length; i++) {
    state = state * 1664525u + 1013904223u;
    row[i] = (guint8)(y < 10 ? 7 * i : y < 20 ? (size_t)y : state >> 24);
  }
}

static guint8 *inflate_stream(GBytes *stream, gsize wanted) {
  g_autoptr(GConverter) zlib = G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  guint8 *out = g_malloc(wanted + 1);
  gsize read, written;
  GConverterResult result =
      g_converter_convert(zlib, g_bytes_get_data(stream, NULL), g_bytes_get_size(stream), out,
                          wanted + 1, G_CONVERTER_INPUT_AT_END, &read, &written, NULL);
  g_assert_cmpint(result, ==, G_CONVERTER_FINISHED);
  g_assert_cmpuint(read, ==, g_bytes_get_size(stream));
  g_assert_cmpuint(written, ==, wanted);
  return out;
}

/* PNG 1.2, 6.3 and 6.4. */
static void restore_row(guint8 *row, const guint8 *above, size_t length, size_t pixel) {
  g_assert_true(row[0] == 1 || row[0] == 2);
  guint8 *bytes = row + 1;
  for (size_t i = 0; i < length; i++) {
    guint8 left = i >= pixel ? bytes[i - pixel] : 0;
    bytes[i] = (guint8)(bytes[i] + (row[0] == 1 ? left : above[i]));
  }
}

static void assert_rows(size_t length, size_t pixel) {
  g_autoptr(pc_deflater) deflater = pc_deflater_new(length, pixel);
  g_autofree guint8 *row = g_malloc(length);
  for (int y = 0; y < ROWS; y++) {
    fill_row(row, length, y);
    pc_deflater_append(deflater, row);
  }
  g_autoptr(GBytes) stream = pc_deflater_take(deflater);
  g_autofree guint8 *rows = inflate_stream(stream, ROWS * (length + 1));
  g_autofree guint8 *first = g_malloc0(length);
  const guint8 *above = first;
  bool used[3] = {0};
  for (int y = 0; y < ROWS; y++) {
    guint8 *found = rows + (size_t)y * (length + 1);
    restore_row(found, above, length, pixel);
    fill_row(row, length, y);
    g_assert_true(memcmp(found + 1, row, length) == 0);
    used[found[0]] = true;
    above = found + 1;
  }
  g_assert_true(length < 8 || (used[1] && used[2]));
}

static void test_rows(void) {
  assert_rows(1, 1);
  assert_rows(2, 6);
  assert_rows(300, 3);
  assert_rows(600, 6);
  assert_rows(100000, 1);
}

static void test_small(void) {
  g_autoptr(pc_deflater) deflater = pc_deflater_new(30000, 3);
  g_autofree guint8 *row = g_malloc0(30000);
  for (int y = 0; y < 100; y++)
    pc_deflater_append(deflater, row);
  g_autoptr(GBytes) stream = pc_deflater_take(deflater);
  g_assert_cmpuint(g_bytes_get_size(stream), <, 20000);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/deflate/rows", test_rows);
  g_test_add_func("/deflate/small", test_small);
  return g_test_run();
}

/* test_jpeg_rows.c - rows into a JPEG and out of it again. */
#include "figure/jpeg_rows.h"

#include <stdlib.h>
#include <string.h>

enum { WIDTH = 24, HEIGHT = 16 };

typedef struct row_sink {
  guint8 last[4 * WIDTH];
  size_t length;
  int count;
} row_sink;

static void keep_row(void *user, const guint8 *row) {
  row_sink *sink = user;
  memcpy(sink->last, row, sink->length);
  sink->count++;
}

static GBytes *write_even(const guint8 *pixel, int channels) {
  const pc_jpeg_form form = {WIDTH, HEIGHT, channels};
  guint8 row[4 * WIDTH];
  for (int i = 0; i < WIDTH * channels; i++)
    row[i] = pixel[i % channels];
  pc_jpeg_writer *writer = pc_jpeg_writer_new(&form);
  for (int y = 0; y < HEIGHT; y++)
    pc_jpeg_writer_append(writer, row);
  GBytes *jpeg = pc_jpeg_writer_take(writer);
  pc_jpeg_writer_free(writer);
  g_assert_nonnull(jpeg);
  return jpeg;
}

/* Inks come back as inks: nothing is turned over on the way. */
static void test_round(void) {
  static const guint8 pixel[4] = {200, 30, 90, 10};
  static const int channels[] = {1, 3, 4};
  for (size_t i = 0; i < G_N_ELEMENTS(channels); i++) {
    g_autoptr(GBytes) jpeg = write_even(pixel, channels[i]);
    pc_jpeg_form form;
    g_assert_true(pc_jpeg_read_form(jpeg, &form));
    g_assert_cmpint(form.width, ==, WIDTH);
    g_assert_cmpint(form.height, ==, HEIGHT);
    g_assert_cmpint(form.channels, ==, channels[i]);
    row_sink sink = {.length = (size_t)(WIDTH * channels[i])};
    g_assert_true(pc_jpeg_read_rows(jpeg, 1, keep_row, &sink));
    g_assert_cmpint(sink.count, ==, HEIGHT);
    for (int k = 0; k < WIDTH * channels[i]; k++)
      g_assert_cmpint(abs(sink.last[k] - pixel[k % channels[i]]), <=, 3);
  }
}

static void test_shrunk(void) {
  static const guint8 pixel[4] = {200, 30, 90, 10};
  g_autoptr(GBytes) jpeg = write_even(pixel, 4);
  row_sink sink = {.length = (size_t)4 * WIDTH / 8};
  g_assert_true(pc_jpeg_read_rows(jpeg, 8, keep_row, &sink));
  g_assert_cmpint(sink.count, ==, HEIGHT / 8);
  g_assert_cmpint(abs(sink.last[0] - pixel[0]), <=, 3);
}

static void test_refused(void) {
  const pc_jpeg_form form = {WIDTH, HEIGHT, 3};
  pc_jpeg_form found;
  g_autoptr(GBytes) text = g_bytes_new_static("no picture", 10);
  row_sink sink = {0};
  g_assert_false(pc_jpeg_read_form(text, &found));
  g_assert_false(pc_jpeg_read_rows(text, 1, keep_row, &sink));
  pc_jpeg_writer *writer = pc_jpeg_writer_new(&form);
  g_autoptr(GBytes) nothing = pc_jpeg_writer_take(writer);
  pc_jpeg_writer_free(writer);
  pc_jpeg_writer_free(NULL);
  g_assert_null(nothing);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/jpeg-rows/round", test_round);
  g_test_add_func("/jpeg-rows/shrunk", test_shrunk);
  g_test_add_func("/jpeg-rows/refused", test_refused);
  return g_test_run();
}

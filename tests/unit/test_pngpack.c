/* test_pngpack.c - a packed PNG reads as before, and its data are one piece. */
#include "figure/pngpack.h"

#include <string.h>

#include "figure/chunks.h"
#include "figure/parcel.h"
#include "pictures.h"

static const png_recipe recipes[] = {
    {.width = 40, .height = 20, .color_type = PNG_COLOR_TYPE_RGB, .depth = 8},
    {.width = 300, .height = 200, .color_type = PNG_COLOR_TYPE_GRAY, .depth = 16},
    {.width = 40, .height = 20, .color_type = PNG_COLOR_TYPE_PALETTE, .depth = 8},
};

static void test_data(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(recipes); i++) {
    g_autoptr(GBytes) file = make_png(&recipes[i]);
    g_autoptr(GBytes) parcel = NULL;
    g_autoptr(GBytes) packed = pc_png_pack(file, &parcel);
    g_autoptr(GBytes) data = pc_parcel_data(parcel);
    g_autoptr(GBytes) wanted = pc_png_join_data(file);
    g_assert_true(g_bytes_equal(data, wanted));
    g_assert_cmpint(pc_png_depth(packed), ==, pc_png_depth(file));
    g_autoptr(GBytes) palette = pc_png_copy_palette(packed);
    g_assert_cmpint(palette != NULL, ==, recipes[i].color_type == PNG_COLOR_TYPE_PALETTE);
  }
}

/* One IDAT instead of several, else the same file. */
static void test_unpack(void) {
  for (gsize i = 0; i < G_N_ELEMENTS(recipes); i++) {
    g_autoptr(GBytes) file = make_png(&recipes[i]);
    g_autoptr(GBytes) bare = pc_png_strip(file);
    g_autoptr(GBytes) parcel = NULL;
    g_autoptr(GBytes) packed = pc_png_pack(bare, &parcel);
    g_autoptr(GBytes) again = pc_png_unpack(packed);
    g_autoptr(GBytes) plain = pc_png_unpack(bare);
    g_assert_true(g_bytes_equal(plain, bare));
    g_autoptr(GBytes) data = pc_png_join_data(again), wanted = pc_png_join_data(bare);
    g_assert_true(g_bytes_equal(data, wanted));
    g_autoptr(GBytes) second = NULL;
    g_autoptr(GBytes) twice = pc_png_pack(again, &second);
    g_assert_true(g_bytes_equal(twice, packed));
  }
}

/* In pieces of any size, and never past the end. */
static void test_stream(void) {
  g_autoptr(GBytes) file = make_png(&recipes[2]);
  g_autoptr(GBytes) parcel = NULL;
  g_autoptr(GBytes) packed = pc_png_pack(file, &parcel);
  g_autoptr(GBytes) whole = pc_png_unpack(packed);
  const guint8 *wanted = g_bytes_get_data(whole, NULL);
  const size_t length = g_bytes_get_size(whole);
  for (size_t step = 1; step < 40; step += 6) {
    pc_png_stream stream;
    pc_png_stream_init(&stream, packed);
    guint8 piece[40];
    for (size_t at = 0; at < length; at += step) {
      const size_t n = MIN(step, length - at);
      g_assert_true(pc_png_stream_read(&stream, piece, n));
      g_assert_true(memcmp(piece, wanted + at, n) == 0);
    }
    g_assert_false(pc_png_stream_read(&stream, piece, 1));
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pngpack/data", test_data);
  g_test_add_func("/pngpack/unpack", test_unpack);
  g_test_add_func("/pngpack/stream", test_stream);
  return g_test_run();
}

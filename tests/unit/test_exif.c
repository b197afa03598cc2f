/* test_exif.c - orientation out of TIFF directories, well-formed and not. */
#include "figure/exif.h"

#include <glib.h>

#include "pictures.h"

static void test_orders(void) {
  for (int i = 1; i <= 8; i++) {
    g_autoptr(GByteArray) little = make_exif(i, FALSE);
    g_autoptr(GByteArray) big = make_exif(i, TRUE);
    g_assert_cmpint(pc_exif_orientation(little->data, little->len), ==, i);
    g_assert_cmpint(pc_exif_orientation(big->data, big->len), ==, i);
  }
}

static void test_out_of_range(void) {
  static const int values[] = {0, 9, 255};
  for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
    g_autoptr(GByteArray) exif = make_exif(values[i], FALSE);
    g_assert_cmpint(pc_exif_orientation(exif->data, exif->len), ==, 1);
  }
}

/* Every cut is read within its bounds; the value itself ends at byte 20. */
static void test_cut(void) {
  g_autoptr(GByteArray) exif = make_exif(6, FALSE);
  for (size_t length = 0; length <= exif->len; length++) {
    g_autofree guint8 *copy = g_memdup2(exif->data, length);
    g_assert_cmpint(pc_exif_orientation(copy, length), ==, length < 20 ? 1 : 6);
  }
}

/* A directory that is said to lie far outside, and one of 65535 entries. */
static void test_lies(void) {
  g_autoptr(GByteArray) far = make_exif(6, FALSE);
  memset(far->data + 4, 0xff, 4);
  g_assert_cmpint(pc_exif_orientation(far->data, far->len), ==, 1);
  g_autoptr(GByteArray) many = make_exif(6, FALSE);
  memset(many->data + 8, 0xff, 3);
  g_assert_cmpint(pc_exif_orientation(many->data, many->len), ==, 1);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/exif/orders", test_orders);
  g_test_add_func("/exif/out-of-range", test_out_of_range);
  g_test_add_func("/exif/cut", test_cut);
  g_test_add_func("/exif/lies", test_lies);
  return g_test_run();
}

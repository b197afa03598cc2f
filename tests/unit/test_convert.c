/* test_convert.c - rows of every form as RGBA of sRGB. */
#include "figure/convert.h"

#include "profiles.h"

static void assert_row(GBytes *profile, pc_row_form form, const guint8 *row, const guint8 *wanted) {
  g_autoptr(pc_converter) converter = pc_converter_new(profile, &form);
  for (int run = 0; run < 2; run++) {
    const guint8 *found = pc_converter_run(converter, row);
    for (int i = 0; i < 4 * form.width; i++) {
      if (ABS(found[i] - wanted[i]) > 1)
        g_error("sample %d is %d, not %d", i, found[i], wanted[i]);
    }
  }
}

static void test_plain(void) {
  static const guint8 row[] = {1, 2, 3, 4, 250, 0, 9, 255};
  const pc_row_form form = {2, 3, 4, 8, false};
  g_autoptr(pc_converter) converter = pc_converter_new(NULL, &form);
  g_assert_true(pc_converter_run(converter, row) == row);
}

static void test_deep(void) {
  static const guint8 row[] = {0, 0, 0xff, 0xff, 0x80, 0x80, 0x01, 0x01};
  static const guint8 wanted[] = {0, 255, 128, 1};
  assert_row(NULL, (pc_row_form){1, 3, 4, 16, false}, row, wanted);
}

static void test_cmyk(void) {
  static const guint8 row[] = {255, 0, 0, 0, 0, 0, 0, 128};
  static const guint8 wanted[] = {0, 255, 255, 255, 127, 127, 127, 255};
  static const guint8 inverted[] = {0, 255, 255, 255, 255, 255, 255, 127};
  assert_row(NULL, (pc_row_form){2, 4, 4, 8, false}, row, wanted);
  assert_row(NULL, (pc_row_form){2, 4, 4, 8, true}, inverted, wanted);
}

/* Red and blue change places; alpha stays. */
static void test_profile(void) {
  static const guint8 row[] = {255, 0, 0, 10, 0, 255, 0, 200};
  static const guint8 wanted[] = {0, 0, 255, 10, 0, 255, 0, 200};
  static const guint8 deep[] = {0xff, 0xff, 0,    0,    0, 0, 0x0a, 0xff,
                                0,    0,    0xff, 0xff, 0, 0, 0xc8, 0};
  static const guint8 bare[] = {255, 0, 0, 0, 255, 0};
  static const guint8 opaque[] = {0, 0, 255, 255, 0, 255, 0, 255};
  g_autoptr(GBytes) swapped = make_swapped(2.2);
  assert_row(swapped, (pc_row_form){2, 3, 4, 8, false}, row, wanted);
  assert_row(swapped, (pc_row_form){2, 3, 4, 16, false}, deep, wanted);
  assert_row(swapped, (pc_row_form){2, 3, 3, 8, false}, bare, opaque);
}

/* Light of one half is 188 in sRGB. */
static void test_grey(void) {
  static const guint8 row[] = {128, 128, 128, 7};
  static const guint8 deep[] = {0x80, 0, 0x80, 0, 0x80, 0, 7, 0};
  static const guint8 wanted[] = {188, 188, 188, 7}, opaque[] = {188, 188, 188, 255};
  g_autoptr(GBytes) linear = make_grey_profile(1.0);
  assert_row(linear, (pc_row_form){1, 1, 4, 8, false}, row, wanted);
  assert_row(linear, (pc_row_form){1, 1, 4, 16, false}, deep, wanted);
  assert_row(linear, (pc_row_form){1, 1, 1, 8, false}, row, opaque);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/convert/plain", test_plain);
  g_test_add_func("/convert/deep", test_deep);
  g_test_add_func("/convert/cmyk", test_cmyk);
  g_test_add_func("/convert/profile", test_profile);
  g_test_add_func("/convert/grey", test_grey);
  return g_test_run();
}

/* test_crop.c - what is cut off a picture is not in its data any more. */
#include <glib.h>

#include "figure/crop.h"
#include "figure/embed.h"
#include "figure/image_parts.h"
#include "pictures.h"

/* Quarters as seen, row by row: Exif 2.32, 4.6.4 A (where row 0 and column 0 lie). */
static const guint32 turned[9][4] = {
    [1] = {RED, GREEN, BLUE, YELLOW}, [2] = {GREEN, RED, YELLOW, BLUE},
    [3] = {YELLOW, BLUE, GREEN, RED}, [4] = {BLUE, YELLOW, RED, GREEN},
    [5] = {RED, BLUE, GREEN, YELLOW}, [6] = {BLUE, RED, YELLOW, GREEN},
    [7] = {YELLOW, GREEN, BLUE, RED}, [8] = {GREEN, YELLOW, RED, BLUE},
};

static pc_image *crop(GBytes *bytes, pc_part *part) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_string file = {"a.jpg", NULL};
  pc_image *image = pc_image_parse(bytes, &(pc_image_request){.file = file}, diags);
  g_assert_nonnull(image);
  image = pc_image_crop(image, part, file, diags);
  g_assert_cmpint(pc_diags_count(diags), ==, 0);
  g_assert_nonnull(image);
  return image;
}

static guint32 read_pixel(const pc_image *image, double x, double y) {
  int w = pc_image_width(image), h = pc_image_height(image);
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, w, h);
  cairo_t *cr = cairo_create(surface);
  g_assert_true(pc_image_paint(image, cr, 0, 0, w, h));
  cairo_destroy(cr);
  cairo_surface_flush(surface);
  guint32 pixel;
  const guint8 *data = cairo_image_surface_get_data(surface);
  memcpy(&pixel, data + (int)(y * h) * cairo_image_surface_get_stride(surface) + 4 * (int)(x * w),
         4);
  cairo_surface_destroy(surface);
  return pixel & 0xffffff;
}

static void assert_near(guint32 found, guint32 wanted) {
  for (int shift = 0; shift < 24; shift += 8) {
    int a = (int)(found >> shift & 0xff), b = (int)(wanted >> shift & 0xff);
    if (ABS(a - b) > 6)
      g_error("colour #%06x, not #%06x", found, wanted);
  }
}

/* Cut to each quarter, it has that quarter's colour in all corners, and no more pixels than blocks
 * make. */
static void assert_quarters(GBytes *bytes, int orientation, int slack) {
  for (int i = 0; i < 4; i++) {
    pc_part part = {0.5 * (i % 2), 0.5 * (i / 2), 0.5, 0.5};
    g_autoptr(pc_image) image = crop(bytes, &part);
    static const double inner[] = {0.02, 0.5, 0.98};
    for (int k = 0; k < 9; k++) {
      const double x = part.x + part.w * inner[k % 3], y = part.y + part.h * inner[k / 3];
      assert_near(read_pixel(image, x, y), turned[orientation][i]);
    }
    g_assert_cmpint(image->head.width, <=, 160 / 2 + slack);
    g_assert_cmpint(image->head.height, <=, 96 / 2 + slack);
    g_assert_cmpfloat_with_epsilon(part.w * pc_image_width(image), orientation >= 5 ? 48 : 80,
                                   1e-6);
  }
}

static void test_jpegs_of_all_orientations(void) {
  for (int orientation = 1; orientation <= 8; orientation++) {
    g_autoptr(GBytes) plain =
        make_jpeg(&(jpeg_recipe){.width = 160, .height = 96, .orientation = orientation});
    assert_quarters(plain, orientation, 0);
  }
}

static void test_pngs_of_all_orientations(void) {
  for (int orientation = 1; orientation <= 8; orientation++) {
    g_autoptr(GBytes) plain = make_png(&(png_recipe){.width = 160,
                                                     .height = 96,
                                                     .orientation = orientation,
                                                     .color_type = PNG_COLOR_TYPE_RGB,
                                                     .depth = orientation % 2 == 0 ? 16 : 8,
                                                     .interlaced = orientation > 4});
    assert_quarters(plain, orientation, 0);
  }
}

static void test_progressive_jpegs(void) {
  g_autoptr(GBytes) bytes = make_jpeg(&(jpeg_recipe){.width = 160, .height = 96, .progressive = 1});
  assert_quarters(bytes, 1, 0);
}

/* Ten pixels are cut off at the left: the blocks, sixteen wide, stay whole, and the part says so.
 */
static void test_jpeg_blocks_stay_whole(void) {
  g_autoptr(GBytes) bytes = make_jpeg(&(jpeg_recipe){.width = 160, .height = 96});
  pc_part part = {26.0 / 160, 0, 54.0 / 160, 1};
  g_autoptr(pc_image) image = crop(bytes, &part);
  g_assert_cmpint(image->head.width, ==, 64);
  g_assert_cmpfloat_with_epsilon(part.x, 10.0 / 64, 1e-9);
  g_assert_cmpfloat_with_epsilon(part.w, 54.0 / 64, 1e-9);
}

/* Alpha and grey stay what they are. */
static void test_grey_pngs_stay_grey(void) {
  g_autoptr(GBytes) bytes = make_png(&(png_recipe){
      .width = 160, .height = 96, .color_type = PNG_COLOR_TYPE_GRAY_ALPHA, .depth = 8});
  pc_part part = {0.5, 0, 0.5, 0.5};
  g_autoptr(pc_image) image = crop(bytes, &part);
  g_auto(pc_embedded) embedded;
  g_assert_true(pc_image_embed(image, &embedded));
  g_assert_cmpint(embedded.channels, ==, 1);
  g_assert_nonnull(embedded.mask);
  g_assert_cmpint(image->head.width, ==, 80);
}

/* Adobe's inverted inks and plain ones must not be taken for each other. */
static void test_cmyk_keeps_its_sense(void) {
  static const guint8 ink[] = {200, 30, 60, 10};
  for (int without = 0; without < 2; without++) {
    g_autoptr(GBytes) bytes = make_jpeg(&(jpeg_recipe){
        .width = 160, .height = 96, .cmyk = TRUE, .without_adobe = without, .ink = ink});
    pc_part all = {0, 0, 1, 1}, part = {0.5, 0.5, 0.25, 0.25};
    g_autoptr(pc_image) whole = crop(bytes, &all);
    g_autoptr(pc_image) image = crop(bytes, &part);
    g_assert_cmpint(image->head.is_inverted, ==, !without);
    assert_near(read_pixel(image, 0.5, 0.5), read_pixel(whole, 0.5, 0.5));
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/crop/jpegs-of-all-orientations", test_jpegs_of_all_orientations);
  g_test_add_func("/crop/pngs-of-all-orientations", test_pngs_of_all_orientations);
  g_test_add_func("/crop/progressive-jpegs", test_progressive_jpegs);
  g_test_add_func("/crop/jpeg-blocks-stay-whole", test_jpeg_blocks_stay_whole);
  g_test_add_func("/crop/grey-pngs-stay-grey", test_grey_pngs_stay_grey);
  g_test_add_func("/crop/cmyk-keeps-its-sense", test_cmyk_keeps_its_sense);
  return g_test_run();
}

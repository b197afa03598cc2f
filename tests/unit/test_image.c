/* test_image.c - pictures as people have them: turned, cut off, mislabelled, too large. */
#include <glib/gstdio.h>

#include "figure/chunks.h"
#include "figure/image.h"
#include "figure/segments.h"
#include "pictures.h"

static const jpeg_recipe photo = {.width = 40, .height = 20};
static const png_recipe drawing = {
    .width = 40, .height = 20, .color_type = PNG_COLOR_TYPE_RGB, .depth = 8};

static pc_image *parse(GBytes *bytes, pc_diags *diags) {
  return pc_image_parse(bytes, &(pc_image_request){.file = {"a.jpg", NULL}}, diags);
}

static pc_image *parse_sound(GBytes *bytes) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  pc_image *image = parse(bytes, diags);
  g_assert_cmpint(pc_diags_count(diags), ==, 0);
  g_assert_nonnull(image);
  return image;
}

/* The bytes are refused with this code, the file's name, and these words. */
static void assert_refused(GBytes *bytes, pc_code code, const char *words) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_assert_null(parse(bytes, diags));
  g_assert_cmpint(pc_diags_count(diags), ==, 1);
  const pc_diag *diag = pc_diags_at(diags, 0);
  g_assert_cmpint(diag->code, ==, code);
  g_assert_nonnull(diag->hint);
  if (strstr(diag->message, "a.jpg") == NULL || strstr(diag->message, words) == NULL)
    g_error("'%s' does not say '%s'", diag->message, words);
}

static cairo_surface_t *render(const pc_image *image, int width, int height) {
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create(surface);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  g_assert_true(pc_image_paint(image, cr, 0, 0, width, height));
  cairo_destroy(cr);
  cairo_surface_flush(surface);
  return surface;
}

static guint32 pixel_at(cairo_surface_t *surface, int x, int y) {
  const guint8 *data = cairo_image_surface_get_data(surface);
  guint32 pixel;
  memcpy(&pixel, data + y * cairo_image_surface_get_stride(surface) + 4 * x, sizeof pixel);
  return pixel & 0xffffff;
}

static void assert_near(guint32 found, guint32 wanted) {
  for (int shift = 0; shift < 24; shift += 8) {
    int a = (int)(found >> shift & 0xff), b = (int)(wanted >> shift & 0xff);
    if (ABS(a - b) > 6)
      g_error("colour #%06x, not #%06x", found, wanted);
  }
}

/* The middle of each quarter, as seen. */
static void assert_quarters(const pc_image *image, const guint32 wanted[4]) {
  int w = pc_image_width(image), h = pc_image_height(image);
  cairo_surface_t *surface = render(image, w, h);
  for (int i = 0; i < 4; i++)
    assert_near(pixel_at(surface, w / 4 + i % 2 * w / 2, h / 4 + i / 2 * h / 2), wanted[i]);
  cairo_surface_destroy(surface);
}

/* As seen, row by row: Exif 2.32, 4.6.4 A (where row 0 and column 0 lie). */
static const guint32 turned[9][4] = {
    [1] = {RED, GREEN, BLUE, YELLOW}, [2] = {GREEN, RED, YELLOW, BLUE},
    [3] = {YELLOW, BLUE, GREEN, RED}, [4] = {BLUE, YELLOW, RED, GREEN},
    [5] = {RED, BLUE, GREEN, YELLOW}, [6] = {BLUE, RED, YELLOW, GREEN},
    [7] = {YELLOW, GREEN, BLUE, RED}, [8] = {GREEN, YELLOW, RED, BLUE},
};

static void assert_turned(GBytes *bytes, int orientation) {
  g_autoptr(pc_image) image = parse_sound(bytes);
  g_assert_cmpint(pc_image_width(image), ==, orientation < 5 ? 40 : 20);
  g_assert_cmpint(pc_image_height(image), ==, orientation < 5 ? 20 : 40);
  assert_quarters(image, turned[orientation]);
}

static void test_orientation(void) {
  for (int i = 1; i <= 8; i++) {
    jpeg_recipe jpeg = photo;
    png_recipe png = drawing;
    jpeg.orientation = png.orientation = i;
    g_autoptr(GBytes) a = make_jpeg(&jpeg);
    g_autoptr(GBytes) b = make_png(&png);
    assert_turned(a, i);
    assert_turned(b, i);
  }
}

static void test_png_types(void) {
  static const struct {
    int color_type, depth;
    guint32 wanted[4];
  } types[] = {
      {PNG_COLOR_TYPE_RGB, 8, {RED, GREEN, BLUE, YELLOW}},
      {PNG_COLOR_TYPE_RGB, 16, {RED, GREEN, BLUE, YELLOW}},
      {PNG_COLOR_TYPE_PALETTE, 8, {RED, GREEN, BLUE, YELLOW}},
      {PNG_COLOR_TYPE_GRAY, 8, {0, 0, 0xffffff, 0}},
      {PNG_COLOR_TYPE_GRAY, 16, {0, 0, 0xffffff, 0}},
      {PNG_COLOR_TYPE_RGB_ALPHA, 8, {0xff7f7f, 0x7fff7f, 0x7f7fff, 0xffff7f}},
      {PNG_COLOR_TYPE_RGB_ALPHA, 16, {0xff7f7f, 0x7fff7f, 0x7f7fff, 0xffff7f}},
      {PNG_COLOR_TYPE_GRAY_ALPHA, 8, {0x7f7f7f, 0x7f7f7f, 0xffffff, 0x7f7f7f}},
  };
  for (size_t i = 0; i < 2 * G_N_ELEMENTS(types); i++) {
    png_recipe recipe = drawing;
    recipe.color_type = types[i / 2].color_type;
    recipe.depth = types[i / 2].depth;
    recipe.interlaced = i % 2 == 1;
    g_autoptr(GBytes) bytes = make_png(&recipe);
    g_autoptr(pc_image) image = parse_sound(bytes);
    assert_quarters(image, types[i / 2].wanted);
  }
}

static void test_jpeg_types(void) {
  jpeg_recipe recipe = photo;
  recipe.progressive = TRUE;
  g_autoptr(GBytes) progressive = make_jpeg(&recipe);
  g_autoptr(pc_image) image = parse_sound(progressive);
  assert_quarters(image, turned[1]);
  recipe.grey = TRUE;
  g_autoptr(GBytes) grey = make_jpeg(&recipe);
  g_autoptr(pc_image) grey_image = parse_sound(grey);
  g_assert_cmpint(pc_image_width(grey_image), ==, 40);
}

/* Adobe stores 255 - ink, others ink. */
static void test_cmyk(void) {
  static const guint8 inverted_magenta[] = {255, 0, 255, 255}, magenta[] = {0, 255, 0, 0};
  jpeg_recipe recipe = photo;
  recipe.cmyk = TRUE;
  recipe.ink = inverted_magenta;
  g_autoptr(GBytes) adobe = make_jpeg(&recipe);
  recipe.ink = magenta;
  recipe.without_adobe = TRUE;
  g_autoptr(GBytes) plain = make_jpeg(&recipe);
  g_autoptr(pc_image) adobe_image = parse_sound(adobe);
  g_autoptr(pc_image) plain_image = parse_sound(plain);
  static const guint32 wanted[] = {0xff00ff, 0xff00ff, 0xff00ff, 0xff00ff};
  assert_quarters(adobe_image, wanted);
  assert_quarters(plain_image, wanted);
}

/* Any cut leaves something that is refused; so does a byte changed in the middle of a PNG. */
static void test_truncated(void) {
  jpeg_recipe progressive = photo;
  progressive.progressive = TRUE;
  g_autoptr(GBytes) jpeg = make_jpeg(&photo);
  g_autoptr(GBytes) passes = make_jpeg(&progressive);
  g_autoptr(GBytes) png = make_png(&drawing);
  GBytes *const files[] = {jpeg, passes, png};
  for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
    for (size_t length = 12; length < g_bytes_get_size(files[i]); length++) {
      g_autoptr(GBytes) cut = g_bytes_new_from_bytes(files[i], 0, length);
      assert_refused(cut, PC_BAD_IMAGE, "damaged or cut off");
    }
  }
}

static GBytes *change_byte(GBytes *bytes, size_t at) {
  size_t length;
  const guint8 *data = g_bytes_get_data(bytes, &length);
  guint8 *copy = g_memdup2(data, length);
  copy[at] ^= 0x55;
  return g_bytes_new_take(copy, length);
}

static void test_damaged(void) {
  g_autoptr(GBytes) png = make_png(&drawing);
  for (size_t at = 8 + 25; at < g_bytes_get_size(png); at++) {
    g_autoptr(GBytes) changed = change_byte(png, at);
    assert_refused(changed, PC_BAD_IMAGE, "damaged");
  }
  jpeg_recipe large = {.width = 200, .height = 200};
  g_autoptr(GBytes) jpeg = make_jpeg(&large);
  size_t length;
  const guint8 *data = g_bytes_get_data(jpeg, &length);
  guint8 *copy = g_memdup2(data, length); /* half of the compressed data is lost, the end is not */
  g_autoptr(GBytes) hole = NULL;
  memmove(copy + length * 3 / 4, copy + length - 2, 2);
  hole = g_bytes_new_take(copy, length * 3 / 4 + 2);
  assert_refused(hole, PC_BAD_IMAGE, "damaged");
}

static void test_kinds(void) {
  static const struct {
    const char *bytes;
    size_t length;
    const char *words;
  } kinds[] = {
      {"GIF89a\1\0\1\0", 10, "a GIF picture"},
      {"BM\1\2\3\4", 6, "a BMP picture"},
      {"8BPS\0\1", 6, "a Photoshop file"},
      {"\0\0\0\x18"
       "ftypheic",
       12, "a HEIC picture"},
      {"II*\0abcd", 8, "a TIFF picture"},
      {"hello", 5, "not a picture that posterc knows"},
      {"", 0, "is empty"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
    g_autoptr(GBytes) bytes = g_bytes_new_static(kinds[i].bytes, kinds[i].length);
    assert_refused(bytes, PC_BAD_IMAGE, kinds[i].words);
  }
}

static void put_u32(guint8 *out, guint32 value) {
  for (int i = 0; i < 4; i++)
    out[i] = (guint8)(value >> (24 - 8 * i));
}

/* CRC-32 of PNG 1.2, annex D. */
static guint32 compute_crc(const guint8 *bytes, size_t length) {
  guint32 crc = 0xffffffffu;
  for (size_t i = 0; i < 8 * length; i++) {
    crc ^= i % 8 == 0 ? bytes[i / 8] : 0;
    crc = (crc & 1) != 0 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
  }
  return ~crc;
}

/* The head alone claims the size; nothing is decoded, or there would be another message. */
static void test_limits(void) {
  static const guint32 sizes[][2] = {{100000, 100000}, {30001, 1}, {1, 30001}, {20001, 20000}};
  g_autoptr(GBytes) png = make_png(&drawing);
  for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++) {
    guint8 *copy = g_memdup2(g_bytes_get_data(png, NULL), g_bytes_get_size(png));
    put_u32(copy + 16, sizes[i][0]);
    put_u32(copy + 20, sizes[i][1]);
    put_u32(copy + 29, compute_crc(copy + 12, 17));
    g_autoptr(GBytes) bytes = g_bytes_new_take(copy, g_bytes_get_size(png));
    assert_refused(bytes, PC_LIMIT, "pixels");
  }
  g_autoptr(GBytes) jpeg = make_jpeg(&photo);
  guint8 *copy = g_memdup2(g_bytes_get_data(jpeg, NULL), g_bytes_get_size(jpeg));
  guint8 *frame = memmem(copy, g_bytes_get_size(jpeg), "\xff\xc0", 2);
  memset(frame + 5, 0xfe, 4);
  g_autoptr(GBytes) bytes = g_bytes_new_take(copy, g_bytes_get_size(jpeg));
  assert_refused(bytes, PC_LIMIT, "65278 x 65278 pixels");
}

/* A progressive JPEG is a bomb when it has a thousand passes: the head says nothing of them. */
static void test_passes(void) {
  jpeg_recipe recipe = photo;
  recipe.progressive = TRUE;
  g_autoptr(GBytes) jpeg = make_jpeg(&recipe);
  size_t length = g_bytes_get_size(jpeg);
  const guint8 *data = g_bytes_get_data(jpeg, NULL);
  const guint8 *last = memmem(data, length, "\xff\xda", 2);
  for (const guint8 *at = last; at != NULL;
       at = memmem(at + 2, length - (size_t)(at + 2 - data), "\xff\xda", 2))
    last = at;
  g_autoptr(GByteArray) out = g_byte_array_new();
  g_byte_array_append(out, data, (guint)(last - data));
  for (int i = 0; i < 1000; i++)
    g_byte_array_append(out, last, (guint)(data + length - 2 - last));
  g_byte_array_append(out, data + length - 2, 2);
  g_autoptr(GBytes) bomb = g_byte_array_free_to_bytes(g_steal_pointer(&out));
  assert_refused(bomb, PC_LIMIT, "passes; at most 100");
}

/* A large picture shown small: means of squares, the same colours. */
static void test_shrunk(void) {
  png_recipe png = drawing;
  jpeg_recipe jpeg = photo;
  png.width = jpeg.width = 1003;
  png.height = jpeg.height = 701;
  g_autoptr(GBytes) a = make_png(&png);
  g_autoptr(GBytes) b = make_jpeg(&jpeg);
  GBytes *const files[] = {a, b};
  for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
    g_autoptr(pc_image) image = parse_sound(files[i]);
    cairo_surface_t *surface = render(image, 20, 14);
    for (int k = 0; k < 4; k++)
      assert_near(pixel_at(surface, 5 + k % 2 * 10, 3 + k / 2 * 7), turned[1][k]);
    assert_near(pixel_at(surface, 0, 0), RED);
    assert_near(pixel_at(surface, 19, 13), YELLOW);
    cairo_surface_destroy(surface);
  }
}

static void test_ppi(void) {
  g_autoptr(GBytes) bytes = make_png(&drawing);
  g_autoptr(pc_image) image = parse_sound(bytes);
  g_assert_cmpfloat_with_epsilon(pc_image_ppi(image, 25400), 40, 1e-9);
  g_assert_cmpfloat_with_epsilon(pc_image_ppi(image, 12700), 80, 1e-9);
}

static bool holds(GBytes *bytes, const char *text) {
  size_t length;
  const void *data = g_bytes_get_data(bytes, &length);
  return memmem(data, length, text, strlen(text)) != NULL;
}

static void test_stripped(void) {
  jpeg_recipe recipe = photo;
  recipe.orientation = 6;
  recipe.comment = "by somebody";
  g_autoptr(GBytes) bytes = make_jpeg(&recipe);
  recipe.orientation = 0;
  recipe.comment = NULL;
  g_autoptr(GBytes) bare = make_jpeg(&recipe);
  g_assert_true(holds(bytes, "by somebody") && holds(bytes, "Exif"));
  int scans;
  g_autoptr(GBytes) stripped = pc_jpeg_strip(bytes, &scans);
  g_assert_cmpint(scans, ==, 1);
  g_assert_true(g_bytes_equal(stripped, bare));
}

/* A PNG loses what it says of itself; its picture stays. */
static void test_stripped_png(void) {
  png_recipe recipe = drawing;
  recipe.orientation = 3;
  g_autoptr(GBytes) bytes = make_png(&recipe);
  recipe.orientation = 0;
  g_autoptr(GBytes) bare = make_png(&recipe);
  g_autoptr(GBytes) stripped = pc_png_strip(bytes);
  g_assert_false(g_bytes_equal(bytes, bare));
  g_assert_true(g_bytes_equal(stripped, bare));
}

static void assert_load(const char *folder, const char *name, bool outside, pc_code code,
                        const char *hint) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_image_request request = {
      .folder = folder, .file = {name, NULL}, .allow_outside = outside};
  g_autoptr(pc_image) image = pc_image_load(&request, diags);
  if (code == PC_N_CODES) {
    g_assert_nonnull(image);
    g_assert_cmpstr(pc_image_file(image), ==, name);
    return;
  }
  g_assert_null(image);
  g_assert_cmpint(pc_diags_count(diags), ==, 1);
  g_assert_cmpint(pc_diags_at(diags, 0)->code, ==, code);
  g_assert_cmpstr(pc_diags_at(diags, 0)->hint, ==, hint);
}

static void test_load(void) {
  g_autofree char *folder = g_dir_make_tmp("posterc-image-XXXXXX", NULL);
  g_autofree char *inside = g_build_filename(folder, "inside", NULL);
  g_autofree char *photo_path = g_build_filename(inside, "summer.jpg", NULL);
  g_autofree char *secret_path = g_build_filename(folder, "secret.png", NULL);
  g_autoptr(GBytes) bytes = make_png(&drawing);
  g_assert_cmpint(g_mkdir(inside, 0700), ==, 0);
  const char *data = g_bytes_get_data(bytes, NULL);
  gssize length = (gssize)g_bytes_get_size(bytes);
  g_assert_true(g_file_set_contents(photo_path, data, length, NULL));
  g_assert_true(g_file_set_contents(secret_path, data, length, NULL));
  assert_load(inside, "summer.jpg", false, PC_N_CODES, NULL);
  assert_load(folder, "inside/summer.jpg", false, PC_N_CODES, NULL);
  assert_load(inside, "sumer.jpg", false, PC_MISSING_FILE, "did you mean 'summer.jpg'?");
  assert_load(folder, "inside/summer.jpeg", false, PC_MISSING_FILE,
              "did you mean 'inside/summer.jpg'?");
  assert_load(inside, "winter-1999.png", false, PC_MISSING_FILE, "put it into the poster's folder");
  assert_load(inside, "../secret.png", false, PC_OUTSIDE_DIRECTORY,
              "copy it beside the poster, or run with --allow-outside");
  assert_load(inside, "../secret.png", true, PC_N_CODES, NULL);
  g_remove(photo_path);
  g_remove(secret_path);
  g_rmdir(inside);
  g_rmdir(folder);
}

/* Names outside the folder are not told by did-you-mean. */
static void test_foreign_names(void) {
  g_autofree char *folder = g_dir_make_tmp("posterc-image-XXXXXX", NULL);
  g_autofree char *inside = g_build_filename(folder, "inside", NULL);
  g_autofree char *secret = g_build_filename(folder, "secret.png", NULL);
  g_assert_cmpint(g_mkdir(inside, 0700), ==, 0);
  g_assert_true(g_file_set_contents(secret, "x", 1, NULL));
  g_autoptr(pc_diags) diags = pc_diags_new();
  const pc_image_request request = {.folder = inside, .file = {"../secre.png", NULL}};
  g_assert_null(pc_image_load(&request, diags));
  g_assert_cmpint(pc_diags_count(diags), ==, 1);
  g_assert_null(strstr(pc_diags_at(diags, 0)->hint, "secret.png"));
  g_remove(secret);
  g_rmdir(inside);
  g_rmdir(folder);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/image/orientation", test_orientation);
  g_test_add_func("/image/png-types", test_png_types);
  g_test_add_func("/image/jpeg-types", test_jpeg_types);
  g_test_add_func("/image/cmyk", test_cmyk);
  g_test_add_func("/image/truncated", test_truncated);
  g_test_add_func("/image/damaged", test_damaged);
  g_test_add_func("/image/kinds", test_kinds);
  g_test_add_func("/image/limits", test_limits);
  g_test_add_func("/image/passes", test_passes);
  g_test_add_func("/image/shrunk", test_shrunk);
  g_test_add_func("/image/ppi", test_ppi);
  g_test_add_func("/image/stripped", test_stripped);
  g_test_add_func("/image/stripped-png", test_stripped_png);
  g_test_add_func("/image/load", test_load);
  g_test_add_func("/image/foreign-names", test_foreign_names);
  return g_test_run();
}

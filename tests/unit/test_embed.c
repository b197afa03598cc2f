/* test_embed.c - what a PDF gets of a picture: copies, streams, masks, and one key for one look. */
#include "figure/embed.h"

#include "figure/parcel.h"
#include "figure/segments.h"
#include "pictures.h"
#include "profiles.h"

static pc_image *parse(GBytes *bytes) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  pc_image *image = pc_image_parse(bytes, &(pc_image_request){.file = {"a picture", NULL}}, diags);
  g_assert_cmpint(pc_diags_count(diags), ==, 0);
  return image;
}

static pc_embedded embed(GBytes *bytes) {
  g_autoptr(pc_image) image = parse(bytes);
  pc_embedded embedded;
  g_assert_true(pc_image_embed(image, &embedded));
  g_assert_nonnull(embedded.data);
  return embedded;
}

static void test_jpeg(void) {
  jpeg_recipe recipe = {.width = 40, .height = 20, .orientation = 6, .comment = "by somebody"};
  g_autoptr(GBytes) bytes = make_jpeg(&recipe);
  g_auto(pc_embedded) found = embed(bytes);
  int scans;
  g_autoptr(GBytes) bare = pc_jpeg_strip(bytes, &scans);
  g_assert_true(found.is_jpeg);
  g_autoptr(GBytes) data = pc_parcel_data(found.data);
  g_assert_true(g_bytes_equal(data, bare));
  g_assert_cmpint(found.channels, ==, 3);
  g_assert_null(found.profile);
  g_assert_null(found.mask);
}

/* Adobe's mark is what tells 255 for no ink. */
static void test_inverted(void) {
  static const guint8 ink[] = {255, 0, 255, 255};
  jpeg_recipe recipe = {.width = 16, .height = 16, .cmyk = TRUE, .ink = ink};
  g_autoptr(GBytes) adobe = make_jpeg(&recipe);
  recipe.without_adobe = TRUE;
  g_autoptr(GBytes) plain = make_jpeg(&recipe);
  g_auto(pc_embedded) a = embed(adobe);
  g_auto(pc_embedded) b = embed(plain);
  g_assert_true(a.is_inverted);
  g_assert_false(b.is_inverted);
  g_assert_cmpint(a.channels, ==, 4);
}

static void test_palette(void) {
  const png_recipe recipe = {
      .width = 40, .height = 20, .color_type = PNG_COLOR_TYPE_PALETTE, .depth = 8};
  g_autoptr(GBytes) bytes = make_png(&recipe);
  g_auto(pc_embedded) found = embed(bytes);
  g_assert_cmpuint(g_bytes_get_size(found.palette), ==, 4 * 3);
  g_assert_cmpint(found.channels, ==, 3);
  g_assert_false(found.is_jpeg);
}

static GBytes *make_alpha(int depth, guint8 alpha) {
  const png_recipe recipe = {.width = 40,
                             .height = 20,
                             .color_type = PNG_COLOR_TYPE_RGB_ALPHA,
                             .depth = depth,
                             .alpha = alpha};
  return make_png(&recipe);
}

/* A mask only where something shows through. */
static void test_mask(void) {
  for (int depth = 8; depth <= 16; depth += 8) {
    g_autoptr(GBytes) opaque = make_alpha(depth, 0xff);
    g_autoptr(GBytes) clear = make_alpha(depth, 0x80);
    g_auto(pc_embedded) a = embed(opaque);
    g_auto(pc_embedded) b = embed(clear);
    g_assert_null(a.mask);
    g_assert_nonnull(b.mask);
    g_assert_cmpint(b.depth, ==, depth);
    g_assert_true(g_bytes_equal(a.data, b.data));
  }
}

/* The same pixels in other colours are another picture; in sRGB, named or not, the same. */
static void test_keys(void) {
  g_autoptr(GBytes) swapped = make_swapped(2.2);
  g_autoptr(GBytes) srgb = make_srgb();
  GBytes *const profiles[] = {NULL, srgb, swapped};
  char *keys[3];
  for (int i = 0; i < 3; i++) {
    png_recipe recipe = {.width = 40, .height = 20, .color_type = PNG_COLOR_TYPE_RGB, .depth = 8};
    recipe.icc = profiles[i];
    g_autoptr(GBytes) bytes = make_png(&recipe);
    g_autoptr(pc_image) image = parse(bytes);
    keys[i] = g_strdup(pc_image_key(image));
    g_auto(pc_embedded) found = embed(bytes);
    g_assert_true((found.profile != NULL) == (i == 2));
  }
  g_assert_cmpstr(keys[0], ==, keys[1]);
  g_assert_cmpstr(keys[0], !=, keys[2]);
  for (int i = 0; i < 3; i++)
    g_free(keys[i]);
}

/* As cairo and the finishing stage read it. */
static void test_placeholder(void) {
  const png_recipe recipe = {
      .width = 400, .height = 20, .color_type = PNG_COLOR_TYPE_RGB, .depth = 8};
  g_autoptr(GBytes) bytes = make_png(&recipe);
  g_autoptr(pc_image) image = parse(bytes);
  g_autoptr(GBytes) placeholder = pc_image_make_placeholder(image);
  size_t length, key = strlen(pc_image_key(image));
  const guint8 *data = g_bytes_get_data(placeholder, &length);
  g_assert_cmpuint(length, <=, PC_PLACEHOLDER_MAX);
  g_assert_cmpuint(data[5], ==, key + 2);
  g_assert_true(memcmp(data + 6, pc_image_key(image), key) == 0);
  const guint8 *frame = data + 6 + key;
  g_assert_true(memcmp(frame, "\xff\xc0\0\x0b\x08\0\x14\x01\x90", 9) == 0);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/embed/jpeg", test_jpeg);
  g_test_add_func("/embed/inverted", test_inverted);
  g_test_add_func("/embed/palette", test_palette);
  g_test_add_func("/embed/mask", test_mask);
  g_test_add_func("/embed/keys", test_keys);
  g_test_add_func("/embed/placeholder", test_placeholder);
  return g_test_run();
}

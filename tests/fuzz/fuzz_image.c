/* fuzz_image.c - any bytes as a picture: refused or painted, never a crash, a hang or much memory.
 *
 * Seeds: any small PNG, JPEG and WebP files.  Run with -rss_limit_mb=2048 -timeout=20.
 */
#include <glib/gstdio.h>

#include "figure/embed.h"

/* Larger pictures are sound as well, but a fuzzer learns nothing from painting them. */
#define MAX_PAINTED 1000000.0

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void paint(const pc_image *image) {
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 64, 48);
  cairo_t *cr = cairo_create(surface);
  pc_image_paint(image, cr, 0, 0, 64, 48);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}

/* What a PDF would get in the place of a placeholder. */
static void embed(const pc_image *image) {
  g_auto(pc_embedded) embedded = {0};
  g_assert_true(pc_image_embed(image, &embedded));
  g_assert_nonnull(embedded.data);
}

/* Through a file, as a poster names it. */
static pc_image *load(const uint8_t *data, size_t size, pc_diags *diags) {
  static char *folder;
  if (folder == NULL)
    folder = g_dir_make_tmp("posterc-fuzz-XXXXXX", NULL);
  g_autofree char *path = g_build_filename(folder, "picture", NULL);
  FILE *file = g_fopen(path, "wb");
  g_assert_nonnull(file);
  fwrite(data, 1, size, file);
  fclose(file);
  const pc_image_request request = {.folder = folder, .file = {"picture", NULL}};
  pc_image *image = pc_image_load(&request, diags);
  g_remove(path);
  return image;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(pc_image) image = load(data, size, diags);
  g_assert_true((image == NULL) == pc_diags_has_error(diags));
  if (image != NULL && !pc_image_is_vector(image) &&
      (double)pc_image_width(image) * pc_image_height(image) <= MAX_PAINTED) {
    paint(image);
    embed(image);
  }
  return 0;
}

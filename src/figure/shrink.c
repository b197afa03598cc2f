/* shrink.c - the mean of squares of pixels, row by row.  Layer: figure. */
#include "figure/shrink.h"

#include <glib.h>
#include <string.h>

struct pc_shrinker {
  int width, height, factor;
  int row;        /* of the source, next */
  uint32_t *sums; /* premultiplied R G B A of a row of squares */
  cairo_surface_t *surface;
};

static int divide_up(int a, int b) {
  return (a + b - 1) / b;
}

pc_shrinker *pc_shrinker_new(int width, int height, int factor, bool has_alpha) {
  cairo_surface_t *surface =
      cairo_image_surface_create(has_alpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
                                 divide_up(width, factor), divide_up(height, factor));
  if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
    cairo_surface_destroy(surface);
    return NULL;
  }
  pc_shrinker *shrinker = g_new0(pc_shrinker, 1);
  shrinker->width = width;
  shrinker->height = height;
  shrinker->factor = factor;
  shrinker->sums = g_new0(uint32_t, 4 * (size_t)divide_up(width, factor));
  shrinker->surface = surface;
  return shrinker;
}

void pc_shrinker_free(pc_shrinker *shrinker) {
  if (shrinker == NULL)
    return;
  g_clear_pointer(&shrinker->surface, cairo_surface_destroy);
  g_free(shrinker->sums);
  g_free(shrinker);
}

static void append_sums(pc_shrinker *shrinker, const uint8_t *rgba) {
  for (int x = 0; x < shrinker->width; x++, rgba += 4) {
    uint32_t *sum = shrinker->sums + 4 * (x / shrinker->factor);
    for (int i = 0; i < 3; i++)
      sum[i] += ((uint32_t)rgba[i] * rgba[3] + 127) / 255;
    sum[3] += rgba[3];
  }
}

/* One row of squares as cairo's native-endian ARGB. */
static void store_row(pc_shrinker *shrinker, int rows) {
  cairo_surface_t *surface = shrinker->surface;
  int y = (shrinker->row - 1) / shrinker->factor;
  int columns = cairo_image_surface_get_width(surface);
  uint8_t *line = cairo_image_surface_get_data(surface) +
                  (size_t)y * (size_t)cairo_image_surface_get_stride(surface);
  for (int x = 0; x < columns; x++) {
    const uint32_t *sum = shrinker->sums + 4 * x;
    int across = MIN(shrinker->factor, shrinker->width - x * shrinker->factor);
    uint32_t area = (uint32_t)(across * rows), half = area / 2;
    uint32_t pixel = (sum[3] + half) / area << 24 | (sum[0] + half) / area << 16 |
                     (sum[1] + half) / area << 8 | (sum[2] + half) / area;
    memcpy(line + 4 * x, &pixel, sizeof pixel);
  }
  memset(shrinker->sums, 0, 4 * (size_t)columns * sizeof *shrinker->sums);
}

void pc_shrinker_append(pc_shrinker *shrinker, const uint8_t *rgba) {
  append_sums(shrinker, rgba);
  shrinker->row++;
  int filled = shrinker->row % shrinker->factor;
  if (filled == 0)
    store_row(shrinker, shrinker->factor);
  else if (shrinker->row == shrinker->height)
    store_row(shrinker, filled);
}

cairo_surface_t *pc_shrinker_take(pc_shrinker *shrinker) {
  g_assert(shrinker->row == shrinker->height);
  cairo_surface_mark_dirty(shrinker->surface);
  return g_steal_pointer(&shrinker->surface);
}

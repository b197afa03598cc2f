/* pictures.h - PNG and JPEG files made in memory, for tests. */
#ifndef PICTURES_H
#define PICTURES_H

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>
#include <png.h>

enum { RED = 0xff0000, GREEN = 0x00ff00, BLUE = 0x0000ff, YELLOW = 0xffff00 };

/* Quarters as stored: red green / blue yellow. */
static inline int quarter_color(int x, int y, int width, int height) {
  static const int colors[2][2] = {{RED, GREEN}, {BLUE, YELLOW}};
  return colors[y >= height / 2][x >= width / 2];
}

/* TIFF header and one directory with the orientation, in either byte order. */
static inline GByteArray *make_exif(int orientation, gboolean big_endian) {
  static const guint8 little[] = {'I', 'I', '*', 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3,
                                  0,   1,   0,   0, 0, 0, 0, 0, 0, 0, 0,    0, 0};
  static const guint8 big[] = {'M', 'M', 0, '*', 0, 0, 0, 8, 0, 1, 1, 0x12, 0,
                               3,   0,   0, 0,   1, 0, 0, 0, 0, 0, 0, 0,    0};
  GByteArray *exif = g_byte_array_new();
  g_byte_array_append(exif, big_endian ? big : little, sizeof little);
  exif->data[big_endian ? 19 : 18] = (guint8)orientation;
  return exif;
}

typedef struct jpeg_recipe {
  int width, height;
  int orientation; /* 0: no EXIF */
  gboolean progressive, grey;
  gboolean cmyk, without_adobe;
  const guint8 *ink; /* cmyk: four bytes as stored */
  const char *comment;
  GBytes *icc;
} jpeg_recipe;

static inline void fill_jpeg_row(const jpeg_recipe *recipe, int y, guint8 *row, int channels) {
  for (int x = 0; x < recipe->width; x++) {
    int color = quarter_color(x, y, recipe->width, recipe->height);
    guint8 rgb[3] = {(guint8)(color >> 16), (guint8)(color >> 8), (guint8)color};
    memcpy(row + x * channels, recipe->cmyk ? recipe->ink : rgb, (size_t)channels);
  }
}

static inline void write_jpeg_extras(j_compress_ptr info, const jpeg_recipe *recipe) {
  if (recipe->comment != NULL)
    jpeg_write_marker(info, JPEG_COM, (const guint8 *)recipe->comment,
                      (unsigned)strlen(recipe->comment));
  if (recipe->icc != NULL)
    jpeg_write_icc_profile(info, g_bytes_get_data(recipe->icc, NULL),
                           (unsigned)g_bytes_get_size(recipe->icc));
  if (recipe->orientation == 0)
    return;
  g_autoptr(GByteArray) exif = make_exif(recipe->orientation, recipe->orientation % 2 == 0);
  g_byte_array_prepend(exif, (const guint8 *)"Exif\0", 6);
  jpeg_write_marker(info, JPEG_APP0 + 1, exif->data, exif->len);
}

static inline GBytes *make_jpeg(const jpeg_recipe *recipe) {
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr errors;
  unsigned char *out = NULL;
  unsigned long length = 0;
  int channels = recipe->cmyk ? 4 : recipe->grey ? 1 : 3;
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  jpeg_mem_dest(&info, &out, &length);
  info.image_width = (JDIMENSION)recipe->width;
  info.image_height = (JDIMENSION)recipe->height;
  info.input_components = channels;
  info.in_color_space = recipe->cmyk ? JCS_CMYK : recipe->grey ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 95, TRUE);
  if (recipe->progressive)
    jpeg_simple_progression(&info);
  if (recipe->without_adobe)
    info.write_Adobe_marker = FALSE;
  jpeg_start_compress(&info, TRUE);
  write_jpeg_extras(&info, recipe);
  guint8 *row = g_malloc((gsize)recipe->width * 4);
  for (int y = 0; y < recipe->height; y++) {
    fill_jpeg_row(recipe, y, row, channels);
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  jpeg_destroy_compress(&info);
  g_free(row);
  GBytes *bytes = g_bytes_new(out, length);
  free(out);
  return bytes;
}

typedef struct png_recipe {
  int width, height;
  int orientation; /* 0: no EXIF */
  int color_type, depth;
  gboolean interlaced;
  guint8 alpha; /* 0: one half */
  GBytes *icc;
} png_recipe;

static inline void append_png(png_structp png, png_bytep data, size_t length) {
  g_byte_array_append(png_get_io_ptr(png), data, (guint)length);
}

static inline void flush_png(png_structp png) {
  (void)png;
}

/* One pixel as libpng wants it: palette index, grey, or channels of one or two bytes. */
static inline size_t put_png_pixel(const png_recipe *recipe, int x, int y, guint8 *out) {
  int color = quarter_color(x, y, recipe->width, recipe->height);
  gboolean alpha = (recipe->color_type & PNG_COLOR_MASK_ALPHA) != 0;
  if (recipe->color_type == PNG_COLOR_TYPE_PALETTE) {
    *out = (guint8)(2 * (y >= recipe->height / 2) + (x >= recipe->width / 2));
    return 1;
  }
  guint8 channels[4] = {(guint8)(color >> 16), (guint8)(color >> 8), (guint8)color,
                        recipe->alpha != 0 ? recipe->alpha : 0x80};
  size_t first = (recipe->color_type & PNG_COLOR_MASK_COLOR) != 0 ? 0 : 2;
  size_t size = recipe->depth == 16 ? 2 : 1, count = 0;
  for (size_t i = first; i < (alpha ? 4 : 3); i++) {
    memset(out + count, channels[i], size);
    count += size;
  }
  return count;
}

static inline GBytes *make_png(const png_recipe *recipe) {
  GByteArray *out = g_byte_array_new();
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, out, append_png, flush_png);
  png_set_IHDR(png, info, (png_uint_32)recipe->width, (png_uint_32)recipe->height, recipe->depth,
               recipe->color_type, recipe->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  static const png_color palette[] = {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 0}};
  if (recipe->color_type == PNG_COLOR_TYPE_PALETTE)
    png_set_PLTE(png, info, palette, 4);
  g_autoptr(GByteArray) exif = make_exif(recipe->orientation, FALSE);
  if (recipe->orientation > 0)
    png_set_eXIf_1(png, info, exif->len, exif->data);
  if (recipe->icc != NULL)
    png_set_iCCP(png, info, "sample", PNG_COMPRESSION_TYPE_DEFAULT,
                 g_bytes_get_data(recipe->icc, NULL), (png_uint_32)g_bytes_get_size(recipe->icc));
  png_write_info(png, info);
  guint8 *row = g_malloc((gsize)recipe->width * 8);
  int passes = png_set_interlace_handling(png);
  for (int i = 0; i < passes * recipe->height; i++) {
    guint8 *at = row;
    for (int x = 0; x < recipe->width; x++)
      at += put_png_pixel(recipe, x, i % recipe->height, at);
    png_write_row(png, row);
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  g_free(row);
  return g_byte_array_free_to_bytes(out);
}

#endif

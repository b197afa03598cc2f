/* chunks.c - walks a PNG's chunks: strip, orientation, what a PDF can hold.  Layer: figure. */
#include "figure/chunks.h"

#include <string.h>

#include "figure/exif.h"

#define OVERHEAD 12 /* length, type, CRC */

/* Within IHDR's data. */
#define IHDR_DEPTH 8
#define IHDR_COLOR 9
#define IHDR_INTERLACE 12

enum { COLOR_GRAY = 0, COLOR_RGB = 2, COLOR_PALETTE = 3 };

/* Samples of a pixel by colour type; 0: there is no such type. */
static const int n_samples[] = {1, 0, 3, 1, 2, 0, 4};

guint32 pc_png_u32(const guint8 *bytes) {
  return (guint32)bytes[0] << 24 | (guint32)bytes[1] << 16 | (guint32)bytes[2] << 8 | bytes[3];
}

bool pc_png_take_chunk(GBytes *file, size_t at, pc_png_chunk *chunk) {
  size_t size;
  const guint8 *bytes = g_bytes_get_data(file, &size);
  if (at > size || size - at < OVERHEAD || pc_png_u32(bytes + at) > size - at - OVERHEAD)
    return false;
  size_t length = pc_png_u32(bytes + at);
  *chunk = (pc_png_chunk){bytes + at, bytes + at + 8, length, at + OVERHEAD + length};
  return true;
}

bool pc_png_is_type(const pc_png_chunk *chunk, const char *type) {
  return memcmp(chunk->whole + 4, type, 4) == 0;
}

static bool find_chunk(GBytes *file, const char *type, pc_png_chunk *chunk) {
  for (size_t at = PC_PNG_SIGNATURE; pc_png_take_chunk(file, at, chunk); at = chunk->next) {
    if (pc_png_is_type(chunk, type))
      return true;
  }
  return false;
}

const guint8 *pc_png_find(GBytes *file, const char *type, size_t *length) {
  pc_png_chunk chunk;
  if (!find_chunk(file, type, &chunk))
    return NULL;
  *length = chunk.length;
  return chunk.data;
}

int pc_png_find_orientation(GBytes *file) {
  pc_png_chunk exif;
  return find_chunk(file, "eXIf", &exif) ? pc_exif_orientation(exif.data, exif.length) : 1;
}

static bool is_kept(const pc_png_chunk *chunk) {
  static const char *const kept[] = {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"};
  for (size_t i = 0; i < G_N_ELEMENTS(kept); i++) {
    if (pc_png_is_type(chunk, kept[i]))
      return true;
  }
  return false;
}

GBytes *pc_png_strip(GBytes *file) {
  GByteArray *out = g_byte_array_sized_new((guint)g_bytes_get_size(file));
  g_byte_array_append(out, g_bytes_get_data(file, NULL), PC_PNG_SIGNATURE);
  pc_png_chunk chunk;
  for (size_t at = PC_PNG_SIGNATURE; pc_png_take_chunk(file, at, &chunk); at = chunk.next) {
    if (is_kept(&chunk))
      g_byte_array_append(out, chunk.whole, (guint)(chunk.length + OVERHEAD));
    if (pc_png_is_type(&chunk, "IEND"))
      break;
  }
  return g_byte_array_free_to_bytes(out);
}

bool pc_png_can_copy(GBytes *file) {
  pc_png_chunk head, other;
  if (!find_chunk(file, "IHDR", &head) || find_chunk(file, "tRNS", &other))
    return false;
  int color = head.data[IHDR_COLOR];
  return head.data[IHDR_INTERLACE] == 0 &&
         (color == COLOR_GRAY || color == COLOR_RGB || color == COLOR_PALETTE);
}

GBytes *pc_png_join_data(GBytes *file) {
  GByteArray *out = g_byte_array_sized_new((guint)g_bytes_get_size(file));
  pc_png_chunk chunk;
  for (size_t at = PC_PNG_SIGNATURE; pc_png_take_chunk(file, at, &chunk); at = chunk.next) {
    if (pc_png_is_type(&chunk, "IDAT"))
      g_byte_array_append(out, chunk.data, (guint)chunk.length);
  }
  return g_byte_array_free_to_bytes(out);
}

bool pc_png_is_interlaced(GBytes *file) {
  pc_png_chunk head;
  return find_chunk(file, "IHDR", &head) && head.data[IHDR_INTERLACE] != 0;
}

size_t pc_png_row_size(GBytes *file) {
  pc_png_chunk head;
  if (!find_chunk(file, "IHDR", &head) || head.data[IHDR_COLOR] >= G_N_ELEMENTS(n_samples))
    return 0;
  const int bits = n_samples[head.data[IHDR_COLOR]] * head.data[IHDR_DEPTH];
  return ((size_t)pc_png_u32(head.data) * (size_t)bits + 7) / 8;
}

int pc_png_depth(GBytes *file) {
  pc_png_chunk head;
  return find_chunk(file, "IHDR", &head) ? head.data[IHDR_DEPTH] : 0;
}

GBytes *pc_png_copy_palette(GBytes *file) {
  pc_png_chunk head, palette;
  if (!find_chunk(file, "IHDR", &head) || head.data[IHDR_COLOR] != COLOR_PALETTE ||
      !find_chunk(file, "PLTE", &palette))
    return NULL;
  return g_bytes_new(palette.data, palette.length);
}

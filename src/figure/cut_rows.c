/* cut_rows.c - a part of decoded rows as a PNG.  Layer: figure. */
#include "figure/cutters.h"

#include <string.h>

#include "figure/deflate.h"

/* Rows of the whole picture on their way; one is kept at a time. */
typedef struct row_cutter {
  const pc_pixels *part;
  size_t sample, kept; /* bytes of a sample; of a pixel that is written */
  bool is_grey, has_alpha;
  int y;
  guint8 *row;
  pc_deflater *deflater;
} row_cutter;

static void cut_pixel(const row_cutter *cutter, const guint8 *rgba, guint8 *out) {
  const size_t colors = cutter->sample * (cutter->is_grey ? 1 : 3);
  memcpy(out, rgba, colors);
  if (cutter->has_alpha)
    memcpy(out + colors, rgba + 3 * cutter->sample, cutter->sample);
}

static void cut_row(void *user, const guint8 *row) {
  row_cutter *cutter = user;
  const int y = cutter->y++;
  if (y < cutter->part->y || y >= cutter->part->y + cutter->part->h)
    return;
  const guint8 *from = row + 4 * cutter->sample * (size_t)cutter->part->x;
  for (size_t i = 0; i < (size_t)cutter->part->w; i++)
    cut_pixel(cutter, from + 4 * cutter->sample * i, cutter->row + cutter->kept * i);
  pc_deflater_append(cutter->deflater, cutter->row);
}

/* CRC-32 of PNG 1.2, section 15, half a byte at a time. */
static guint32 find_crc(const guint8 *bytes, size_t length) {
  static const guint32 table[16] = {0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac,
                                    0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
                                    0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
                                    0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};
  guint32 crc = 0xffffffff;
  for (size_t i = 0; i < length; i++) {
    crc = table[(crc ^ bytes[i]) & 15] ^ crc >> 4;
    crc = table[(crc ^ bytes[i] >> 4) & 15] ^ crc >> 4;
  }
  return ~crc;
}

static void append_u32(GByteArray *out, guint32 value) {
  const guint32 big = GUINT32_TO_BE(value);
  g_byte_array_append(out, (const guint8 *)&big, sizeof big);
}

static void append_chunk(GByteArray *out, const char *type, const guint8 *data, size_t length) {
  append_u32(out, (guint32)length);
  const guint start = out->len;
  g_byte_array_append(out, (const guint8 *)type, 4);
  g_byte_array_append(out, data, (guint)length);
  append_u32(out, find_crc(out->data + start, out->len - start));
}

static GBytes *wrap_png(const row_cutter *cutter, GBytes *rows) {
  static const guint8 signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  const guint8 color = (guint8)((cutter->is_grey ? 0 : 2) | (cutter->has_alpha ? 4 : 0));
  const guint32 size[] = {GUINT32_TO_BE((guint32)cutter->part->w),
                          GUINT32_TO_BE((guint32)cutter->part->h)};
  guint8 head[13] = {0};
  memcpy(head, size, sizeof size);
  head[8] = (guint8)(cutter->sample * 8);
  head[9] = color;
  GByteArray *out = g_byte_array_new();
  g_byte_array_append(out, signature, sizeof signature);
  append_chunk(out, "IHDR", head, sizeof head);
  append_chunk(out, "IDAT", g_bytes_get_data(rows, NULL), g_bytes_get_size(rows));
  append_chunk(out, "IEND", NULL, 0);
  return g_byte_array_free_to_bytes(out);
}

GBytes *pc_rows_cut(const pc_codec *codec, GBytes *file, const pc_picture_head *head,
                    const pc_pixels *part) {
  row_cutter cutter = {.part = part,
                       .sample = head->depth == 16 ? 2 : 1,
                       .is_grey = head->channels == 1,
                       .has_alpha = head->has_alpha};
  cutter.kept = cutter.sample * ((cutter.is_grey ? 1u : 3u) + cutter.has_alpha);
  cutter.row = g_malloc(cutter.kept * (size_t)part->w);
  cutter.deflater = pc_deflater_new(cutter.kept * (size_t)part->w, cutter.kept);
  const pc_row_sink sink = {cut_row, &cutter};
  const bool ok = codec->read_rows(file, head, &sink);
  g_autoptr(GBytes) rows = ok ? pc_deflater_take(cutter.deflater) : NULL;
  GBytes *png = ok ? wrap_png(&cutter, rows) : NULL;
  pc_deflater_free(cutter.deflater);
  g_free(cutter.row);
  return png;
}

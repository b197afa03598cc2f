/* pngpack.c - a PNG to chunks and a parcel, and back.  Layer: figure. */
#include "figure/pngpack.h"

#include <libdeflate.h>
#include <string.h>

#include "figure/chunks.h"
#include "figure/parcel.h"

/* What a parcel begins with: no chunk has a type of digits (PNG 1.2, 3.3). */
static const char parcel_head[] = "%PDF-1.4\n";

/* Length, type and CRC of a chunk without data. */
static const guint8 iend[] = {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82};

static bool has_parcel(GBytes *bytes, size_t at) {
  size_t length;
  const guint8 *data = g_bytes_get_data(bytes, &length);
  return at <= length && length - at > strlen(parcel_head) &&
         memcmp(data + at, parcel_head, strlen(parcel_head)) == 0;
}

/* Where the data begin: the first IDAT, or the parcel. */
static size_t find_data(GBytes *bytes) {
  pc_png_chunk chunk;
  size_t at = PC_PNG_SIGNATURE;
  while (!has_parcel(bytes, at) && pc_png_take_chunk(bytes, at, &chunk) &&
         !pc_png_is_type(&chunk, "IDAT"))
    at = chunk.next;
  return at;
}

GBytes *pc_png_pack(GBytes *file, GBytes **parcel) {
  const size_t at = find_data(file);
  g_autoptr(GBytes) data = pc_png_join_data(file);
  GByteArray *out = g_byte_array_sized_new((guint)g_bytes_get_size(file));
  g_byte_array_append(out, g_bytes_get_data(file, NULL), (guint)at);
  pc_parcel_append(out, data);
  GBytes *packed = g_byte_array_free_to_bytes(out);
  *parcel = g_bytes_new_from_bytes(packed, at, g_bytes_get_size(packed) - at);
  return packed;
}

static void write_u32(guint8 *to, guint32 number) {
  for (int i = 0; i < 4; i++)
    to[i] = (guint8)(number >> (24 - 8 * i));
}

static void set_part(pc_png_stream *stream, int index, const guint8 *bytes, size_t length) {
  stream->parts[index].bytes = bytes;
  stream->parts[index].length = length;
}

/* All data as one IDAT. */
static void set_data(pc_png_stream *stream, const guint8 *bytes, size_t length) {
  write_u32(stream->begin, (guint32)length);
  memcpy(stream->begin + 4, "IDAT", 4);
  const guint32 sum = libdeflate_crc32(0, stream->begin + 4, 4);
  write_u32(stream->end, libdeflate_crc32(sum, bytes, length));
  memcpy(stream->end + 4, iend, sizeof iend);
  set_part(stream, 1, stream->begin, sizeof stream->begin);
  set_part(stream, 2, bytes, length);
  set_part(stream, 3, stream->end, sizeof stream->end);
}

void pc_png_stream_init(pc_png_stream *stream, GBytes *bytes) {
  size_t length;
  const guint8 *all = g_bytes_get_data(bytes, &length);
  const size_t at = find_data(bytes);
  *stream = (pc_png_stream){0};
  if (!has_parcel(bytes, at)) {
    set_part(stream, 0, all, length);
    return;
  }
  g_autoptr(GBytes) parcel = g_bytes_new_from_bytes(bytes, at, length - at);
  g_autoptr(GBytes) data = pc_parcel_data(parcel);
  set_part(stream, 0, all, at);
  set_data(stream, g_bytes_get_data(data, NULL), g_bytes_get_size(data));
}

static size_t count_left(const pc_png_stream *stream) {
  size_t left = 0;
  for (int i = stream->part; i < (int)G_N_ELEMENTS(stream->parts); i++)
    left += stream->parts[i].length;
  return left;
}

bool pc_png_stream_read(pc_png_stream *stream, guint8 *out, size_t count) {
  if (count_left(stream) < count)
    return false;
  while (count > 0) {
    const size_t n = MIN(count, stream->parts[stream->part].length);
    if (n > 0)
      memcpy(out, stream->parts[stream->part].bytes, n);
    stream->parts[stream->part].bytes += n;
    stream->parts[stream->part].length -= n;
    out += n;
    count -= n;
    stream->part += count > 0 ? 1 : 0;
  }
  return true;
}

GBytes *pc_png_unpack(GBytes *bytes) {
  pc_png_stream stream;
  pc_png_stream_init(&stream, bytes);
  const size_t length = count_left(&stream);
  guint8 *file = g_malloc(length);
  pc_png_stream_read(&stream, file, length);
  return g_bytes_new_take(file, length);
}

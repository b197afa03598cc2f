/* pngsound.c - all CRCs and the whole zlib stream through libdeflate, in a third of libpng's time.
 * Layer: figure. */
#include "figure/pngsound.h"

#include <glib.h>
#include <libdeflate.h>

#include "figure/chunks.h"

/* Held at once, for a moment. */
#define MOST_BYTES ((size_t)64 << 20)

/* PNG 1.2, 6.1: none, sub, up, average, Paeth. */
#define N_FILTERS 5

static bool is_sum_right(const pc_png_chunk *chunk) {
  const guint8 *type = chunk->data - 4;
  return libdeflate_crc32(0, type, chunk->length + 4) == pc_png_u32(chunk->data + chunk->length);
}

/* Critical chunks have a capital first letter (PNG 1.2, 3.3); their order is: these. */
static int find_rank(const pc_png_chunk *chunk) {
  static const char *const critical[] = {"IHDR", "PLTE", "IDAT", "IEND"};
  for (size_t i = 0; i < G_N_ELEMENTS(critical); i++) {
    if (pc_png_is_type(chunk, critical[i]))
      return (int)i;
  }
  return g_ascii_isupper(chunk->data[-4]) ? G_MAXINT : -1;
}

enum { RANK_IDAT = 2, RANK_IEND = 3 };

/* Whether the chunk may follow one of the rank before it: only data follow their like, at once. */
static bool may_follow(int rank, int before, bool is_next) {
  if (rank == before)
    return rank == RANK_IDAT && is_next;
  return rank > before && rank <= RANK_IEND;
}

static bool are_chunks_well(GBytes *file) {
  pc_png_chunk chunk;
  int before = -1;
  bool is_next = true;
  for (size_t at = PC_PNG_SIGNATURE; pc_png_take_chunk(file, at, &chunk); at = chunk.next) {
    const int rank = find_rank(&chunk);
    if (!is_sum_right(&chunk) || (rank >= 0 && !may_follow(rank, before, is_next)))
      return false;
    is_next = rank >= 0;
    before = MAX(rank, before);
    if (rank == RANK_IEND)
      return true;
  }
  return false;
}

static bool inflate_rows(GBytes *data, guint8 *rows, size_t size) {
  struct libdeflate_decompressor *deflate = libdeflate_alloc_decompressor();
  size_t length, taken = 0;
  const void *bytes = g_bytes_get_data(data, &length);
  const bool ok = libdeflate_zlib_decompress_ex(deflate, bytes, length, rows, size, &taken, NULL) ==
                      LIBDEFLATE_SUCCESS &&
                  taken == length;
  libdeflate_free_decompressor(deflate);
  return ok;
}

static bool are_filters_known(const guint8 *rows, size_t stride, int height) {
  for (int y = 0; y < height; y++) {
    if (rows[(size_t)y * stride] >= N_FILTERS)
      return false;
  }
  return true;
}

bool pc_png_is_plainly_sound(GBytes *file, const pc_picture_head *head) {
  const size_t stride = 1 + pc_png_row_size(file), size = stride * (size_t)head->height;
  if (pc_png_is_interlaced(file) || stride == 1 || size > MOST_BYTES || !are_chunks_well(file))
    return false;
  g_autoptr(GBytes) data = pc_png_join_data(file);
  g_autofree guint8 *rows = g_try_malloc(size);
  return rows != NULL && inflate_rows(data, rows, size) &&
         are_filters_known(rows, stride, head->height);
}

/* embed.c - compressed data copied, or made row by row.  Layer: figure. */
#include "figure/embed.h"

#include <string.h>

#include "figure/chunks.h"
#include "figure/deflate.h"
#include "figure/image_parts.h"
#include "figure/parcel.h"

/* Decoded rows on their way into streams of colour and of alpha. */
typedef struct splitter {
  size_t width, samples; /* a pixel: 1 or 3 of colour */
  size_t bytes;          /* a sample */
  guint8 *color, *alpha; /* a row of each */
  pc_deflater *color_out, *alpha_out;
  bool is_opaque; /* so far */
} splitter;

const char *pc_image_key(const pc_image *image) {
  return image->id;
}

/* The least that cairo takes for a JPEG: SOI, a comment, the frame of a grey picture, EOI. */
GBytes *pc_image_make_placeholder(const pc_image *image) {
  size_t key = strlen(image->id);
  guint16 w = (guint16)image->head.width, h = (guint16)image->head.height;
  const guint8 comment[] = {0xff, 0xd8, 0xff, 0xfe, 0, (guint8)(key + 2)};
  const guint8 frame[] = {
      0xff, 0xc0, 0, 11,   8,   (guint8)(h >> 8), (guint8)h, (guint8)(w >> 8), (guint8)w, 1,
      1,    0x11, 0, 0xff, 0xd9};
  GByteArray *out = g_byte_array_new();
  g_byte_array_append(out, comment, sizeof comment);
  g_byte_array_append(out, (const guint8 *)image->id, (guint)key);
  g_byte_array_append(out, frame, sizeof frame);
  g_assert(out->len <= PC_PLACEHOLDER_MAX);
  return g_byte_array_free_to_bytes(out);
}

static void init_splitter(splitter *s, const pc_picture_head *head) {
  s->width = (size_t)head->width;
  s->samples = head->channels == 1 ? 1 : 3;
  s->bytes = head->depth == 16 ? 2 : 1;
  size_t pixel = s->samples * s->bytes;
  s->color = g_malloc(s->width * pixel);
  s->color_out = pc_deflater_new(s->width * pixel, pixel);
  s->is_opaque = true;
  if (!head->has_alpha)
    return;
  s->alpha = g_malloc(s->width * s->bytes);
  s->alpha_out = pc_deflater_new(s->width * s->bytes, s->bytes);
}

static void clear_splitter(splitter *s) {
  pc_deflater_free(s->color_out);
  pc_deflater_free(s->alpha_out);
  g_free(s->color);
  g_free(s->alpha);
}

static void split_alpha(splitter *s, const guint8 *row) {
  size_t pixel = 4 * s->bytes, length = s->width * s->bytes;
  for (size_t i = 0; i < s->width; i++)
    memcpy(s->alpha + i * s->bytes, row + i * pixel + 3 * s->bytes, s->bytes);
  for (size_t i = 0; s->is_opaque && i < length; i++)
    s->is_opaque = s->alpha[i] == 0xff;
  pc_deflater_append(s->alpha_out, s->alpha);
}

static void split_row(void *user, const guint8 *row) {
  splitter *s = user;
  size_t pixel = 4 * s->bytes, kept = s->samples * s->bytes;
  for (size_t i = 0; i < s->width; i++)
    memcpy(s->color + i * kept, row + i * pixel, kept);
  pc_deflater_append(s->color_out, s->color);
  if (s->alpha != NULL)
    split_alpha(s, row);
}

static GBytes *take_parcel(pc_deflater *deflater) {
  g_autoptr(GBytes) data = pc_deflater_take(deflater);
  return pc_parcel_new(data);
}

static bool make_streams(const pc_image *image, pc_embedded *embedded) {
  splitter s = {0};
  init_splitter(&s, &image->head);
  const pc_row_sink sink = {split_row, &s};
  bool ok = image->codec->read_rows(image->bytes, &image->head, &sink);
  if (ok)
    embedded->data = take_parcel(s.color_out);
  if (ok && !s.is_opaque)
    embedded->mask = take_parcel(s.alpha_out);
  clear_splitter(&s);
  return ok;
}

static void describe_png(const pc_image *image, pc_embedded *embedded) {
  embedded->depth = pc_png_depth(image->bytes);
  embedded->palette = pc_png_copy_palette(image->bytes);
}

bool pc_image_embed(const pc_image *image, pc_embedded *embedded) {
  const pc_picture_head *head = &image->head;
  if (!pc_image_wait(image))
    return false;
  *embedded = (pc_embedded){.is_jpeg = image->codec == &pc_codec_jpeg,
                            .channels = head->channels,
                            .depth = head->depth,
                            .is_inverted = head->is_inverted};
  if (!head->can_copy && !make_streams(image, embedded))
    return false;
  if (head->can_copy)
    embedded->data = g_bytes_ref(image->parcel);
  if (head->can_copy && !embedded->is_jpeg)
    describe_png(image, embedded);
  if (image->profile != NULL)
    embedded->profile = g_bytes_ref(image->profile);
  return true;
}

void pc_embedded_clear(pc_embedded *embedded) {
  GBytes **const parts[] = {&embedded->data, &embedded->palette, &embedded->profile,
                            &embedded->mask};
  for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
    g_clear_pointer(parts[i], g_bytes_unref);
}

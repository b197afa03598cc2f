/* webp.c - WebP through libwebp: head, soundness, pixels.  Layer: figure. */
#include "figure/codec.h"

#include <string.h>
#include <webp/decode.h>
#include <webp/demux.h>

#include "figure/exif.h"

/* A check needs all bits of the file but hardly any pixels. */
#define CHECK_SHRINK 16

static const char exif_mark[6] = "Exif\0";

static WebPData get_data(GBytes *file) {
  WebPData data;
  data.bytes = g_bytes_get_data(file, &data.size);
  return data;
}

static void report_damage(pc_problem *problem) {
  pc_problem_set(problem, PC_BAD_IMAGE, "is damaged or cut off");
}

/* The bytes of a chunk, borrowed from the file; NULL: none. */
static const guint8 *find_chunk(const WebPDemuxer *demuxer, const char *name, size_t *length) {
  WebPChunkIterator chunk;
  bool found = WebPDemuxGetChunk(demuxer, name, 1, &chunk) != 0;
  *length = found ? chunk.chunk.size : 0;
  const guint8 *bytes = found ? chunk.chunk.bytes : NULL;
  WebPDemuxReleaseChunkIterator(&chunk);
  return bytes;
}

/* A TIFF header; some programs put JPEG's mark before it. */
static int find_orientation(const WebPDemuxer *demuxer) {
  size_t length;
  const guint8 *exif = find_chunk(demuxer, "EXIF", &length);
  if (exif == NULL)
    return 1;
  bool is_marked = length >= sizeof exif_mark && memcmp(exif, exif_mark, sizeof exif_mark) == 0;
  size_t skip = is_marked ? sizeof exif_mark : 0;
  return pc_exif_orientation(exif + skip, length - skip);
}

static bool read_head(GBytes *file, pc_picture_head *head, pc_problem *problem) {
  WebPData data = get_data(file);
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(data.bytes, data.size, &features) != VP8_STATUS_OK) {
    report_damage(problem);
    return false;
  }
  if (features.has_animation) {
    pc_problem_set(problem, PC_BAD_IMAGE, "is an animated WebP picture, and paper does not move");
    problem->hint = "export one of its pictures as PNG or JPEG";
    return false;
  }
  WebPDemuxer *demuxer = WebPDemux(&data);
  *head = (pc_picture_head){.width = features.width,
                            .height = features.height,
                            .orientation = demuxer != NULL ? find_orientation(demuxer) : 1,
                            .channels = 3,
                            .depth = 8,
                            .has_alpha = features.has_alpha != 0};
  if (demuxer == NULL)
    report_damage(problem);
  WebPDemuxDelete(demuxer);
  return demuxer != NULL;
}

static bool read_profile(GBytes *file, const pc_picture_head *head, GBytes **icc,
                         pc_problem *problem) {
  (void)head, (void)problem;
  WebPData data = get_data(file);
  WebPDemuxer *demuxer = WebPDemux(&data);
  size_t length;
  const guint8 *bytes = find_chunk(demuxer, "ICCP", &length);
  if (bytes != NULL)
    *icc = g_bytes_new(bytes, length);
  WebPDemuxDelete(demuxer);
  return true;
}

static bool is_sound(GBytes *file, const pc_picture_head *head) {
  WebPData data = get_data(file);
  WebPDecoderConfig config;
  if (!WebPInitDecoderConfig(&config))
    return false;
  config.options.use_scaling = 1;
  config.options.scaled_width = MAX(1, head->width / CHECK_SHRINK);
  config.options.scaled_height = MAX(1, head->height / CHECK_SHRINK);
  config.output.colorspace = MODE_RGBA;
  bool ok = WebPDecode(data.bytes, data.size, &config) == VP8_STATUS_OK;
  WebPFreeDecBuffer(&config.output);
  return ok;
}

/* The file is kept as it is: no PDF or SVG gets anything but its pixels. */
static GBytes *check_webp(GBytes *file, const pc_picture_head *head, pc_problem *problem) {
  if ((double)head->width * head->height > PC_CODEC_MAX_WHOLE) {
    pc_problem_set(problem, PC_LIMIT, "is a WebP picture of over 64 megapixels");
    problem->hint = "make it smaller, or export it as PNG or JPEG";
    return NULL;
  }
  if (is_sound(file, head))
    return g_bytes_ref(file);
  report_damage(problem);
  return NULL;
}

static bool read_rows(GBytes *bytes, const pc_picture_head *head, const pc_row_sink *sink) {
  WebPData data = get_data(bytes);
  size_t stride = 4 * (size_t)head->width, size = stride * (size_t)head->height;
  g_autofree guint8 *pixels = g_try_malloc(size);
  if (pixels == NULL ||
      WebPDecodeRGBAInto(data.bytes, data.size, pixels, size, (int)stride) == NULL)
    return false;
  for (int y = 0; y < head->height; y++)
    sink->append(sink->user, pixels + (size_t)y * stride);
  return true;
}

const pc_codec pc_codec_webp = {.read_head = read_head,
                                .read_profile = read_profile,
                                .check = check_webp,
                                .read_rows = read_rows};

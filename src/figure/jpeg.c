/* jpeg.c - JPEG through libjpeg: head, soundness, pixels.  Layer: figure. */
#include "figure/codec.h"

#include <stdio.h> /* jpeglib.h uses FILE without it */
#include <jpeglib.h>
#include <jerror.h>
#include <setjmp.h>
#include <string.h>

#include "figure/exif.h"
#include "figure/segments.h"

/* A progressive picture is held whole while it is decoded; this bounds it (bytes). */
#define MAX_MEMORY (512L * 1024 * 1024)
/* Each pass of a progressive picture goes over all of it: cameras write about 10. */
#define MAX_SCANS 100

#define DAMAGED "is damaged or cut off"

typedef struct jpeg_reader {
  struct jpeg_decompress_struct info;
  struct jpeg_error_mgr errors;
  jmp_buf escape;
  char why[JMSG_LENGTH_MAX];
  int code; /* of the error, 0 without */
  bool only_head;
  int shrink; /* 1, 2, 4, 8 */
  cairo_surface_t *surface;
  guint8 *row;
} jpeg_reader;

G_NORETURN static void escape_error(j_common_ptr common) {
  jpeg_reader *reader = common->client_data;
  reader->code = common->err->msg_code;
  common->err->format_message(common, reader->why);
  longjmp(reader->escape, 1);
}

/* A picture with a damaged middle decodes with warnings only, so they count as errors.  A newer
 * JFIF version than libjpeg knows is none. */
static void escape_warning(j_common_ptr common, int level) {
  jpeg_reader *reader = common->client_data;
  bool is_harmless = reader->only_head || common->err->msg_code == JWRN_JFIF_MAJOR;
  if (level < 0 && !is_harmless)
    escape_error(common);
}

/* libjpeg leaves by longjmp: what a step owns is in the reader. */
static bool run_guarded(jpeg_reader *reader, void (*step)(jpeg_reader *)) {
  if (setjmp(reader->escape) != 0)
    return false;
  step(reader);
  return true;
}

static void init_step(jpeg_reader *reader) {
  jpeg_create_decompress(&reader->info);
  reader->info.mem->max_memory_to_use = MAX_MEMORY;
}

static bool init_reader(jpeg_reader *reader) {
  memset(reader, 0, sizeof *reader);
  reader->shrink = 1;
  reader->info.err = jpeg_std_error(&reader->errors);
  reader->info.client_data = reader;
  reader->errors.error_exit = escape_error;
  reader->errors.emit_message = escape_warning;
  return run_guarded(reader, init_step);
}

static void clear_reader(jpeg_reader *reader) {
  jpeg_destroy_decompress(&reader->info);
  g_free(reader->row);
  if (reader->surface != NULL)
    cairo_surface_destroy(reader->surface);
}

static void set_source(jpeg_reader *reader, GBytes *bytes) {
  size_t length;
  const guint8 *data = g_bytes_get_data(bytes, &length);
  jpeg_mem_src(&reader->info, data, length);
}

static void head_step(jpeg_reader *reader) {
  jpeg_save_markers(&reader->info, JPEG_APP0 + 1, 0xffff);
  jpeg_read_header(&reader->info, TRUE);
}

static int find_orientation(const struct jpeg_decompress_struct *info) {
  for (jpeg_saved_marker_ptr marker = info->marker_list; marker != NULL; marker = marker->next) {
    if (marker->data_length > 6 && memcmp(marker->data, "Exif\0", 6) == 0)
      return pc_exif_orientation(marker->data + 6, marker->data_length - 6);
  }
  return 1;
}

static bool fill_head(const jpeg_reader *reader, pc_picture_head *head, pc_problem *problem) {
  const struct jpeg_decompress_struct *info = &reader->info;
  *head = (pc_picture_head){.width = (int)info->image_width,
                            .height = (int)info->image_height,
                            .orientation = find_orientation(info),
                            .is_cmyk = info->num_components == 4};
  if (info->arith_code || info->num_components == 2) {
    pc_problem_set(problem, PC_BAD_IMAGE, "is a rare kind of JPEG that print shops cannot read");
    return false;
  }
  return true;
}

static bool read_head(GBytes *file, pc_picture_head *head, pc_problem *problem) {
  jpeg_reader reader;
  bool ok = init_reader(&reader);
  reader.only_head = true;
  if (ok)
    set_source(&reader, file);
  ok = ok && run_guarded(&reader, head_step);
  if (!ok)
    pc_problem_set(problem, PC_BAD_IMAGE, DAMAGED " (%s)", reader.why);
  ok = ok && fill_head(&reader, head, problem);
  clear_reader(&reader);
  return ok;
}

static void start_step(jpeg_reader *reader) {
  jpeg_read_header(&reader->info, TRUE);
  reader->info.scale_num = 1;
  reader->info.scale_denom = (unsigned)reader->shrink;
}

/* At an eighth of the size every coded bit is read, but hardly anything is computed: two thirds of
 * the time of decoding, and a row of memory. */
static void check_step(jpeg_reader *reader) {
  reader->shrink = 8;
  start_step(reader);
  struct jpeg_decompress_struct *info = &reader->info;
  info->out_color_space = info->jpeg_color_space;
  info->do_fancy_upsampling = FALSE;
  jpeg_start_decompress(info);
  reader->row = g_malloc((gsize)info->output_width * (gsize)info->output_components);
  while (info->output_scanline < info->output_height)
    jpeg_read_scanlines(info, &reader->row, 1);
  jpeg_finish_decompress(info);
}

static void explain_failure(const jpeg_reader *reader, pc_problem *problem) {
  bool too_large = reader->code == JERR_OUT_OF_MEMORY || reader->code == JERR_NO_BACKING_STORE;
  if (!too_large) {
    pc_problem_set(problem, PC_BAD_IMAGE, DAMAGED " (%s)", reader->why);
    return;
  }
  pc_problem_set(problem, PC_LIMIT, "is progressive and too large for that");
  problem->hint = "export it as a JPEG that is not progressive, or make it smaller";
}

static bool is_sound(GBytes *bytes, pc_problem *problem) {
  jpeg_reader reader;
  bool ok = init_reader(&reader);
  if (ok)
    set_source(&reader, bytes);
  ok = ok && run_guarded(&reader, check_step);
  if (!ok)
    explain_failure(&reader, problem);
  clear_reader(&reader);
  return ok;
}

static GBytes *check_jpeg(GBytes *file, const pc_picture_head *head, pc_problem *problem) {
  (void)head;
  int scans;
  g_autoptr(GBytes) stripped = pc_jpeg_strip(file, &scans);
  if (stripped == NULL) {
    pc_problem_set(problem, PC_BAD_IMAGE, DAMAGED);
    return NULL;
  }
  if (scans > MAX_SCANS) {
    pc_problem_set(problem, PC_LIMIT, "has %d passes; at most %d", scans, MAX_SCANS);
    problem->hint = "export it as a JPEG that is not progressive";
    return NULL;
  }
  return is_sound(stripped, problem) ? g_steal_pointer(&stripped) : NULL;
}

/* Adobe writes CMYK inverted, and nobody else writes it; ink over white is enough for a preview. */
static void store_cmyk(const jpeg_reader *reader, guint8 *line) {
  for (unsigned x = 0; x < reader->info.output_width; x++) {
    const guint8 *p = reader->row + 4 * (size_t)x;
    guint32 k = p[3], rgb[3];
    for (int i = 0; i < 3; i++)
      rgb[i] = reader->info.saw_Adobe_marker ? p[i] * k / 255u : (255u - p[i]) * (255u - k) / 255u;
    guint32 pixel = 0xff000000u | rgb[0] << 16 | rgb[1] << 8 | rgb[2];
    memcpy(line + 4 * (size_t)x, &pixel, sizeof pixel);
  }
}

static void read_rows(jpeg_reader *reader) {
  struct jpeg_decompress_struct *info = &reader->info;
  guint8 *data = cairo_image_surface_get_data(reader->surface);
  size_t stride = (size_t)cairo_image_surface_get_stride(reader->surface);
  while (info->output_scanline < info->output_height) {
    guint8 *line = data + info->output_scanline * stride;
    bool is_cmyk = info->out_color_space == JCS_CMYK;
    guint8 *row = is_cmyk ? reader->row : line;
    jpeg_read_scanlines(info, &row, 1);
    if (is_cmyk)
      store_cmyk(reader, line);
  }
}

static void decode_step(jpeg_reader *reader) {
  start_step(reader);
  struct jpeg_decompress_struct *info = &reader->info;
  J_COLOR_SPACE native = G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;
  info->out_color_space = info->num_components == 4 ? JCS_CMYK : native;
  jpeg_start_decompress(info);
  reader->row = g_malloc((gsize)info->output_width * 4);
  reader->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)info->output_width,
                                               (int)info->output_height);
  if (cairo_surface_status(reader->surface) != CAIRO_STATUS_SUCCESS)
    longjmp(reader->escape, 1);
  read_rows(reader);
  jpeg_finish_decompress(info);
  cairo_surface_mark_dirty(reader->surface);
}

static cairo_surface_t *decode_jpeg(GBytes *bytes, const pc_picture_head *head, int factor) {
  (void)head;
  jpeg_reader reader;
  bool ok = init_reader(&reader);
  while (reader.shrink < 8 && reader.shrink * 2 <= factor)
    reader.shrink *= 2;
  if (ok)
    set_source(&reader, bytes);
  ok = ok && run_guarded(&reader, decode_step);
  cairo_surface_t *surface = ok ? g_steal_pointer(&reader.surface) : NULL;
  clear_reader(&reader);
  return surface;
}

const pc_codec pc_codec_jpeg = {CAIRO_MIME_TYPE_JPEG, read_head, check_jpeg, decode_jpeg};

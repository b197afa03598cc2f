/* jpeg.c - JPEG through libjpeg: head, soundness, pixels.  Layer: figure. */
#include "figure/codec.h"

#include <stdio.h> /* jpeglib.h uses FILE without it */
#include <jpeglib.h>
#include <jerror.h>
#include <setjmp.h>
#include <string.h>

#include "figure/convert.h"
#include "figure/exif.h"
#include "figure/parcel.h"
#include "figure/profile.h"
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
  pc_converter *converter; /* NULL: libjpeg's rows are the surface's */
  GBytes *icc;             /* found, or to decode with; borrowed */
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
  pc_converter_free(reader->converter);
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
                            .channels = info->num_components,
                            .depth = 8,
                            .is_inverted = info->num_components == 4 && info->saw_Adobe_marker,
                            .can_copy = true};
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

static bool has_profile(const struct jpeg_decompress_struct *info) {
  for (jpeg_saved_marker_ptr marker = info->marker_list; marker != NULL; marker = marker->next) {
    if (marker->data_length > 12 && memcmp(marker->data, "ICC_PROFILE", 12) == 0)
      return true;
  }
  return false;
}

/* It lies in up to 255 segments, in any order. */
static void profile_step(jpeg_reader *reader) {
  JOCTET *data = NULL;
  unsigned length = 0;
  jpeg_save_markers(&reader->info, JPEG_APP0 + 2, 0xffff);
  jpeg_read_header(&reader->info, TRUE);
  if (!has_profile(&reader->info))
    return;
  if (!jpeg_read_icc_profile(&reader->info, &data, &length))
    longjmp(reader->escape, 1);
  reader->icc = g_bytes_new_with_free_func(data, length, free, data);
}

static bool read_profile(GBytes *file, const pc_picture_head *head, GBytes **icc,
                         pc_problem *problem) {
  (void)head;
  jpeg_reader reader;
  bool ok = init_reader(&reader);
  reader.only_head = true;
  if (ok)
    set_source(&reader, file);
  ok = ok && run_guarded(&reader, profile_step);
  if (!ok)
    pc_profile_report(problem, "is incomplete");
  *icc = reader.icc;
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

/* RGBA as cairo's pixels. */
static void store_row(const guint8 *rgba, unsigned width, guint8 *line) {
  for (size_t x = 0; x < width; x++, rgba += 4) {
    guint32 pixel = 0xff000000u | (guint32)rgba[0] << 16 | (guint32)rgba[1] << 8 | (guint32)rgba[2];
    memcpy(line + 4 * x, &pixel, sizeof pixel);
  }
}

static void read_rows(jpeg_reader *reader) {
  struct jpeg_decompress_struct *info = &reader->info;
  guint8 *data = cairo_image_surface_get_data(reader->surface);
  size_t stride = (size_t)cairo_image_surface_get_stride(reader->surface);
  while (info->output_scanline < info->output_height) {
    guint8 *line = data + info->output_scanline * stride;
    guint8 *row = reader->converter != NULL ? reader->row : line;
    jpeg_read_scanlines(info, &row, 1);
    if (reader->converter != NULL)
      store_row(pc_converter_run(reader->converter, row), info->output_width, line);
  }
}

/* The colours that rows come in: as they are stored where a converter follows. */
static J_COLOR_SPACE choose_space(const jpeg_reader *reader, int channels) {
  static const J_COLOR_SPACE stored[] = {[1] = JCS_GRAYSCALE, [3] = JCS_RGB, [4] = JCS_CMYK};
  J_COLOR_SPACE native = G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;
  return reader->icc != NULL || channels == 4 ? stored[channels] : native;
}

static void decode_step(jpeg_reader *reader) {
  start_step(reader);
  struct jpeg_decompress_struct *info = &reader->info;
  int channels = info->num_components;
  info->out_color_space = choose_space(reader, channels);
  jpeg_start_decompress(info);
  reader->row = g_malloc((gsize)info->output_width * 4);
  pc_row_form form = {.width = (int)info->output_width,
                      .channels = channels,
                      .samples = channels,
                      .depth = 8,
                      .is_inverted = channels == 4 && info->saw_Adobe_marker};
  if (reader->icc != NULL || channels == 4)
    reader->converter = pc_converter_new(reader->icc, &form);
  reader->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)info->output_width,
                                               (int)info->output_height);
  if (cairo_surface_status(reader->surface) != CAIRO_STATUS_SUCCESS)
    longjmp(reader->escape, 1);
  read_rows(reader);
  jpeg_finish_decompress(info);
  cairo_surface_mark_dirty(reader->surface);
}

static cairo_surface_t *decode_jpeg(GBytes *bytes, const pc_picture_head *head, GBytes *profile,
                                    int factor) {
  (void)head;
  jpeg_reader reader;
  bool ok = init_reader(&reader);
  reader.icc = profile;
  while (reader.shrink < 8 && reader.shrink * 2 <= factor)
    reader.shrink *= 2;
  if (ok)
    set_source(&reader, bytes);
  ok = ok && run_guarded(&reader, decode_step);
  cairo_surface_t *surface = ok ? g_steal_pointer(&reader.surface) : NULL;
  clear_reader(&reader);
  return surface;
}

static GBytes *pack_jpeg(GBytes *bytes, GBytes **parcel) {
  *parcel = pc_parcel_new(bytes);
  return pc_parcel_data(*parcel);
}

const pc_codec pc_codec_jpeg = {.mime = CAIRO_MIME_TYPE_JPEG,
                                .read_head = read_head,
                                .read_profile = read_profile,
                                .check = check_jpeg,
                                .pack = pack_jpeg,
                                .decode = decode_jpeg};

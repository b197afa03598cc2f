/* png.c - PNG through libpng: head, soundness, pixels.  Layer: figure. */
#include "figure/codec.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

#include "figure/chunks.h"
#include "figure/pngcolor.h"
#include "figure/pngpack.h"
#include "figure/pngsound.h"

typedef struct png_reader {
  png_structp png;
  png_infop info;
  pc_png_stream stream;
  jmp_buf escape;
  char why[128];
  int passes;
  guint8 *rows; /* RGBA: one row, or all of an interlaced picture */
  const pc_row_sink *sink;
} png_reader;

G_NORETURN static void escape_error(png_structp png, png_const_charp message) {
  png_reader *reader = png_get_error_ptr(png);
  g_strlcpy(reader->why, message, sizeof reader->why);
  longjmp(reader->escape, 1);
}

static void ignore_warning(png_structp png, png_const_charp message) {
  (void)png, (void)message;
}

static void read_bytes(png_structp png, png_bytep out, size_t count) {
  png_reader *reader = png_get_io_ptr(png);
  if (!pc_png_stream_read(&reader->stream, out, count))
    png_error(png, "the file ends too early");
}

/* libpng leaves by longjmp: what a step owns is in the reader. */
static bool run_guarded(png_reader *reader, void (*step)(png_reader *)) {
  if (setjmp(reader->escape) != 0)
    return false;
  step(reader);
  return true;
}

/* Text, profiles and the like are skipped: they change nothing here and may be bombs. */
static void head_step(png_reader *reader) {
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, escape_error, ignore_warning);
  reader->info = png_create_info_struct(reader->png);
  png_set_keep_unknown_chunks(reader->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_set_read_fn(reader->png, reader, read_bytes);
  png_read_info(reader->png, reader->info);
}

static bool init_reader(png_reader *reader, GBytes *file) {
  memset(reader, 0, sizeof *reader);
  pc_png_stream_init(&reader->stream, file);
  return run_guarded(reader, head_step);
}

static void clear_reader(png_reader *reader) {
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  g_free(reader->rows);
}

static void report_damage(const png_reader *reader, pc_problem *problem) {
  pc_problem_set(problem, PC_BAD_IMAGE, "is damaged or cut off (%s)", reader->why);
}

static bool has_alpha(const png_reader *reader) {
  return (png_get_color_type(reader->png, reader->info) & PNG_COLOR_MASK_ALPHA) != 0 ||
         png_get_valid(reader->png, reader->info, PNG_INFO_tRNS) != 0;
}

static bool is_grey(const png_reader *reader) {
  return (png_get_color_type(reader->png, reader->info) & PNG_COLOR_MASK_COLOR) == 0;
}

static bool read_head(GBytes *file, pc_picture_head *head, pc_problem *problem) {
  png_reader reader;
  bool ok = init_reader(&reader, file);
  if (ok)
    *head = (pc_picture_head){.width = (int)png_get_image_width(reader.png, reader.info),
                              .height = (int)png_get_image_height(reader.png, reader.info),
                              .orientation = pc_png_find_orientation(file),
                              .channels = is_grey(&reader) ? 1 : 3,
                              .depth = png_get_bit_depth(reader.png, reader.info) == 16 ? 16 : 8,
                              .has_alpha = has_alpha(&reader),
                              .can_copy = pc_png_can_copy(file)};
  else
    report_damage(&reader, problem);
  clear_reader(&reader);
  return ok;
}

/* All chunks' CRC and all rows, none kept. */
static void check_step(png_reader *reader) {
  int passes = png_set_interlace_handling(reader->png);
  guint32 height = png_get_image_height(reader->png, reader->info);
  png_read_update_info(reader->png, reader->info);
  for (int pass = 0; pass < passes; pass++) {
    for (guint32 y = 0; y < height; y++)
      png_read_row(reader->png, NULL, NULL);
  }
  png_read_end(reader->png, NULL);
}

static GBytes *check_png(GBytes *file, const pc_picture_head *head, pc_problem *problem) {
  if (pc_png_is_plainly_sound(file, head))
    return pc_png_strip(file);
  png_reader reader;
  bool ok = init_reader(&reader, file);
  bool interlaced = ok && png_get_interlace_type(reader.png, reader.info) != PNG_INTERLACE_NONE;
  bool too_large = interlaced && (double)head->width * head->height > PC_CODEC_MAX_WHOLE;
  ok = ok && !too_large && run_guarded(&reader, check_step);
  if (too_large) {
    pc_problem_set(problem, PC_LIMIT, "is interlaced and has over 64 megapixels");
    problem->hint = "save it without interlacing";
  } else if (!ok) {
    report_damage(&reader, problem);
  }
  clear_reader(&reader);
  return ok ? pc_png_strip(file) : NULL;
}

/* Whatever is in the file becomes RGBA of eight or sixteen bits. */
static void unify_step(png_reader *reader) {
  png_set_expand(reader->png);
  png_set_gray_to_rgb(reader->png);
  png_set_add_alpha(reader->png, 0xffff, PNG_FILLER_AFTER);
  reader->passes = png_set_interlace_handling(reader->png);
  png_read_update_info(reader->png, reader->info);
}

static void rows_step(png_reader *reader) {
  int height = (int)png_get_image_height(reader->png, reader->info);
  size_t stride = png_get_rowbytes(reader->png, reader->info);
  for (int pass = 0; reader->passes > 1 && pass < reader->passes; pass++) {
    for (int y = 0; y < height; y++)
      png_read_row(reader->png, reader->rows + (size_t)y * stride, NULL);
  }
  for (int y = 0; y < height; y++) {
    guint8 *row = reader->passes > 1 ? reader->rows + (size_t)y * stride : reader->rows;
    if (reader->passes == 1)
      png_read_row(reader->png, row, NULL);
    reader->sink->append(reader->sink->user, row);
  }
}

static bool decode_rows(png_reader *reader, const pc_picture_head *head) {
  if (!run_guarded(reader, unify_step))
    return false;
  size_t rows = reader->passes > 1 ? (size_t)head->height : 1;
  reader->rows = g_try_malloc_n(rows, png_get_rowbytes(reader->png, reader->info));
  return reader->rows != NULL && run_guarded(reader, rows_step);
}

static bool read_rows(GBytes *bytes, const pc_picture_head *head, const pc_row_sink *sink) {
  png_reader reader;
  bool ok = init_reader(&reader, bytes);
  reader.sink = sink;
  ok = ok && decode_rows(&reader, head);
  clear_reader(&reader);
  return ok;
}

static GBytes *pack_png(GBytes *bytes, GBytes **parcel) {
  return pc_png_can_copy(bytes) ? pc_png_pack(bytes, parcel) : NULL;
}

const pc_codec pc_codec_png = {.mime = CAIRO_MIME_TYPE_PNG,
                               .read_head = read_head,
                               .read_profile = pc_png_read_profile,
                               .check = check_png,
                               .pack = pack_png,
                               .unpack = pc_png_unpack,
                               .read_rows = read_rows};

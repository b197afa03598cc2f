/* jpeg_rows.c - rows through libjpeg, in and out.  Layer: figure. */
#include "figure/jpeg_rows.h"

#include <stdio.h> /* jpeglib.h uses FILE without it */
#include <jpeglib.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#define QUALITY 92
/* A progressive picture is held whole while it is decoded; this bounds it (bytes). */
#define MAX_MEMORY (512L * 1024 * 1024)

/* libjpeg leaves by longjmp: what a step owns is in here. */
typedef struct escape {
  struct jpeg_error_mgr errors;
  jmp_buf jump;
} escape;

typedef struct jpeg_reader {
  struct jpeg_decompress_struct info;
  escape escape;
  guint8 *row;
} jpeg_reader;

struct pc_jpeg_writer {
  struct jpeg_compress_struct info;
  escape escape;
  unsigned char *data;
  unsigned long length;
  bool is_broken;
};

G_NORETURN static void leave(j_common_ptr common) {
  escape *way = common->client_data;
  longjmp(way->jump, 1);
}

static void ignore(j_common_ptr common, int level) {
  (void)common, (void)level;
}

static struct jpeg_error_mgr *init_escape(escape *way) {
  jpeg_std_error(&way->errors);
  way->errors.error_exit = leave;
  way->errors.emit_message = ignore;
  return &way->errors;
}

/* The rows' colours; JCS_UNKNOWN: they cannot be had. */
static J_COLOR_SPACE find_space(int channels) {
  static const J_COLOR_SPACE spaces[] = {[1] = JCS_GRAYSCALE, [3] = JCS_RGB, [4] = JCS_CMYK};
  const bool is_known = channels == 1 || channels == 3 || channels == 4;
  return is_known ? spaces[channels] : JCS_UNKNOWN;
}

static void open_reader(jpeg_reader *reader, GBytes *jpeg) {
  gsize length;
  const guint8 *data = g_bytes_get_data(jpeg, &length);
  jpeg_create_decompress(&reader->info);
  reader->info.mem->max_memory_to_use = MAX_MEMORY;
  jpeg_mem_src(&reader->info, data, length);
  jpeg_read_header(&reader->info, TRUE);
}

static void init_reader(jpeg_reader *reader) {
  memset(reader, 0, sizeof *reader);
  reader->info.err = init_escape(&reader->escape);
  reader->info.client_data = &reader->escape;
}

static void clear_reader(jpeg_reader *reader) {
  jpeg_destroy_decompress(&reader->info);
  g_free(reader->row);
}

bool pc_jpeg_read_form(GBytes *jpeg, pc_jpeg_form *form) {
  jpeg_reader reader;
  init_reader(&reader);
  bool ok = setjmp(reader.escape.jump) == 0;
  if (ok)
    open_reader(&reader, jpeg);
  *form = (pc_jpeg_form){(int)reader.info.image_width, (int)reader.info.image_height,
                         reader.info.num_components};
  clear_reader(&reader);
  return ok && find_space(form->channels) != JCS_UNKNOWN;
}

static void read_all(jpeg_reader *reader, int shrink, pc_jpeg_row append, void *user) {
  struct jpeg_decompress_struct *info = &reader->info;
  info->scale_num = 1;
  info->scale_denom = (unsigned)shrink;
  info->out_color_space = find_space(info->num_components);
  jpeg_start_decompress(info);
  reader->row = g_malloc((gsize)info->output_width * (gsize)info->output_components);
  while (info->output_scanline < info->output_height) {
    jpeg_read_scanlines(info, &reader->row, 1);
    append(user, reader->row);
  }
  jpeg_finish_decompress(info);
}

bool pc_jpeg_read_rows(GBytes *jpeg, int shrink, pc_jpeg_row append, void *user) {
  jpeg_reader reader;
  init_reader(&reader);
  const bool ok = setjmp(reader.escape.jump) == 0;
  if (ok) {
    open_reader(&reader, jpeg);
    read_all(&reader, shrink, append, user);
  }
  clear_reader(&reader);
  return ok;
}

static void start_writer(pc_jpeg_writer *writer, const pc_jpeg_form *form) {
  struct jpeg_compress_struct *info = &writer->info;
  jpeg_create_compress(info);
  jpeg_mem_dest(info, &writer->data, &writer->length);
  info->image_width = (JDIMENSION)form->width;
  info->image_height = (JDIMENSION)form->height;
  info->input_components = form->channels;
  info->in_color_space = find_space(form->channels);
  jpeg_set_defaults(info);
  jpeg_set_quality(info, QUALITY, TRUE);
  for (int i = 0; i < info->num_components; i++)
    info->comp_info[i].h_samp_factor = info->comp_info[i].v_samp_factor = 1;
  jpeg_start_compress(info, TRUE);
}

pc_jpeg_writer *pc_jpeg_writer_new(const pc_jpeg_form *form) {
  pc_jpeg_writer *writer = g_new0(pc_jpeg_writer, 1);
  writer->info.err = init_escape(&writer->escape);
  writer->info.client_data = &writer->escape;
  if (setjmp(writer->escape.jump) == 0)
    start_writer(writer, form);
  else
    writer->is_broken = true;
  return writer;
}

void pc_jpeg_writer_append(pc_jpeg_writer *writer, const guint8 *row) {
  JSAMPROW rows[] = {(JSAMPROW)row};
  if (writer->is_broken)
    return;
  if (setjmp(writer->escape.jump) == 0)
    jpeg_write_scanlines(&writer->info, rows, 1);
  else
    writer->is_broken = true;
}

GBytes *pc_jpeg_writer_take(pc_jpeg_writer *writer) {
  if (writer->is_broken || setjmp(writer->escape.jump) != 0)
    return NULL;
  jpeg_finish_compress(&writer->info);
  GBytes *jpeg = g_bytes_new_with_free_func(writer->data, writer->length, free, writer->data);
  writer->data = NULL;
  return jpeg;
}

void pc_jpeg_writer_free(pc_jpeg_writer *writer) {
  if (writer == NULL)
    return;
  jpeg_destroy_compress(&writer->info);
  free(writer->data);
  g_free(writer);
}

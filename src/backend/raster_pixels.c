/* raster_pixels.c - rows of samples in, rows of inks out.  Layer: backend. */
#include "backend/raster_pixels.h"

#include <math.h>
#include <stdlib.h>

#include "figure/deflate.h"
#include "figure/jpeg_rows.h"

/* A JPEG is measured at an eighth of its size: ink soaks areas, not pixels. */
#define MEASURE_SHRINK 8

/* Rows on their way. */
typedef struct pixel_work {
  pc_separation *work;
  const pc_raster *raster;
  int width;       /* of the rows that come */
  guint8 *samples; /* 8 bits, decoded */
  guint8 *inks;    /* a row of inks */
  guint8 levels[4][256];
  pc_deflater *flate; /* one of the two takes the rows; none: they are only measured */
  pc_jpeg_writer *jpeg;
  guint32 counts[PC_INK_TOTALS];
} pixel_work;

/* What each sample of 8 bits means by /Decode. */
static void make_levels(pixel_work *w) {
  for (int k = 0; k < w->raster->space->channels; k++) {
    const double *decode = w->raster->decode + 2 * (ptrdiff_t)k;
    for (int i = 0; i < 256; i++) {
      const double level = decode[0] + i / 255.0 * (decode[1] - decode[0]);
      w->levels[k][i] = (guint8)lround(fmin(fmax(level, 0), 1) * 255);
    }
  }
}

static guint8 read_sample(const guint8 *row, size_t index, int depth) {
  if (depth == 8)
    return row[index];
  if (depth == 16)
    return row[2 * index];
  const size_t bit = index * (size_t)depth;
  const int top = (1 << depth) - 1;
  const int value = row[bit / 8] >> (8 - depth - (int)(bit % 8)) & top;
  return (guint8)(value * 255 / top);
}

static void widen_row(pixel_work *w, const guint8 *row, int depth) {
  const size_t channels = (size_t)w->raster->space->channels, n = (size_t)w->width * channels;
  for (size_t i = 0; i < n; i++)
    w->samples[i] = w->levels[i % channels][read_sample(row, i, depth)];
}

static void count_inks(pixel_work *w, const guint8 *inks) {
  for (int x = 0; x < w->width; x++, inks += 4)
    w->counts[inks[0] + inks[1] + inks[2] + inks[3]]++;
}

/* The row in its new form. */
static const guint8 *mix_row(pixel_work *w) {
  const pc_space *space = w->raster->space;
  const bool is_kept = space->kind == PC_SPACE_GREY || space->mixer == NULL;
  if (!is_kept)
    pc_mixer_mix_row(space->mixer, w->samples, w->inks, w->width);
  const guint8 *row = is_kept ? w->samples : w->inks;
  if (space->kind != PC_SPACE_GREY)
    count_inks(w, row);
  return row;
}

static void take_row(pixel_work *w, const guint8 *row, int depth) {
  widen_row(w, row, depth);
  const guint8 *mixed = mix_row(w);
  if (w->jpeg != NULL)
    pc_jpeg_writer_append(w->jpeg, mixed);
  if (w->flate != NULL)
    pc_deflater_append(w->flate, mixed);
}

static void take_jpeg_row(void *user, const guint8 *row) {
  take_row(user, row, 8);
}

static GBytes *read_data(pc_pdf *pdf, qpdf_oh image, enum qpdf_stream_decode_level_e level) {
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL is_decoded = QPDF_FALSE;
  qpdf_oh_get_stream_data(pdf, image, level, &is_decoded, &data, &length);
  return g_bytes_new_with_free_func(data, length, free, data);
}

static bool read_jpeg(pixel_work *w, int shrink) {
  g_autoptr(GBytes) jpeg = read_data(w->work->pdf, w->raster->image, qpdf_dl_generalized);
  pc_jpeg_form form;
  if (!pc_jpeg_read_form(jpeg, &form) || form.channels != w->raster->space->channels ||
      form.width != w->raster->width || form.height != w->raster->height)
    return false;
  w->width = (form.width + shrink - 1) / shrink;
  return pc_jpeg_read_rows(jpeg, shrink, take_jpeg_row, w);
}

static bool read_samples(pixel_work *w) {
  const pc_raster *raster = w->raster;
  const size_t bits = (size_t)raster->width * (size_t)(raster->space->channels * raster->depth);
  const size_t stride = (bits + 7) / 8;
  if ((double)raster->width * raster->height > PC_RASTER_MAX_PIXELS)
    return false;
  g_autoptr(GBytes) data = read_data(w->work->pdf, raster->image, qpdf_dl_all);
  gsize length;
  const guint8 *rows = g_bytes_get_data(data, &length);
  w->width = raster->width;
  if (length / stride < (size_t)raster->height)
    return false;
  for (int y = 0; y < raster->height; y++)
    take_row(w, rows + (size_t)y * stride, raster->depth);
  return true;
}

/* A JPEG inside other filters is decoded whole. */
static bool read_rows(pixel_work *w, int shrink) {
  if (w->raster->is_jpeg && read_jpeg(w, shrink))
    return true;
  const bool is_begun = w->width > 0;
  return !is_begun && read_samples(w);
}

static pixel_work *open_work(pc_separation *work, const pc_raster *raster) {
  pixel_work *w = g_new0(pixel_work, 1);
  w->work = work;
  w->raster = raster;
  w->samples = g_malloc((gsize)raster->width * 4);
  w->inks = g_malloc((gsize)raster->width * 4);
  make_levels(w);
  return w;
}

static void close_work(pixel_work *w) {
  pc_deflater_free(w->flate);
  pc_jpeg_writer_free(w->jpeg);
  g_free(w->samples);
  g_free(w->inks);
  g_free(w);
}

static bool is_grey(const pc_raster *raster) {
  return raster->space->kind == PC_SPACE_GREY;
}

static void open_output(pixel_work *w) {
  const pc_raster *raster = w->raster;
  const int channels = is_grey(raster) ? 1 : 4;
  const pc_jpeg_form form = {raster->width, raster->height, channels};
  if (raster->is_jpeg)
    w->jpeg = pc_jpeg_writer_new(&form);
  else
    w->flate = pc_deflater_new((size_t)raster->width * (size_t)channels, (size_t)channels);
}

static void replace_data(pixel_work *w, GBytes *data) {
  pc_pdf *pdf = w->work->pdf;
  const pc_raster *raster = w->raster;
  const qpdf_oh none = qpdf_oh_new_null(pdf);
  g_autofree char *text =
      g_strdup_printf("<< /Predictor 15 /Colors %d /BitsPerComponent 8 /Columns %d >>",
                      is_grey(raster) ? 1 : 4, raster->width);
  gsize length;
  const guint8 *bytes = g_bytes_get_data(data, &length);
  qpdf_oh_replace_stream_data(
      pdf, raster->image, bytes, length,
      qpdf_oh_new_name(pdf, raster->is_jpeg ? "/DCTDecode" : "/FlateDecode"),
      raster->is_jpeg ? none : qpdf_oh_parse(pdf, text));
  qpdf_oh_replace_key(pdf, raster->dict, "/ColorSpace",
                      qpdf_oh_new_name(pdf, is_grey(raster) ? "/DeviceGray" : "/DeviceCMYK"));
  qpdf_oh_replace_key(pdf, raster->dict, "/BitsPerComponent", qpdf_oh_new_integer(pdf, 8));
  qpdf_oh_remove_key(pdf, raster->dict, "/Decode");
}

bool pc_raster_convert(pc_separation *work, const pc_raster *raster) {
  pixel_work *w = open_work(work, raster);
  open_output(w);
  const bool is_read = read_rows(w, 1);
  g_autoptr(GBytes) data = NULL;
  if (is_read)
    data = w->jpeg != NULL ? pc_jpeg_writer_take(w->jpeg) : pc_deflater_take(w->flate);
  if (data != NULL)
    replace_data(w, data);
  if (data != NULL && !is_grey(raster))
    pc_ink_meter_add_pixels(work->meter, work->figure, w->counts);
  close_work(w);
  return data != NULL;
}

void pc_raster_measure(pc_separation *work, const pc_raster *raster) {
  pixel_work *w = open_work(work, raster);
  if (read_rows(w, MEASURE_SHRINK))
    pc_ink_meter_add_pixels(work->meter, work->figure, w->counts);
  close_work(w);
}

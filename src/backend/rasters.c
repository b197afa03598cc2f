/* rasters.c - tables for greys and palettes, and whoever goes by pixels.  Layer: backend. */
#include "backend/rasters.h"

#include <math.h>

#include "backend/raster_pixels.h"

#define EXPORT_HINT "export it again as PNG, JPEG or PDF/X, or write print.color: hybrid"

static int read_int(pc_pdf *pdf, qpdf_oh dict, const char *key, int fallback) {
  const qpdf_oh value = qpdf_oh_get_key(pdf, dict, key);
  return qpdf_oh_is_integer(pdf, value) ? qpdf_oh_get_int_value_as_int(pdf, value) : fallback;
}

static bool is_filtered(pc_pdf *pdf, qpdf_oh dict, const char *filter) {
  const qpdf_oh value = qpdf_oh_get_key(pdf, dict, "/Filter");
  const int count = qpdf_oh_is_array(pdf, value) ? qpdf_oh_get_array_n_items(pdf, value) : 0;
  for (int i = 0; i < count; i++) {
    if (qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_array_item(pdf, value, i), filter))
      return true;
  }
  return qpdf_oh_is_name_and_equals(pdf, value, filter);
}

static bool is_stencil(pc_pdf *pdf, qpdf_oh dict) {
  QPDF_BOOL is_mask = QPDF_FALSE;
  qpdf_oh_get_value_as_bool(pdf, qpdf_oh_get_key(pdf, dict, "/ImageMask"), &is_mask);
  return is_mask != QPDF_FALSE;
}

/* /Decode, or what is usual where it is missing. */
static void read_decode(pc_pdf *pdf, qpdf_oh dict, pc_raster *raster) {
  const bool is_indexed = raster->space->kind == PC_SPACE_INDEXED;
  const double top = is_indexed ? (1 << raster->depth) - 1 : 1;
  const qpdf_oh decode = qpdf_oh_get_key(pdf, dict, "/Decode");
  const int given = qpdf_oh_is_array(pdf, decode) ? qpdf_oh_get_array_n_items(pdf, decode) : 0;
  for (int i = 0; i < 2 * raster->space->channels; i++) {
    const bool is_given =
        given == 2 * raster->space->channels && raster->space->kind != PC_SPACE_LAB;
    raster->decode[i] = is_given
                            ? qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, decode, i))
                            : (i % 2) * top;
  }
}

static bool read_raster(pc_separation *work, qpdf_oh image, qpdf_oh resources, pc_raster *raster) {
  pc_pdf *pdf = work->pdf;
  const qpdf_oh dict = qpdf_oh_get_dict(pdf, image);
  const qpdf_oh space = qpdf_oh_get_key(pdf, dict, "/ColorSpace");
  *raster = (pc_raster){.image = image,
                        .dict = dict,
                        .width = read_int(pdf, dict, "/Width", 0),
                        .height = read_int(pdf, dict, "/Height", 0),
                        .depth = read_int(pdf, dict, "/BitsPerComponent", 8),
                        .is_jpeg = is_filtered(pdf, dict, "/DCTDecode")};
  raster->space = pc_spaces_read(work->spaces, space, resources);
  const int depth = raster->depth, channels = raster->space->channels;
  const bool is_known = depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
  if (!is_known || channels < 1 || channels > 4 || raster->width < 1 || raster->height < 1)
    return false;
  read_decode(pdf, dict, raster);
  return true;
}

/* The colour of a sample of one channel. */
static pc_mixture mix_sample(const pc_raster *raster, int sample, pc_mix_target target) {
  const double top = (1 << raster->depth) - 1;
  const double color = raster->decode[0] + sample / top * (raster->decode[1] - raster->decode[0]);
  return pc_space_mix(raster->space, &color, target);
}

static guint8 narrow(double share) {
  return (guint8)lround(fmin(fmax(share, 0), 1) * 255);
}

/* Black and white are what they are. */
static bool is_plain(const pc_raster *raster) {
  return raster->depth == 1 && raster->space->kind == PC_SPACE_GREY && raster->space->is_device;
}

/* All mixtures of a picture of one channel; false: some stay as they are. */
static bool make_table(const pc_raster *raster, pc_mix_target target, guint8 *table) {
  for (int i = 0; i < 1 << raster->depth; i++) {
    const pc_mixture mixture = mix_sample(raster, i, target);
    if (mixture.n != 4)
      return false;
    for (int k = 0; k < 4; k++)
      table[4 * i + k] = narrow(mixture.at[k]);
  }
  return true;
}

/* The samples become numbers of colours. */
static void set_table(pc_separation *work, const pc_raster *raster) {
  guint8 table[4 * 256];
  pc_pdf *pdf = work->pdf;
  if (is_plain(raster) || !make_table(raster, work->target, table))
    return;
  const int count = 1 << raster->depth;
  const qpdf_oh space = qpdf_oh_new_array(pdf);
  qpdf_oh_append_item(pdf, space, qpdf_oh_new_name(pdf, "/Indexed"));
  qpdf_oh_append_item(pdf, space, qpdf_oh_new_name(pdf, "/DeviceCMYK"));
  qpdf_oh_append_item(pdf, space, qpdf_oh_new_integer(pdf, count - 1));
  qpdf_oh_append_item(pdf, space,
                      qpdf_oh_new_binary_string(pdf, (const char *)table, 4 * (size_t)count));
  qpdf_oh_replace_key(pdf, raster->dict, "/ColorSpace", space);
  qpdf_oh_remove_key(pdf, raster->dict, "/Decode");
}

static bool has_matte(pc_pdf *pdf, qpdf_oh dict) {
  const qpdf_oh mask = qpdf_oh_get_key(pdf, dict, "/SMask");
  return qpdf_oh_is_stream(pdf, mask) &&
         qpdf_oh_has_key(pdf, qpdf_oh_get_dict(pdf, mask), "/Matte");
}

/* A mask by colours, or colours mixed with a ground, mean the old colours. */
static bool is_tied(pc_pdf *pdf, qpdf_oh dict) {
  return qpdf_oh_is_array(pdf, qpdf_oh_get_key(pdf, dict, "/Mask")) || has_matte(pdf, dict);
}

/* Greys of 16 bits are narrowed, and then get a table as others do. */
static void convert(pc_separation *work, pc_raster *raster) {
  if (is_tied(work->pdf, raster->dict))
    pc_separation_refuse(work, "holds a picture that hides some of its colours", EXPORT_HINT);
  else if (!pc_raster_convert(work, raster))
    pc_separation_refuse(work, "holds a picture that cannot be converted to inks", EXPORT_HINT);
  if (raster->space->kind != PC_SPACE_GREY)
    return;
  raster->depth = 8;
  raster->decode[0] = 0;
  raster->decode[1] = 1;
  set_table(work, raster);
}

void pc_raster_separate(pc_separation *work, qpdf_oh image, qpdf_oh resources) {
  pc_raster raster;
  pc_pdf *pdf = work->pdf;
  const qpdf_oh dict = qpdf_oh_get_dict(pdf, image);
  if (is_stencil(pdf, dict))
    return;
  if (is_filtered(pdf, dict, "/JPXDecode")) {
    if (work->target == PC_TARGET_INKS)
      pc_separation_refuse(work, "holds a picture in JPEG 2000", EXPORT_HINT);
    return;
  }
  if (!read_raster(work, image, resources, &raster))
    return;
  const pc_space_kind kind = raster.space->kind;
  const bool has_numbers = raster.space->channels == 1 && raster.depth <= 8;
  const bool stays =
      work->target == PC_TARGET_HYBRID &&
      (kind == PC_SPACE_INKS || (kind == PC_SPACE_RGB && pc_separation_measures_rgb(work)));
  if (kind == PC_SPACE_CMYK || stays)
    pc_raster_measure(work, &raster);
  else if (has_numbers && pc_space_is_mixed(raster.space, work->target))
    set_table(work, &raster);
  else if (pc_space_is_mixed(raster.space, work->target) && kind != PC_SPACE_INDEXED &&
           (work->target == PC_TARGET_INKS || kind == PC_SPACE_GREY))
    convert(work, &raster);
}

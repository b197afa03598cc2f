/* image.c - pictures: load, describe, paint.  Layer: figure. */
#include "figure/image.h"

#include <math.h>
#include <string.h>

#include "figure/chunks.h"
#include "figure/codec.h"
#include "figure/kind.h"
#include "doc/attached.h"

/* Decoding shrinks by whole factors and leaves at least twice the pixels that are shown: cairo
 * smooths the rest. */
#define OVERSAMPLING 2.0
/* A square of this many pixels a side still adds up in 32 bits. */
#define MAX_FACTOR 4096.0

struct pc_image {
  char *file;
  const pc_codec *codec;
  pc_picture_head head;
  GBytes *bytes; /* what check left of the file */
  char *id;      /* of the bytes: the same picture is embedded once */
};

void pc_problem_set(pc_problem *problem, pc_code code, const char *format, ...) {
  va_list args;
  va_start(args, format);
  problem->code = code;
  g_free(problem->why);
  problem->why = g_strdup_vprintf(format, args);
  va_end(args);
}

static void report_kind(const pc_kind_info *kind, size_t length, pc_string file, pc_diags *diags) {
  pc_place at = pc_attached_place(file);
  const char *hint = "export it as PNG or JPEG";
  if (length == 0)
    PC_REPORT_HINT(diags, at, PC_BAD_IMAGE, "export the picture again", "'%s' is empty", file.text);
  else if (kind == NULL)
    PC_REPORT_HINT(diags, at, PC_BAD_IMAGE, hint, "'%s' is not a picture that posterc knows",
                   file.text);
  else
    PC_REPORT_HINT(diags, at, PC_BAD_IMAGE, hint, "'%s' is %s, which posterc does not print",
                   file.text, kind->name);
}

static bool is_within_limits(const pc_picture_head *head, pc_problem *problem) {
  if (head->width <= PC_IMAGE_MAX_SIDE && head->height <= PC_IMAGE_MAX_SIDE &&
      (double)head->width * head->height <= PC_IMAGE_MAX_PIXELS)
    return true;
  pc_problem_set(problem, PC_LIMIT,
                 "has %d x %d pixels; at most %d on a side and %.0f million together", head->width,
                 head->height, PC_IMAGE_MAX_SIDE, PC_IMAGE_MAX_PIXELS / 1e6);
  return false;
}

static pc_image *new_image(const pc_codec *codec, const pc_picture_head *head, GBytes *bytes,
                           const char *file) {
  pc_image *image = g_new0(pc_image, 1);
  image->file = g_strdup(file);
  image->codec = codec;
  image->head = *head;
  image->bytes = g_bytes_ref(bytes);
  image->id = g_compute_checksum_for_bytes(G_CHECKSUM_SHA1, bytes);
  return image;
}

pc_image *pc_image_parse(GBytes *bytes, pc_string file, pc_diags *diags) {
  size_t length;
  const void *data = g_bytes_get_data(bytes, &length);
  const pc_kind_info *kind = pc_picture_kind_find(data, length);
  if (kind == NULL || kind->codec == NULL) {
    report_kind(kind, length, file, diags);
    return NULL;
  }
  pc_problem problem = {0};
  pc_picture_head head;
  g_autoptr(GBytes) kept = NULL;
  if (kind->codec->read_head(bytes, &head, &problem) && is_within_limits(&head, &problem))
    kept = kind->codec->check(bytes, &head, &problem);
  if (kept != NULL)
    return new_image(kind->codec, &head, kept, file.text);
  const char *general =
      problem.code == PC_LIMIT ? "make it smaller" : "open it and export it again as PNG or JPEG";
  PC_REPORT_HINT(diags, pc_attached_place(file), problem.code,
                 problem.hint != NULL ? problem.hint : general, "'%s' %s", file.text, problem.why);
  g_free(problem.why);
  return NULL;
}

pc_image *pc_image_load(const char *folder, pc_string file, bool allow_outside, pc_diags *diags) {
  g_autoptr(GBytes) bytes = pc_attached_read(folder, file, allow_outside, diags);
  return bytes != NULL ? pc_image_parse(bytes, file, diags) : NULL;
}

void pc_image_free(pc_image *image) {
  if (image == NULL)
    return;
  g_bytes_unref(image->bytes);
  g_free(image->file);
  g_free(image->id);
  g_free(image);
}

/* Orientations 5 to 8 lie on their side. */
static bool is_turned(const pc_image *image) {
  return image->head.orientation >= 5;
}

int pc_image_width(const pc_image *image) {
  return is_turned(image) ? image->head.height : image->head.width;
}

int pc_image_height(const pc_image *image) {
  return is_turned(image) ? image->head.width : image->head.height;
}

const char *pc_image_file(const pc_image *image) {
  return image->file;
}

double pc_image_ppi(const pc_image *image, pc_um width) {
  return width > 0 ? pc_image_width(image) * 25400.0 / width : 0;
}

/* From the stored unit square to the one that is seen (Exif 2.32, 4.6.4 A). */
static const cairo_matrix_t orientations[9] = {
    [1] = {1, 0, 0, 1, 0, 0},   [2] = {-1, 0, 0, 1, 1, 0}, [3] = {-1, 0, 0, -1, 1, 1},
    [4] = {1, 0, 0, -1, 0, 1},  [5] = {0, 1, 1, 0, 0, 0},  [6] = {0, 1, -1, 0, 1, 0},
    [7] = {0, -1, -1, 0, 1, 1}, [8] = {0, -1, 1, 0, 0, 1},
};

static bool is_raster(cairo_t *cr) {
  return cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_IMAGE;
}

/* By how much decoding may shrink: to what a raster shows, and never more pixels than are to be
 * held. */
static int choose_factor(const pc_image *image, cairo_t *cr) {
  double w = image->head.width, h = image->head.height;
  double factor = sqrt(w * h / PC_CODEC_MAX_DECODED);
  if (factor > 1)
    factor = factor <= 2 ? 2 : factor <= 4 ? 4 : ceil(factor);
  if (is_raster(cr)) {
    double ux = 1, uy = 0, vx = 0, vy = 1; /* the stored picture's sides on the raster */
    cairo_user_to_device_distance(cr, &ux, &uy);
    cairo_user_to_device_distance(cr, &vx, &vy);
    double shown = MAX(hypot(ux, uy) / w, hypot(vx, vy) / h);
    factor = MAX(factor, 1 / (shown * OVERSAMPLING));
  }
  return (int)CLAMP(factor, 1, MAX_FACTOR);
}

const char *pc_image_key(const pc_image *image) {
  return image->head.can_copy ? image->id : NULL;
}

GBytes *pc_image_copy(const pc_image *image, char **dict) {
  *dict = pc_png_format_dict(image->bytes);
  return pc_png_join_data(image->bytes);
}

/* The least that cairo takes for a JPEG: SOI, a comment, the frame of a grey picture, EOI. */
static GBytes *make_placeholder(const pc_image *image) {
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
  g_assert(out->len <= PC_IMAGE_MAX_PLACEHOLDER);
  return g_byte_array_free_to_bytes(out);
}

/* What the target takes instead of pixels; NULL: nothing.  CMYK JPEGs show in different ways in
 * browsers, so an SVG gets pixels. */
static GBytes *choose_bytes(const pc_image *image, cairo_t *cr, const char **mime) {
  cairo_surface_type_t type = cairo_surface_get_type(cairo_get_target(cr));
  *mime = image->codec->mime;
  if (type == CAIRO_SURFACE_TYPE_SVG)
    return image->head.is_cmyk ? NULL : g_bytes_ref(image->bytes);
  if (type != CAIRO_SURFACE_TYPE_PDF)
    return NULL;
  if (strcmp(*mime, CAIRO_MIME_TYPE_JPEG) == 0)
    return g_bytes_ref(image->bytes);
  *mime = CAIRO_MIME_TYPE_JPEG;
  return image->head.can_copy ? make_placeholder(image) : NULL;
}

/* cairo asks such a surface for its size only: its pixels are never touched. */
static cairo_surface_t *wrap_bytes(const pc_image *image, cairo_t *cr) {
  const char *mime;
  GBytes *bytes = choose_bytes(image, cr, &mime);
  if (bytes == NULL)
    return NULL;
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_A1, image->head.width, image->head.height);
  size_t length;
  const guint8 *data = g_bytes_get_data(bytes, &length);
  if (cairo_surface_set_mime_data(surface, mime, data, length, (cairo_destroy_func_t)g_bytes_unref,
                                  bytes) != CAIRO_STATUS_SUCCESS)
    g_bytes_unref(bytes);
  return surface;
}

static void set_id(cairo_surface_t *surface, const pc_image *image, int factor) {
  char *id = g_strdup_printf("%s/%d", image->id, factor);
  if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_UNIQUE_ID, (const guint8 *)id,
                                  strlen(id), g_free, id) != CAIRO_STATUS_SUCCESS)
    g_free(id);
}

/* cr maps the stored unit square to the paper. */
static void paint_surface(cairo_t *cr, cairo_surface_t *surface) {
  int width = cairo_image_surface_get_width(surface);
  int height = cairo_image_surface_get_height(surface);
  cairo_matrix_t to_pixels;
  cairo_matrix_init_scale(&to_pixels, width, height);
  cairo_set_source_surface(cr, surface, 0, 0);
  cairo_pattern_set_matrix(cairo_get_source(cr), &to_pixels);
  if (is_raster(cr)) { /* no seam of half transparent pixels round the edge */
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_GOOD);
    cairo_rectangle(cr, 0, 0, 1, 1);
    cairo_fill(cr);
    return;
  }
  /* Any other filter writes /Interpolate, which print standards forbid. */
  cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
  cairo_paint(cr);
}

bool pc_image_paint(const pc_image *image, cairo_t *cr, double x, double y, double w, double h) {
  cairo_save(cr);
  cairo_translate(cr, x, y);
  cairo_scale(cr, w, h);
  cairo_transform(cr, &orientations[image->head.orientation]);
  int factor = 1;
  cairo_surface_t *surface = wrap_bytes(image, cr);
  if (surface == NULL) {
    factor = choose_factor(image, cr);
    surface = image->codec->decode(image->bytes, &image->head, factor);
  }
  if (surface != NULL) {
    set_id(surface, image, factor);
    paint_surface(cr, surface);
    cairo_surface_destroy(surface);
  }
  cairo_restore(cr);
  return surface != NULL && cairo_status(cr) == CAIRO_STATUS_SUCCESS;
}

/* draw.c - paints a picture with cairo: a placeholder, its bytes, or its pixels.  Layer: figure. */
#include <math.h>
#include <string.h>

#include "figure/convert.h"
#include "figure/embed.h"
#include "figure/image_parts.h"
#include "figure/shrink.h"

/* Decoding shrinks by whole factors and leaves at least twice the pixels that are shown: cairo
 * smooths the rest. */
#define OVERSAMPLING 2.0
/* A square of this many pixels a side still adds up in 32 bits. */
#define MAX_FACTOR 4096.0

/* From the stored unit square to the one that is seen (Exif 2.32, 4.6.4 A). */
static const cairo_matrix_t orientations[9] = {
    [1] = {1, 0, 0, 1, 0, 0},   [2] = {-1, 0, 0, 1, 1, 0}, [3] = {-1, 0, 0, -1, 1, 1},
    [4] = {1, 0, 0, -1, 0, 1},  [5] = {0, 1, 1, 0, 0, 0},  [6] = {0, 1, -1, 0, 1, 0},
    [7] = {0, -1, -1, 0, 1, 1}, [8] = {0, -1, 1, 0, 0, 1},
};

/* Decoded rows on their way to a surface. */
typedef struct surface_maker {
  pc_converter *converter;
  pc_shrinker *shrinker;
} surface_maker;

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

static void append_row(void *user, const guint8 *row) {
  surface_maker *maker = user;
  pc_shrinker_append(maker->shrinker, pc_converter_run(maker->converter, row));
}

static cairo_surface_t *collect_rows(const pc_image *image, int factor) {
  const pc_picture_head *head = &image->head;
  const pc_row_form form = {head->width, head->channels, 4, head->depth, false};
  surface_maker maker = {pc_converter_new(image->profile, &form),
                         pc_shrinker_new(head->width, head->height, factor, head->has_alpha)};
  const pc_row_sink sink = {append_row, &maker};
  bool ok = maker.shrinker != NULL && image->codec->read_rows(image->bytes, head, &sink);
  cairo_surface_t *surface = ok ? pc_shrinker_take(maker.shrinker) : NULL;
  pc_shrinker_free(maker.shrinker);
  pc_converter_free(maker.converter);
  return surface;
}

static cairo_surface_t *decode_pixels(const pc_image *image, int factor) {
  const pc_codec *codec = image->codec;
  return codec->decode != NULL ? codec->decode(image->bytes, &image->head, image->profile, factor)
                               : collect_rows(image, factor);
}

/* Not every browser shows CMYK, and the bytes have lost their profile: such pictures become pixels.
 */
static bool is_for_browsers(const pc_image *image) {
  return image->codec->mime != NULL && image->profile == NULL && image->head.channels != 4;
}

/* What the target takes instead of pixels; NULL: nothing. */
static GBytes *choose_bytes(const pc_image *image, cairo_t *cr, const char **mime) {
  cairo_surface_type_t type = cairo_surface_get_type(cairo_get_target(cr));
  if (type == CAIRO_SURFACE_TYPE_PDF) {
    *mime = CAIRO_MIME_TYPE_JPEG;
    return pc_image_make_placeholder(image);
  }
  *mime = image->codec->mime;
  if (type != CAIRO_SURFACE_TYPE_SVG || !is_for_browsers(image))
    return NULL;
  const pc_codec *codec = image->codec;
  return codec->unpack != NULL ? codec->unpack(image->bytes) : g_bytes_ref(image->bytes);
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

static bool paint_raster(const pc_image *image, cairo_t *cr) {
  int factor = 1;
  const bool is_pdf = cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_PDF;
  if (!is_pdf && !pc_image_wait(image))
    return false;
  cairo_surface_t *surface = wrap_bytes(image, cr);
  if (surface == NULL) {
    factor = choose_factor(image, cr);
    surface = decode_pixels(image, factor);
  }
  if (surface != NULL) {
    set_id(surface, image, factor);
    paint_surface(cr, surface);
    cairo_surface_destroy(surface);
  }
  return surface != NULL;
}

/* A page goes to a PDF as it is, by way of a placeholder. */
static bool is_drawn(const pc_image *image, cairo_t *cr) {
  const bool is_pdf = cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_PDF;
  return image->vector != NULL && !(is_pdf && image->vector->get_page != NULL);
}

bool pc_image_paint(const pc_image *image, cairo_t *cr, double x, double y, double w, double h) {
  cairo_save(cr);
  cairo_translate(cr, x, y);
  cairo_scale(cr, w, h);
  cairo_transform(cr, &orientations[image->head.orientation]);
  const bool painted =
      is_drawn(image, cr) ? image->vector->paint(image->drawing, cr) : paint_raster(image, cr);
  cairo_restore(cr);
  return painted && cairo_status(cr) == CAIRO_STATUS_SUCCESS;
}

void pc_image_report_failure(const pc_image *image, pc_place at, pc_diags *diags) {
  if (image->vector != NULL)
    image->vector->report_failure(image->drawing, image->file, at, diags);
  else if (!image->is_sound)
    pc_image_report_problem(image, image->at, diags);
  else
    PC_REPORT_HINT(diags, at, PC_LIMIT, "make the picture smaller",
                   "there is not enough memory to print '%s'", image->file);
}

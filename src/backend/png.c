/* png.c - the trim as pixels, with its resolution in a pHYs chunk.  Layer: backend. */
#include "base/translate.h"
#include "backend/writer.h"

#include <math.h>
#include <string.h>

#include "backend/cairo.h"

#define DEFAULT_DPI 72.0
/* cairo's own bound on a surface, and as much as a picture that is read may have. */
#define MAX_SIDE 32767.0
#define MAX_PIXELS 400e6

#define UM_PER_INCH 25400.0
#define INCH_PER_M (1 / 0.0254)

/* PNG's signature and IHDR; pHYs must stand before IDAT (PNG 1.2, 4.2.4.2 and 5.6). */
#define AFTER_IHDR 33
#define PHYS_DATA 9

typedef struct pixel_size {
  int width, height;
} pixel_size;

static pixel_size measure_pixels(pc_size trim, double dpi) {
  return (pixel_size){(int)MAX(1, lround(trim.w * dpi / UM_PER_INCH)),
                      (int)MAX(1, lround(trim.h * dpi / UM_PER_INCH))};
}

/* The largest whole number of dots an inch that the limits permit for this page. */
static int find_largest_dpi(pc_size trim) {
  double side = MAX_SIDE * UM_PER_INCH / MAX(trim.w, trim.h);
  double area = sqrt(MAX_PIXELS / ((double)trim.w * trim.h)) * UM_PER_INCH;
  return (int)floor(MIN(side, area));
}

static bool is_within_limits(pc_size trim, double dpi, pc_diags *diags) {
  double width = trim.w * dpi / UM_PER_INCH, height = trim.h * dpi / UM_PER_INCH;
  if (width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS)
    return true;
  g_autofree char *hint =
      g_strdup_printf(_("at most --dpi %d for this page"), find_largest_dpi(trim));
  PC_REPORT_HINT(diags, (pc_place){0}, PC_LIMIT, hint, "a PNG of %.0f x %.0f pixels is too large",
                 width, height);
  return false;
}

/* White paper first: what no command covers is not transparent. */
static cairo_surface_t *draw_page(const pc_display *display, double dpi, pc_diags *diags) {
  pc_size trim = pc_display_trim(display);
  pixel_size size = measure_pixels(trim, dpi);
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, size.width, size.height);
  cairo_t *cr = cairo_create(surface);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  cairo_set_antialias(cr, CAIRO_ANTIALIAS_GRAY);
  cairo_scale(cr, (double)size.width / trim.w, (double)size.height / trim.h);
  bool ok = pc_cairo_paint(cr, display, NULL, diags);
  ok = pc_cairo_check(cairo_status(cr), "the PNG", diags) && ok;
  cairo_destroy(cr);
  if (ok)
    return surface;
  cairo_surface_destroy(surface);
  return NULL;
}

static void put_u32(guint8 *out, guint32 value) {
  for (int i = 0; i < 4; i++)
    out[i] = (guint8)(value >> (24 - 8 * i));
}

/* CRC-32 of PNG 1.2, annex D, bit by bit: the one chunk that it is for has 13 bytes. */
static guint32 compute_crc(const guint8 *bytes, size_t length) {
  guint32 crc = 0xffffffffu;
  for (size_t i = 0; i < length; i++) {
    crc ^= bytes[i];
    for (int bit = 0; bit < 8; bit++)
      crc = (crc & 1) != 0 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
  }
  return ~crc;
}

/* cairo writes no resolution.  The chunk: length, type, pixels a metre twice, unit 1, CRC. */
static GBytes *insert_resolution(GByteArray *png, double dpi) {
  guint8 chunk[8 + PHYS_DATA + 4] = {0};
  guint32 per_metre = (guint32)lround(dpi * INCH_PER_M);
  put_u32(chunk, PHYS_DATA);
  memcpy(chunk + 4, "pHYs", 4);
  put_u32(chunk + 8, per_metre);
  put_u32(chunk + 12, per_metre);
  chunk[16] = 1;
  put_u32(chunk + 17, compute_crc(chunk + 4, 4 + PHYS_DATA));
  g_assert(png->len > AFTER_IHDR);
  guint old = png->len;
  g_byte_array_set_size(png, old + (guint)sizeof chunk);
  memmove(png->data + AFTER_IHDR + sizeof chunk, png->data + AFTER_IHDR, old - AFTER_IHDR);
  memcpy(png->data + AFTER_IHDR, chunk, sizeof chunk);
  return g_byte_array_free_to_bytes(png);
}

GBytes *pc_png_write(const pc_display *display, const pc_backend_options *options,
                     pc_diags *diags) {
  double dpi = options->dpi > 0 ? options->dpi : DEFAULT_DPI;
  if (!is_within_limits(pc_display_trim(display), dpi, diags))
    return NULL;
  cairo_surface_t *surface = draw_page(display, dpi, diags);
  if (surface == NULL)
    return NULL;
  GByteArray *png = g_byte_array_new();
  cairo_status_t status = cairo_surface_write_to_png_stream(surface, pc_cairo_append, png);
  cairo_surface_destroy(surface);
  if (pc_cairo_check(status, "the PNG", diags))
    return insert_resolution(png, dpi);
  g_byte_array_unref(png);
  return NULL;
}

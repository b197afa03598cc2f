/* svg.c - SVG through librsvg: lines as lines, text as text in the poster's fonts.  Layer: figure.
 *
 * The library is opened with the first drawing: linking it takes 3 ms of every start.
 */
#include <dlfcn.h>
#include <math.h>

#include <librsvg/rsvg.h>

#include "base/translate.h"
#include "doc/attached.h"
#include "figure/svg_check.h"
#include "figure/svg_links.h"
#include "figure/vector.h"

#define LIBRARY "librsvg-2.so.2"
#define MAX_BYTES ((size_t)64 << 20)

/* The longer side of the viewport: large, so that nothing in librsvg is rounded visibly. */
#define VIEWPORT 1000.0

typedef struct svg_library {
  __typeof__(rsvg_handle_new_from_data) *new_from_data;
  __typeof__(rsvg_handle_get_intrinsic_size_in_pixels) *get_size;
  __typeof__(rsvg_handle_get_intrinsic_dimensions) *get_dimensions;
  __typeof__(rsvg_handle_render_document) *render;
} svg_library;

typedef struct svg_drawing {
  const svg_library *library;
  RsvgHandle *handle;
  pc_named_fonts *fonts; /* NULL: it has no text, or there are no fonts */
  bool has_text;
  pc_vector_size size;
} svg_drawing;

static bool load_symbols(void *library, svg_library *to) {
  *(void **)&to->new_from_data = dlsym(library, "rsvg_handle_new_from_data");
  *(void **)&to->get_size = dlsym(library, "rsvg_handle_get_intrinsic_size_in_pixels");
  *(void **)&to->get_dimensions = dlsym(library, "rsvg_handle_get_intrinsic_dimensions");
  *(void **)&to->render = dlsym(library, "rsvg_handle_render_document");
  return to->new_from_data != NULL && to->get_size != NULL && to->get_dimensions != NULL &&
         to->render != NULL;
}

/* Stays open: its types are registered for good.  NULL: it is not installed. */
static const svg_library *open_library(void) {
  static gsize done;
  static svg_library library;
  static bool found;
  if (g_once_init_enter(&done)) {
    void *opened = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);
    found = opened != NULL && load_symbols(opened, &library);
    g_once_init_leave(&done, 1);
  }
  return found ? &library : NULL;
}

static void close_svg(void *data) {
  svg_drawing *drawing = data;
  g_clear_object(&drawing->handle);
  pc_named_fonts_free(drawing->fonts);
  g_free(drawing);
}

static void report(const pc_image_request *request, pc_diags *diags, const char *hint,
                   const char *what) {
  PC_REPORT_HINT(diags, pc_attached_place(request->file), PC_BAD_IMAGE, hint, "'%s' %s",
                 request->file.text, what);
}

/* Without base address: librsvg then opens no file, whatever the drawing says. */
static bool open_handle(svg_drawing *drawing, GBytes *file, const pc_image_request *request,
                        pc_diags *diags) {
  g_autoptr(GError) error = NULL;
  size_t length;
  g_autoptr(GBytes) unlinked = pc_svg_unlink(file);
  const guint8 *data = g_bytes_get_data(unlinked, &length);
  drawing->library = open_library();
  if (drawing->library == NULL) {
    report(request, diags, "install the package librsvg2-2",
           "cannot be drawn, for the library librsvg is not installed");
    return false;
  }
  drawing->handle = drawing->library->new_from_data(data, length, &error);
  if (drawing->handle != NULL)
    return true;
  g_autofree char *what = g_strdup_printf(_("cannot be read: %s"), error->message);
  report(request, diags, "open it and export it again", what);
  return false;
}

/* Width and height, or with one of them in per cent the proportions of the viewBox. */
static bool find_size(const svg_drawing *drawing, pc_vector_size *size) {
  gboolean has_width, has_height, has_box;
  RsvgLength width, height;
  RsvgRectangle box = {0};
  *size = (pc_vector_size){0, 0};
  if (!drawing->library->get_size(drawing->handle, &size->width, &size->height)) {
    drawing->library->get_dimensions(drawing->handle, &has_width, &width, &has_height, &height,
                                     &has_box, &box);
    *size = (pc_vector_size){box.width, box.height};
  }
  return size->width > 0 && size->height > 0 && isfinite(size->width) && isfinite(size->height);
}

static void *open_svg(GBytes *file, const pc_image_request *request, pc_vector_size *size,
                      pc_diags *diags) {
  if (g_bytes_get_size(file) > MAX_BYTES) {
    PC_REPORT_HINT(diags, pc_attached_place(request->file), PC_LIMIT, "simplify the drawing",
                   "'%s' is larger than 64 MiB", request->file.text);
    return NULL;
  }
  g_autoptr(pc_font_wishes) wishes =
      pc_font_wishes_new(request->file.text, pc_attached_place(request->file));
  if (!pc_svg_check(file, wishes, diags))
    return NULL;
  svg_drawing *drawing = g_new0(svg_drawing, 1);
  drawing->has_text = g_hash_table_size(wishes->codes) > 0;
  bool ok = open_handle(drawing, file, request, diags);
  if (ok && !find_size(drawing, size)) {
    report(request, diags, "export it with a viewBox", "does not say how large it is");
    ok = false;
  }
  if (ok && drawing->has_text && request->fonts != NULL) {
    drawing->fonts = pc_named_fonts_new(request->fonts, wishes, diags);
    ok = drawing->fonts != NULL;
  }
  const double scale = VIEWPORT / MAX(size->width, size->height);
  drawing->size = (pc_vector_size){size->width * scale, size->height * scale};
  if (ok)
    return drawing;
  close_svg(drawing);
  return NULL;
}

/* librsvg asks for the fonts of the thread. */
static bool render(const svg_drawing *drawing, cairo_t *cr) {
  const RsvgRectangle viewport = {0, 0, drawing->size.width, drawing->size.height};
  if (drawing->fonts == NULL)
    return drawing->library->render(drawing->handle, cr, &viewport, NULL);
  pc_named_fonts_begin(drawing->fonts);
  const bool ok = drawing->library->render(drawing->handle, cr, &viewport, NULL);
  pc_named_fonts_end(drawing->fonts);
  return ok;
}

static bool paint_svg(const void *data, cairo_t *cr) {
  const svg_drawing *drawing = data;
  if (drawing->has_text && drawing->fonts == NULL)
    return false;
  cairo_save(cr);
  cairo_rectangle(cr, 0, 0, 1, 1);
  cairo_clip(cr);
  cairo_scale(cr, 1 / drawing->size.width, 1 / drawing->size.height);
  const bool ok = render(drawing, cr);
  cairo_restore(cr);
  return ok && cairo_status(cr) == CAIRO_STATUS_SUCCESS;
}

static void report_svg(const void *data, const char *file, pc_place at, pc_diags *diags) {
  (void)data;
  PC_REPORT_HINT(diags, at, PC_LIMIT, "simplify the drawing", "'%s' is too complex to be drawn",
                 file);
}

const pc_vector_codec pc_vector_svg = {open_svg, close_svg, paint_svg, report_svg, NULL};

/* picture.c - pixels by cairo, frames in the colour of the change.  Layer: compare. */
#include "compare/picture.h"

#include <string.h>

#include "backend/cairo.h"
#include "base/color.h"

static const double frame_room = 5, frame_width = 3, tint = 0.12, dimming = 0.8;

pc_mark_family pc_change_family(pc_change_kind kind) {
  static const pc_mark_family families[PC_N_CHANGES] = {
      [PC_CHANGE_ADDED] = PC_MARK_ALONE,
      [PC_CHANGE_REMOVED] = PC_MARK_ALONE,
      [PC_CHANGE_NUMBER] = PC_MARK_MOVED,
      [PC_CHANGE_MOVED] = PC_MARK_MOVED,
      [PC_CHANGE_RESIZED] = PC_MARK_MOVED,
      [PC_CHANGE_TEXT_SIZE] = PC_MARK_MOVED,
      [PC_CHANGE_WORDS] = PC_MARK_WORDS,
      [PC_CHANGE_TEXT_MOVED] = PC_MARK_MOVED,
      [PC_CHANGE_FIGURE_ADDED] = PC_MARK_ALONE,
      [PC_CHANGE_FIGURE_REMOVED] = PC_MARK_ALONE,
      [PC_CHANGE_FIGURE_MOVED] = PC_MARK_MOVED,
      [PC_CHANGE_FIGURE_RESIZED] = PC_MARK_MOVED,
      [PC_CHANGE_FIGURE_REPLACED] = PC_MARK_LOOK,
      [PC_CHANGE_FIGURE_ALT] = PC_MARK_LOOK,
      [PC_CHANGE_LOOK] = PC_MARK_LOOK,
  };
  return families[kind];
}

bool pc_change_is_frame(pc_change_kind kind) {
  return pc_change_family(kind) == PC_MARK_MOVED || kind == PC_CHANGE_ADDED ||
         kind == PC_CHANGE_REMOVED;
}

const char *pc_family_color(pc_mark_family family) {
  static const char *const colors[PC_N_MARK_FAMILIES] = {[PC_MARK_WORDS] = "#c2410c",
                                                         [PC_MARK_MOVED] = "#1d5fa8",
                                                         [PC_MARK_LOOK] = "#8b3a8f",
                                                         [PC_MARK_ALONE] = "#0f766e"};
  return colors[family];
}

pc_rect pc_mark_frame(pc_rect mark, double dots) {
  return pc_rect_inset(mark, -(pc_um)(frame_room / dots));
}

const GArray *pc_change_marks(const pc_change *change, int page, bool is_after) {
  const pc_region *region = is_after ? change->after : change->before;
  const GArray *marks = is_after ? change->after_marks : change->before_marks;
  return region != NULL && region->page == page && marks->len > 0 ? marks : NULL;
}

bool pc_page_has_marks(const pc_comparison *comparison, int page) {
  for (guint i = 0; i < comparison->changes->len; i++) {
    const pc_change *change = g_ptr_array_index(comparison->changes, i);
    if (pc_change_marks(change, page, false) != NULL || pc_change_marks(change, page, true) != NULL)
      return true;
  }
  return false;
}

/* cairo wants four bytes for each pixel. */
static cairo_surface_t *make_surface(const pc_pixmap *raster) {
  cairo_surface_t *surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, raster->width, raster->height);
  guint8 *data = cairo_image_surface_get_data(surface);
  const gsize stride = (gsize)cairo_image_surface_get_stride(surface);
  const guint8 *rgb = raster->rgb;
  for (int y = 0; data != NULL && y < raster->height; y++) {
    guint32 *row = (guint32 *)(void *)(data + (gsize)y * stride);
    for (int x = 0; x < raster->width; x++, rgb += 3)
      row[x] = (guint32)rgb[0] << 16 | (guint32)rgb[1] << 8 | rgb[2];
  }
  cairo_surface_mark_dirty(surface);
  return surface;
}

typedef void (*visit_func)(cairo_t *cr, const pc_change *change, pc_rect frame);

static void visit_marks(cairo_t *cr, const pc_page_picture *picture, visit_func visit) {
  const GPtrArray *changes = picture->comparison->changes;
  for (guint i = 0; i < changes->len; i++) {
    const pc_change *change = g_ptr_array_index(changes, i);
    const GArray *marks = pc_change_marks(change, picture->page, picture->is_after);
    for (guint k = 0; marks != NULL && k < marks->len; k++)
      visit(cr, change, pc_mark_frame(g_array_index(marks, pc_rect, k), picture->raster->dots));
  }
}

static void add_hole(cairo_t *cr, const pc_change *change, pc_rect frame) {
  if (!pc_change_is_frame(change->kind))
    cairo_rectangle(cr, frame.x, frame.y, frame.w, frame.h);
}

static void draw_frame(cairo_t *cr, const pc_change *change, pc_rect frame) {
  guint32 rgb =
      (guint32)g_ascii_strtoull(pc_family_color(pc_change_family(change->kind)) + 1, NULL, 16);
  const double r = (rgb >> 16 & 255) / 255.0, g = (rgb >> 8 & 255) / 255.0, b = (rgb & 255) / 255.0;
  cairo_rectangle(cr, frame.x, frame.y, frame.w, frame.h);
  cairo_set_source_rgba(cr, r, g, b, pc_change_is_frame(change->kind) ? 0 : tint);
  cairo_fill_preserve(cr);
  cairo_set_source_rgb(cr, r, g, b);
  cairo_stroke(cr);
}

/* All of the page but the holes. */
static void dim(cairo_t *cr, const pc_page_picture *picture) {
  cairo_push_group(cr);
  cairo_set_source_rgba(cr, 1, 1, 1, dimming);
  cairo_paint(cr);
  cairo_save(cr);
  cairo_scale(cr, picture->raster->dots, picture->raster->dots);
  visit_marks(cr, picture, add_hole);
  cairo_restore(cr);
  cairo_set_operator(cr, CAIRO_OPERATOR_CLEAR);
  cairo_fill(cr);
  cairo_pop_group_to_source(cr);
  cairo_paint(cr);
}

void pc_page_picture_paint(cairo_t *cr, const pc_page_picture *picture) {
  const double dots = picture->raster->dots;
  cairo_surface_t *page = make_surface(picture->raster);
  cairo_save(cr);
  cairo_rectangle(cr, 0, 0, picture->raster->width, picture->raster->height);
  cairo_clip(cr);
  cairo_set_source_surface(cr, page, 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_BEST);
  cairo_paint(cr);
  if (picture->is_dimmed)
    dim(cr, picture);
  cairo_scale(cr, dots, dots);
  cairo_set_line_width(cr, frame_width / dots);
  visit_marks(cr, picture, draw_frame);
  cairo_restore(cr);
  cairo_surface_destroy(page);
}

GBytes *pc_surface_write(cairo_surface_t *surface) {
  GByteArray *png = g_byte_array_new();
  if (cairo_surface_write_to_png_stream(surface, pc_cairo_append, png) == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes(png);
  g_byte_array_unref(png);
  return NULL;
}

GBytes *pc_pixmap_write(const pc_pixmap *raster) {
  cairo_surface_t *surface = make_surface(raster);
  GBytes *png = pc_surface_write(surface);
  cairo_surface_destroy(surface);
  return png;
}

/* pdf.c - marks by cairo, a document by the finishing stage, then the proof.  Layer: backend. */
#include "backend/writer.h"

#include <cairo-pdf.h>

#include "backend/cairo.h"
#include "backend/finish.h"

/* The longest side that PDF readers agree on without /UserUnit (ISO 32000-1, annex C.2): 14400
 * units, 5.08 m. */
#define MAX_SIDE_UM 5080000

static bool is_within_limits(pc_sheet sheet, pc_diags *diags) {
  pc_um side = MAX(sheet.trim.w, sheet.trim.h);
  if (side <= MAX_SIDE_UM - 2 * (gint64)pc_sheet_margin(sheet))
    return true;
  PC_REPORT_HINT(diags, (pc_place){0}, PC_LIMIT, "choose a smaller page",
                 "a PDF page can be at most 5.08 m long, bleed and marks included");
  return false;
}

static bool draw_page(const pc_display *display, const pc_marking *marking, pc_sheet sheet,
                      GByteArray *out, pc_diags *diags) {
  const pc_rect media = pc_sheet_media(sheet);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
      pc_cairo_append, out, pc_um_to_pt(media.w), pc_um_to_pt(media.h));
  /* cairo writes the time of day without; the finishing stage replaces it. */
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
  cairo_t *cr = cairo_create(surface);
  cairo_scale(cr, pc_um_to_pt(1000000) / 1e6, pc_um_to_pt(1000000) / 1e6);
  cairo_translate(cr, -media.x, -media.y);
  bool ok = pc_cairo_paint(cr, display, marking, diags);
  return pc_cairo_finish(cr, surface, "the PDF", diags) && ok;
}

GBytes *pc_pdf_write(const pc_display *display, const pc_backend_options *options,
                     pc_diags *diags) {
  const pc_sheet sheet = pc_sheet_make(pc_display_trim(display), pc_display_bleed(display),
                                       options->marks != PC_MARKS_NONE);
  if (!is_within_limits(sheet, diags))
    return NULL;
  bool is_print = options->print->standard != PC_STANDARD_PLAIN;
  g_autoptr(pc_condition) condition = NULL;
  if (is_print)
    condition = pc_condition_new(options->print, options->folder, options->allow_outside, diags);
  if (is_print && condition == NULL)
    return NULL;
  g_autoptr(pc_marking) marking = pc_marking_new(display);
  GByteArray *drawn = g_byte_array_new();
  bool ok = draw_page(display, marking, sheet, drawn, diags);
  g_autoptr(GBytes) marks = g_byte_array_free_to_bytes(drawn);
  g_autoptr(GBytes) bytes =
      ok ? pc_finish_pdf(marks, display, marking, condition, options, diags) : NULL;
  if (bytes == NULL || !pc_inspect_pdf(bytes, &sheet, 1, options, diags))
    return NULL;
  return g_steal_pointer(&bytes);
}

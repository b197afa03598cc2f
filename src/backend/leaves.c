/* leaves.c - cairo draws the poster and the labels of the pages, qpdf makes the poster a form.
 * Layer: backend. */
#include "backend/leaves.h"

#include <cairo-pdf.h>
#include <stdlib.h>

#include "backend/cairo.h"
#include "backend/finish.h"

/* The poster among the resources of a page; cairo's own names are small letters and digits. */
#define FORM "/Poster"

static void draw_display(cairo_surface_t *surface, const pc_display *display,
                         const pc_cairo_fonts *fonts, pc_diags *diags) {
  const pc_size paper = pc_display_trim(display);
  cairo_pdf_surface_set_size(surface, pc_um_to_pt(paper.w), pc_um_to_pt(paper.h));
  cairo_t *cr = cairo_create(surface);
  cairo_scale(cr, pc_um_to_pt(1000000) / 1e6, pc_um_to_pt(1000000) / 1e6);
  pc_cairo_paint_with(cr, display, fonts, NULL, diags);
  cairo_show_page(cr);
  cairo_destroy(cr);
}

/* The poster first, then the labels of each page. */
static GBytes *draw_marks(const pc_display *poster, const pc_pages *pages, pc_diags *diags) {
  const guint n = pages->leaves->len + 1;
  g_autofree const pc_display **displays = g_new(const pc_display *, n);
  displays[0] = poster;
  for (guint i = 1; i < n; i++)
    displays[i] = pc_pages_at(pages, (int)i - 1)->labels;
  g_autoptr(pc_cairo_fonts) fonts = pc_cairo_fonts_new(displays, (int)n);
  GByteArray *out = g_byte_array_new();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(pc_cairo_append, out, 1, 1);
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
  for (guint i = 0; i < n; i++)
    draw_display(surface, displays[i], fonts, diags);
  cairo_surface_finish(surface);
  const cairo_status_t status = cairo_surface_status(surface);
  cairo_surface_destroy(surface);
  g_autoptr(GBytes) marks = g_byte_array_free_to_bytes(out);
  return pc_cairo_check(status, "the PDF", diags) ? g_steal_pointer(&marks) : NULL;
}

/* The first page as a form; the page is removed. */
static qpdf_oh take_form(pc_pdf *pdf) {
  static const char *const keys[] = {"/Resources", "/Group"};
  const qpdf_oh page = qpdf_get_page_n(pdf, 0);
  unsigned char *data = NULL;
  size_t length = 0;
  qpdf_oh_get_page_content_data(pdf, page, &data, &length);
  const qpdf_oh form = qpdf_oh_new_stream(pdf);
  pc_pdf_set_data(pdf, form, data, length);
  free(data);
  const qpdf_oh dict = qpdf_oh_get_dict(pdf, form);
  qpdf_oh_replace_key(pdf, dict, "/Type", qpdf_oh_new_name(pdf, "/XObject"));
  qpdf_oh_replace_key(pdf, dict, "/Subtype", qpdf_oh_new_name(pdf, "/Form"));
  qpdf_oh_replace_key(pdf, dict, "/BBox", qpdf_oh_get_key(pdf, page, "/MediaBox"));
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
    if (qpdf_oh_has_key(pdf, page, keys[i]))
      qpdf_oh_replace_key(pdf, dict, keys[i], qpdf_oh_get_key(pdf, page, keys[i]));
  }
  qpdf_remove_page(pdf, page);
  return form;
}

/* With six decimals: a scale is multiplied by the length of the poster. */
static void append_numbers(GString *out, const double *numbers, int n, const char *operator) {
  for (int i = 0; i < n; i++) {
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append(out, g_ascii_formatd(number, sizeof number, "%.6f", numbers[i]));
    g_string_append_c(out, ' ');
  }
  g_string_append_printf(out, "%s\n", operator);
}

/* PDF counts upwards from the lower left corner. */
static GString *format_drawing(const pc_leaf *leaf, pc_size poster) {
  const double scale = (double)leaf->to.w / leaf->from.w;
  const double bottom = pc_um_to_pt(leaf->paper.h - leaf->to.y - leaf->to.h);
  const double left = pc_um_to_pt(leaf->to.x);
  const double below = pc_um_to_pt(poster.h - leaf->from.y - leaf->from.h);
  const double clip[] = {left, bottom, pc_um_to_pt(leaf->to.w), pc_um_to_pt(leaf->to.h)};
  const double matrix[] = {
      scale, 0, 0, scale, left - scale * pc_um_to_pt(leaf->from.x), bottom - scale * below};
  GString *out = g_string_new("q\n");
  append_numbers(out, clip, G_N_ELEMENTS(clip), "re W n");
  append_numbers(out, matrix, G_N_ELEMENTS(matrix), "cm");
  g_string_append(out, FORM " Do\nQ\n");
  return out;
}

/* The value of key, a dictionary of this object's own. */
static qpdf_oh open_dict(pc_pdf *pdf, qpdf_oh object, const char *key) {
  const qpdf_oh found = qpdf_oh_get_key(pdf, object, key);
  const qpdf_oh made = qpdf_oh_new_dictionary(pdf);
  if (qpdf_oh_is_dictionary(pdf, found)) {
    g_autoptr(GPtrArray) keys = pc_pdf_list_keys(pdf, found);
    for (guint i = 0; i < keys->len; i++)
      qpdf_oh_replace_key(pdf, made, keys->pdata[i], qpdf_oh_get_key(pdf, found, keys->pdata[i]));
  }
  qpdf_oh_replace_key(pdf, object, key, made);
  return made;
}

static void set_page(pc_pdf *pdf, qpdf_oh page, const pc_leaf *leaf, pc_size poster, qpdf_oh form) {
  const pc_sheet sheet = {.trim = leaf->paper};
  GString *drawing = format_drawing(leaf, poster);
  const qpdf_oh stream = qpdf_oh_new_stream(pdf);
  pc_pdf_set_data(pdf, stream, drawing->str, drawing->len);
  g_string_free(drawing, TRUE);
  const qpdf_oh contents = qpdf_oh_new_array(pdf);
  qpdf_oh_append_item(pdf, contents, stream);
  qpdf_oh_append_item(pdf, contents, qpdf_oh_get_key(pdf, page, "/Contents"));
  qpdf_oh_replace_key(pdf, page, "/Contents", contents);
  const qpdf_oh objects = open_dict(pdf, open_dict(pdf, page, "/Resources"), "/XObject");
  qpdf_oh_replace_key(pdf, objects, FORM, form);
  pc_finish_boxes(pdf, page, sheet);
}

static void make_pages(pc_pdf *pdf, const pc_display *poster, const pc_pages *pages) {
  qpdf_push_inherited_attributes_to_page(pdf);
  const qpdf_oh form = take_form(pdf);
  for (guint i = 0; i < pages->leaves->len; i++)
    set_page(pdf, qpdf_get_page_n(pdf, i), pc_pages_at(pages, (int)i), pc_display_trim(poster),
             form);
}

static bool inspect_pages(GBytes *bytes, const pc_pages *pages, const pc_backend_options *options,
                          pc_diags *diags) {
  const int n = (int)pages->leaves->len;
  g_autofree pc_sheet *sheets = g_new0(pc_sheet, (gsize)n);
  for (int i = 0; i < n; i++)
    sheets[i].trim = pc_pages_at(pages, i)->paper;
  return pc_inspect_pdf(bytes, sheets, n, options, diags);
}

/* No copy shop's software shall shrink the pages to "fit". */
static void set_printing(pc_pdf *pdf) {
  qpdf_oh_replace_key(pdf, qpdf_get_root(pdf), "/ViewerPreferences",
                      qpdf_oh_parse(pdf, "<< /DisplayDocTitle true /PrintScaling /None "
                                         "/PickTrayByPDFSize true >>"));
}

GBytes *pc_leaves_write(const pc_display *poster, const pc_pages *pages,
                        const pc_backend_options *options, pc_diags *diags) {
  const pc_print plain = {.standard = PC_STANDARD_PLAIN};
  pc_backend_options own = *options;
  own.print = &plain;
  own.is_untagged = true;
  g_autoptr(GBytes) marks = draw_marks(poster, pages, diags);
  if (marks == NULL || pc_diags_has_error(diags))
    return NULL;
  g_autoptr(pc_pdf) pdf = pc_pdf_new(marks);
  g_auto(pc_placed_pictures) placed;
  pc_placed_pictures_init(&placed);
  pc_finish_drawing(pdf, poster, &placed, diags);
  make_pages(pdf, poster, pages);
  set_printing(pdf);
  g_autoptr(GBytes) bytes = pc_finish_bytes(pdf, marks, poster, &own, "1.7", diags);
  return bytes != NULL && !pc_diags_has_error(diags) && inspect_pages(bytes, pages, &own, diags)
             ? g_steal_pointer(&bytes)
             : NULL;
}

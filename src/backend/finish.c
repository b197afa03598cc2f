/* finish.c - boxes, catalog, repairs, and the bytes (PRINT section 0).  Layer: backend. */
#include "backend/finish.h"

#include "backend/metadata.h"
#include "backend/objects.h"
#include "backend/pictures.h"

static char *format_box(const double box[4]) {
  GString *out = g_string_new("[");
  for (int i = 0; i < 4; i++) {
    if (i > 0)
      g_string_append_c(out, ' ');
    pc_pdf_append_pt(out, box[i]);
  }
  g_string_append_c(out, ']');
  return g_string_free(out, FALSE);
}

char *pc_sheet_format_media(pc_sheet sheet) {
  return format_box((double[]){0, 0, pc_um_to_pt(sheet.trim.w + 2 * sheet.bleed),
                               pc_um_to_pt(sheet.trim.h + 2 * sheet.bleed)});
}

char *pc_sheet_format_trim(pc_sheet sheet) {
  return format_box((double[]){pc_um_to_pt(sheet.bleed), pc_um_to_pt(sheet.bleed),
                               pc_um_to_pt(sheet.bleed + sheet.trim.w),
                               pc_um_to_pt(sheet.bleed + sheet.trim.h)});
}

static void set_parsed(pc_pdf *pdf, qpdf_oh dict, const char *key, const char *text) {
  qpdf_oh_replace_key(pdf, dict, key, qpdf_oh_parse(pdf, text));
}

static void set_boxes(pc_pdf *pdf, pc_sheet sheet) {
  qpdf_push_inherited_attributes_to_page(pdf);
  qpdf_oh page = qpdf_get_page_n(pdf, 0);
  g_autofree char *media = pc_sheet_format_media(sheet);
  g_autofree char *trim = pc_sheet_format_trim(sheet);
  set_parsed(pdf, page, "/MediaBox", media);
  set_parsed(pdf, page, "/BleedBox", media);
  set_parsed(pdf, page, "/TrimBox", trim);
}

static void set_catalog(pc_pdf *pdf, const pc_backend_options *options) {
  qpdf_oh root = qpdf_get_root(pdf);
  set_parsed(pdf, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  if (options->lang != NULL)
    qpdf_oh_replace_key(pdf, root, "/Lang", qpdf_oh_new_unicode_string(pdf, options->lang));
}

/* cairo leaves the key out; its subsets number glyphs in the order of the font file. */
static void repair_font(pc_pdf *pdf, qpdf_oh object, void *user) {
  (void)user;
  if (pc_pdf_has_name(pdf, object, "/Subtype", "/CIDFontType2") &&
      !qpdf_oh_has_key(pdf, object, "/CIDToGIDMap"))
    qpdf_oh_replace_key(pdf, object, "/CIDToGIDMap", qpdf_oh_new_name(pdf, "/Identity"));
}

/* The ID is made from the content, so equal documents have equal IDs. */
static GBytes *write_document(pc_pdf *pdf) {
  qpdf_init_write_memory(pdf);
  qpdf_force_pdf_version(pdf, "1.7");
  qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
  qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
  qpdf_set_compress_streams(pdf, QPDF_TRUE);
  qpdf_set_newline_before_endstream(pdf, QPDF_TRUE);
  if ((qpdf_write(pdf) & QPDF_ERRORS) != 0)
    return NULL;
  return g_bytes_new(qpdf_get_buffer(pdf), qpdf_get_buffer_length(pdf));
}

static bool is_well(pc_pdf *pdf, pc_diags *diags) {
  g_autofree char *error = pc_pdf_find_error(pdf);
  if (error != NULL)
    PC_REPORT(diags, (pc_place){0}, PC_PRINT_RULE, "the PDF could not be finished: %s", error);
  return error == NULL;
}

GBytes *pc_finish_pdf(GBytes *marks, const pc_display *display, const pc_backend_options *options,
                      pc_diags *diags) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(marks);
  if (!is_well(pdf, diags))
    return NULL;
  pc_pictures_finish(pdf, display);
  pc_pdf_visit(pdf, repair_font, NULL);
  set_boxes(pdf, (pc_sheet){pc_display_trim(display), pc_display_bleed(display)});
  set_catalog(pdf, options);
  pc_metadata_write(pdf, options);
  if (!is_well(pdf, diags))
    return NULL;
  g_autoptr(GBytes) bytes = write_document(pdf);
  return is_well(pdf, diags) ? g_steal_pointer(&bytes) : NULL;
}

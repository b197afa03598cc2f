/* objects.c - opens a PDF in memory and visits its objects.  Layer: backend. */
#include "backend/objects.h"

pc_pdf *pc_pdf_new(GBytes *bytes) {
  qpdf_data pdf = qpdf_init();
  qpdf_silence_errors(pdf);
  qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
  size_t length;
  const char *data = g_bytes_get_data(bytes, &length);
  qpdf_read_memory(pdf, "PDF", data, length, NULL);
  return pdf;
}

void pc_pdf_free(pc_pdf *pdf) {
  if (pdf != NULL)
    qpdf_cleanup(&pdf);
}

char *pc_pdf_find_error(pc_pdf *pdf) {
  if (!qpdf_has_error(pdf))
    return NULL;
  return g_strdup(qpdf_get_error_full_text(pdf, qpdf_get_error(pdf)));
}

void pc_pdf_visit(pc_pdf *pdf, pc_visit_object visit, void *user) {
  int size =
      qpdf_oh_get_int_value_as_int(pdf, qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Size"));
  for (int id = 1; id < size; id++) {
    qpdf_oh object = qpdf_get_object_by_id(pdf, id, 0);
    if (!qpdf_oh_is_null(pdf, object))
      visit(pdf, object, user);
  }
}

bool pc_pdf_has_name(pc_pdf *pdf, qpdf_oh object, const char *key, const char *name) {
  qpdf_oh dict = qpdf_oh_is_stream(pdf, object) ? qpdf_oh_get_dict(pdf, object) : object;
  return qpdf_oh_is_dictionary(pdf, dict) &&
         qpdf_oh_is_name_and_equals(pdf, qpdf_oh_get_key(pdf, dict, key), name);
}

void pc_pdf_append_pt(GString *out, double pt) {
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append(out, g_ascii_formatd(number, sizeof number, "%.4f", pt));
}

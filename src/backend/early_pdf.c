/* early_pdf.c - tags as far as PDF 1.4 knows them.  Layer: backend. */
#include "backend/early_pdf.h"

#define ROLES "<< /Ruby /Span /RB /Span /RT /Span /RP /Span >>"

static void finish_attributes(pc_pdf *pdf, qpdf_oh attributes) {
  static const char *const young[] = {"/Scope", "/Headers", "/Summary"};
  for (size_t i = 0; i < G_N_ELEMENTS(young) && qpdf_oh_is_dictionary(pdf, attributes); i++)
    qpdf_oh_remove_key(pdf, attributes, young[i]);
}

static void finish_element(pc_pdf *pdf, qpdf_oh object, void *user) {
  (void)user;
  if (!qpdf_oh_is_dictionary(pdf, object) || !pc_pdf_has_name(pdf, object, "/Type", "/StructElem"))
    return;
  const qpdf_oh attributes = qpdf_oh_get_key(pdf, object, "/A");
  const int count =
      qpdf_oh_is_array(pdf, attributes) ? qpdf_oh_get_array_n_items(pdf, attributes) : 0;
  for (int i = 0; i < count; i++)
    finish_attributes(pdf, qpdf_oh_get_array_item(pdf, attributes, i));
  finish_attributes(pdf, attributes);
}

void pc_early_pdf_finish(pc_pdf *pdf) {
  const qpdf_oh tree = qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/StructTreeRoot");
  qpdf_oh_remove_key(pdf, qpdf_get_page_n(pdf, 0), "/Tabs");
  if (!qpdf_oh_is_dictionary(pdf, tree))
    return;
  qpdf_oh_replace_key(pdf, tree, "/RoleMap", qpdf_oh_parse(pdf, ROLES));
  pc_pdf_visit(pdf, finish_element, NULL);
}

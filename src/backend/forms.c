/* forms.c - turns the object of an image into the form of a page.  Layer: backend. */
#include "backend/forms.h"

#include <stdlib.h>

#include "figure/pdf_import.h"

/* A foreign object has to have a number to be copied. */
static qpdf_oh copy_value(pc_pdf *to, pc_pdf *from, qpdf_oh value) {
  const bool is_deep = qpdf_oh_is_dictionary(from, value) || qpdf_oh_is_array(from, value);
  if (!is_deep)
    return qpdf_oh_parse(to, qpdf_oh_unparse_resolved(from, value));
  return qpdf_oh_copy_foreign_object(to, from, qpdf_make_indirect_object(from, value));
}

/* What the writer sets itself. */
static bool is_own(const char *key) {
  static const char *const keys[] = {"/Length", "/Filter", "/DecodeParms", NULL};
  return g_strv_contains(keys, key);
}

static void copy_dict(pc_pdf *to, qpdf_oh dict, pc_pdf *from, qpdf_oh source) {
  g_autoptr(GPtrArray) old = pc_pdf_list_keys(to, dict);
  for (guint i = 0; i < old->len; i++)
    qpdf_oh_remove_key(to, dict, old->pdata[i]);
  g_autoptr(GPtrArray) keys = pc_pdf_list_keys(from, source);
  for (guint i = 0; i < keys->len; i++) {
    const char *key = keys->pdata[i];
    if (!is_own(key))
      qpdf_oh_replace_key(to, dict, key, copy_value(to, from, qpdf_oh_get_key(from, source, key)));
  }
}

static void copy_marks(pc_pdf *to, qpdf_oh stream, pc_pdf *from, qpdf_oh source) {
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL filtered = QPDF_FALSE;
  qpdf_oh_get_stream_data(from, source, qpdf_dl_generalized, &filtered, &data, &length);
  pc_pdf_set_data(to, stream, data, length);
  free(data);
}

void pc_form_place(pc_pdf *pdf, qpdf_oh image, GBytes *page, GPtrArray *open) {
  pc_pdf *from = pc_pdf_new(page);
  g_ptr_array_add(open, from);
  const qpdf_oh resources = qpdf_oh_get_key(from, qpdf_get_page_n(from, 0), "/Resources");
  const qpdf_oh forms = qpdf_oh_get_key(from, resources, "/XObject");
  const qpdf_oh form = qpdf_oh_get_key(from, forms, PC_PDF_FORM);
  copy_dict(pdf, qpdf_oh_get_dict(pdf, image), from, qpdf_oh_get_dict(from, form));
  copy_marks(pdf, image, from, form);
}

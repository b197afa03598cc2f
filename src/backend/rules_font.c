/* rules_font.c - checks of fonts (ISO 32000-1, 9.6 to 9.10).  Layer: backend. */
#include <string.h>

#include "backend/rules.h"
#include "figure/pdf_import.h"

static bool is_kind(const pc_preflight *preflight, const pc_subject *subject, const char *kind) {
  return pc_pdf_has_name(preflight->pdf, subject->dict, "/Subtype", kind);
}

static const char *name_font(const pc_preflight *preflight, const pc_subject *subject) {
  const qpdf_oh name = qpdf_oh_get_key(preflight->pdf, subject->dict, "/BaseFont");
  return qpdf_oh_is_name(preflight->pdf, name) ? qpdf_oh_get_name(preflight->pdf, name) + 1 : "?";
}

static bool has_file(const pc_preflight *preflight, const pc_subject *subject) {
  static const char *const keys[] = {"/FontFile", "/FontFile2", "/FontFile3"};
  pc_pdf *pdf = preflight->pdf;
  const qpdf_oh descriptor = qpdf_oh_get_key(pdf, subject->dict, "/FontDescriptor");
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
    if (qpdf_oh_is_dictionary(pdf, descriptor) && qpdf_oh_has_key(pdf, descriptor, keys[i]))
      return true;
  }
  return false;
}

/* A composite font has its file in its descendant; a Type 3 font is drawn. */
void pc_rule_embedded(pc_preflight *preflight, const pc_subject *subject) {
  if (!is_kind(preflight, subject, "/Type0") && !is_kind(preflight, subject, "/Type3") &&
      !has_file(preflight, subject))
    pc_preflight_breach(preflight, "the font '%s' is not embedded", name_font(preflight, subject));
}

/* Text can be read back by a map, or by an encoding that everybody knows (9.10.2). */
void pc_rule_font_text(pc_preflight *preflight, const pc_subject *subject) {
  pc_pdf *pdf = preflight->pdf;
  const bool is_composite = is_kind(preflight, subject, "/Type0");
  const bool is_descendant =
      is_kind(preflight, subject, "/CIDFontType0") || is_kind(preflight, subject, "/CIDFontType2");
  if (is_descendant || pc_subject_has(subject, "/ToUnicode"))
    return;
  const bool is_own =
      (preflight->holds & PC_HOLDS_OWN) != 0 && !pc_subject_has(subject, PC_PDF_FOREIGN);
  const qpdf_oh encoding = qpdf_oh_get_key(pdf, subject->dict, "/Encoding");
  const char *name = qpdf_oh_is_name(pdf, encoding) ? qpdf_oh_get_name(pdf, encoding) : "";
  const bool is_identity = g_str_has_prefix(name, "/Identity");
  if (is_own || (is_composite ? is_identity : qpdf_oh_is_null(pdf, encoding)))
    pc_preflight_breach(preflight, "the text in the font '%s' cannot be read back",
                        name_font(preflight, subject));
}

void pc_rule_drawn_font(pc_preflight *preflight, const pc_subject *subject) {
  if (is_kind(preflight, subject, "/Type3") && !pc_subject_has(subject, PC_PDF_FOREIGN))
    pc_preflight_breach(preflight, "a font is drawn as pictures (Type 3)");
}

void pc_rule_glyph_map(pc_preflight *preflight, const pc_subject *subject) {
  if (is_kind(preflight, subject, "/CIDFontType2") && has_file(preflight, subject) &&
      !pc_subject_has(subject, "/CIDToGIDMap"))
    pc_preflight_breach(preflight, "the font '%s' does not say which glyph is which (CIDToGIDMap)",
                        name_font(preflight, subject));
}

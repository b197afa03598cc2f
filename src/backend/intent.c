/* intent.c - the output intent and the profile of RGB (PRINT section 2.4).  Layer: backend. */
#include "backend/intent.h"

#include "base/resource.h"

static qpdf_oh make_profile(pc_pdf *pdf, const void *bytes, size_t length, const char *dict) {
  qpdf_oh stream = qpdf_oh_new_stream(pdf);
  pc_pdf_set_data(pdf, stream, bytes, length);
  qpdf_oh made = qpdf_oh_parse(pdf, dict);
  static const char *const keys[] = {"/N", "/Alternate"};
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
    qpdf_oh_replace_key(pdf, qpdf_oh_get_dict(pdf, stream), keys[i],
                        qpdf_oh_get_key(pdf, made, keys[i]));
  return stream;
}

static void set_text(pc_pdf *pdf, qpdf_oh dict, const char *key, const char *text) {
  if (text != NULL)
    qpdf_oh_replace_key(pdf, dict, key, qpdf_oh_new_unicode_string(pdf, text));
}

void pc_intent_write(pc_pdf *pdf, const pc_condition *condition) {
  size_t length;
  const void *bytes = g_bytes_get_data(condition->profile, &length);
  qpdf_oh intent = qpdf_oh_parse(pdf, "<< /Type /OutputIntent /S /GTS_PDFX >>");
  set_text(pdf, intent, "/OutputConditionIdentifier", condition->identifier);
  set_text(pdf, intent, "/RegistryName", condition->registry);
  set_text(pdf, intent, "/Info", condition->info);
  qpdf_oh_replace_key(pdf, intent, "/DestOutputProfile",
                      make_profile(pdf, bytes, length, "<< /N 4 /Alternate /DeviceCMYK >>"));
  qpdf_oh intents = qpdf_oh_new_array(pdf);
  qpdf_oh_append_item(pdf, intents, qpdf_make_indirect_object(pdf, intent));
  qpdf_oh_replace_key(pdf, qpdf_get_root(pdf), "/OutputIntents", intents);
}

qpdf_oh pc_intent_make_srgb(pc_pdf *pdf) {
  size_t length;
  const char *bytes = pc_resource_find("profiles/srgb.icc", &length);
  g_assert(bytes != NULL);
  qpdf_oh space = qpdf_oh_new_array(pdf);
  qpdf_oh_append_item(pdf, space, qpdf_oh_new_name(pdf, "/ICCBased"));
  qpdf_oh_append_item(pdf, space,
                      make_profile(pdf, bytes, length, "<< /N 3 /Alternate /DeviceRGB >>"));
  return qpdf_make_indirect_object(pdf, space);
}

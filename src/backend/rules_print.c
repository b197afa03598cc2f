/* rules_print.c - checks of what PDF/X adds: version, claims, output intent, boxes, colour spaces.
 * Layer: backend. */
#include <stdlib.h>
#include <string.h>

#include "base/translate.h"
#include "backend/rules.h"
#include "backend/transparency.h"

/* Boxes print with four decimals, some writers' with two. */
#define BOX_SLACK 0.01
#define POINTS_PER_MM (72 / 25.4)
#define BLEED_MM 3.0
/* Annex C.2 of ISO 32000-1. */
#define MAX_PAGE 14400.0

static void check_version(pc_preflight *preflight, const char *most) {
  const char *version = qpdf_get_pdf_version(preflight->pdf);
  if (g_ascii_strtod(version, NULL) > g_ascii_strtod(most, NULL) + 0.01)
    pc_preflight_breach(preflight, "the file is PDF %s, newer than %s", version, most);
}

void pc_rule_version_x4(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  check_version(preflight, "1.6");
}

void pc_rule_version_x1a(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  check_version(preflight, "1.4");
}

void pc_rule_claim_x4(pc_preflight *preflight, const pc_subject *subject) {
  static const pc_packet_fact needed[] = {PC_PACKET_DOCUMENT_ID, PC_PACKET_VERSION_ID,
                                          PC_PACKET_RENDITION, PC_PACKET_DATED};
  (void)subject;
  const char *version = preflight->packet.facts[PC_PACKET_X_VERSION];
  if (version == NULL || !g_str_has_prefix(version, "PDF/X-4"))
    pc_preflight_breach(preflight, "the file does not say that it is PDF/X-4");
  for (size_t i = 0; i < G_N_ELEMENTS(needed); i++) {
    const char *fact = preflight->packet.facts[needed[i]];
    if (fact == NULL || fact[0] == '\0')
      pc_preflight_breach(preflight, "the file has no name and version of its own (XMP xmpMM)");
  }
}

/* Of 2001 and of 2003: the second says it once. */
void pc_rule_claim_x1a(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  pc_pdf *pdf = preflight->pdf;
  const qpdf_oh version = qpdf_oh_get_key_if_dict(pdf, preflight->info, "/GTS_PDFXVersion");
  const qpdf_oh conformance = qpdf_oh_get_key_if_dict(pdf, preflight->info, "/GTS_PDFXConformance");
  g_autofree char *says = g_strdup(pc_rules_text(pdf, version));
  const bool is_2001 = g_str_has_prefix(says, "PDF/X-1:2001") &&
                       g_str_has_prefix(pc_rules_text(pdf, conformance), "PDF/X-1a");
  if (!is_2001 && !g_str_has_prefix(says, "PDF/X-1a:2003"))
    pc_preflight_breach(preflight, "the file does not say that it is PDF/X-1a");
}

/* The first intent for print; *count is how many there are. */
static qpdf_oh find_intent(const pc_preflight *preflight, int *count) {
  pc_pdf *pdf = preflight->pdf;
  const qpdf_oh intents = qpdf_oh_get_key(pdf, preflight->root, "/OutputIntents");
  const int n = qpdf_oh_is_array(pdf, intents) ? qpdf_oh_get_array_n_items(pdf, intents) : 0;
  qpdf_oh found = qpdf_oh_new_null(pdf);
  *count = 0;
  for (int i = 0; i < n; i++) {
    const qpdf_oh intent = qpdf_oh_get_array_item(pdf, intents, i);
    if (pc_pdf_has_name(pdf, intent, "/S", "/GTS_PDFX") && ++*count == 1)
      found = intent;
  }
  return found;
}

static bool says(pc_pdf *pdf, qpdf_oh dict, const char *key) {
  return pc_rules_text(pdf, qpdf_oh_get_key_if_dict(pdf, dict, key))[0] != '\0';
}

void pc_rule_intent(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  pc_pdf *pdf = preflight->pdf;
  int count;
  const qpdf_oh intent = find_intent(preflight, &count);
  if (count != 1)
    pc_preflight_breach(preflight, count == 0
                                       ? "the file does not say for which press it is made"
                                       : "the file says that it is made for several presses");
  else if (!says(pdf, intent, "/OutputConditionIdentifier") ||
           (!says(pdf, intent, "/Info") && !says(pdf, intent, "/RegistryName")))
    pc_preflight_breach(preflight, "the printing condition has no name");
}

/* The header of a profile (ICC.1:2010, 7.2). */
static const char *find_profile_fault(const unsigned char *data, size_t length, int components,
                                      bool is_cmyk_only) {
  static const struct {
    const char *space;
    int components;
  } spaces[] = {{"CMYK", 4}, {"RGB ", 3}, {"GRAY", 1}};
  if (length < 128)
    return "is cut off";
  const size_t size =
      (size_t)data[0] << 24 | (size_t)data[1] << 16 | (size_t)data[2] << 8 | data[3];
  if (size != length)
    return "is cut off";
  if (memcmp(data + 12, "prtr", 4) != 0)
    return "is none of a printing press";
  if (data[8] > 4)
    return "is newer than version 4";
  for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++) {
    if (memcmp(data + 16, spaces[i].space, 4) == 0)
      return spaces[i].components != components ? "has another number of inks than it says"
             : is_cmyk_only && components == 3  ? "is for RGB, not for inks"
                                                : NULL;
  }
  return "is for unknown inks";
}

void pc_rule_profile(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  pc_pdf *pdf = preflight->pdf;
  int count;
  const qpdf_oh intent = find_intent(preflight, &count);
  const qpdf_oh stream = qpdf_oh_get_key_if_dict(pdf, intent, "/DestOutputProfile");
  const bool is_cmyk_only = (preflight->holds & PC_HOLDS_X1A) != 0;
  if (!qpdf_oh_is_stream(pdf, stream)) {
    if (!is_cmyk_only || !says(pdf, intent, "/RegistryName"))
      pc_preflight_breach(preflight, "the profile of the printing condition is missing");
    return;
  }
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL is_decoded = QPDF_FALSE;
  qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, &is_decoded, &data, &length);
  const qpdf_oh n = qpdf_oh_get_key(pdf, qpdf_oh_get_dict(pdf, stream), "/N");
  const char *fault =
      find_profile_fault(data, length, (int)qpdf_oh_get_numeric_value(pdf, n), is_cmyk_only);
  if (fault != NULL)
    pc_preflight_breach(preflight, "the profile of the printing condition %s", _(fault));
  free(data);
}

static bool is_inside(const double *inner, const double *outer) {
  return inner[0] >= outer[0] - BOX_SLACK && inner[1] >= outer[1] - BOX_SLACK &&
         inner[2] <= outer[2] + BOX_SLACK && inner[3] <= outer[3] + BOX_SLACK;
}

void pc_rule_boxes(pc_preflight *preflight, const pc_subject *subject) {
  pc_pdf *pdf = preflight->pdf;
  double media[4], bleed[4], trim[4];
  const bool has_trim = pc_rules_box(pdf, subject->dict, "/TrimBox", trim);
  const bool has_art = qpdf_oh_has_key(pdf, subject->dict, "/ArtBox");
  if (!pc_rules_box(pdf, subject->dict, "/MediaBox", media)) {
    pc_preflight_breach(preflight, "the page has no size (MediaBox)");
    return;
  }
  if (has_trim == has_art)
    pc_preflight_breach(preflight, has_trim ? "two boxes say where to cut (TrimBox and ArtBox)"
                                            : "nothing says where to cut (no TrimBox)");
  const bool has_bleed = pc_rules_box(pdf, subject->dict, "/BleedBox", bleed);
  if (has_bleed && !is_inside(bleed, media))
    pc_preflight_breach(preflight, "the bleed (BleedBox) reaches out of the page");
  if (has_trim && !is_inside(trim, has_bleed ? bleed : media))
    pc_preflight_breach(preflight, "where to cut (TrimBox) lies outside of the bleed or the page");
}

/* Without any box for the bleed the page itself is the bleed (ISO 32000-1, 14.11.2). */
void pc_rule_bleed(pc_preflight *preflight, const pc_subject *subject) {
  pc_pdf *pdf = preflight->pdf;
  double bleed[4], trim[4];
  if (!pc_rules_box(pdf, subject->dict, "/BleedBox", bleed) &&
      !pc_rules_box(pdf, subject->dict, "/MediaBox", bleed))
    return;
  if (!pc_rules_box(pdf, subject->dict, "/TrimBox", trim))
    memcpy(trim, bleed, sizeof trim);
  const double least =
      MIN(MIN(trim[0] - bleed[0], trim[1] - bleed[1]), MIN(bleed[2] - trim[2], bleed[3] - trim[3]));
  char mm[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd(mm, sizeof mm, "%.1f", least / POINTS_PER_MM);
  if (least < 0.1)
    pc_preflight_breach(preflight,
                        "there is no bleed, so colour at the edge may end in a white rim");
  else if (least < BLEED_MM * POINTS_PER_MM - 0.1)
    pc_preflight_breach(preflight, "the bleed is %s mm wide, not 3", mm);
}

void pc_rule_page_size(pc_preflight *preflight, const pc_subject *subject) {
  double media[4];
  if (!pc_rules_box(preflight->pdf, subject->dict, "/MediaBox", media))
    return;
  if (MAX(media[2] - media[0], media[3] - media[1]) > MAX_PAGE)
    pc_preflight_breach(preflight, "the page is longer than 5.08 m");
}

static bool overlaps(const double *a, const double *b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

void pc_rule_annotations(pc_preflight *preflight, const pc_subject *subject) {
  static const char *const boxes[] = {"/BleedBox", "/TrimBox", "/MediaBox"};
  pc_pdf *pdf = preflight->pdf;
  double inside[4], rect[4];
  bool has_box = false;
  for (size_t i = 0; i < G_N_ELEMENTS(boxes) && !has_box; i++)
    has_box = pc_rules_box(pdf, subject->dict, boxes[i], inside);
  const qpdf_oh annotations = qpdf_oh_get_key(pdf, subject->dict, "/Annots");
  const int count =
      qpdf_oh_is_array(pdf, annotations) ? qpdf_oh_get_array_n_items(pdf, annotations) : 0;
  for (int i = 0; i < count && has_box; i++) {
    const qpdf_oh one = qpdf_oh_get_array_item(pdf, annotations, i);
    const bool is_mark = pc_pdf_has_name(pdf, one, "/Subtype", "/PrinterMark") ||
                         pc_pdf_has_name(pdf, one, "/Subtype", "/TrapNet");
    const bool has_rect = qpdf_oh_is_dictionary(pdf, one) && pc_rules_box(pdf, one, "/Rect", rect);
    if (!is_mark && (!has_rect || overlaps(rect, inside)))
      pc_preflight_breach(preflight, "there is a note, a link or a form field on the page");
  }
}

void pc_rule_groups(pc_preflight *preflight, const pc_subject *subject) {
  if (!pc_subject_has(subject, "/Group"))
    return;
  const qpdf_oh group = qpdf_oh_get_key(preflight->pdf, subject->dict, "/Group");
  if (pc_pdf_has_name(preflight->pdf, group, "/CS", "/DeviceRGB"))
    pc_preflight_breach(preflight, "what is transparent is mixed in RGB, not in inks");
}

/* In a graphics state: a mask has /TR, too, and a table is made of /TR. */
void pc_rule_transfer(pc_preflight *preflight, const pc_subject *subject) {
  static const char *const functions[] = {"/TR", "/TR2"};
  static const char *const keys[] = {"/HTP", "/OPI"};
  pc_pdf *pdf = preflight->pdf;
  const bool is_mask = pc_subject_has(subject, "/S") || pc_subject_has(subject, "/G");
  for (size_t i = 0; i < G_N_ELEMENTS(functions) && !is_mask; i++) {
    if (!pc_subject_has(subject, functions[i]))
      continue;
    const qpdf_oh value = qpdf_oh_get_key(pdf, subject->dict, functions[i]);
    if (!qpdf_oh_is_name(pdf, value))
      pc_preflight_breach(preflight, "a transfer curve changes tones on the press (%s)",
                          functions[i]);
  }
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
    if (pc_subject_has(subject, keys[i]))
      pc_preflight_breach(preflight, "something is left to be put in by the press (%s)", keys[i]);
  }
}

void pc_rule_transparency(pc_preflight *preflight, const pc_subject *subject) {
  pc_pdf *pdf = preflight->pdf;
  const bool is_group =
      pc_subject_has(subject, "/Group") &&
      pc_pdf_has_name(pdf, qpdf_oh_get_key(pdf, subject->dict, "/Group"), "/S", "/Transparency");
  if (is_group || pc_transparency_is_in(pdf, subject->dict))
    pc_preflight_breach(preflight, "something is transparent");
}

static bool has_components(pc_pdf *pdf, qpdf_oh stream, int n) {
  return qpdf_oh_is_stream(pdf, stream) &&
         qpdf_oh_get_numeric_value(pdf,
                                   qpdf_oh_get_key(pdf, qpdf_oh_get_dict(pdf, stream), "/N")) == n;
}

/* A colour space that is none of inks (ISO 32000-1, 8.6). */
static bool is_coloured_light(pc_pdf *pdf, qpdf_oh space) {
  static const char *const families[] = {"/DeviceRGB", "/CalRGB", "/Lab", "/RGB"};
  const bool is_array = qpdf_oh_is_array(pdf, space) && qpdf_oh_get_array_n_items(pdf, space) > 0;
  const qpdf_oh family = is_array ? qpdf_oh_get_array_item(pdf, space, 0) : space;
  for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
    if (qpdf_oh_is_name_and_equals(pdf, family, families[i]))
      return true;
  }
  if (!is_array || qpdf_oh_get_array_n_items(pdf, space) < 2)
    return false;
  const qpdf_oh second = qpdf_oh_get_array_item(pdf, space, 1);
  if (qpdf_oh_is_name_and_equals(pdf, family, "/ICCBased"))
    return has_components(pdf, second, 3);
  return qpdf_oh_is_name_and_equals(pdf, family, "/Indexed") &&
         qpdf_oh_is_name_and_equals(pdf, second, "/DeviceRGB");
}

/* Of a picture, a gradient, a group, or a table of spaces. */
void pc_rule_spaces(pc_preflight *preflight, const pc_subject *subject) {
  static const char what[] = "a colour is given in RGB or Lab, not in inks";
  static const char *const keys[] = {"/ColorSpace", "/CS"};
  pc_pdf *pdf = preflight->pdf;
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
    if (!pc_subject_has(subject, keys[i]))
      continue;
    const qpdf_oh space = qpdf_oh_get_key(pdf, subject->dict, keys[i]);
    if (is_coloured_light(pdf, space))
      pc_preflight_breach(preflight, "%s", what);
    if (!qpdf_oh_is_dictionary(pdf, space))
      continue;
    g_autoptr(GPtrArray) names = pc_pdf_list_keys(pdf, space);
    for (guint k = 0; k < names->len; k++) {
      if (is_coloured_light(pdf, qpdf_oh_get_key(pdf, space, names->pdata[k])))
        pc_preflight_breach(preflight, "%s", what);
    }
  }
}

static bool has_default_rgb(pc_pdf *pdf, qpdf_oh dict) {
  return pc_resources_declare_rgb(pdf, qpdf_oh_get_key(pdf, dict, "/Resources"));
}

/* Everywhere, needed or not: whoever puts the page into another one need not look.  A file of inks
 * has it nowhere, and no RGB to mean. */
void pc_rule_default_rgb(pc_preflight *preflight, const pc_subject *subject) {
  pc_pdf *pdf = preflight->pdf;
  if ((preflight->holds & PC_HOLDS_X4) == 0 || !pc_subject_has(subject, "/Resources") ||
      !has_default_rgb(pdf, qpdf_get_page_n(pdf, 0)))
    return;
  if (!has_default_rgb(pdf, subject->dict))
    pc_preflight_breach(preflight, "a content does not say what its RGB means (DefaultRGB)");
}

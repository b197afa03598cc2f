/* rules_file.c - checks of the file as a whole: whole, open, named, dated, and still.
 * Layer: backend. */
#include <string.h>

#include "base/translate.h"
#include "backend/rules.h"

static qpdf_oh get_info(const pc_preflight *preflight, const char *key) {
  return qpdf_oh_get_key_if_dict(preflight->pdf, preflight->info, key);
}

/* A picture or a font that cannot be unpacked is a mere warning of libqpdf's. */
void pc_rule_syntax(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  pc_pdf *pdf = preflight->pdf;
  qpdf_check_pdf(pdf);
  while (qpdf_has_error(pdf) || qpdf_more_warnings(pdf)) {
    const qpdf_error fault = qpdf_has_error(pdf) ? qpdf_get_error(pdf) : qpdf_next_warning(pdf);
    if (qpdf_get_error_code(pdf, fault) != qpdf_e_unsupported)
      pc_preflight_breach(preflight, "a part of the file is damaged, or unpacks to too much: %s",
                          qpdf_get_error_message_detail(pdf, fault));
  }
}

void pc_rule_encryption(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  if (qpdf_is_encrypted(preflight->pdf))
    pc_preflight_breach(preflight, "the file is protected: it is encrypted");
}

void pc_rule_id(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  pc_pdf *pdf = preflight->pdf;
  const qpdf_oh id = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/ID");
  if (!qpdf_oh_is_array(pdf, id) || qpdf_oh_get_array_n_items(pdf, id) != 2)
    pc_preflight_breach(preflight, "the file has no identifier (/ID)");
}

void pc_rule_metadata(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  const qpdf_oh stream = qpdf_oh_get_key(preflight->pdf, preflight->root, "/Metadata");
  if (!preflight->packet.is_there)
    pc_preflight_breach(preflight, "the file does not describe itself (no XMP metadata)");
  else if (!preflight->packet.is_sound)
    pc_preflight_breach(preflight, "the description of the file (XMP metadata) cannot be read");
  else if (qpdf_oh_has_key(preflight->pdf, qpdf_oh_get_dict(preflight->pdf, stream), "/Filter"))
    pc_preflight_breach(preflight, "the description of the file (XMP metadata) is compressed");
}

void pc_rule_title(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  const char *xmp = preflight->packet.facts[PC_PACKET_TITLE];
  g_autofree char *title = g_strdup(pc_rules_text(preflight->pdf, get_info(preflight, "/Title")));
  g_strstrip(title);
  const bool is_old = (preflight->holds & (PC_HOLDS_X4 | PC_HOLDS_UA | PC_HOLDS_OWN)) == 0;
  if (title[0] == '\0')
    pc_preflight_breach(preflight, "the file has no title");
  else if (xmp == NULL ? !is_old : strcmp(xmp, title) != 0)
    pc_preflight_breach(preflight, "the title is '%s' in one place and '%s' in another", title,
                        xmp != NULL ? xmp : "");
}

/* D:YYYYMMDDHHmmSS and Z, +hh'mm' or -hh'mm' (ISO 32000-1, 7.9.4). */
static bool is_date(const char *text) {
  return g_regex_match_simple("^D:\\d{14}(Z|[+-]\\d\\d'\\d\\d'?)$", text, 0, 0);
}

static char *keep_digits(const char *text) {
  GString *digits = g_string_new(NULL);
  for (; *text != '\0' && digits->len < 14; text++) {
    if (g_ascii_isdigit(*text))
      g_string_append_c(digits, *text);
  }
  return g_string_free(digits, FALSE);
}

static void check_date(pc_preflight *preflight, const char *key, pc_packet_fact fact) {
  const char *xmp = preflight->packet.facts[fact];
  g_autofree char *date = g_strdup(pc_rules_text(preflight->pdf, get_info(preflight, key)));
  if (!is_date(date)) {
    pc_preflight_breach(preflight, "%s is '%s', which is no full date", key + 1, date);
    return;
  }
  const bool is_old = (preflight->holds & PC_HOLDS_X4) == 0;
  if (xmp == NULL && is_old)
    return;
  g_autofree char *digits = keep_digits(date);
  g_autofree char *other = keep_digits(xmp != NULL ? xmp : "");
  if (strlen(other) < 8 || !g_str_has_prefix(digits, other))
    pc_preflight_breach(preflight, "%s is %s in one place and '%s' in another", key + 1, date,
                        xmp != NULL ? xmp : "");
}

void pc_rule_dates(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  check_date(preflight, "/CreationDate", PC_PACKET_CREATED);
  check_date(preflight, "/ModDate", PC_PACKET_MODIFIED);
}

void pc_rule_trapped(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  pc_pdf *pdf = preflight->pdf;
  const qpdf_oh trapped = get_info(preflight, "/Trapped");
  const char *name = qpdf_oh_is_name(pdf, trapped) ? qpdf_oh_get_name(pdf, trapped) : "";
  const char *xmp = preflight->packet.facts[PC_PACKET_TRAPPED];
  if (strcmp(name, "/True") != 0 && strcmp(name, "/False") != 0)
    pc_preflight_breach(preflight, "the file does not say whether it is trapped");
  else if (xmp != NULL && strcmp(xmp, name + 1) != 0)
    pc_preflight_breach(preflight, "the file says two things about trapping");
}

static void forbid_keys(pc_preflight *preflight, const pc_subject *subject, const char *const *keys,
                        const char *what) {
  for (; *keys != NULL; keys++) {
    if (pc_subject_has(subject, *keys))
      pc_preflight_breach(preflight, "%s (%s)", _(what), *keys);
  }
}

void pc_rule_scripts(pc_preflight *preflight, const pc_subject *subject) {
  static const char *const keys[] = {"/JS", "/JavaScript", NULL};
  static const char what[] = "the file contains a program";
  forbid_keys(preflight, subject, keys, what);
  if (pc_subject_has(subject, "/S") &&
      pc_pdf_has_name(preflight->pdf, subject->dict, "/S", "/Launch"))
    pc_preflight_breach(preflight, "%s", "the file starts another program (/Launch)");
}

void pc_rule_actions(pc_preflight *preflight, const pc_subject *subject) {
  static const char *const keys[] = {"/OpenAction", "/AA", NULL};
  forbid_keys(preflight, subject, keys, "the file does something by itself");
}

void pc_rule_attachments(pc_preflight *preflight, const pc_subject *subject) {
  static const char *const keys[] = {"/EmbeddedFiles", "/EF", NULL};
  forbid_keys(preflight, subject, keys, "another file is attached");
}

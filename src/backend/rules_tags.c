/* rules_tags.c - checks of what a reader aloud follows (ISO 14289-1, 7).  Layer: backend. */
#include <string.h>

#include "backend/rules.h"

static bool is_true(pc_pdf *pdf, qpdf_oh dict, const char *key) {
  const qpdf_oh value = qpdf_oh_get_key_if_dict(pdf, dict, key);
  return qpdf_oh_is_bool(pdf, value) && qpdf_oh_get_bool_value(pdf, value);
}

static bool has_text(pc_pdf *pdf, qpdf_oh dict, const char *key) {
  g_autofree char *text = g_strdup(pc_rules_text(pdf, qpdf_oh_get_key(pdf, dict, key)));
  return g_strstrip(text)[0] != '\0';
}

void pc_rule_tagged(pc_preflight *preflight, const pc_subject *subject) {
  pc_pdf *pdf = preflight->pdf;
  const qpdf_oh tree = qpdf_oh_get_key(pdf, subject->dict, "/StructTreeRoot");
  const qpdf_oh info = qpdf_oh_get_key(pdf, subject->dict, "/MarkInfo");
  if (!qpdf_oh_is_dictionary(pdf, tree) || !is_true(pdf, info, "/Marked"))
    pc_preflight_breach(preflight, "the file is not tagged");
  else if (is_true(pdf, info, "/Suspects"))
    pc_preflight_breach(preflight, "the file says that its tags may be wrong");
}

void pc_rule_language(pc_preflight *preflight, const pc_subject *subject) {
  if (!has_text(preflight->pdf, subject->dict, "/Lang"))
    pc_preflight_breach(preflight, "the file does not say its language");
}

void pc_rule_shown_title(pc_preflight *preflight, const pc_subject *subject) {
  const qpdf_oh wishes = qpdf_oh_get_key(preflight->pdf, subject->dict, "/ViewerPreferences");
  if (!is_true(preflight->pdf, wishes, "/DisplayDocTitle"))
    pc_preflight_breach(preflight, "readers show the name of the file instead of its title");
}

void pc_rule_claim_ua(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  const char *part = preflight->packet.facts[PC_PACKET_UA_PART];
  if (part == NULL || strcmp(part, "1") != 0)
    pc_preflight_breach(preflight, "the file does not say that it is PDF/UA-1");
}

static bool has_other(GHashTable *set, GHashTable *other) {
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init(&iter, set);
  while (g_hash_table_iter_next(&iter, &key, NULL)) {
    if (!g_hash_table_contains(other, key))
      return true;
  }
  return false;
}

void pc_rule_tree(pc_preflight *preflight, const pc_subject *subject) {
  (void)subject;
  const pc_contents *contents = &preflight->contents;
  if (!contents->is_whole)
    pc_preflight_breach(preflight, "the structure is endless or too large");
  else if (contents->is_twice)
    pc_preflight_breach(preflight, "a part of a page stands twice in the structure");
  else if (has_other(contents->drawn, contents->tagged))
    pc_preflight_breach(preflight, "a part of a page is missing in the structure");
  else if (has_other(contents->tagged, contents->drawn))
    pc_preflight_breach(preflight, "the structure names a part of a page that is not there");
}

void pc_rule_parents(pc_preflight *preflight, const pc_subject *subject) {
  if (!subject->element->has_right_parent)
    pc_preflight_breach(preflight, "an element of the structure names another parent than its own");
}

static bool is_type(const pc_subject *subject, const char *type) {
  return strcmp(subject->element->type, type) == 0;
}

static bool is_figure(const pc_subject *subject) {
  return is_type(subject, "/Figure") || is_type(subject, "/Formula");
}

void pc_rule_alt(pc_preflight *preflight, const pc_subject *subject) {
  if (is_figure(subject) && !has_text(preflight->pdf, subject->dict, "/Alt") &&
      !has_text(preflight->pdf, subject->dict, "/ActualText"))
    pc_preflight_breach(preflight, "a picture has no description");
}

/* Attributes are one dictionary or several. */
static bool has_attribute(pc_pdf *pdf, qpdf_oh element, const char *key) {
  const qpdf_oh own = qpdf_oh_get_key(pdf, element, "/A");
  if (qpdf_oh_is_dictionary(pdf, own))
    return qpdf_oh_has_key(pdf, own, key);
  const int count = qpdf_oh_is_array(pdf, own) ? qpdf_oh_get_array_n_items(pdf, own) : 0;
  for (int i = 0; i < count; i++) {
    const qpdf_oh one = qpdf_oh_get_array_item(pdf, own, i);
    if (qpdf_oh_is_dictionary(pdf, one) && qpdf_oh_has_key(pdf, one, key))
      return true;
  }
  return false;
}

void pc_rule_figure_box(pc_preflight *preflight, const pc_subject *subject) {
  if (is_figure(subject) && !has_attribute(preflight->pdf, subject->dict, "/BBox"))
    pc_preflight_breach(preflight, "a picture does not say where it stands");
}

void pc_rule_scope(pc_preflight *preflight, const pc_subject *subject) {
  if (is_type(subject, "/TH") && !has_attribute(preflight->pdf, subject->dict, "/Scope") &&
      !qpdf_oh_has_key(preflight->pdf, subject->dict, "/ID"))
    pc_preflight_breach(preflight, "a header cell does not say which cells it is for");
}

void pc_rule_headings(pc_preflight *preflight, const pc_subject *subject) {
  const char *type = subject->element->type;
  if (strlen(type) != 3 || type[1] != 'H' || !g_ascii_isdigit(type[2]))
    return;
  const int level = type[2] - '0';
  if (preflight->heading == 0 && level > 1)
    pc_preflight_breach(preflight, "the first heading is of level %d", level);
  else if (level > preflight->heading + 1)
    pc_preflight_breach(preflight, "a heading of level %d follows one of level %d", level,
                        preflight->heading);
  preflight->heading = level;
}

/* ISO 32000-1, 14.8.4.3: what stands only in what. */
static const struct {
  const char *type;
  const char *parents[5];
} places[] = {
    {"/LI", {"/L"}},  {"/LBody", {"/LI"}}, {"/TR", {"/Table", "/THead", "/TBody", "/TFoot"}},
    {"/TH", {"/TR"}}, {"/TD", {"/TR"}},
};

void pc_rule_nesting(pc_preflight *preflight, const pc_subject *subject) {
  for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
    if (is_type(subject, places[i].type) &&
        !g_strv_contains(places[i].parents, subject->element->parent_type))
      pc_preflight_breach(preflight, "a %s of a list or a table stands in a %s", places[i].type + 1,
                          subject->element->parent_type[0] != '\0'
                              ? subject->element->parent_type + 1
                              : "document");
  }
}

void pc_rule_tabs(pc_preflight *preflight, const pc_subject *subject) {
  pc_pdf *pdf = preflight->pdf;
  const bool is_asked =
      (preflight->holds & PC_HOLDS_OWN) != 0 || qpdf_oh_has_key(pdf, subject->dict, "/Annots");
  if (is_asked && !pc_pdf_has_name(pdf, subject->dict, "/Tabs", "/S"))
    pc_preflight_breach(preflight, "the order of the page is not that of its structure");
}

void pc_rule_links(pc_preflight *preflight, const pc_subject *subject) {
  pc_pdf *pdf = preflight->pdf;
  const qpdf_oh annotations = qpdf_oh_get_key(pdf, subject->dict, "/Annots");
  const int count =
      qpdf_oh_is_array(pdf, annotations) ? qpdf_oh_get_array_n_items(pdf, annotations) : 0;
  for (int i = 0; i < count; i++) {
    const qpdf_oh one = qpdf_oh_get_array_item(pdf, annotations, i);
    if (pc_pdf_has_name(pdf, one, "/Subtype", "/Link") &&
        (!has_text(pdf, one, "/Contents") || !qpdf_oh_has_key(pdf, one, "/StructParent")))
      pc_preflight_breach(preflight, "a link has no description, or no place in the structure");
  }
}

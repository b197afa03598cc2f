/* inspect.c - the finished PDF, read back and held against its rules.  Layer: backend. */
#include "backend/finish.h"

#include "figure/objects.h"
#include "figure/pdf_import.h"

/* Dictionaries inside each other in one object; deeper ones are not ours. */
#define MAX_DEPTH 16

typedef struct inspection {
  pc_diags *diags;
  bool sound;
} inspection;

static void report_breach(inspection *state, const char *rule) {
  state->sound = false;
  PC_REPORT(state->diags, (pc_place){0}, PC_PRINT_RULE, "the finished PDF breaks a rule: %s", rule);
}

/* A box prints with four decimals, so the texts can be compared. */
static void inspect_box(pc_pdf *pdf, qpdf_oh page, const char *key, char *wanted,
                        inspection *state) {
  GString *found = g_string_new(NULL);
  qpdf_oh box = qpdf_oh_get_key(pdf, page, key);
  int count = qpdf_oh_is_array(pdf, box) ? qpdf_oh_get_array_n_items(pdf, box) : 0;
  for (int i = 0; i < count; i++) {
    if (i > 0)
      g_string_append_c(found, ' ');
    pc_pdf_append_pt(found, qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, box, i)));
  }
  if (!g_str_equal(found->str, wanted)) {
    g_autofree char *rule = g_strdup_printf("%s is %s, not %s", key + 1, found->str, wanted);
    report_breach(state, rule);
  }
  g_string_free(found, TRUE);
  g_free(wanted);
}

static bool has_font_file(pc_pdf *pdf, qpdf_oh font) {
  static const char *const keys[] = {"/FontFile", "/FontFile2", "/FontFile3"};
  qpdf_oh descriptor = qpdf_oh_get_key(pdf, font, "/FontDescriptor");
  for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
    if (qpdf_oh_is_dictionary(pdf, descriptor) && qpdf_oh_has_key(pdf, descriptor, keys[i]))
      return true;
  }
  return false;
}

/* A composite font has the text, its descendant the file; a simple font has both.  Fonts of a page
 * that was imported have what they came with, but are embedded. */
static void inspect_font(pc_pdf *pdf, qpdf_oh font, inspection *state) {
  bool is_composite = pc_pdf_has_name(pdf, font, "/Subtype", "/Type0");
  bool is_descendant = pc_pdf_has_name(pdf, font, "/Subtype", "/CIDFontType0") ||
                       pc_pdf_has_name(pdf, font, "/Subtype", "/CIDFontType2");
  bool is_foreign = qpdf_oh_has_key(pdf, font, PC_PDF_FOREIGN);
  bool is_drawn = pc_pdf_has_name(pdf, font, "/Subtype", "/Type3");
  if (is_drawn && !is_foreign)
    report_breach(state, "a font is drawn as pictures (Type 3)");
  else if (!is_drawn && !is_composite && !has_font_file(pdf, font))
    report_breach(state, "a font is not embedded");
  if (!is_foreign && !is_descendant && !qpdf_oh_has_key(pdf, font, "/ToUnicode"))
    report_breach(state, "the text of a font cannot be copied");
}

/* What may not stand in a print file at any depth. */
static const struct forbidden_key {
  const char *key, *rule;
} forbidden_keys[] = {
    {"/JS", "it contains a script"},
    {"/JavaScript", "it contains a script"},
    {"/Annots", "it contains annotations"},
    {"/EmbeddedFiles", "a file is attached to it"},
    {"/OpenAction", "it acts when it is opened"},
    {"/AA", "it acts by itself"},
    {"/Encrypt", "it is encrypted"},
};

static void inspect_keys(pc_pdf *pdf, qpdf_oh dict, inspection *state) {
  for (size_t i = 0; i < G_N_ELEMENTS(forbidden_keys); i++) {
    if (qpdf_oh_has_key(pdf, dict, forbidden_keys[i].key))
      report_breach(state, forbidden_keys[i].rule);
  }
}

static void inspect_dict(pc_pdf *pdf, qpdf_oh dict, int depth, inspection *state) {
  inspect_keys(pdf, dict, state);
  if (pc_pdf_has_name(pdf, dict, "/Type", "/Font"))
    inspect_font(pdf, dict, state);
  g_autoptr(GPtrArray) keys = pc_pdf_list_keys(pdf, dict);
  for (guint i = 0; i < keys->len && depth < MAX_DEPTH; i++) {
    qpdf_oh value = qpdf_oh_get_key(pdf, dict, keys->pdata[i]);
    if (!qpdf_oh_is_indirect(pdf, value) && qpdf_oh_is_dictionary(pdf, value))
      inspect_dict(pdf, value, depth + 1, state);
  }
}

static void inspect_object(pc_pdf *pdf, qpdf_oh object, void *user) {
  qpdf_oh dict = qpdf_oh_is_stream(pdf, object) ? qpdf_oh_get_dict(pdf, object) : object;
  if (qpdf_oh_is_dictionary(pdf, dict))
    inspect_dict(pdf, dict, 0, user);
}

static void inspect_boxes(pc_pdf *pdf, int number, pc_sheet sheet, inspection *state) {
  const qpdf_oh page = qpdf_get_page_n(pdf, (size_t)number);
  inspect_box(pdf, page, "/MediaBox", pc_sheet_format_rect(sheet, pc_sheet_media(sheet)), state);
  inspect_box(pdf, page, "/BleedBox", pc_sheet_format_rect(sheet, pc_sheet_bleed(sheet)), state);
  inspect_box(pdf, page, "/TrimBox", pc_sheet_format_rect(sheet, pc_sheet_trim(sheet)), state);
}

bool pc_inspect_pdf(GBytes *bytes, const pc_sheet *sheets, int n, pc_diags *diags) {
  inspection state = {diags, true};
  g_autoptr(pc_pdf) pdf = pc_pdf_new(bytes);
  g_autofree char *unreadable = pc_pdf_find_error(pdf);
  if (unreadable != NULL || qpdf_get_num_pages(pdf) != n) {
    report_breach(&state, unreadable != NULL ? unreadable : "it has pages too many or too few");
    return false;
  }
  for (int i = 0; i < n; i++)
    inspect_boxes(pdf, i, sheets[i], &state);
  inspect_keys(pdf, qpdf_get_trailer(pdf), &state);
  pc_pdf_visit(pdf, inspect_object, &state);
  g_autofree char *error = pc_pdf_find_error(pdf);
  if (error != NULL)
    report_breach(&state, error);
  return state.sound;
}

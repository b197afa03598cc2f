/* inspect.c - the finished PDF, read back and held against the rules before it replaces another
 * file.  Layer: backend. */
#include "base/translate.h"
#include "backend/finish.h"

#include "backend/rules.h"

static void report_breach(pc_diags *diags, const char *rule, const char *detail) {
  PC_REPORT(diags, (pc_place){0}, PC_PRINT_RULE, "the finished PDF breaks the rule '%s': %s", rule,
            _(detail));
}

/* A box prints with four decimals, so the texts can be compared.  Takes wanted. */
static bool inspect_box(pc_pdf *pdf, qpdf_oh page, const char *key, char *wanted, pc_diags *diags) {
  g_autofree char *own = wanted;
  g_autoptr(GString) found = g_string_new(NULL);
  qpdf_oh box = qpdf_oh_get_key(pdf, page, key);
  int count = qpdf_oh_is_array(pdf, box) ? qpdf_oh_get_array_n_items(pdf, box) : 0;
  for (int i = 0; i < count; i++) {
    if (i > 0)
      g_string_append_c(found, ' ');
    pc_pdf_append_pt(found, qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, box, i)));
  }
  if (g_str_equal(found->str, own))
    return true;
  g_autofree char *detail = g_strdup_printf(_("%s is %s, not %s"), key + 1, found->str, own);
  report_breach(diags, "boxes", detail);
  return false;
}

static bool inspect_boxes(pc_pdf *pdf, int number, pc_sheet sheet, pc_diags *diags) {
  const qpdf_oh page = qpdf_get_page_n(pdf, (size_t)number);
  const struct {
    const char *key;
    pc_rect rect;
  } boxes[] = {
      {"/MediaBox", pc_sheet_media(sheet)},
      {"/BleedBox", pc_sheet_bleed(sheet)},
      {"/TrimBox", pc_sheet_trim(sheet)},
  };
  bool is_sound = true;
  for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++)
    is_sound =
        inspect_box(pdf, page, boxes[i].key, pc_sheet_format_rect(sheet, boxes[i].rect), diags) &&
        is_sound;
  return is_sound;
}

/* What a file must be, whatever it says of itself.  PDF/UA-1 is PDF 1.7 in words, so PDF 1.4 cannot
 * be it. */
static unsigned list_promises(const pc_backend_options *options) {
  static const unsigned promises[] = {[PC_STANDARD_X4] = PC_HOLDS_X4 | PC_HOLDS_UA,
                                      [PC_STANDARD_X1A] = PC_HOLDS_X1A,
                                      [PC_STANDARD_PLAIN] = PC_HOLDS_UA};
  const unsigned promised = promises[options->print->standard] | PC_HOLDS_OWN;
  return options->is_untagged ? promised & ~(unsigned)PC_HOLDS_UA : promised;
}

static bool inspect_rules(pc_pdf *pdf, const pc_backend_options *options, pc_diags *diags) {
  pc_preflight preflight;
  const unsigned claims = pc_preflight_find_claims(pdf) | list_promises(options);
  pc_preflight_run(&preflight, pdf, (pc_preflight_wish){.claims = claims, .is_brief = true});
  g_autofree char *error = pc_pdf_find_error(pdf);
  if (error != NULL)
    report_breach(diags, "syntax", error);
  const bool is_sound = preflight.findings->len == 0 && error == NULL;
  for (guint i = 0; i < preflight.findings->len; i++) {
    const pc_finding *finding = &g_array_index(preflight.findings, pc_finding, i);
    report_breach(diags, finding->rule->id, finding->detail);
  }
  pc_preflight_clear(&preflight);
  return is_sound;
}

bool pc_inspect_pdf(GBytes *bytes, const pc_sheet *sheets, int n, const pc_backend_options *options,
                    pc_diags *diags) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(bytes);
  g_autofree char *unreadable = pc_pdf_find_error(pdf);
  if (unreadable != NULL || qpdf_get_num_pages(pdf) != n) {
    report_breach(diags, "syntax",
                  unreadable != NULL ? unreadable : "it has pages too many or too few");
    return false;
  }
  bool is_sound = true;
  for (int i = 0; i < n; i++)
    is_sound = inspect_boxes(pdf, i, sheets[i], diags) && is_sound;
  return inspect_rules(pdf, options, diags) && is_sound;
}

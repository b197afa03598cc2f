/* finish.c - boxes, catalog, repairs, and the bytes (PRINT section 0).  Layer: backend. */
#include "backend/finish.h"

#include <math.h>
#include <string.h>

#include "backend/bookmarks.h"
#include "backend/early_pdf.h"
#include "backend/intent.h"
#include "backend/marks.h"
#include "backend/metadata.h"
#include "backend/operators.h"
#include "backend/separation.h"
#include "backend/structure.h"
#include "backend/transparency.h"
#include "base/digest.h"
#include "figure/embed.h"

char *pc_sheet_format_rect(pc_sheet sheet, pc_rect rect) {
  const pc_um margin = pc_sheet_margin(sheet);
  const pc_um edges[] = {rect.x + margin, sheet.trim.h + margin - rect.y - rect.h,
                         rect.x + rect.w + margin, sheet.trim.h + margin - rect.y};
  GString *out = g_string_new(NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(edges); i++) {
    if (i > 0)
      g_string_append_c(out, ' ');
    pc_pdf_append_pt(out, pc_um_to_pt(edges[i]));
  }
  return g_string_free(out, FALSE);
}

static void set_parsed(pc_pdf *pdf, qpdf_oh dict, const char *key, const char *text) {
  qpdf_oh_replace_key(pdf, dict, key, qpdf_oh_parse(pdf, text));
}

static void set_box(pc_pdf *pdf, qpdf_oh page, const char *key, char *edges) {
  g_autofree char *box = g_strdup_printf("[%s]", edges);
  set_parsed(pdf, page, key, box);
  g_free(edges);
}

void pc_finish_boxes(pc_pdf *pdf, qpdf_oh page, pc_sheet sheet) {
  set_box(pdf, page, "/MediaBox", pc_sheet_format_rect(sheet, pc_sheet_media(sheet)));
  set_box(pdf, page, "/BleedBox", pc_sheet_format_rect(sheet, pc_sheet_bleed(sheet)));
  set_box(pdf, page, "/TrimBox", pc_sheet_format_rect(sheet, pc_sheet_trim(sheet)));
}

static void set_catalog(pc_pdf *pdf, const pc_backend_options *options) {
  qpdf_oh root = qpdf_get_root(pdf);
  if (!qpdf_oh_has_key(pdf, root, "/ViewerPreferences"))
    set_parsed(pdf, root, "/ViewerPreferences", "<< /DisplayDocTitle true >>");
  if (options->lang != NULL)
    qpdf_oh_replace_key(pdf, root, "/Lang", qpdf_oh_new_unicode_string(pdf, options->lang));
}

/* cairo leaves the key out; its subsets number glyphs in the order of the font file. */
static void repair_font(pc_pdf *pdf, qpdf_oh object, void *user) {
  (void)user;
  if (pc_pdf_has_name(pdf, object, "/Subtype", "/CIDFontType2") &&
      !qpdf_oh_has_key(pdf, object, "/CIDToGIDMap"))
    qpdf_oh_replace_key(pdf, object, "/CIDToGIDMap", qpdf_oh_new_name(pdf, "/Identity"));
}

void pc_finish_drawing(pc_pdf *pdf, const pc_display *display, pc_placed_pictures *placed,
                       pc_diags *diags) {
  pc_pictures_finish(pdf, display, placed, diags);
  pc_pdf_visit(pdf, repair_font, NULL);
  qpdf_push_inherited_attributes_to_page(pdf);
}

/* Everything that is written differently from how cairo drew it. */
static void finish_content(pc_pdf *pdf, const pc_separation_wish *wish, pc_diags *diags) {
  const bool is_read = wish->condition != NULL ? pc_separate(pdf, wish, diags)
                                               : pc_operators_rewrite_page(pdf, NULL);
  if (wish->condition == NULL)
    pc_transparency_finish(pdf);
  if (!is_read)
    PC_REPORT(diags, (pc_place){0}, PC_PRINT_RULE, "the PDF's content could not be read");
}

/* What cairo knows nothing of. */
static void finish_document(pc_pdf *pdf, const pc_marking *marking, const pc_condition *condition,
                            pc_sheet sheet, pc_marks kind) {
  pc_finish_boxes(pdf, qpdf_get_page_n(pdf, 0), sheet);
  if (condition != NULL)
    pc_intent_write(pdf, condition);
  pc_marks_write(pdf, sheet, kind, condition != NULL);
  pc_structure_write(pdf, marking, sheet, condition == NULL);
  pc_bookmarks_write(pdf, marking, sheet);
}

static bool is_well(pc_pdf *pdf, pc_diags *diags) {
  g_autofree char *error = pc_pdf_find_error(pdf);
  if (error != NULL)
    PC_REPORT(diags, (pc_place){0}, PC_PRINT_RULE, "the PDF could not be finished: %s", error);
  return error == NULL;
}

/* Of all that is drawn, and of the pictures behind their placeholders. */
static char *make_digest(GBytes *marks, const pc_display *display) {
  pc_digest *digest = pc_digest_new();
  pc_digest_append(digest, g_bytes_get_data(marks, NULL), g_bytes_get_size(marks));
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_command *command = pc_display_at(display, i);
    const char *sum = command->kind == PC_COMMAND_IMAGE ? pc_image_sum(command->image.image) : NULL;
    if (sum != NULL)
      pc_digest_append(digest, sum, strlen(sum));
  }
  return pc_digest_take(digest);
}

GBytes *pc_finish_bytes(pc_pdf *pdf, GBytes *marks, const pc_display *display,
                        const pc_backend_options *options, const char *version, pc_diags *diags) {
  set_catalog(pdf, options);
  g_autofree char *digest = make_digest(marks, display);
  pc_metadata_write(pdf, options, digest);
  if (!is_well(pdf, diags))
    return NULL;
  GBytes *bytes = pc_pdf_write_bytes(pdf, version);
  if (bytes == NULL)
    is_well(pdf, diags);
  return bytes;
}

/* Of PDF, that each standard is made of. */
static const char *const versions[] = {[PC_STANDARD_X4] = "1.6",
                                       [PC_STANDARD_X1A] = PC_PDF_VERSION_EARLY,
                                       [PC_STANDARD_PLAIN] = "1.7"};

GBytes *pc_finish_pdf(GBytes *marks, const pc_display *display, const pc_marking *marking,
                      const pc_condition *condition, const pc_backend_options *options,
                      pc_diags *diags) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(marks);
  if (!is_well(pdf, diags))
    return NULL;
  g_auto(pc_placed_pictures) placed;
  pc_placed_pictures_init(&placed);
  const pc_sheet sheet = pc_sheet_make(pc_display_trim(display), pc_display_bleed(display),
                                       options->marks != PC_MARKS_NONE);
  pc_finish_drawing(pdf, display, &placed, diags);
  const pc_separation_wish wish = {display, marking, condition, options->print, placed.places};
  finish_content(pdf, &wish, diags);
  if (pc_diags_has_error(diags))
    return NULL;
  finish_document(pdf, marking, condition, sheet, options->marks);
  if (options->print->standard == PC_STANDARD_X1A)
    pc_early_pdf_finish(pdf);
  return pc_finish_bytes(pdf, marks, display, options, versions[options->print->standard], diags);
}

/* finish.c - boxes, catalog, repairs, and the bytes (PRINT section 0).  Layer: backend. */
#include "backend/finish.h"

#include <math.h>
#include <string.h>

#include "backend/intent.h"
#include "backend/marks.h"
#include "backend/metadata.h"
#include "figure/objects.h"
#include "backend/operators.h"
#include "backend/pictures.h"
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

void pc_finish_drawing(pc_pdf *pdf, const pc_display *display, GPtrArray *open, pc_diags *diags) {
  pc_pictures_finish(pdf, display, open, diags);
  pc_pdf_visit(pdf, repair_font, NULL);
  qpdf_push_inherited_attributes_to_page(pdf);
}

static bool has_inks(const GArray *own, const pc_color *color) {
  for (guint i = 0; i < own->len; i++) {
    const double *ink = g_array_index(own, pc_own_inks, i).inks.ink;
    const double off = fabs(ink[0] - color->c) + fabs(ink[1] - color->m) + fabs(ink[2] - color->y) +
                       fabs(ink[3] - color->k);
    if (off < 1e-9)
      return true;
  }
  return false;
}

/* Colours that were written as cmyk(): a print file has exactly these inks. */
static GArray *list_own_inks(const pc_display *display) {
  GArray *own = g_array_new(FALSE, FALSE, sizeof(pc_own_inks));
  for (int i = 0; i < pc_display_count(display); i++) {
    const pc_color *color = &pc_display_at(display, i)->color;
    if (!color->is_cmyk || has_inks(own, color))
      continue;
    const pc_own_inks inks = {{color->r, color->g, color->b},
                              {{color->c, color->m, color->y, color->k}}};
    g_array_append_val(own, inks);
  }
  return own;
}

/* Everything that is written differently from how cairo drew it. */
static void finish_content(pc_pdf *pdf, const pc_display *display, const pc_condition *condition,
                           GPtrArray *open, pc_diags *diags) {
  g_autoptr(GArray) own = list_own_inks(display);
  const pc_inking inking = {condition != NULL ? condition->press : NULL, false,
                            condition != NULL ? own : NULL};
  if (!pc_operators_rewrite(pdf, &inking))
    PC_REPORT(diags, (pc_place){0}, PC_PRINT_RULE, "the PDF's content could not be read");
  pc_finish_drawing(pdf, display, open, diags);
}

/* What cairo knows nothing of. */
static void finish_document(pc_pdf *pdf, const pc_marking *marking, const pc_condition *condition,
                            pc_sheet sheet, pc_marks kind) {
  pc_finish_boxes(pdf, qpdf_get_page_n(pdf, 0), sheet);
  pc_transparency_finish(pdf);
  if (condition != NULL)
    pc_intent_write(pdf, condition);
  pc_marks_write(pdf, sheet, kind, condition != NULL);
  pc_structure_write(pdf, marking, sheet);
  pc_outline_write(pdf, marking, sheet);
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
  g_autoptr(GBytes) bytes = pc_pdf_write_bytes(pdf, version);
  return is_well(pdf, diags) ? g_steal_pointer(&bytes) : NULL;
}

GBytes *pc_finish_pdf(GBytes *marks, const pc_display *display, const pc_marking *marking,
                      const pc_condition *condition, const pc_backend_options *options,
                      pc_diags *diags) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(marks);
  if (!is_well(pdf, diags))
    return NULL;
  g_autoptr(GPtrArray) open = g_ptr_array_new_with_free_func((GDestroyNotify)pc_pdf_free);
  const pc_sheet sheet = pc_sheet_make(pc_display_trim(display), pc_display_bleed(display),
                                       options->marks != PC_MARKS_NONE);
  finish_content(pdf, display, condition, open, diags);
  finish_document(pdf, marking, condition, sheet, options->marks);
  return pc_finish_bytes(pdf, marks, display, options, condition != NULL ? "1.6" : "1.7", diags);
}

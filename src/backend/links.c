/* links.c - link annotations.  Layer: backend. */
#include "backend/links.h"

#include "base/address.h"

/* Upper left, upper right, lower left, lower right: not the order of ISO 32000-1, 12.5.6.5, but the
 * one that readers go by. */
static void append_corners(GString *out, pc_sheet sheet, pc_rect line) {
  g_autofree char *edges = pc_sheet_format_rect(sheet, line);
  g_auto(GStrv) edge = g_strsplit(edges, " ", 4);
  const char *left = edge[0], *bottom = edge[1], *right = edge[2], *top = edge[3];
  g_string_append_printf(out, "%s %s %s %s %s %s %s %s ", left, top, right, top, left, bottom,
                         right, bottom);
}

static char *format_corners(const pc_element *link, pc_sheet sheet) {
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < link->lines->len; i++)
    append_corners(out, sheet, g_array_index(link->lines, pc_rect, i));
  return g_string_free(out, FALSE);
}

/* An address is ASCII, and the library quotes what would end the string. */
static qpdf_oh make_action(pc_pdf *pdf, const char *address) {
  g_autofree char *escaped = pc_address_escape(address);
  const qpdf_oh action = qpdf_oh_parse(pdf, "<< /S /URI >>");
  qpdf_oh_replace_key(pdf, action, "/URI", qpdf_oh_new_string(pdf, escaped));
  return action;
}

/* /F 4: printed, so that it is never hidden.  The address is the description that readers aloud
 * have of the link besides its text (ISO 14289-1, 7.18.5). */
qpdf_oh pc_link_make(pc_pdf *pdf, const pc_element *link, pc_sheet sheet) {
  const char *address = link->begin->tag.alt;
  g_autofree char *bounds = pc_sheet_format_rect(sheet, link->bounds);
  g_autofree char *corners = format_corners(link, sheet);
  g_autofree char *text =
      g_strdup_printf("<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /H /N /Rect [%s] "
                      "/QuadPoints [%s] >>",
                      bounds, corners);
  const qpdf_oh annotation = qpdf_make_indirect_object(pdf, qpdf_oh_parse(pdf, text));
  qpdf_oh_replace_key(pdf, annotation, "/P", qpdf_get_page_n(pdf, 0));
  qpdf_oh_replace_key(pdf, annotation, "/Contents", qpdf_oh_new_unicode_string(pdf, address));
  qpdf_oh_replace_key(pdf, annotation, "/A", make_action(pdf, address));
  return annotation;
}

/* bookmarks.c - slides by number and title, in reading order.  Layer: backend. */
#include "backend/bookmarks.h"

static char *format_title(const pc_command *begin) {
  const char *title = begin->tag.alt;
  GString *text = g_string_new(NULL);
  if (begin->tag.number > 0)
    g_string_append_printf(text, "%d", begin->tag.number);
  if (title != NULL && title[0] != '\0')
    g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", title);
  return g_strdelimit(g_string_free(text, FALSE), "\n", ' ');
}

static qpdf_oh make_bookmark(pc_pdf *pdf, const pc_element *element, pc_sheet sheet,
                             const char *title) {
  g_autofree char *bounds = pc_sheet_format_rect(sheet, element->bounds);
  g_autofree char *target = g_strdup_printf("[ null /FitR %s ]", bounds);
  qpdf_oh place = qpdf_oh_parse(pdf, target);
  qpdf_oh_set_array_item(pdf, place, 0, qpdf_get_page_n(pdf, 0));
  qpdf_oh bookmark = qpdf_oh_new_dictionary(pdf);
  qpdf_oh_replace_key(pdf, bookmark, "/Title", qpdf_oh_new_unicode_string(pdf, title));
  qpdf_oh_replace_key(pdf, bookmark, "/Dest", place);
  return qpdf_make_indirect_object(pdf, bookmark);
}

static void link_bookmarks(pc_pdf *pdf, qpdf_oh outline, const GArray *bookmarks) {
  for (guint i = 0; i < bookmarks->len; i++) {
    qpdf_oh bookmark = g_array_index(bookmarks, qpdf_oh, i);
    qpdf_oh_replace_key(pdf, bookmark, "/Parent", outline);
    if (i > 0)
      qpdf_oh_replace_key(pdf, bookmark, "/Prev", g_array_index(bookmarks, qpdf_oh, i - 1));
    if (i + 1 < bookmarks->len)
      qpdf_oh_replace_key(pdf, bookmark, "/Next", g_array_index(bookmarks, qpdf_oh, i + 1));
  }
  qpdf_oh_replace_key(pdf, outline, "/First", g_array_index(bookmarks, qpdf_oh, 0));
  qpdf_oh_replace_key(pdf, outline, "/Last", g_array_index(bookmarks, qpdf_oh, bookmarks->len - 1));
  qpdf_oh_replace_key(pdf, outline, "/Count", qpdf_oh_new_integer(pdf, (long)bookmarks->len));
}

void pc_bookmarks_write(pc_pdf *pdf, const pc_marking *marking, pc_sheet sheet) {
  g_autoptr(GArray) bookmarks = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
  for (int i = 0; i < (int)marking->elements->len; i++) {
    const pc_element *element = pc_marking_at(marking, i);
    if (element->tag != PC_TAG_SECT || element->bounds.w < 0)
      continue;
    g_autofree char *title = format_title(element->begin);
    if (title[0] == '\0')
      continue;
    qpdf_oh bookmark = make_bookmark(pdf, element, sheet, title);
    g_array_append_val(bookmarks, bookmark);
  }
  if (bookmarks->len == 0)
    return;
  qpdf_oh outline = qpdf_make_indirect_object(pdf, qpdf_oh_parse(pdf, "<< /Type /Outlines >>"));
  link_bookmarks(pdf, outline, bookmarks);
  qpdf_oh_replace_key(pdf, qpdf_get_root(pdf), "/Outlines", outline);
}

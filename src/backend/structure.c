/* structure.c - elements of the display as structure elements of the PDF.  Layer: backend. */
#include "backend/structure.h"

#include <string.h>

/* The tree on its way into the PDF. */
typedef struct tree {
  pc_pdf *pdf;
  const pc_marking *marking;
  pc_sheet sheet;
  qpdf_oh page, root;
  qpdf_oh *objects; /* of each element; empty ones are left out */
  bool *is_kept;
} tree;

static qpdf_oh make_element(const tree *t, const pc_element *element) {
  g_autofree char *text =
      g_strdup_printf("<< /Type /StructElem /S /%s >>", pc_tag_name(element->tag));
  return qpdf_make_indirect_object(t->pdf, qpdf_oh_parse(t->pdf, text));
}

static void make_elements(tree *t) {
  for (int i = 0; i < (int)t->marking->elements->len; i++) {
    t->is_kept[i] = i == 0 || !pc_marking_is_empty(t->marking, i);
    if (t->is_kept[i])
      t->objects[i] = make_element(t, pc_marking_at(t->marking, i));
  }
}

static qpdf_oh list_kids(const tree *t, const pc_element *element, bool *has_content) {
  qpdf_oh list = qpdf_oh_new_array(t->pdf);
  for (guint i = 0; i < element->kids->len; i++) {
    const pc_kid *kid = &g_array_index(element->kids, pc_kid, i);
    *has_content = *has_content || kid->is_content;
    if (kid->is_content)
      qpdf_oh_append_item(t->pdf, list, qpdf_oh_new_integer(t->pdf, kid->index));
    else if (t->is_kept[kid->index])
      qpdf_oh_append_item(t->pdf, list, t->objects[kid->index]);
  }
  return list;
}

static void set_text(const tree *t, qpdf_oh object, const char *key, const char *text) {
  if (text != NULL && text[0] != '\0')
    qpdf_oh_replace_key(t->pdf, object, key, qpdf_oh_new_unicode_string(t->pdf, text));
}

static void set_figure(const tree *t, const pc_element *element, qpdf_oh object) {
  g_autofree char *bounds = pc_sheet_format_rect(t->sheet, element->bounds);
  g_autofree char *layout =
      g_strdup_printf("<< /O /Layout /Placement /Block /BBox [%s] >>", bounds);
  set_text(t, object, "/Alt", element->begin->tag.alt);
  if (element->bounds.w >= 0)
    qpdf_oh_replace_key(t->pdf, object, "/A", qpdf_oh_parse(t->pdf, layout));
}

static void set_section(const tree *t, const pc_element *element, qpdf_oh object) {
  set_text(t, object, "/T", element->begin->tag.alt);
}

static void append_span(GString *out, const char *key, int count) {
  if (count > 1)
    g_string_append_printf(out, " %s %d", key, count);
}

/* ISO 32000-1, 14.8.5.7. */
static void set_cell(const tree *t, const pc_element *element, qpdf_oh object) {
  static const char *const scopes[] = {
      [PC_SCOPE_NONE] = "", [PC_SCOPE_COLUMN] = " /Scope /Column", [PC_SCOPE_ROW] = " /Scope /Row"};
  const pc_cell_tag *cell = &element->begin->tag.cell;
  g_autoptr(GString) text = g_string_new(scopes[cell->scope]);
  append_span(text, "/ColSpan", cell->columns);
  append_span(text, "/RowSpan", cell->rows);
  if (text->len == 0)
    return;
  g_autofree char *attribute = g_strdup_printf("<< /O /Table%s >>", text->str);
  qpdf_oh_replace_key(t->pdf, object, "/A", qpdf_oh_parse(t->pdf, attribute));
}

/* What an element says besides its place in the tree. */
static void (*const attributes[PC_N_TAGS])(const tree *, const pc_element *, qpdf_oh) = {
    [PC_TAG_SECT] = set_section,
    [PC_TAG_FIGURE] = set_figure,
    [PC_TAG_TH] = set_cell,
    [PC_TAG_TD] = set_cell,
};

static void write_element(const tree *t, int index) {
  const pc_element *element = pc_marking_at(t->marking, index);
  qpdf_oh object = t->objects[index];
  bool has_content = false;
  qpdf_oh kids = list_kids(t, element, &has_content);
  qpdf_oh parent = element->parent >= 0 ? t->objects[element->parent] : t->root;
  qpdf_oh_replace_key(t->pdf, object, "/P", parent);
  qpdf_oh_replace_key(t->pdf, object, "/K", kids);
  if (has_content)
    qpdf_oh_replace_key(t->pdf, object, "/Pg", t->page);
  if (attributes[element->tag] != NULL)
    attributes[element->tag](t, element, object);
}

/* From the number of a content to its element. */
static qpdf_oh list_parents(const tree *t) {
  qpdf_oh list = qpdf_oh_new_array(t->pdf);
  g_autofree int *owners = g_new0(int, (gsize)MAX(t->marking->n_contents, 1));
  for (int i = 0; i < (int)t->marking->elements->len; i++) {
    const GArray *kids = pc_marking_at(t->marking, i)->kids;
    for (guint k = 0; k < kids->len; k++) {
      const pc_kid *kid = &g_array_index(kids, pc_kid, k);
      if (kid->is_content)
        owners[kid->index] = i;
    }
  }
  for (int i = 0; i < t->marking->n_contents; i++)
    qpdf_oh_append_item(t->pdf, list, t->objects[owners[i]]);
  return qpdf_make_indirect_object(t->pdf, list);
}

static void write_root(const tree *t) {
  pc_pdf *pdf = t->pdf;
  qpdf_oh numbers = qpdf_oh_new_array(pdf);
  qpdf_oh_append_item(pdf, numbers, qpdf_oh_new_integer(pdf, 0));
  qpdf_oh_append_item(pdf, numbers, list_parents(t));
  qpdf_oh parents = qpdf_oh_new_dictionary(pdf);
  qpdf_oh_replace_key(pdf, parents, "/Nums", numbers);
  qpdf_oh kids = qpdf_oh_new_array(pdf);
  qpdf_oh_append_item(pdf, kids, t->objects[0]);
  qpdf_oh_replace_key(pdf, t->root, "/Type", qpdf_oh_new_name(pdf, "/StructTreeRoot"));
  qpdf_oh_replace_key(pdf, t->root, "/K", kids);
  qpdf_oh_replace_key(pdf, t->root, "/ParentTree", qpdf_make_indirect_object(pdf, parents));
  qpdf_oh_replace_key(pdf, t->root, "/ParentTreeNextKey", qpdf_oh_new_integer(pdf, 1));
  qpdf_oh catalog = qpdf_get_root(pdf);
  qpdf_oh_replace_key(pdf, catalog, "/StructTreeRoot", t->root);
  qpdf_oh_replace_key(pdf, catalog, "/MarkInfo", qpdf_oh_parse(pdf, "<< /Marked true >>"));
  qpdf_oh_replace_key(pdf, t->page, "/StructParents", qpdf_oh_new_integer(pdf, 0));
  qpdf_oh_replace_key(pdf, t->page, "/Tabs", qpdf_oh_new_name(pdf, "/S"));
}

void pc_structure_write(pc_pdf *pdf, const pc_marking *marking, pc_sheet sheet) {
  guint n = marking->elements->len;
  if (n == 0)
    return;
  g_autofree qpdf_oh *objects = g_new0(qpdf_oh, n);
  g_autofree bool *is_kept = g_new0(bool, n);
  tree t = {.pdf = pdf,
            .marking = marking,
            .sheet = sheet,
            .page = qpdf_get_page_n(pdf, 0),
            .root = qpdf_make_indirect_object(pdf, qpdf_oh_new_dictionary(pdf)),
            .objects = objects,
            .is_kept = is_kept};
  make_elements(&t);
  for (int i = 0; i < (int)n; i++) {
    if (is_kept[i])
      write_element(&t, i);
  }
  write_root(&t);
}

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

void pc_outline_write(pc_pdf *pdf, const pc_marking *marking, pc_sheet sheet) {
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

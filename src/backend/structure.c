/* structure.c - elements of the display as structure elements of the PDF.  Layer: backend. */
#include "backend/structure.h"

#include "backend/links.h"

/* The tree on its way into the PDF. */
typedef struct tree {
  pc_pdf *pdf;
  const pc_marking *marking;
  pc_sheet sheet;
  bool has_links;
  qpdf_oh page, root;
  qpdf_oh *objects; /* of each element; empty ones are left out */
  bool *is_kept;
  qpdf_oh numbers;     /* of the parent tree: the page's contents, then each annotation */
  qpdf_oh annotations; /* of the page, in reading order */
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

/* ISO 32000-1, 14.8.5.4.3. */
static void set_bounds(const tree *t, pc_rect rect, qpdf_oh object) {
  g_autofree char *bounds = pc_sheet_format_rect(t->sheet, rect);
  g_autofree char *layout =
      g_strdup_printf("<< /O /Layout /Placement /Block /BBox [%s] >>", bounds);
  if (rect.w >= 0)
    qpdf_oh_replace_key(t->pdf, object, "/A", qpdf_oh_parse(t->pdf, layout));
}

static void set_figure(const tree *t, const pc_element *element, qpdf_oh object) {
  set_bounds(t, element->bounds, object);
  set_text(t, object, "/Alt", element->begin->tag.alt);
}

/* Its bounds are those of the panel: `posterc diff` finds panels by them. */
static void set_section(const tree *t, const pc_element *element, qpdf_oh object) {
  set_bounds(t, element->begin->tag.rect, object);
  set_text(t, object, "/T", element->begin->tag.alt);
  set_text(t, object, "/Lang", element->begin->tag.lang);
}

static void append_span(GString *out, const char *key, int count) {
  if (count > 1)
    g_string_append_printf(out, " %s %d", key, count);
}

/* "3. ": a pause between the number and what it numbers. */
static void set_span(const tree *t, const pc_element *element, qpdf_oh object) {
  g_autofree char *spoken = g_strdup_printf("%d. ", element->begin->tag.number);
  if (element->begin->tag.number > 0)
    set_text(t, object, "/ActualText", spoken);
  set_text(t, object, "/Lang", element->begin->tag.lang);
}

/* ISO 32000-1, 14.8.5.5. */
static void set_list(const tree *t, const pc_element *element, qpdf_oh object) {
  g_autofree char *attribute = g_strdup_printf("<< /O /List /ListNumbering /%s >>",
                                               pc_numbering_name(element->begin->tag.numbering));
  qpdf_oh_replace_key(t->pdf, object, "/A", qpdf_oh_parse(t->pdf, attribute));
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
    [PC_TAG_SECT] = set_section,  [PC_TAG_SPAN] = set_span, [PC_TAG_L] = set_list,
    [PC_TAG_FIGURE] = set_figure, [PC_TAG_TH] = set_cell,   [PC_TAG_TD] = set_cell,
};

static void append_number(const tree *t, int key, qpdf_oh value) {
  qpdf_oh_append_item(t->pdf, t->numbers, qpdf_oh_new_integer(t->pdf, key));
  qpdf_oh_append_item(t->pdf, t->numbers, value);
}

/* The annotation is a child of its element, and leads back to it (ISO 32000-1, 14.7.4.3). */
static void add_annotation(const tree *t, const pc_element *element, qpdf_oh object, qpdf_oh kids) {
  if (!t->has_links || element->lines == NULL || element->lines->len == 0)
    return;
  const int key = qpdf_oh_get_array_n_items(t->pdf, t->annotations) + 1;
  const qpdf_oh annotation = pc_link_make(t->pdf, element, t->sheet);
  qpdf_oh_replace_key(t->pdf, annotation, "/StructParent", qpdf_oh_new_integer(t->pdf, key));
  qpdf_oh_append_item(t->pdf, t->annotations, annotation);
  append_number(t, key, object);
  const qpdf_oh reference = qpdf_oh_parse(t->pdf, "<< /Type /OBJR >>");
  qpdf_oh_replace_key(t->pdf, reference, "/Obj", annotation);
  qpdf_oh_replace_key(t->pdf, reference, "/Pg", t->page);
  qpdf_oh_append_item(t->pdf, kids, reference);
}

static void write_element(const tree *t, int index) {
  const pc_element *element = pc_marking_at(t->marking, index);
  qpdf_oh object = t->objects[index];
  bool has_content = false;
  qpdf_oh kids = list_kids(t, element, &has_content);
  add_annotation(t, element, object, kids);
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
  qpdf_oh parents = qpdf_oh_new_dictionary(pdf);
  qpdf_oh_replace_key(pdf, parents, "/Nums", t->numbers);
  qpdf_oh kids = qpdf_oh_new_array(pdf);
  qpdf_oh_append_item(pdf, kids, t->objects[0]);
  const int next = qpdf_oh_get_array_n_items(pdf, t->annotations) + 1;
  qpdf_oh_replace_key(pdf, t->root, "/Type", qpdf_oh_new_name(pdf, "/StructTreeRoot"));
  qpdf_oh_replace_key(pdf, t->root, "/K", kids);
  qpdf_oh_replace_key(pdf, t->root, "/ParentTree", qpdf_make_indirect_object(pdf, parents));
  qpdf_oh_replace_key(pdf, t->root, "/ParentTreeNextKey", qpdf_oh_new_integer(pdf, next));
  qpdf_oh catalog = qpdf_get_root(pdf);
  qpdf_oh_replace_key(pdf, catalog, "/StructTreeRoot", t->root);
  qpdf_oh_replace_key(pdf, catalog, "/MarkInfo", qpdf_oh_parse(pdf, "<< /Marked true >>"));
}

static void write_page(const tree *t) {
  qpdf_oh_replace_key(t->pdf, t->page, "/StructParents", qpdf_oh_new_integer(t->pdf, 0));
  qpdf_oh_replace_key(t->pdf, t->page, "/Tabs", qpdf_oh_new_name(t->pdf, "/S"));
  if (qpdf_oh_get_array_n_items(t->pdf, t->annotations) > 0)
    qpdf_oh_replace_key(t->pdf, t->page, "/Annots", t->annotations);
}

void pc_structure_write(pc_pdf *pdf, const pc_marking *marking, pc_sheet sheet, bool has_links) {
  guint n = marking->elements->len;
  if (n == 0)
    return;
  g_autofree qpdf_oh *objects = g_new0(qpdf_oh, n);
  g_autofree bool *is_kept = g_new0(bool, n);
  tree t = {.pdf = pdf,
            .marking = marking,
            .sheet = sheet,
            .has_links = has_links,
            .page = qpdf_get_page_n(pdf, 0),
            .root = qpdf_make_indirect_object(pdf, qpdf_oh_new_dictionary(pdf)),
            .objects = objects,
            .is_kept = is_kept,
            .numbers = qpdf_oh_new_array(pdf),
            .annotations = qpdf_oh_new_array(pdf)};
  make_elements(&t);
  append_number(&t, 0, list_parents(&t));
  for (int i = 0; i < (int)n; i++) {
    if (is_kept[i])
      write_element(&t, i);
  }
  write_root(&t);
  write_page(&t);
}

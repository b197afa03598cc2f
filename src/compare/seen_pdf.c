/* seen_pdf.c - the tree of tags says where panels and figures are, bookmarks their numbers.
 * Layer: compare. */
#include "compare/seen_pdf.h"

#include <stdlib.h>
#include <string.h>

#include "backend/elements.h"
#include "backend/preflight.h"
#include "base/file.h"
#include "compare/view.h"
#include "figure/child.h"

#define MAX_BOOKMARKS 1000
#define MAX_TEXT 500

typedef struct seen_bookmark {
  double box[4];
  char *title;
} seen_bookmark;

typedef struct seen_reader {
  pc_pdf *pdf;
  GArray *bookmarks; /* seen_bookmark */
  GVariantBuilder marks;
  int n_panels, n_figures;
} seen_reader;

static char *copy_text(pc_pdf *pdf, qpdf_oh dict, const char *key) {
  const qpdf_oh text = qpdf_oh_get_key_if_dict(pdf, dict, key);
  if (!qpdf_oh_is_string(pdf, text))
    return g_strdup("");
  g_autofree char *valid = g_utf8_make_valid(qpdf_oh_get_utf8_value(pdf, text), -1);
  return g_utf8_substring(valid, 0, MIN(MAX_TEXT, g_utf8_strlen(valid, -1)));
}

static void add_trait(GVariantBuilder *traits, pc_trait trait, const char *text) {
  if (text[0] != '\0')
    g_variant_builder_add(traits, "{is}", (int)trait, text);
}

static void add_text(GVariantBuilder *traits, pc_pdf *pdf, pc_trait trait, qpdf_oh dict,
                     const char *key) {
  g_autofree char *text = copy_text(pdf, dict, key);
  add_trait(traits, trait, text);
}

static GVariant *read_traits(pc_pdf *pdf) {
  GVariantBuilder traits;
  g_variant_builder_init(&traits, G_VARIANT_TYPE("a{is}"));
  const qpdf_oh root = qpdf_get_root(pdf);
  const qpdf_oh info = qpdf_oh_get_key_if_dict(pdf, qpdf_get_trailer(pdf), "/Info");
  const qpdf_oh intents = qpdf_oh_get_key(pdf, root, "/OutputIntents");
  const unsigned claims = pc_preflight_find_claims(pdf);
  add_trait(&traits, PC_TRAIT_STANDARD,
            (claims & PC_HOLDS_X4) != 0    ? "PDF/X-4"
            : (claims & PC_HOLDS_X1A) != 0 ? "PDF/X-1a"
                                           : "");
  if (qpdf_oh_is_array(pdf, intents) && qpdf_oh_get_array_n_items(pdf, intents) > 0)
    add_text(&traits, pdf, PC_TRAIT_CONDITION, qpdf_oh_get_array_item(pdf, intents, 0),
             "/OutputConditionIdentifier");
  add_text(&traits, pdf, PC_TRAIT_TITLE, info, "/Title");
  add_text(&traits, pdf, PC_TRAIT_AUTHOR, info, "/Author");
  add_text(&traits, pdf, PC_TRAIT_SUBJECT, info, "/Subject");
  add_text(&traits, pdf, PC_TRAIT_LANGUAGE, root, "/Lang");
  return g_variant_builder_end(&traits);
}

/* Where a page lacks a box it is the next larger one (ISO 32000-1, 14.11.2). */
static GVariant *read_page(pc_pdf *pdf, qpdf_oh page) {
  static const char *const keys[] = {"/MediaBox", "/TrimBox", "/BleedBox"};
  static const double a4[] = {0, 0, 595, 842};
  double boxes[PC_SEEN_BOXES], crop[4];
  memcpy(boxes, a4, sizeof a4);
  pc_pdf_read_box(pdf, qpdf_oh_get_key(pdf, page, keys[0]), boxes);
  memcpy(crop, boxes, sizeof crop);
  pc_pdf_read_box(pdf, qpdf_oh_get_key(pdf, page, "/CropBox"), crop);
  for (int i = 1; i < (int)G_N_ELEMENTS(keys); i++) {
    memcpy(boxes + 4 * i, crop, sizeof crop);
    pc_pdf_read_box(pdf, qpdf_oh_get_key(pdf, page, keys[i]), boxes + 4 * i);
  }
  const qpdf_oh turn = qpdf_oh_get_key(pdf, page, "/Rotate");
  const int degrees = qpdf_oh_is_integer(pdf, turn) ? qpdf_oh_get_int_value_as_int(pdf, turn) : 0;
  GVariant *numbers =
      g_variant_new_fixed_array(G_VARIANT_TYPE_DOUBLE, boxes, PC_SEEN_BOXES, sizeof(double));
  return g_variant_new("(@adi)", numbers, degrees);
}

static GVariant *read_pages(pc_pdf *pdf) {
  GVariantBuilder pages;
  g_variant_builder_init(&pages, G_VARIANT_TYPE("a(adi)"));
  const int count = qpdf_get_num_pages(pdf);
  for (int i = 0; i < count; i++)
    g_variant_builder_add_value(&pages, read_page(pdf, qpdf_get_page_n(pdf, (size_t)i)));
  return g_variant_builder_end(&pages);
}

/* [page /FitR left bottom right top] */
static bool read_target(pc_pdf *pdf, qpdf_oh target, double box[4]) {
  if (!qpdf_oh_is_array(pdf, target) || qpdf_oh_get_array_n_items(pdf, target) != 6)
    return false;
  for (int i = 0; i < 4; i++)
    box[i] = qpdf_oh_get_numeric_value(pdf, qpdf_oh_get_array_item(pdf, target, i + 2));
  return true;
}

/* The title becomes the bookmark's. */
static void add_bookmark(seen_reader *reader, const double box[4], char *title) {
  const seen_bookmark bookmark = {{box[0], box[1], box[2], box[3]}, title};
  g_array_append_val(reader->bookmarks, bookmark);
}

static void read_bookmarks(seen_reader *reader) {
  pc_pdf *pdf = reader->pdf;
  const qpdf_oh outline = qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/Outlines");
  qpdf_oh item = qpdf_oh_get_key_if_dict(pdf, outline, "/First");
  for (int i = 0; i < MAX_BOOKMARKS && qpdf_oh_is_dictionary(pdf, item); i++) {
    double box[4];
    if (read_target(pdf, qpdf_oh_get_key(pdf, item, "/Dest"), box))
      add_bookmark(reader, box, copy_text(pdf, item, "/Title"));
    item = qpdf_oh_get_key(pdf, item, "/Next");
  }
}

static void clear_bookmark(void *data) {
  g_free(((seen_bookmark *)data)->title);
}

/* Left, bottom, right, top; the middle of one lies in the other. */
static bool holds(const double outer[4], const double inner[4]) {
  const double x = (inner[0] + inner[2]) / 2, y = (inner[1] + inner[3]) / 2;
  return x > outer[0] && x < outer[2] && y > outer[1] && y < outer[3];
}

/* posterc's bookmarks are "3 Title" and lead to what stands in a panel; a title may begin with a
 * number of its own. */
static int find_number(const seen_reader *reader, const double box[4], const char *title) {
  for (guint i = 0; i < reader->bookmarks->len; i++) {
    const seen_bookmark *bookmark = &g_array_index(reader->bookmarks, seen_bookmark, i);
    if (holds(box, bookmark->box) && strcmp(bookmark->title, title) != 0)
      return (int)CLAMP(strtol(bookmark->title, NULL, 10), 0, 9999);
  }
  return 0;
}

static bool read_attribute(pc_pdf *pdf, qpdf_oh attribute, double box[4]) {
  return qpdf_oh_is_dictionary(pdf, attribute) &&
         pc_pdf_read_box(pdf, qpdf_oh_get_key(pdf, attribute, "/BBox"), box);
}

static bool read_box(pc_pdf *pdf, qpdf_oh node, double box[4]) {
  const qpdf_oh attributes = qpdf_oh_get_key(pdf, node, "/A");
  if (!qpdf_oh_is_array(pdf, attributes))
    return read_attribute(pdf, attributes, box);
  const int count = qpdf_oh_get_array_n_items(pdf, attributes);
  for (int i = 0; i < count; i++) {
    if (read_attribute(pdf, qpdf_oh_get_array_item(pdf, attributes, i), box))
      return true;
  }
  return false;
}

static int find_page(pc_pdf *pdf, qpdf_oh node) {
  const qpdf_oh page = qpdf_oh_get_key(pdf, node, "/Pg");
  const int index = qpdf_oh_is_dictionary(pdf, page) ? qpdf_find_page_by_oh(pdf, page) : 0;
  return MAX(0, index);
}

static bool is_one_too_many(seen_reader *reader, bool is_panel) {
  return is_panel ? ++reader->n_panels > PC_VIEW_MAX_PANELS
                  : ++reader->n_figures > PC_VIEW_MAX_FIGURES;
}

static void visit_element(const pc_tree_element *element, void *user) {
  seen_reader *reader = user;
  pc_pdf *pdf = reader->pdf;
  double box[4];
  const bool is_panel = strcmp(element->type, "/Sect") == 0;
  if (!is_panel && strcmp(element->type, "/Figure") != 0)
    return;
  if (!read_box(pdf, element->node, box) || is_one_too_many(reader, is_panel))
    return;
  g_autofree char *text = copy_text(pdf, element->node, is_panel ? "/T" : "/Alt");
  g_variant_builder_add(&reader->marks, "(iiis(dddd))", is_panel ? PC_SEEN_PANEL : PC_SEEN_FIGURE,
                        find_page(pdf, element->node),
                        is_panel ? find_number(reader, box, text) : 0, text, box[0], box[1], box[2],
                        box[3]);
}

static void take_content(int page, int content, void *user) {
  (void)page, (void)content, (void)user;
}

static GVariant *read_marks(pc_pdf *pdf) {
  seen_reader reader = {.pdf = pdf};
  reader.bookmarks = g_array_new(FALSE, FALSE, sizeof(seen_bookmark));
  g_array_set_clear_func(reader.bookmarks, clear_bookmark);
  g_variant_builder_init(&reader.marks, G_VARIANT_TYPE("a(iiis(dddd))"));
  read_bookmarks(&reader);
  pc_elements_walk(&(pc_element_walk){pdf, visit_element, take_content, &reader});
  g_array_unref(reader.bookmarks);
  return g_variant_builder_end(&reader.marks);
}

static bool write_end(int out, pc_seen_end end) {
  const char letter = (char)end;
  return pc_file_write_all(out, &letter, 1);
}

static bool read_file(void *user, int out) {
  pc_pdf *pdf = pc_pdf_new(user);
  if (qpdf_has_error(pdf) || qpdf_get_num_pages(pdf) < 1 || qpdf_has_error(pdf)) {
    const bool is_locked = qpdf_get_error_code(pdf, qpdf_get_error(pdf)) == qpdf_e_password;
    return write_end(out, is_locked ? PC_SEEN_LOCKED : PC_SEEN_DAMAGED);
  }
  qpdf_push_inherited_attributes_to_page(pdf);
  GVariant *parts[] = {read_traits(pdf), read_pages(pdf), read_marks(pdf)};
  GVariant *seen = g_variant_ref_sink(g_variant_new_tuple(parts, G_N_ELEMENTS(parts)));
  return pc_file_write_all(out, g_variant_get_data(seen), g_variant_get_size(seen)) &&
         write_end(out, PC_SEEN_READ);
}

/* The last byte is the end. */
GVariant *pc_seen_pdf_read(GBytes *bytes, pc_seen_end *end) {
  g_autoptr(GBytes) answer = pc_child_run(read_file, bytes);
  size_t length = 0;
  const char *data = answer != NULL ? g_bytes_get_data(answer, &length) : NULL;
  *end = length > 0 ? (pc_seen_end)data[length - 1] : PC_SEEN_TOO_MUCH;
  if (*end != PC_SEEN_READ)
    return NULL;
  g_autoptr(GBytes) value = g_bytes_new_from_bytes(answer, 0, length - 1);
  return g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE(PC_SEEN_PDF), value, FALSE));
}

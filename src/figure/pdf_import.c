/* pdf_import.c - checks a PDF and takes one page out of it.  Layer: figure. */
#include "figure/pdf_import.h"

#include <stdlib.h>

#include "figure/pdf_clean.h"
#include "figure/pdf_marks.h"
#include "figure/pdf_page.h"

static bool refuse(pc_problem *problem, const char *hint, const char *why) {
  pc_problem_set(problem, PC_BAD_IMAGE, "%s", why);
  problem->hint = hint;
  return false;
}

static bool is_readable(pc_pdf *pdf, pc_problem *problem) {
  static const char unlock[] = "save it without password and restrictions";
  if (qpdf_has_error(pdf)) {
    const bool locked = qpdf_get_error_code(pdf, qpdf_get_error(pdf)) == qpdf_e_password;
    return locked ? refuse(problem, unlock, "is protected with a password")
                  : refuse(problem, "open it and print it to PDF again", "is damaged or cut off");
  }
  return !qpdf_is_encrypted(pdf) ||
         refuse(problem, unlock, "is protected against being used elsewhere");
}

/* Without its layers a page shows them all. */
static bool has_hidden_layers(pc_pdf *pdf) {
  const qpdf_oh layers = qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/OCProperties");
  const qpdf_oh shown = qpdf_oh_get_key_if_dict(pdf, layers, "/D");
  const qpdf_oh off = qpdf_oh_get_key_if_dict(pdf, shown, "/OFF");
  return (qpdf_oh_is_array(pdf, off) && qpdf_oh_get_array_n_items(pdf, off) > 0) ||
         pc_pdf_has_name(pdf, shown, "/BaseState", "/OFF");
}

static bool append_stream(pc_pdf *pdf, qpdf_oh stream, GByteArray *marks) {
  unsigned char *data = NULL;
  size_t length = 0;
  QPDF_BOOL filtered = QPDF_FALSE;
  const bool read =
      qpdf_oh_is_stream(pdf, stream) &&
      (qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, &filtered, &data, &length) &
       QPDF_ERRORS) == 0 &&
      length <= PC_PDF_MAX_MARKS - marks->len;
  if (read) {
    g_byte_array_append(marks, data, (guint)length);
    g_byte_array_append(marks, (const guint8 *)"\n", 1);
  }
  free(data);
  return read;
}

/* The parts of a page's contents are one stream, cut anywhere (7.8.2). */
static bool read_marks(pc_pdf *pdf, qpdf_oh page, GByteArray *marks, pc_problem *problem) {
  const qpdf_oh contents = qpdf_oh_get_key(pdf, page, "/Contents");
  bool read = true;
  if (qpdf_oh_is_array(pdf, contents)) {
    const int count = qpdf_oh_get_array_n_items(pdf, contents);
    for (int i = 0; i < count && read; i++)
      read = append_stream(pdf, qpdf_oh_get_array_item(pdf, contents, i), marks);
  } else if (!qpdf_oh_is_null(pdf, contents)) {
    read = append_stream(pdf, contents, marks);
  }
  return read || refuse(problem, "open it and print it to PDF again",
                        "has a page that cannot be read, or one of more than 64 MiB");
}

static void set_numbers(pc_pdf *pdf, qpdf_oh dict, const char *key, const double *n, int count) {
  g_autoptr(GString) text = g_string_new("[");
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  for (int i = 0; i < count; i++)
    g_string_append_printf(text, " %s", g_ascii_formatd(number, sizeof number, "%.12f", n[i]));
  g_string_append(text, " ]");
  qpdf_oh_replace_key(pdf, dict, key, qpdf_oh_parse(pdf, text->str));
}

/* From the box to the unit square, turned clockwise. */
static void set_matrix(pc_pdf *pdf, qpdf_oh form, const pc_pdf_page *page) {
  const double *b = page->box;
  const double w = b[2] - b[0], h = b[3] - b[1];
  const double matrices[4][6] = {
      {1 / w, 0, 0, 1 / h, -b[0] / w, -b[1] / h},
      {0, -1 / w, 1 / h, 0, -b[1] / h, b[2] / w},
      {-1 / w, 0, 0, -1 / h, b[2] / w, b[3] / h},
      {0, 1 / w, -1 / h, 0, b[3] / h, -b[0] / w},
  };
  set_numbers(pdf, form, "/Matrix", matrices[page->turn], 6);
}

/* A foreign object has to have a number to be copied. */
static void copy_key(pc_pdf *to, qpdf_oh dict, pc_pdf *from, const char *key, qpdf_oh value) {
  if (qpdf_oh_is_dictionary(from, value))
    qpdf_oh_replace_key(
        to, dict, key,
        qpdf_oh_copy_foreign_object(to, from, qpdf_make_indirect_object(from, value)));
}

static qpdf_oh make_stream(pc_pdf *pdf, const guint8 *data, size_t length) {
  const qpdf_oh stream = qpdf_oh_new_stream(pdf);
  pc_pdf_set_data(pdf, stream, data, length);
  return stream;
}

static qpdf_oh make_form(pc_pdf *pdf, pc_pdf *from, const pc_pdf_page *page,
                         const GByteArray *marks) {
  const qpdf_oh form = make_stream(pdf, marks->data, marks->len);
  const qpdf_oh dict = qpdf_oh_get_dict(pdf, form);
  qpdf_oh_replace_key(pdf, dict, "/Type", qpdf_oh_new_name(pdf, "/XObject"));
  qpdf_oh_replace_key(pdf, dict, "/Subtype", qpdf_oh_new_name(pdf, "/Form"));
  pc_pdf_mark_foreign(pdf, dict);
  set_numbers(pdf, dict, "/BBox", page->box, 4);
  set_matrix(pdf, dict, page);
  copy_key(pdf, dict, from, "/Resources", page->resources);
  copy_key(pdf, dict, from, "/Group", qpdf_oh_get_key(from, page->page, "/Group"));
  return form;
}

static void add_page(pc_pdf *pdf, qpdf_oh form, double width, double height) {
  g_autoptr(GString) marks = g_string_new("q ");
  pc_pdf_append_pt(marks, width);
  g_string_append(marks, " 0 0 ");
  pc_pdf_append_pt(marks, height);
  g_string_append(marks, " 0 0 cm " PC_PDF_FORM " Do Q");
  const qpdf_oh page = qpdf_oh_parse(pdf, "<< /Type /Page /Resources << /XObject << >> >> >>");
  const qpdf_oh resources = qpdf_oh_get_key(pdf, page, "/Resources");
  qpdf_oh_replace_key(pdf, qpdf_oh_get_key(pdf, resources, "/XObject"), PC_PDF_FORM, form);
  set_numbers(pdf, page, "/MediaBox", (double[]){0, 0, width, height}, 4);
  qpdf_oh_replace_key(pdf, page, "/Contents",
                      make_stream(pdf, (const guint8 *)marks->str, marks->len));
  qpdf_add_page(pdf, pdf, page, QPDF_TRUE);
}

static GBytes *make_document(pc_pdf *from, const pc_pdf_page *page, const GByteArray *marks,
                             double width, double height) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(NULL);
  add_page(pdf, make_form(pdf, from, page, marks), width, height);
  return pc_pdf_write_bytes(pdf, "1.7");
}

GBytes *pc_pdf_import(GBytes *file, int number, double *width, double *height,
                      pc_problem *problem) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(file);
  g_autoptr(GByteArray) found = g_byte_array_new();
  pc_pdf_page page;
  if (!is_readable(pdf, problem) || !pc_pdf_page_find(pdf, number, &page, problem))
    return NULL;
  if (has_hidden_layers(pdf)) {
    refuse(problem, "export it without layers", "has hidden layers, which would be printed");
    return NULL;
  }
  if (!pc_pdf_clean_resources(pdf, page.resources, problem) ||
      !pc_pdf_clean_group(pdf, qpdf_oh_get_key(pdf, page.page, "/Group"), problem) ||
      !read_marks(pdf, page.page, found, problem))
    return NULL;
  g_autoptr(GByteArray) marks = pc_pdf_marks_strip(found->data, found->len);
  if (marks == NULL) {
    refuse(problem, "open it and print it to PDF again", "is damaged");
    return NULL;
  }
  const bool lies = page.turn % 2 == 1;
  *width = page.box[lies ? 3 : 2] - page.box[lies ? 1 : 0];
  *height = page.box[lies ? 2 : 3] - page.box[lies ? 0 : 1];
  GBytes *bytes =
      is_readable(pdf, problem) ? make_document(pdf, &page, marks, *width, *height) : NULL;
  if (bytes == NULL && problem->why == NULL)
    refuse(problem, "open it and print it to PDF again", "is damaged");
  return bytes;
}

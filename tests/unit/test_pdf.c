/* test_pdf.c - pages of other people's PDFs: what is taken over, what is not, and what is refused.
 */
#include <string.h>

#include "figure/embed.h"
#include "figure/image.h"
#include "figure/objects.h"

#define PAGE "/Type /Page /Parent 2 0 R /Contents 4 0 R "

/* A document of these objects, numbered from 1; the first is the catalog. */
static GString *make_pdf(const char *const *objects) {
  GString *pdf = g_string_new("%PDF-1.7\n");
  g_autoptr(GString) table = g_string_new("0000000000 65535 f \n");
  int count = 1;
  for (; objects[count - 1] != NULL; count++) {
    g_string_append_printf(table, "%010u 00000 n \n", (unsigned)pdf->len);
    g_string_append_printf(pdf, "%d 0 obj\n%s\nendobj\n", count, objects[count - 1]);
  }
  const unsigned start = (unsigned)pdf->len;
  g_string_append_printf(pdf, "xref\n0 %d\n%strailer\n<< /Size %d /Root 1 0 R >>\n", count,
                         table->str, count);
  g_string_append_printf(pdf, "startxref\n%u\n%%%%EOF\n", start);
  return pdf;
}

static GBytes *take(GString *pdf) {
  return g_string_free_to_bytes(pdf);
}

/* One page of 200 x 100 with these further keys; marks and more are further objects. */
static GBytes *make_page(const char *catalog, const char *page, const char *marks,
                         const char *more) {
  g_autofree char *root = g_strdup_printf("<< /Type /Catalog /Pages 2 0 R %s >>", catalog);
  g_autofree char *leaf = g_strdup_printf("<< " PAGE "%s >>", page);
  g_autofree char *stream =
      g_strdup_printf("<< /Length %u >>\nstream\n%s\nendstream", (unsigned)strlen(marks), marks);
  const char *const objects[] = {
      root, "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 100] >>", leaf, stream, more,
      NULL};
  return take(make_pdf(objects));
}

static pc_image *parse(GBytes *bytes, int page, pc_diags *diags) {
  return pc_image_parse(bytes, &(pc_image_request){.file = {"a.pdf", NULL}, .page = page}, diags);
}

static void assert_refused(GBytes *bytes, int page, pc_code code, const char *words) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_assert_null(parse(bytes, page, diags));
  g_assert_cmpint(pc_diags_count(diags), ==, 1);
  const pc_diag *diag = pc_diags_at(diags, 0);
  g_assert_cmpstr(pc_code_get(diag->code)->name, ==, pc_code_get(code)->name);
  g_assert_nonnull(diag->hint);
  if (strstr(diag->message, "a.pdf") == NULL || strstr(diag->message, words) == NULL)
    g_error("'%s' does not say '%s'", diag->message, words);
}

static void assert_ratio(const char *page, double ratio) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(GBytes) bytes = make_page("", page, "0 0 9 9 re f", NULL);
  g_autoptr(pc_image) image = parse(bytes, 1, diags);
  g_assert_nonnull(image);
  g_assert_true(pc_image_is_vector(image));
  double found = (double)pc_image_width(image) / pc_image_height(image);
  g_assert_cmpfloat_with_epsilon(found, ratio, 1e-3);
}

static void test_boxes(void) {
  assert_ratio("", 2);
  assert_ratio("/Rotate 90", .5);
  assert_ratio("/Rotate -180 /UserUnit 2", 2);
  assert_ratio("/Rotate 45", 2);
  assert_ratio("/MediaBox [100 50 0 0]", 2);
  assert_ratio("/CropBox [10 10 100 100]", 1);
  assert_ratio("/CropBox [0 0 100 100] /TrimBox [0 0 300 50]", 2);
  assert_ratio("/CropBox [900 900 999 999]", 2);
}

static bool holds(GBytes *bytes, const char *text) {
  size_t length;
  const void *data = g_bytes_get_data(bytes, &length);
  return memmem(data, length, text, strlen(text)) != NULL;
}

/* All of the page's document, unpacked. */
static GString *unpack(GBytes *bytes) {
  GString *text = g_string_new(NULL);
  pc_pdf *pdf = pc_pdf_new(bytes);
  for (int id = 1; id < 100; id++) {
    const qpdf_oh object = qpdf_get_object_by_id(pdf, id, 0);
    if (!qpdf_oh_is_null(pdf, object))
      g_string_append_printf(text, "%s\n",
                             qpdf_oh_unparse_resolved(pdf, qpdf_oh_is_stream(pdf, object)
                                                               ? qpdf_oh_get_dict(pdf, object)
                                                               : object));
  }
  pc_pdf_free(pdf);
  return text;
}

/* Scripts, actions, attachments, private data and layers stay behind; marks come along. */
static void test_cleaned(void) {
  static const char catalog[] =
      "/OpenAction << /S /JavaScript /JS (secret) >> /Names << /EmbeddedFiles << /Names [(a) << /F "
      "(secret) >>] >> >> /OCProperties << /OCGs [] /D << /OFF [] >> >>";
  static const char page[] =
      "/AA << /O << /S /JavaScript /JS (secret) >> >> /Annots [<< /Subtype /Link >>] /Metadata 4 0 "
      "R /PieceInfo << /A (secret) >> /StructParents 3 /Resources << /XObject << /F 5 0 R >> "
      "/Properties << /L << /Type /OCG /Name (secret) >> >> /Secret (secret) >>";
  static const char form[] =
      "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /OC << /Name (secret) >> /Ref << /F "
      "(secret) >> /OPI << /F (secret) >> /Metadata 4 0 R /Group << /S /Transparency /Secret "
      "(secret) >> /Matrix [1 0 0 1 << /A (secret) >> 0] /Length 13 >>\nstream\n0 0 7 7 re f \n"
      "endstream";
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(GBytes) bytes = make_page(catalog, page, "/OC /L BDC /F Do EMC", form);
  g_autoptr(pc_image) image = parse(bytes, 1, diags);
  g_assert_nonnull(image);
  g_autoptr(GString) text = unpack(pc_image_page(image));
  static const char *const gone[] = {"secret", "/JS",  "/AA",  "/Annots", "/Metadata", "/PieceInfo",
                                     "/Ref ",  "/OC ", "/OPI", "/Struct", "/Secret",   "/Names"};
  for (size_t i = 0; i < G_N_ELEMENTS(gone); i++) {
    if (strstr(text->str, gone[i]) != NULL)
      g_error("%s is still there: %s", gone[i], text->str);
  }
  g_assert_nonnull(strstr(text->str, "/Properties << /L << >> >>"));
  g_assert_nonnull(strstr(text->str, "/Transparency"));
  g_assert_false(holds(pc_image_page(image), "secret"));
}

static void test_refused(void) {
  static const struct {
    const char *catalog, *page, *more;
    const char *words;
  } refusals[] = {
      {"", "/Resources << /Font << /F 5 0 R >> >>",
       "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", "font 'Helvetica'"},
      {"", "/Resources << /Font << /F 5 0 R >> >>",
       "<< /Subtype /TrueType /BaseFont /A /FontDescriptor << /FontFile2 (x) >> >>", "font 'A'"},
      {"/OCProperties << /D << /OFF [5 0 R] >> >>", "", "<< /Type /OCG >>", "hidden layers"},
      {"", "/MediaBox [0 0 0 0]", NULL, "without a usable size"},
      {"", "/MediaBox [0 0 1e30 9]", NULL, "without a usable size"},
      {"", "/Resources << /XObject << /JS 4 0 R >> >>", NULL, "'/JS'"},
      {"", "/Resources << /XObject << /F 5 0 R >> >>",
       "<< /Subtype /PS /Length 1 >>\nstream\n \nendstream", "PostScript"},
      {"", "/Resources << /XObject << /F 5 0 R >> >>",
       "<< /Subtype /Form /Resources << /XObject << /F 5 0 R >> >> /Length 1 >>\nstream\n \n"
       "endstream",
       "shows itself"},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(refusals); i++) {
    g_autoptr(GBytes) bytes =
        make_page(refusals[i].catalog, refusals[i].page, "", refusals[i].more);
    assert_refused(bytes, 1, PC_BAD_IMAGE, refusals[i].words);
  }
}

static void test_pages(void) {
  static const char *const two[] = {"<< /Type /Catalog /Pages 2 0 R >>",
                                    "<< /Kids [3 0 R 5 0 R] /Rotate 90 >>",
                                    "<< /Kids [4 0 R] /MediaBox [0 0 300 100] >>",
                                    "<< /Type /Page >>",
                                    "<< /Type /Page /MediaBox [0 0 200 100] /Rotate 0 >>",
                                    NULL};
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(GBytes) bytes = take(make_pdf(two));
  g_autoptr(pc_image) first = parse(bytes, 1, diags);
  g_autoptr(pc_image) second = parse(bytes, 2, diags);
  g_assert_true(first != NULL && second != NULL);
  g_assert_cmpint(pc_image_width(first), <, pc_image_height(first));
  g_assert_cmpint(pc_image_width(second), >, pc_image_height(second));
  assert_refused(bytes, 99, PC_BAD_IMAGE, "no page 99; its last page is 2");
}

/* Trees without end: to themselves, and downwards. */
static void test_trees(void) {
  static const char *const ring[] = {"<< /Type /Catalog /Pages 2 0 R >>",
                                     "<< /Kids [2 0 R 2 0 R] >>", NULL};
  static const char *const empty[] = {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Kids [] >>", NULL};
  g_autoptr(GBytes) looped = take(make_pdf(ring));
  assert_refused(looped, 1, PC_LIMIT, "more pages");
  g_autoptr(GBytes) pageless = take(make_pdf(empty));
  assert_refused(pageless, 1, PC_BAD_IMAGE, "no page");
  g_autoptr(GPtrArray) chain = g_ptr_array_new_with_free_func(g_free);
  g_ptr_array_add(chain, g_strdup("<< /Type /Catalog /Pages 2 0 R >>"));
  for (int i = 0; i < 3000; i++)
    g_ptr_array_add(chain, g_strdup_printf("<< /Kids [%d 0 R] >>", i + 3));
  g_ptr_array_add(chain, NULL);
  g_autoptr(GBytes) deep = take(make_pdf((const char *const *)chain->pdata));
  assert_refused(deep, 1, PC_LIMIT, "more pages");
}

/* Any cut leaves something that is refused. */
static void test_cut(void) {
  g_autoptr(GBytes) bytes = make_page("", "", "0 0 9 9 re f", NULL);
  const size_t length = g_bytes_get_size(bytes);
  for (size_t cut = 9; cut + 8 < length; cut += 7) {
    g_autoptr(GBytes) part = g_bytes_new_from_bytes(bytes, 0, cut);
    assert_refused(part, 1, PC_BAD_IMAGE, "damaged or cut off");
  }
}

/* Equal pages are one form in the poster. */
static void test_same_key(void) {
  g_autoptr(pc_diags) diags = pc_diags_new();
  g_autoptr(GBytes) bytes = make_page("", "", "0 0 9 9 re f", NULL);
  g_autoptr(pc_image) one = parse(bytes, 1, diags);
  g_autoptr(pc_image) other = parse(bytes, 0, diags);
  g_assert_cmpstr(pc_image_key(one), ==, pc_image_key(other));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/pdf/boxes", test_boxes);
  g_test_add_func("/pdf/cleaned", test_cleaned);
  g_test_add_func("/pdf/refused", test_refused);
  g_test_add_func("/pdf/pages", test_pages);
  g_test_add_func("/pdf/trees", test_trees);
  g_test_add_func("/pdf/cut", test_cut);
  g_test_add_func("/pdf/same-key", test_same_key);
  return g_test_run();
}

/* test_drawn.c - what a page draws, and in which state. */
#include "backend/drawn.h"

#include <string.h>

#include "backend/matrix.h"
#include "backend/paints.h"

static qpdf_oh make_stream(pc_pdf *pdf, const char *keys, const char *data) {
  const qpdf_oh stream = qpdf_oh_new_stream(pdf), parsed = qpdf_oh_parse(pdf, keys);
  g_autoptr(GPtrArray) names = pc_pdf_list_keys(pdf, parsed);
  pc_pdf_set_data(pdf, stream, data, strlen(data));
  for (guint i = 0; i < names->len; i++)
    qpdf_oh_replace_key(pdf, qpdf_oh_get_dict(pdf, stream), names->pdata[i],
                        qpdf_oh_get_key(pdf, parsed, names->pdata[i]));
  return stream;
}

/* A page whose resources have one thing, of that kind and called /X. */
static qpdf_oh make_page(pc_pdf *pdf, const char *data, const char *kind, qpdf_oh thing) {
  const qpdf_oh page = qpdf_oh_parse(pdf, "<< /Type /Page /MediaBox [0 0 100 100] >>");
  const qpdf_oh resources = pc_pdf_open_dict(pdf, page, "/Resources");
  qpdf_oh_replace_key(pdf, pc_pdf_open_dict(pdf, resources, kind), "/X", thing);
  qpdf_oh_replace_key(pdf, page, "/Contents", make_stream(pdf, "<< >>", data));
  qpdf_add_page(pdf, pdf, page, QPDF_TRUE);
  return qpdf_get_page_n(pdf, 0);
}

/* A line for each painting: its operator, the scale that it stands in, the kind of its colours, and
 * the second component. */
static void note(const pc_drawn_at *drawn, const pc_operation *operation, void *user) {
  static const char kinds[] = "GRCO";
  const pc_paint *paints[2];
  const int n = pc_drawn_list_paints(drawn, operation, paints);
  if (!pc_operation_paints(operation))
    return;
  g_string_append_printf(user, "%s %.1f", operation->name, pc_matrix_scale(drawn->state.matrix));
  for (int i = 0; i < n; i++)
    g_string_append_printf(user, " %c%.1f", kinds[paints[i]->kind], paints[i]->n[1]);
  if (drawn->image != 0)
    g_string_append_printf(user, " %.0f ppi", pc_drawn_measure_picture(drawn).ppi);
  g_string_append(user, "; ");
}

static void assert_drawn(pc_pdf *pdf, qpdf_oh page, pc_drawn_end end, const char *wanted) {
  g_autoptr(GString) found = g_string_new(NULL);
  g_assert_cmpint(pc_drawn_walk(pdf, page, note, found), ==, end);
  g_assert_cmpstr(found->str, ==, wanted);
}

static void test_colors(void) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(NULL);
  const qpdf_oh page =
      make_page(pdf,
                "f 0 .4 0 rg f 0 .3 0 .9 K B q /DeviceRGB cs f 0 .7 0 sc f 0 .8 0 scn f Q f "
                "/Other cs 0 .5 0 sc f",
                "/Font", qpdf_oh_new_null(pdf));
  assert_drawn(pdf, page, PC_DRAWN_WHOLE,
               "f 1.0 G0.0; f 1.0 R0.4; B 1.0 R0.4 C0.3; f 1.0 R0.0; f 1.0 R0.7; f 1.0 R0.8; "
               "f 1.0 R0.4; f 1.0 O0.0; ");
}

/* What is changed inside a form is as before after it. */
static void test_forms(void) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(NULL);
  const qpdf_oh form = make_stream(
      pdf, "<< /Subtype /Form /Matrix [3 0 0 3 0 0] /BBox [0 0 9 9] >>", "0 .5 0 rg f q q");
  const qpdf_oh page = make_page(pdf, "q 2 0 0 2 0 0 cm /X Do f Q f", "/XObject", form);
  assert_drawn(pdf, page, PC_DRAWN_WHOLE, "Do 2.0; f 6.0 R0.5; f 2.0 G0.0; f 1.0 G0.0; ");
}

/* A tile counts in the units of the content, whatever stands before its use. */
static void test_patterns(void) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(NULL);
  const qpdf_oh tile =
      make_stream(pdf, "<< /PatternType 1 /Matrix [5 0 0 5 0 0] /BBox [0 0 9 9] >>", "f");
  const qpdf_oh page = make_page(pdf, "2 0 0 2 0 0 cm /Pattern cs /X scn f", "/Pattern", tile);
  assert_drawn(pdf, page, PC_DRAWN_WHOLE, "f 5.0 O0.0; f 2.0 O0.0; ");
}

static void test_pictures(void) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(NULL);
  const qpdf_oh image = make_stream(pdf, "<< /Subtype /Image /Width 300 /Height 100 >>", "");
  const qpdf_oh page = make_page(pdf, "144 0 0 72 0 0 cm /X Do", "/XObject", image);
  assert_drawn(pdf, page, PC_DRAWN_WHOLE, "Do 101.8 100 ppi; ");
}

static void test_broken(void) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(NULL);
  const qpdf_oh page = make_page(pdf, "f (no end", "/Font", qpdf_oh_new_null(pdf));
  assert_drawn(pdf, page, PC_DRAWN_BROKEN, "f 1.0 G0.0; ");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/drawn/colors", test_colors);
  g_test_add_func("/drawn/forms", test_forms);
  g_test_add_func("/drawn/patterns", test_patterns);
  g_test_add_func("/drawn/pictures", test_pictures);
  g_test_add_func("/drawn/broken", test_broken);
  return g_test_run();
}

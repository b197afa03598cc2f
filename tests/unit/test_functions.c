/* test_functions.c - functions of PDF, evaluated. */
#include "backend/functions.h"

static void assert_value(const char *text, double in, int n, const double *wanted) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(NULL);
  g_autoptr(pc_function) function = pc_function_new(pdf, qpdf_oh_parse(pdf, text));
  double out[PC_FUNCTION_MAX];
  g_assert_nonnull(function);
  g_assert_cmpint(pc_function_inputs(function), ==, 1);
  g_assert_cmpint(pc_function_outputs(function), ==, n);
  pc_function_run(function, &in, out);
  for (int i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon(out[i], wanted[i], 1e-6);
}

static void test_exponential(void) {
  static const char ramp[] = "<< /FunctionType 2 /Domain [0 1] /C0 [1 0] /C1 [0 .5] /N 1 >>";
  static const char curve[] = "<< /FunctionType 2 /Domain [0 1] /N 2 >>";
  assert_value(ramp, 0, 2, (double[]){1, 0});
  assert_value(ramp, .5, 2, (double[]){.5, .25});
  assert_value(ramp, 7, 2, (double[]){0, .5});
  assert_value(curve, .5, 1, (double[]){.25});
}

#define PIECE(from, to) "<< /FunctionType 2 /Domain [0 1] /C0 [" from "] /C1 [" to "] /N 1 >> "

/* A bound belongs to the piece that begins there; a piece may run backwards. */
static void test_stitched(void) {
  static const char text[] = "<< /FunctionType 3 /Domain [0 1] /Bounds [.25] /Encode [0 1 1 0] "
                             "/Functions [" PIECE("0", "1") PIECE("5", "6") "] >>";
  assert_value(text, .125, 1, (double[]){.5});
  assert_value(text, .25, 1, (double[]){6});
  assert_value(text, 1, 1, (double[]){5});
}

static void test_tuple(void) {
  assert_value("[" PIECE("0", "1") PIECE("1", "0") PIECE(".2", ".4") "]", .5, 3,
               (double[]){.5, .5, .3});
}

static pc_function *open_sampled(pc_pdf *pdf, const char *keys, const char *samples, size_t n) {
  const qpdf_oh stream = qpdf_oh_new_stream(pdf), none = qpdf_oh_new_null(pdf);
  const qpdf_oh parsed = qpdf_oh_parse(pdf, keys), dict = qpdf_oh_get_dict(pdf, stream);
  qpdf_oh_replace_stream_data(pdf, stream, (const unsigned char *)samples, n, none, none);
  g_autoptr(GPtrArray) names = pc_pdf_list_keys(pdf, parsed);
  for (guint i = 0; i < names->len; i++)
    qpdf_oh_replace_key(pdf, dict, names->pdata[i], qpdf_oh_get_key(pdf, parsed, names->pdata[i]));
  return pc_function_new(pdf, stream);
}

/* Between four corners, of which the first input runs fastest. */
static void test_sampled(void) {
  g_autoptr(pc_pdf) pdf = pc_pdf_new(NULL);
  g_autoptr(pc_function) plane = open_sampled(
      pdf, "<< /FunctionType 0 /Domain [0 1 0 1] /Range [0 1] /Size [2 2] /BitsPerSample 8 >>",
      "\x00\xff\x00\xff", 4);
  double out[PC_FUNCTION_MAX];
  g_assert_nonnull(plane);
  pc_function_run(plane, (double[]){.25, .9}, out);
  g_assert_cmpfloat_with_epsilon(out[0], .25, 1e-6);
  g_autoptr(pc_function) narrow = open_sampled(
      pdf, "<< /FunctionType 0 /Domain [0 1] /Range [0 2] /Size [4] /BitsPerSample 2 >>", "\x1b",
      1);
  g_assert_nonnull(narrow);
  pc_function_run(narrow, (double[]){1.0 / 3}, out);
  g_assert_cmpfloat_with_epsilon(out[0], 2.0 / 3, 1e-6);
}

/* What is cut off, too large, too deep or PostScript is refused. */
static void test_refused(void) {
  static const char *const refused[] = {
      "null",
      "<< >>",
      "[ ]",
      "<< /FunctionType 4 /Domain [0 1] /Range [0 1] >>",
      "<< /FunctionType 2 /Domain [0 1] /C1 [0 0 0 0 0 0 0 0 0] /N 1 >>",
      "<< /FunctionType 3 /Domain [0 1] /Bounds [] /Encode [0 1] /Functions [] >>",
      "<< /FunctionType 3 /Domain [0 1] /Bounds [] /Encode [0] /Functions [" PIECE("0", "1") "] >>",
      "[[[[[[[[[[[[]]]]]]]]]]]]",
  };
  g_autoptr(pc_pdf) pdf = pc_pdf_new(NULL);
  for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
    g_assert_null(pc_function_new(pdf, qpdf_oh_parse(pdf, refused[i])));
  static const char large[] =
      "<< /FunctionType 0 /Domain [0 1 0 1] /Range [0 1] /Size [65536 65536] /BitsPerSample 8 >>";
  static const char cut[] =
      "<< /FunctionType 0 /Domain [0 1] /Range [0 1] /Size [9] /BitsPerSample 8 >>";
  g_assert_null(open_sampled(pdf, large, "ab", 2));
  g_assert_null(open_sampled(pdf, cut, "ab", 2));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/functions/exponential", test_exponential);
  g_test_add_func("/functions/stitched", test_stitched);
  g_test_add_func("/functions/tuple", test_tuple);
  g_test_add_func("/functions/sampled", test_sampled);
  g_test_add_func("/functions/refused", test_refused);
  return g_test_run();
}

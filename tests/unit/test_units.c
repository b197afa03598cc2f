/* test_units.c - lengths as written, on paper and back; sizes of paper. */
#include <glib.h>

#include "base/units.h"

static void assert_parses(const char *text, double value, pc_unit unit) {
  pc_length length = {0, PC_UNIT_NONE};
  g_assert_true(pc_length_parse(text, &length));
  g_assert_cmpint(length.unit, ==, unit);
  g_assert_cmpfloat_with_epsilon(length.value, value, 1e-12);
}

static void test_parse(void) {
  assert_parses("18mm", 18, PC_UNIT_MM);
  assert_parses("１８mm", 18, PC_UNIT_MM);
  assert_parses("1.45em", 1.45, PC_UNIT_EM);
  assert_parses(".8em", 0.8, PC_UNIT_EM);
  assert_parses("３５％", 35, PC_UNIT_PERCENT);
  assert_parses("2fr", 2, PC_UNIT_FR);
  assert_parses("4", 4, PC_UNIT_NONE);
  assert_parses("-3.5pt", -3.5, PC_UNIT_PT);
  assert_parses(" 18 MM ", 18, PC_UNIT_MM);
  assert_parses("10Q", 10, PC_UNIT_Q);
  assert_parses("10h", 10, PC_UNIT_H);
  assert_parses("auto", 0, PC_UNIT_AUTO);
}

static void test_parse_refuses(void) {
  const char *wrong[] = {"",    "mm",    ".",     "-",       "1e3", "0x10",   "inf",  "nan",
                         "1px", "1.2.3", "12mmm", "1mm 2mm", "+-1", "１８粍", "\xff", "automatic"};
  for (int i = 0; i < (int)G_N_ELEMENTS(wrong); i++) {
    pc_length length;
    g_assert_false(pc_length_parse(wrong[i], &length));
  }
}

static void test_parse_never_infinite(void) {
  g_autofree char *digits = g_strnfill(400, '9');
  pc_length length;
  g_assert_false(pc_length_parse(digits, &length));
}

static void test_format_reads_back(void) {
  const char *texts[] = {"18mm", "0.1em", "35%", "2fr", "4", "auto", "-3.5pt", "12H", "0.25cm"};
  for (int i = 0; i < (int)G_N_ELEMENTS(texts); i++) {
    pc_length length;
    g_assert_true(pc_length_parse(texts[i], &length));
    g_autofree char *text = pc_length_format(length);
    g_assert_cmpstr(text, ==, texts[i]);
  }
}

static void test_um(void) {
  g_assert_cmpint(pc_length_um((pc_length){18, PC_UNIT_MM}, 0, 0), ==, 18000);
  g_assert_cmpint(pc_length_um((pc_length){1, PC_UNIT_IN}, 0, 0), ==, 25400);
  g_assert_cmpint(pc_length_um((pc_length){72, PC_UNIT_PT}, 0, 0), ==, 25400);
  g_assert_cmpint(pc_length_um((pc_length){10, PC_UNIT_Q}, 0, 0), ==, 2500);
  g_assert_cmpint(pc_length_um((pc_length){1.5, PC_UNIT_EM}, 4000, 0), ==, 6000);
  g_assert_cmpint(pc_length_um((pc_length){35, PC_UNIT_PERCENT}, 0, 841000), ==, 294350);
  g_assert_cmpint(pc_length_um((pc_length){2, PC_UNIT_FR}, 4000, 1000), ==, 0);
  g_assert_cmpint(pc_length_um((pc_length){0, PC_UNIT_AUTO}, 4000, 1000), ==, 0);
}

static void test_um_is_bounded(void) {
  pc_um largest = pc_length_um((pc_length){1e300, PC_UNIT_CM}, 0, 0);
  g_assert_cmpint(largest, ==, 100000000);
  g_assert_cmpint(pc_length_um((pc_length){-1e300, PC_UNIT_CM}, 0, 0), ==, -largest);
}

static void test_pt(void) {
  g_assert_cmpfloat_with_epsilon(pc_length_pt((pc_length){25.4, PC_UNIT_MM}, 0), 72, 1e-9);
  g_assert_cmpfloat_with_epsilon(pc_length_pt((pc_length){1.45, PC_UNIT_EM}, 20), 29, 1e-9);
  g_assert_cmpfloat(pc_length_pt((pc_length){50, PC_UNIT_PERCENT}, 20), ==, 0);
  g_assert_cmpint(pc_um_from_pt(pc_um_to_pt(123457)), ==, 123457);
  g_assert_cmpint(pc_um_from_mm(pc_um_to_mm(-7)), ==, -7);
}

static void assert_paper(const char *name, int width, int height) {
  pc_um w = 0;
  pc_um h = 0;
  g_assert_true(pc_paper_find(name, &w, &h));
  g_assert_cmpint(w, ==, width * 1000);
  g_assert_cmpint(h, ==, height * 1000);
}

static void test_papers(void) {
  assert_paper("A0", 841, 1189);
  assert_paper("a6", 105, 148);
  assert_paper("B0", 1030, 1456);
  assert_paper("B6", 128, 182);
  assert_paper("ISO-B0", 1000, 1414);
  assert_paper("iso-b6", 125, 176);
  pc_um ignored;
  g_assert_false(pc_paper_find("A7", &ignored, &ignored));
  g_assert_false(pc_paper_find("", &ignored, &ignored));
}

/* Halving the long side of a sheet gives the next one of its series, rounded down by the standards'
 * own tables to a millimetre. */
static void test_papers_halve(void) {
  const char *const *names = pc_paper_names();
  for (int i = 0; names[i] != NULL && names[i + 1] != NULL; i++) {
    pc_um w = 0, h = 0, next_w = 0, next_h = 0;
    g_assert_true(pc_paper_find(names[i], &w, &h));
    g_assert_true(pc_paper_find(names[i + 1], &next_w, &next_h));
    if (g_str_has_suffix(names[i + 1], "0"))
      continue;
    g_assert_cmpint(next_h, ==, w);
    g_assert_cmpint(ABS(h / 2 - next_w), <=, 500);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/units/parse", test_parse);
  g_test_add_func("/units/parse-refuses", test_parse_refuses);
  g_test_add_func("/units/parse-never-infinite", test_parse_never_infinite);
  g_test_add_func("/units/format-reads-back", test_format_reads_back);
  g_test_add_func("/units/um", test_um);
  g_test_add_func("/units/um-is-bounded", test_um_is_bounded);
  g_test_add_func("/units/pt", test_pt);
  g_test_add_func("/units/papers", test_papers);
  g_test_add_func("/units/papers-halve", test_papers_halve);
  return g_test_run();
}

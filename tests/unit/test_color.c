/* test_color.c - colours as written and back, contrast, mixing. */
#include <glib.h>

#include "base/color.h"

static pc_color parse(const char *text) {
  pc_color color = {0};
  g_assert_true(pc_color_parse(text, &color));
  return color;
}

static void test_reads_back(void) {
  const char *texts[] = {
      "#0a1b2c", "#0a1b2c80", "cmyk(0, 60, 100, 0)", "cmyk(7, 12.5, 0, 29)", "none",
      "accent2", "section"};
  for (int i = 0; i < (int)G_N_ELEMENTS(texts); i++) {
    g_autofree char *text = pc_color_format(parse(texts[i]));
    g_assert_cmpstr(text, ==, texts[i]);
  }
}

static void test_other_spellings(void) {
  const char *pairs[][2] = {{"#F0a", "#ff00aa"},
                            {"#0A1B2CFF", "#0a1b2c"},
                            {" #123456 ", "#123456"},
                            {"CMYK(0,60%,１００,0)", "cmyk(0, 60, 100, 0)"}};
  for (int i = 0; i < (int)G_N_ELEMENTS(pairs); i++) {
    g_autofree char *text = pc_color_format(parse(pairs[i][0]));
    g_assert_cmpstr(text, ==, pairs[i][1]);
  }
}

static void test_refuses(void) {
  const char *wrong[] = {"",
                         "#",
                         "#12",
                         "#12345",
                         "#1234567",
                         "#ggg",
                         "cmyk(",
                         "cmyk()",
                         "cmyk(1,2,3)",
                         "cmyk(1,2,3,4,5)",
                         "cmyk(1,2,3,101)",
                         "cmyk(-1,2,3,4)",
                         "cmyk(1mm,2,3,4)",
                         "red",
                         "Ink!"};
  for (int i = 0; i < (int)G_N_ELEMENTS(wrong); i++) {
    pc_color color;
    g_assert_false(pc_color_parse(wrong[i], &color));
  }
}

static void test_roles(void) {
  const char *const *names = pc_color_role_names();
  int count = 0;
  for (; names[count] != NULL; count++)
    g_assert_cmpint(parse(names[count]).role, ==, PC_ROLE_NONE + count);
  g_assert_cmpint(count, ==, PC_N_ROLES - PC_ROLE_NONE);
}

static void test_cmyk_preview(void) {
  pc_color orange = parse("cmyk(0, 60, 100, 0)");
  g_assert_true(orange.is_cmyk);
  g_assert_cmpfloat_with_epsilon(orange.r, 1, 1e-9);
  g_assert_cmpfloat_with_epsilon(orange.g, 0.4, 1e-9);
  g_assert_cmpfloat_with_epsilon(orange.b, 0, 1e-9);
}

static void test_contrast(void) {
  pc_color black = parse("#000");
  pc_color white = parse("#fff");
  g_assert_cmpfloat_with_epsilon(pc_color_contrast(black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon(pc_color_contrast(white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon(pc_color_contrast(white, white), 1, 1e-9);
  /* The grey that WCAG's own examples name as just enough on white. */
  g_assert_cmpfloat_with_epsilon(pc_color_contrast(parse("#767676"), white), 4.54, 0.005);
}

static void test_mix(void) {
  g_autofree char *grey = pc_color_format(pc_color_mix(parse("#000"), parse("#fff"), 0.25));
  g_assert_cmpstr(grey, ==, "#bfbfbf");
  g_autofree char *ink =
      pc_color_format(pc_color_mix(parse("cmyk(0,0,0,100)"), parse("cmyk(0,0,0,0)"), 0.1));
  g_assert_cmpstr(ink, ==, "cmyk(0, 0, 0, 10)");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/color/reads-back", test_reads_back);
  g_test_add_func("/color/other-spellings", test_other_spellings);
  g_test_add_func("/color/refuses", test_refuses);
  g_test_add_func("/color/roles", test_roles);
  g_test_add_func("/color/cmyk-preview", test_cmyk_preview);
  g_test_add_func("/color/contrast", test_contrast);
  g_test_add_func("/color/mix", test_mix);
  return g_test_run();
}

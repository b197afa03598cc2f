/* test_theme.c - colours of a theme: roles and circles; rules of text. */
#include "doc_fixture.h"

static void test_roles_become_literal(void) {
  g_auto(decoded) result =
      decode("theme:\n  colors: {accent: accent2, accent2: muted, muted: '#123', "
             "palette: [accent, 'cmyk(0, 50, 100, 0)']}\n"
             "  panel: {fill: none, border: accent2}\nslides: [あ]\n");
  const pc_doc *doc = expect_sound(&result);
  g_autofree char *accent = pc_color_format(doc->theme.colors.accent);
  g_autofree char *first = pc_color_format(doc->theme.colors.palette.items[0]);
  g_autofree char *border = pc_color_format(doc->slides[0]->style.border);
  g_assert_cmpstr(accent, ==, "#112233");
  g_assert_cmpstr(first, ==, "#112233");
  g_assert_cmpstr(border, ==, "#112233");
  g_assert_true(doc->theme.colors.palette.items[1].is_cmyk);
  g_assert_cmpint(doc->slides[0]->style.fill.role, ==, PC_ROLE_NONE);
}

static void test_circles(void) {
  expect_reports("theme: {colors: {accent: muted, muted: accent}}\nslides: [あ]\n",
                 "1:26 bad-value 1:40 bad-value");
  expect_reports("theme: {colors: {ink: ink}}\nslides: [あ]\n", "1:23 bad-value");
  expect_reports("theme: {colors: {paper: section, panel: none}}\nslides: [あ]\n",
                 "1:25 bad-value 1:41 bad-value");
  expect_reports("theme: {colors: {palette: [accent, section]}}\nslides: [あ]\n", "1:36 bad-value");
  expect_reports("theme: {colors: {ink: akcent}}\nslides: [あ]\n", "1:23 bad-value");
}

static void test_text_rules(void) {
  static const struct {
    const char *written;
    double em;
  } gaps[] = {{"null", -1}, {"auto", -1}, {"0", 0}, {"1/8", 0.125}, {"1/4", 0.25}};
  for (size_t i = 0; i < G_N_ELEMENTS(gaps); i++) {
    g_autofree char *text =
        g_strdup_printf("theme: {text: {autospace: %s}}\nslides: [あ]\n", gaps[i].written);
    g_auto(decoded) result = decode(text);
    double em = expect_sound(&result)->theme.text.autospace;
    g_assert_cmpfloat_with_epsilon(em, gaps[i].em, 1e-9);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/theme/roles", test_roles_become_literal);
  g_test_add_func("/theme/circles", test_circles);
  g_test_add_func("/theme/text-rules", test_text_rules);
  return g_test_run();
}

#include "base/translate.h"

static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};

static void set_environment(const char *name, const char *value) {
  for (gsize i = 0; i < G_N_ELEMENTS(variables); i++)
    g_unsetenv(variables[i]);
  g_setenv(name, value, TRUE);
}

static void assert_language(const char *name, const char *value, const char *expected) {
  set_environment(name, value);
  g_assert_cmpstr(pc_translate("error"), ==, expected);
}

/* No locale needs to be there. */
static void test_environment(void) {
  assert_language("LANG", "ja_JP.UTF-8", "エラー");
  assert_language("LANG", "ja", "エラー");
  assert_language("LC_MESSAGES", "ja_JP.eucJP", "エラー");
  assert_language("LC_ALL", "ja_JP.UTF-8", "エラー");
  assert_language("LANGUAGE", "ja:en", "エラー");
  assert_language("LANGUAGE", "fr:ja", "エラー");
  assert_language("LANGUAGE", "en:ja", "error");
  assert_language("LANG", "C.UTF-8", "error");
  assert_language("LANG", "fr_FR.UTF-8", "error");
  assert_language("LANG", "../ja", "error");
}

static void test_first_variable_counts(void) {
  set_environment("LANG", "ja_JP.UTF-8");
  g_setenv("LC_ALL", "en_GB.UTF-8", TRUE);
  g_assert_cmpstr(pc_translate("error"), ==, "error");
  g_setenv("LANGUAGE", "ja", TRUE);
  g_assert_cmpstr(pc_translate("error"), ==, "エラー");
  g_setenv("LC_ALL", "C", TRUE);
  g_assert_cmpstr(pc_translate("error"), ==, "error");
}

static void test_unknown(void) {
  static const char text[] = "nobody says this";
  set_environment("LANG", "ja_JP.UTF-8");
  g_assert_true(pc_translate(text) == text);
  g_assert_cmpstr(pc_translate(""), ==, "");
}

static void test_count(void) {
  set_environment("LANG", "C");
  g_assert_cmpstr(pc_translate_count("%d page", "%d pages", 1), ==, "%d page");
  g_assert_cmpstr(pc_translate_count("%d page", "%d pages", 0), ==, "%d pages");
  set_environment("LANG", "ja_JP.UTF-8");
  g_assert_cmpstr(pc_translate_count("%d page", "%d pages", 1), ==, "%d ページ");
  g_assert_cmpstr(pc_translate_count("%d page", "%d pages", 2), ==, "%d ページ");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/translate/environment", test_environment);
  g_test_add_func("/translate/first-variable", test_first_variable_counts);
  g_test_add_func("/translate/unknown", test_unknown);
  g_test_add_func("/translate/count", test_count);
  return g_test_run();
}

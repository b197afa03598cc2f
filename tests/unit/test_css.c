/* test_css.c - declarations, families and addresses out of style sheets. */
#include "figure/css.h"

static void append_declaration(const char *name, const char *value, void *user) {
  g_string_append_printf(user, "[%s=%s]", name, value);
}

static void append_import(void *user) {
  g_string_append(user, "[import]");
}

static void test_read(void) {
  static const struct {
    const char *css, *found;
  } sheets[] = {
      {"fill:red", "[fill=red]"},
      {" Fill : red ; stroke: #000 !important;", "[fill=red][stroke=#000]"},
      {".a{fill:red}.b , c>d{stroke:none;}", "[fill=red][stroke=none]"},
      {"@media print { .a { fill: red } }", "[fill=red]"},
      {"@IMPORT 'x'; a{b:c}", "[import][b=c]"},
      {"/* a{b:c} */ d{e:f/*;*/}", "[e=f]"},
      {"a{b:url(data:x;y,{z})}", "[b=url(data:x;y,{z})]"},
      {"a{b:';}'}", "[b=';}']"},
      {"@font-face{font-family:x;src:url(y)} a{b:c}", "[b=c]"},
      {"\\66 ill:r\\65 d", "[fill=red]"},
      {"a{b:c", "[b=c]"},
      {"/*", ""},
      {"a\\", ""},
  };
  for (size_t i = 0; i < G_N_ELEMENTS(sheets); i++) {
    g_autoptr(GString) found = g_string_new(NULL);
    pc_css_read(sheets[i].css, &(pc_css_visitor){append_declaration, append_import, found});
    g_assert_cmpstr(found->str, ==, sheets[i].found);
  }
}

static void assert_families(const char *value, bool is_shorthand, const char *wanted) {
  g_auto(GStrv) names = pc_css_split_families(value, is_shorthand);
  g_autofree char *found = names != NULL ? g_strjoinv("|", names) : g_strdup("");
  g_assert_cmpstr(found, ==, wanted);
}

static void test_families(void) {
  assert_families("Arial", false, "Arial");
  assert_families(" 'BIZ UDGothic' ,\"a, b\", sans-serif", false, "BIZ UDGothic|a, b|sans-serif");
  assert_families("inherit", false, "");
  assert_families(",,", false, "");
  assert_families("12px Arial", true, "Arial");
  assert_families("italic 700 12px/1.5 'A B', serif", true, "A B|serif");
  assert_families("bold .8em A", true, "A");
  assert_families("bold medium A", true, "A");
  assert_families("caption", true, "");
}

static void test_urls(void) {
  const char *at = "a url(#b) c URL( 'd)e' ) url(\"f\") url(g";
  static const char *const wanted[] = {"#b", "d)e", "f", "g"};
  for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++) {
    g_autofree char *url = pc_css_next_url(&at);
    g_assert_cmpstr(url, ==, wanted[i]);
  }
  g_assert_null(pc_css_next_url(&at));
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/css/read", test_read);
  g_test_add_func("/css/families", test_families);
  g_test_add_func("/css/urls", test_urls);
  return g_test_run();
}

/* test_address.c - addresses that a poster may link to. */
#include "base/address.h"

#include <glib.h>

static void test_schemes(void) {
  static const char *const good[] = {"http://example.org", "HTTPS://example.org",
                                     "mailto:a@example.org", "tel:+81-3-0000-0000"};
  static const char *const bad[] = {
      "",        "example.org",       "//example.org", "#x",
      "ftp://x", "javascript:void 0", " https://x",    "file:///etc/passwd",
      "httpsx:", "data:text/html,x",  "\thttp://x",    "telnet:x",
      "mailto:"};
  for (size_t i = 0; i < G_N_ELEMENTS(good); i++)
    g_assert_true(pc_address_is_link(good[i]));
  for (size_t i = 0; i < G_N_ELEMENTS(bad); i++)
    g_assert_false(pc_address_is_link(bad[i]));
}

static void assert_escaped(const char *address, const char *wanted) {
  g_autofree char *escaped = pc_address_escape(address);
  g_assert_cmpstr(escaped, ==, wanted);
}

/* What is an address stays as it is; whatever else there is becomes ASCII. */
static void test_escape(void) {
  const char *whole = "https://u@example.org:80/a-b_c.d~e/(f)?g=h&i=%E3%81%82#!$'*+,;[]";
  assert_escaped(whole, whole);
  assert_escaped("https://例.jp/あ", "https://%E4%BE%8B.jp/%E3%81%82");
  assert_escaped("http://x/ \"<>\\^`{|}\n\r\x01",
                 "http://x/%20%22%3C%3E%5C%5E%60%7B%7C%7D%0A%0D%01");
  assert_escaped("", "");
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/address/schemes", test_schemes);
  g_test_add_func("/address/escape", test_escape);
  return g_test_run();
}

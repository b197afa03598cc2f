/* test_digest.c - names that only content decides. */
#include "base/digest.h"

#include <string.h>

static void test_parts(void) {
  const char text[] = "ピアサポートにおける専門職とのパートナーシップ";
  pc_digest *digest = pc_digest_new();
  pc_digest_append(digest, text, 7);
  pc_digest_append(digest, text + 7, strlen(text) - 7);
  g_autofree char *parts = pc_digest_take(digest);
  g_autofree char *whole = pc_digest_of(text, strlen(text));
  g_assert_cmpstr(parts, ==, whole);
  g_assert_cmpuint(strlen(whole), ==, 32);
  g_assert_cmpuint(strspn(whole, "0123456789abcdef"), ==, 32);
}

/* The value that the algorithm's own specification gives for no bytes: files stay alike. */
static void test_empty(void) {
  g_autofree char *empty = pc_digest_of("", 0);
  g_assert_cmpstr(empty, ==, "99aa06d3014798d86001c324468d497f");
}

static void test_differs(void) {
  g_autofree char *one = pc_digest_of("a", 1), *other = pc_digest_of("b", 1);
  g_assert_cmpstr(one, !=, other);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/digest/parts", test_parts);
  g_test_add_func("/digest/empty", test_empty);
  g_test_add_func("/digest/differs", test_differs);
  return g_test_run();
}

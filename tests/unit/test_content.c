/* test_content.c - content streams, operation by operation. */
#include "figure/content.h"

#include <string.h>

static void list_operation(const pc_operation *operation, GString *out, void *user) {
  (void)user;
  g_string_append_printf(out, "%s(%d", operation->name, operation->n_numbers);
  for (int i = 0; i < operation->n_numbers; i++)
    g_string_append_printf(out, " %g", operation->numbers[i]);
  g_string_append(out, ") ");
}

static void assert_list(const char *content, const char *wanted) {
  g_autoptr(GString) out = g_string_new(NULL);
  g_assert_true(pc_content_rewrite(content, strlen(content), list_operation, NULL, out));
  g_assert_cmpstr(out->str, ==, wanted);
}

static void test_operations(void) {
  assert_list("", "");
  assert_list(" % only a comment\n", "");
  assert_list("1 0 0 1 20.5 -3 cm", "cm(6 1 0 0 1 20.5 -3) ");
  assert_list("q 0 0 1 rg f* Q", "q(0) rg(3 0 0 1) f*(0) Q(0) ");
  assert_list("/Span <</MCID 3>>BDC(a\\)(b) c)Tj EMC", "BDC(1 3) Tj(0) EMC(0) ");
  assert_list("[(a)-20<0a0B>] TJ % [ ( \n /F1 12 Tf", "TJ(1 -20) Tf(1 12) ");
  assert_list("/P <</A [true false null]/B/C>> DP", "DP(0) ");
  assert_list("1 2 3 4 5 6 7 8 scn", "scn(6 3 4 5 6 7 8) ");
}

/* Between ID and EI stands anything. */
static void test_inline_image(void) {
  assert_list("q BI /W 1 /H 1 ID \x01(<Q EI Q", "q(0) EI(2 1 1) Q(0) ");
}

static void copy_operation(const pc_operation *operation, GString *out, void *user) {
  (void)user;
  pc_operation_copy(operation, out);
}

static void test_copy(void) {
  static const char content[] = "q 1 0 0 1 2 3 cm BI /W 1 ID xx EI (a b) Tj\r\nQ";
  g_autoptr(GString) once = g_string_new(NULL), twice = g_string_new(NULL);
  g_assert_true(pc_content_rewrite(content, strlen(content), copy_operation, NULL, once));
  g_assert_cmpstr(once->str, ==, "q\n1 0 0 1 2 3 cm\nBI /W 1 ID xx EI\n(a b) Tj\nQ\n");
  g_assert_true(pc_content_rewrite(once->str, once->len, copy_operation, NULL, twice));
  g_assert_cmpstr(once->str, ==, twice->str);
}

static void test_broken(void) {
  static const char *const broken[] = {"(never closed", "1 2",     "<0a0b",
                                       "q ) Q",         "BI ID x", "longer1 operator"};
  for (size_t i = 0; i < G_N_ELEMENTS(broken); i++) {
    g_autoptr(GString) out = g_string_new(NULL);
    g_assert_false(pc_content_rewrite(broken[i], strlen(broken[i]), copy_operation, NULL, out));
  }
}

/* Any bytes are read to their end. */
static void test_any_bytes(void) {
  g_autoptr(GRand) random = g_rand_new_with_seed(14);
  static const char alphabet[] = "()<>[]{}/%\\ \n0.-aqBIDE\x00\xff";
  for (int i = 0; i < 20000; i++) {
    char bytes[24];
    for (size_t k = 0; k < sizeof bytes; k++)
      bytes[k] = alphabet[g_rand_int_range(random, 0, sizeof alphabet - 1)];
    g_autofree char *copy = g_memdup2(bytes, sizeof bytes);
    g_autoptr(GString) out = g_string_new(NULL);
    pc_content_rewrite(copy, sizeof bytes, copy_operation, NULL, out);
    g_assert_cmpuint(out->len, <=, 2 * sizeof bytes);
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/content/operations", test_operations);
  g_test_add_func("/content/inline-image", test_inline_image);
  g_test_add_func("/content/copy", test_copy);
  g_test_add_func("/content/broken", test_broken);
  g_test_add_func("/content/any-bytes", test_any_bytes);
  return g_test_run();
}

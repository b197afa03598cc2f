/* test_wishes.c - characters of a drawing, and those that may be set in their place. */
#include "text/named.h"

static bool has(GHashTable *codes, gunichar code) {
  return g_hash_table_contains(codes, GUINT_TO_POINTER(code));
}

static void test_forms(void) {
  static const char text[] = "a\u00df\u304b\u3099\u00e9(";
  static const gunichar more[] = {'A', 'S', 0x304C, 'e', 0x301, 0xC9, ')', ' ', 0x2010, 0x25CC};
  g_autoptr(pc_font_wishes) wishes = pc_font_wishes_new("a.svg", (pc_place){0});
  pc_font_wishes_add_text(wishes, text, sizeof text - 1);
  g_assert_cmpuint(g_hash_table_size(wishes->codes), ==, 6);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
    g_assert_true(has(wishes->codes, g_utf8_get_char(at)));
    g_assert_true(has(wishes->forms, g_utf8_get_char(at)));
  }
  for (size_t i = 0; i < G_N_ELEMENTS(more); i++) {
    g_assert_false(has(wishes->codes, more[i]));
    g_assert_true(has(wishes->forms, more[i]));
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/wishes/forms", test_forms);
  return g_test_run();
}

/* test_fontfile.c - files without names: their bytes, and paths that never come back. */
#include "text/fontfile.h"

static void test_path(void) {
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (int i = 0; i < 300; i++) {
    g_autofree char *text = g_strdup_printf("font %d", i);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    g_autoptr(pc_font_file) file = pc_font_file_new(bytes);
    g_assert_nonnull(file);
    g_autofree char *read = NULL;
    g_assert_true(g_file_get_contents(file->path, &read, NULL, NULL));
    g_assert_cmpstr(read, ==, text);
    g_assert_true(g_hash_table_add(seen, g_strdup(file->path)));
  }
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/fontfile/path", test_path);
  return g_test_run();
}

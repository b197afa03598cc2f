/* test_resource.c - what is compiled in is what lies in the source tree. */
#include <string.h>

#include <glib.h>

#include "base/resource.h"

static void assert_same_as_file(const char *path) {
  g_autofree char *file = g_build_filename(PC_SOURCE_DIR, path, NULL);
  g_autofree char *want = NULL;
  gsize want_length = 0;
  g_assert_true(g_file_get_contents(file, &want, &want_length, NULL));
  size_t length = 0;
  const char *data = pc_resource_find(path, &length);
  g_assert_nonnull(data);
  g_assert_cmpuint(length, ==, want_length);
  g_assert_true(memcmp(data, want, length) == 0);
  g_assert_cmpint(data[length], ==, '\0');
}

static void assert_folder(const char *folder, int at_least) {
  g_auto(GStrv) names = pc_resource_list(folder);
  int count = 0;
  for (; names[count] != NULL; count++) {
    g_autofree char *path = g_build_filename(folder, names[count], NULL);
    assert_same_as_file(path);
    if (count > 0)
      g_assert_cmpstr(names[count - 1], <, names[count]);
  }
  g_assert_cmpint(count, >=, at_least);
}

static void test_holds_the_files(void) {
  assert_folder("layouts", 1);
  assert_folder("layouts/themes", 1);
  assert_folder("fonts", 1);
}

static void test_misses(void) {
  g_assert_null(pc_resource_find("layouts/no-such.yaml", NULL));
  g_assert_null(pc_resource_find("layouts", NULL));
  g_assert_null(pc_resource_find("../etc/passwd", NULL));
  g_auto(GStrv) names = pc_resource_list("no-such-folder");
  g_assert_cmpuint(g_strv_length(names), ==, 0);
}

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  g_test_add_func("/resource/holds-the-files", test_holds_the_files);
  g_test_add_func("/resource/misses", test_misses);
  return g_test_run();
}

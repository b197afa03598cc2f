/* resource.c - looks files up in the GResource that the build made of them.  Layer: base. */
#include "base/resource.h"

#include <stdlib.h>
#include <string.h>

#include <gio/gio.h>

#include "resources.gen.h"

static GResource *get_resource(void) {
  return pc_resources_get_resource();
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* GResource ends the names of subfolders in a slash; here only files count. */
static int drop_folders(char **names) {
  int kept = 0;
  for (int i = 0; names[i] != NULL; i++) {
    if (g_str_has_suffix(names[i], "/")) {
      g_free(names[i]);
      continue;
    }
    names[kept++] = names[i];
  }
  names[kept] = NULL;
  return kept;
}

const char *pc_resource_find(const char *path, size_t *length) {
  g_autofree char *full = g_strconcat("/posterc/", path, NULL);
  g_autoptr(GBytes) bytes =
      g_resource_lookup_data(get_resource(), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    return NULL;
  gsize size = 0;
  /* Uncompressed, so the bytes lie in the program itself and outlive this reference. */
  const char *data = g_bytes_get_data(bytes, &size);
  if (length != NULL)
    *length = size;
  return size == 0 ? "" : data;
}

char **pc_resource_list(const char *folder) {
  g_autofree char *full = g_strconcat("/posterc/", folder, NULL);
  char **names =
      g_resource_enumerate_children(get_resource(), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (names == NULL)
    return g_new0(char *, 1);
  int count = drop_folders(names);
  qsort(names, (size_t)count, sizeof *names, compare_names);
  return names;
}

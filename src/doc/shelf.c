/* shelf.c - the layouts and themes that are shipped inside the program.  Layer: doc. */
#include "doc/shelf.h"

#include <string.h>

#include <glib.h>

#include "base/resource.h"

#define SUFFIX ".yaml"

static const char *const folders[] = {
    [PC_SHELF_LAYOUTS] = "layouts", [PC_SHELF_THEMES] = "layouts/themes"};

const char *pc_shelf_find(pc_shelf shelf, const char *name, size_t *length) {
  g_autofree char *path = g_strdup_printf("%s/%s" SUFFIX, folders[shelf], name);
  /* A name is one word: "../x" is no shipped file whatever the resources make of it. */
  return strpbrk(name, "/\\") == NULL ? pc_resource_find(path, length) : NULL;
}

static char **list_names(pc_shelf shelf) {
  g_auto(GStrv) files = pc_resource_list(folders[shelf]);
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  for (int i = 0; files != NULL && files[i] != NULL; i++) {
    if (g_str_has_suffix(files[i], SUFFIX))
      g_ptr_array_add(names, g_strndup(files[i], strlen(files[i]) - strlen(SUFFIX)));
  }
  g_ptr_array_add(names, NULL);
  return (char **)g_ptr_array_steal(names, NULL);
}

/* Made once and kept: what is shipped does not change while the program runs. */
const char *const *pc_shelf_names(pc_shelf shelf) {
  static char **names[2];
  if (g_once_init_enter(&names[shelf]))
    g_once_init_leave(&names[shelf], list_names(shelf));
  return (const char *const *)names[shelf];
}

char *pc_shelf_describe(pc_shelf shelf, const char *name) {
  const char *text = pc_shelf_find(shelf, name, NULL);
  if (text == NULL || !g_str_has_prefix(text, "# "))
    return NULL;
  return g_strndup(text + 2, strcspn(text + 2, "\r\n"));
}

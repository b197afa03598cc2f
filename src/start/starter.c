/* starter.c - posters to start from, one for each layout.  Layer: start. */
#include "start/start.h"

#include <string.h>

#include "base/resource.h"

const char *pc_starter_find(const char *layout) {
  g_autofree char *path = g_strdup_printf("layouts/starters/%s.yaml", layout);
  /* A name is one word: "../x" is no shipped file. */
  return strpbrk(layout, "/\\") == NULL ? pc_resource_find(path, NULL) : NULL;
}

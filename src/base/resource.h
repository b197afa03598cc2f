/* resource.h - files compiled into the program: layouts, themes, the manifest of fonts, colour
 * profiles, translations.  Layer: base. */
#ifndef PC_BASE_RESOURCE_H
#define PC_BASE_RESOURCE_H

#include <stddef.h>

/* The bytes of "layouts/z-auto.yaml", or NULL.  NUL-terminated, borrowed from the program; length
 * may be NULL. */
const char *pc_resource_find(const char *path, size_t *length);

/* Names of the files directly in a folder ("layouts"), sorted, NULL-terminated; the caller frees
 * with g_strfreev. */
char **pc_resource_list(const char *folder);

#endif

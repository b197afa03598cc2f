/* shelf.h - the layouts and themes that are shipped inside the program.  Layer: doc. */
#ifndef PC_DOC_SHELF_H
#define PC_DOC_SHELF_H

#include <stddef.h>

typedef enum pc_shelf { PC_SHELF_LAYOUTS, PC_SHELF_THEMES } pc_shelf;

/* The YAML text of a shipped file ("z-auto", "ud"), or NULL.  Borrowed from the program. */
const char *pc_shelf_find(pc_shelf shelf, const char *name, size_t *length);

/* Names, sorted, NULL-terminated. */
const char *const *pc_shelf_names(pc_shelf shelf);

/* The first comment line of the file without "# ": one sentence for people. */
char *pc_shelf_describe(pc_shelf shelf, const char *name);

#endif

/* named_choice.h - which of the named fonts Pango gets for what it asks.  Layer: text. */
#ifndef PC_TEXT_NAMED_CHOICE_H
#define PC_TEXT_NAMED_CHOICE_H

#include <fontconfig/fontconfig.h>
#include <glib.h>

#include "text/measurer.h"

/* Marks a row that goes by its family and not by a slot of the theme. */
#define PC_NO_SLOT (-1)

/* One face under one of its uses. */
typedef struct pc_named_row {
  char *key, *family;
  int weight, slot;
} pc_named_row;

void pc_named_row_clear(void *row);

/* A family that CSS knows without a font of that name. */
typedef struct pc_generic_family {
  const char *name;
  pc_face face;
  const char *family; /* of the set, instead of the theme's face */
} pc_generic_family;

/* NULL: the name is a font's own. */
const pc_generic_family *pc_generic_find(const char *name);

/* Whether a weight is nearer than another to the one that is wanted. */
bool pc_weight_is_nearer(int weight, int than, int wanted);

/* What Pango wants becomes keys, in order: the names, the theme's body, and then whatever there is,
 * for a character has a font somewhere.  rows: GArray of pc_named_row. */
void pc_named_choose(FcPattern *pattern, void *rows);

#endif

/* cascade.h - partial specs over each other: built-in < layout < theme < poster < --set.  Layer:
 * spec. */
#ifndef PC_SPEC_CASCADE_H
#define PC_SPEC_CASCADE_H

#include "spec/node.h"

/* Maps merge deeply, lists and scalars replace; a null above replaces too.  Either may be NULL.
 * Places stay those of the file that each value came from. */
const pc_node *pc_cascade_merge(pc_spec *spec, const pc_node *below, const pc_node *above);

/* A map that holds just "a.b.c=value" of --set, value read as YAML.  Its places name "--set" as the
 * file. NULL: reported. */
const pc_node *pc_cascade_set(pc_spec *spec, const char *assignment, pc_diags *diags);

/* map without one key, for keys that have done their work (layout, theme.base). */
const pc_node *pc_cascade_without(pc_spec *spec, const pc_node *map, const char *key);

#endif

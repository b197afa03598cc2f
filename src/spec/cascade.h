/* cascade.h - partial specs over each other: built-in < layout < theme < poster < --set.
 * Layer: spec. */
#ifndef PC_SPEC_CASCADE_H
#define PC_SPEC_CASCADE_H

#include "spec/node.h"

/* Maps merge deeply, lists and scalars replace; a null above replaces too.  Either may be NULL.
 * Places stay those of the file that each value came from. */
const pc_node *pc_cascade_merge(pc_spec *spec, const pc_node *below, const pc_node *above);

/* root with "a.b.c=value" of --set laid over it, value read as YAML; root itself stays as it is.  A
 * whole number names an item of a list, from 1 ("slides.3.span=2x1"); the rest of the list stays.
 * Its places name "--set" as the file.  root may be NULL.  NULL: reported. */
const pc_node *pc_cascade_set(pc_spec *spec, const pc_node *root, const char *assignment,
                              pc_diags *diags);

/* map without one key, for keys that have done their work (layout, theme.base). */
const pc_node *pc_cascade_without(pc_spec *spec, const pc_node *map, const char *key);

#endif

/* pairs.h - the pairs of one mapping while it is read: each key once, "<<" resolved.
 * Layer: spec; not for other stages. */
#ifndef PC_SPEC_PAIRS_H
#define PC_SPEC_PAIRS_H

#include "spec/node.h"

typedef struct pc_pairs pc_pairs;

pc_pairs *pc_pairs_new(pc_spec *spec, pc_diags *diags);
void pc_pairs_free(pc_pairs *pairs);

/* Leaves a key out that is no plain word or stands there already; reported. */
void pc_pairs_append(pc_pairs *pairs, const pc_node *key, const pc_node *value);

/* Whether a key was left out that is indented other than it looks: those below it would be missed
 * elsewhere. */
bool pc_pairs_is_slipped(const pc_pairs *pairs);

/* All pairs, in the order written; those that "<<" took over come last. */
const pc_pair *pc_pairs_finish(pc_pairs *pairs, int *count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_pairs, pc_pairs_free)

#endif

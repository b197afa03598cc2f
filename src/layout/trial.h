/* trial.h - a finished layout asked again: how a panel would be set if its slide were otherwise.
 * Layer: layout.
 *
 * Everything is measured as the layout itself was, at the size and in the rows that it has; nothing
 * in it changes.  What a trial returns is the trial's.
 */
#ifndef PC_LAYOUT_TRIAL_H
#define PC_LAYOUT_TRIAL_H

#include "layout/layout.h"

typedef struct pc_trial pc_trial;

/* NULL: the layout has not kept its board. */
pc_trial *pc_trial_new(const pc_layout *layout);
void pc_trial_free(pc_trial *trial);

/* Each is the panel as it would be, or NULL where the text would not fit any more. */

/* In so many cells, of those that it has. */
const pc_panel *pc_trial_span(pc_trial *trial, int index, int columns, int rows);
/* In so many text columns. */
const pc_panel *pc_trial_columns(pc_trial *trial, int index, int columns);
/* With all of the other below its own; the other's heading becomes a sub-heading. */
const pc_panel *pc_trial_join(pc_trial *trial, int index, int other);

/* cuts[i]: characters of running text that have to go from the end of panel i, so that the common
 * size can be size_pt; of tall panels first.  PC_TRIAL_NO_CUT: all of them would not do.  false:
 * nobody knows, or lines run downwards. */
#define PC_TRIAL_NO_CUT (-1)
bool pc_trial_shorten(pc_trial *trial, double size_pt, int *cuts);

/* The largest common size up to most_pt at which all panels fit, whatever the theme permits; 0:
 * none is larger than what they have. */
double pc_trial_enlarge(pc_trial *trial, double most_pt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_trial, pc_trial_free)

#endif

/* checks.h - pictures and fonts are found sound while the text is being set.  Layer: base.
 *
 * Reading a whole photograph takes longer than setting a panel, and layout needs its width and
 * height only.
 */
#ifndef PC_BASE_CHECKS_H
#define PC_BASE_CHECKS_H

#include <glib.h>

typedef struct pc_checks pc_checks;

/* work is done for each item that is added, on as many threads as there are cores, four at most. */
pc_checks *pc_checks_new(void (*work)(void *item));
/* Waits for all work. */
void pc_checks_free(pc_checks *checks);

void pc_checks_add(pc_checks *checks, void *item);
/* Until nothing is left to do; checks NULL: nothing. */
void pc_checks_wait(pc_checks *checks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_checks, pc_checks_free)

#endif

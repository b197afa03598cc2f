/* vigil.h - a poster that is looked at again whenever one of its files changes.  Layer: cli. */
#ifndef PC_CLI_VIGIL_H
#define PC_CLI_VIGIL_H

#include "cli/args.h"

typedef struct pc_vigil pc_vigil;

/* The first input, loaded.  NULL: said why; *exit receives the code.  From now on Ctrl-C is
 * answered by pc_vigil_wait only: no half of a file stays behind. */
pc_vigil *pc_vigil_new(const pc_args *args, pc_exit *exit);
void pc_vigil_free(pc_vigil *vigil);

/* What is done with the job, which is loaded. */
typedef pc_exit (*pc_vigil_func)(posterc_job *job, void *user);

/* Does it to the poster as it is now, again if a file changes meanwhile; how it ended. */
pc_exit pc_vigil_look(pc_vigil *vigil, pc_vigil_func work, void *user);

typedef enum pc_vigil_event {
  PC_VIGIL_CHANGED, /* look again */
  PC_VIGIL_OTHER,
  PC_VIGIL_OVER, /* Ctrl-C, or a signal to end */
} pc_vigil_event;

/* Until a file changes, or the other descriptor has something to say, or so many milliseconds are
 * over; other -1: there is none, ms -1: without end. */
pc_vigil_event pc_vigil_wait(pc_vigil *vigil, int other, int ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_vigil, pc_vigil_free)

#endif

/* notice.h - waits until one of some files changes.  Layer: cli. */
#ifndef PC_CLI_NOTICE_H
#define PC_CLI_NOTICE_H

#include <signal.h>
#include <stdbool.h>

#include <glib.h>

typedef struct pc_notice pc_notice;

/* NULL: the system has no room for another (errno). */
pc_notice *pc_notice_new(void);
void pc_notice_free(pc_notice *notice);

/* Also a file that is not there yet, in a folder that is not there yet; one behind a link is
 * followed under both names. */
void pc_notice_add(pc_notice *notice, const char *path);

typedef enum pc_notice_event {
  PC_NOTICE_CHANGED, /* a file that was added is new, complete or gone */
  PC_NOTICE_OTHER,   /* the other descriptor can be read, or the time is over */
  PC_NOTICE_INTERRUPTED,
} pc_notice_event;

/* Changes since a file was added count, also those before the call.  other: another descriptor that
 * is waited for, or -1; ms: so long at the most, -1: without end; signals: the mask while waiting.
 */
pc_notice_event pc_notice_wait(pc_notice *notice, int other, int ms, const sigset_t *signals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_notice, pc_notice_free)

#endif

/* scratch.h - memory that has the name of a file: a library that writes files needs no buffer of
 * its own.  Layer: figure.
 *
 * Nobody can shorten it under those who read: its size is sealed before it is mapped.
 */
#ifndef PC_FIGURE_SCRATCH_H
#define PC_FIGURE_SCRATCH_H

#include <glib.h>
#include <stdbool.h>

typedef struct pc_scratch {
  int fd;
  char name[32];
} pc_scratch;

/* false: there is none, as where /proc is not mounted, or files must not be large. */
bool pc_scratch_open(pc_scratch *scratch);
void pc_scratch_close(pc_scratch *scratch);

/* Closes it; what was written, to be changed in place and then wrapped. */
char *pc_scratch_map(pc_scratch *scratch, size_t *length);
/* The caller's. */
GBytes *pc_scratch_wrap(char *mapped, size_t length);

/* Gives back the memory of a part that nobody will read again, in whole pages from its beginning.
 * Bytes that are no scratch's stay as they are. */
void pc_scratch_drop(const void *part, size_t length);

#endif

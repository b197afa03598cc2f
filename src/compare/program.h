/* program.h - another program at work on a file, with bounded time and memory.  Layer: compare. */
#ifndef PC_COMPARE_PROGRAM_H
#define PC_COMPARE_PROGRAM_H

#include <glib.h>

/* What the program writes to its standard output when bytes are its standard input.  words: its
 * name and what follows it, NULL-terminated.  NULL: it is not there, failed, or took too long. */
GBytes *pc_program_run(const char *const *words, GBytes *bytes);

#endif

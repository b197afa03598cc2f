/* child.h - work on a stranger's file in a process of its own, with bounded time and memory.
 * Layer: figure.
 *
 * A library that unpacks whatever a file claims cannot be told when to stop; a process can.
 */
#ifndef PC_FIGURE_CHILD_H
#define PC_FIGURE_CHILD_H

#include <glib.h>
#include <stdbool.h>

/* Runs in the child, where nothing else of the program goes on: no thread but this one.  out takes
 * what the parent gets.  false: there is no answer. */
typedef bool (*pc_child_work)(void *user, int out);

/* What the work wrote.  NULL: it gave no answer, crashed, or took more than 20 s or 1 GiB. */
GBytes *pc_child_run(pc_child_work work, void *user);

#endif

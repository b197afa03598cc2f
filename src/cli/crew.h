/* crew.h - several posters at once, each in a process of its own.  Layer: cli.
 *
 * A crash, or a poster that takes for ever, ends its own process only.
 */
#ifndef PC_CLI_CREW_H
#define PC_CLI_CREW_H

#include <stdio.h>

#include "cli/args.h"

/* What one process left behind. */
typedef struct pc_crew_result {
  int index;
  pc_exit exit;   /* PC_EXIT_INTERNAL after a crash */
  int signal;     /* that ended it; 0: none */
  bool is_late;   /* stopped: its time was over */
  char *messages; /* to standard error */
  char *output;   /* to standard output */
  char *notes;    /* to the stream that work got */
} pc_crew_result;

typedef struct pc_crew {
  int count, jobs; /* pieces of work; processes at a time */
  double limit_s;  /* for each; 0: none */
  /* In the process of its own. */
  pc_exit (*work)(int index, FILE *notes, void *user);
  /* In this process, once for each, in the order of the pieces. */
  void (*take)(const pc_crew_result *result, void *user);
  /* After each end, in any order; NULL: nobody is told. */
  void (*tell)(int done, int count, void *user);
  void *user;
} pc_crew;

void pc_crew_run(const pc_crew *crew);

#endif

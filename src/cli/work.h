/* work.h - a poster from the command line to a job, and what the job says to the person.
 * Layer: cli. */
#ifndef PC_CLI_WORK_H
#define PC_CLI_WORK_H

#include "cli/args.h"

/* A job with the options given. */
posterc_job *pc_work_new(const pc_args *args);

/* All of it, or as much as the library needs to say that it is too much.  NULL: it could not be
 * read, which was said. */
GByteArray *pc_work_read_stdin(void);

/* The same, loaded; "-" is standard input.  NULL: standard input could not be
 * read, which was said. */
posterc_job *pc_work_load(const pc_args *args, const char *input);

/* What the jobs of one command said, and the worst exit code. */
typedef struct pc_answer {
  const pc_args *args;
  bool output_is_stdout; /* diagnostics as JSON then go to standard error */
  GString *json;         /* inside of the array so far */
  pc_exit exit;
} pc_answer;

void pc_answer_init(pc_answer *answer, const pc_args *args, bool output_is_stdout);
/* Prints the job's diagnostics, or keeps them for the array. */
void pc_answer_append(pc_answer *answer, const posterc_job *job);
/* What another process has printed as an array of diagnostics. */
void pc_answer_append_array(pc_answer *answer, const char *array);
void pc_answer_append_exit(pc_answer *answer, pc_exit exit);
/* Prints the array.  The exit code of the command. */
pc_exit pc_answer_clear(pc_answer *answer);

/* How this job ended: --strict counts warnings. */
pc_exit pc_work_judge(const pc_args *args, const posterc_job *job);

#endif

/* check.c - posterc check POSTER...: all that there is to say, and how each panel is set.
 * Layer: cli. */
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/work.h"

static void print_report(const pc_args *args, const posterc_job *job, pc_answer *answer) {
  if (args->quiet || args->diagnostics)
    return;
  char *report = posterc_job_format_report(job);
  if (report != NULL)
    pc_answer_append_exit(answer, pc_output_print(report));
  posterc_free(report);
}

static void check_one(const pc_args *args, const char *input, pc_answer *answer) {
  posterc_job *job = pc_work_load(args, input);
  if (job == NULL) {
    pc_answer_append_exit(answer, PC_EXIT_FILE);
    return;
  }
  posterc_job_check(job);
  pc_answer_append(answer, job);
  print_report(args, job, answer);
  posterc_job_free(job);
}

pc_exit pc_run_check(const pc_args *args) {
  pc_answer answer;
  pc_answer_init(&answer, args, false);
  for (guint i = 0; i < args->inputs->len; i++)
    check_one(args, g_ptr_array_index(args->inputs, i), &answer);
  return pc_answer_clear(&answer);
}

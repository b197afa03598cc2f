/* dump.c - posterc dump --stage=STAGE POSTER: a stage of the work as data.  Layer: cli. */
#include <stdio.h>
#include <string.h>

#include "base/translate.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/work.h"

static void dump_job(const pc_args *args, posterc_job *job, const char *file, pc_answer *answer) {
  g_autoptr(GByteArray) text = g_byte_array_new();
  bool is_dumped = posterc_job_dump(job, (posterc_stage)args->stage, pc_output_collect, text);
  pc_answer_append(answer, job);
  if (is_dumped && pc_work_judge(args, job) == PC_EXIT_DONE)
    pc_answer_append_exit(answer, pc_output_write(file, text->data, text->len));
}

pc_exit pc_run_dump(const pc_args *args) {
  if (args->stage < 0) {
    fputs(_("posterc: dump wants a stage: --stage=doc, --stage=layout or --stage=display\n"),
          stderr);
    return PC_EXIT_WRONG_USAGE;
  }
  const char *file = args->output != NULL ? args->output : "-";
  posterc_job *job = pc_work_load(args, g_ptr_array_index(args->inputs, 0));
  if (job == NULL)
    return PC_EXIT_FILE;
  pc_answer answer;
  pc_answer_init(&answer, args, strcmp(file, "-") == 0);
  dump_job(args, job, file, &answer);
  posterc_job_free(job);
  return pc_answer_clear(&answer);
}

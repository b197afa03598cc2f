/* compose.c - posterc compose --measure LENGTH TEXT: one paragraph's lines as data.  Layer: cli. */
#include <stdio.h>

#include "base/translate.h"
#include "base/units.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/work.h"

/* More than any poster has: the library computes with em as they come. */
static const double most_em = 100000;

/* A bare number counts em. */
static bool read_measure(const pc_args *args, double *em) {
  pc_length length;
  if (args->measure == NULL) {
    fputs(_("posterc: compose wants the width of the lines: --measure 12em\n"), stderr);
    return false;
  }
  const bool is_length = pc_length_parse(args->measure, &length) &&
                         (length.unit == PC_UNIT_EM || length.unit == PC_UNIT_NONE);
  if (!is_length || !(length.value > 0 && length.value <= most_em)) {
    fprintf(stderr, _("posterc: --measure wants a width in em, such as 12em, not '%s'\n"),
            args->measure);
    return false;
  }
  *em = length.value;
  return true;
}

static void compose_text(const pc_args *args, posterc_job *job, double measure, pc_answer *answer) {
  const posterc_compose_options options = {
      .measure_em = measure,
      .ideal = args->ideal,
      .vertical = args->vertical,
      .heading = args->heading,
  };
  g_autoptr(GByteArray) lines = g_byte_array_new();
  const char *text = g_ptr_array_index(args->inputs, 0);
  bool is_composed = posterc_job_compose(job, text, &options, pc_output_collect, lines);
  pc_answer_append(answer, job);
  if (is_composed && pc_work_judge(args, job) == PC_EXIT_DONE)
    pc_answer_append_exit(answer, pc_output_write("-", lines->data, lines->len));
}

pc_exit pc_run_compose(const pc_args *args) {
  double measure = 0;
  if (!read_measure(args, &measure))
    return PC_EXIT_WRONG_USAGE;
  posterc_job *job = pc_work_new(args);
  pc_answer answer;
  pc_answer_init(&answer, args, true);
  compose_text(args, job, measure, &answer);
  posterc_job_free(job);
  return pc_answer_clear(&answer);
}

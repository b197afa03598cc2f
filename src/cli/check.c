/* check.c - posterc check POSTER...: all that there is to say, and how each panel is set; check
 * --pdf FILE...: what a print shop would object to.  Layer: cli. */
#include <stdio.h>
#include <string.h>

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

static void print_verdict(const pc_args *args, const posterc_job *job, const char *input,
                          pc_answer *answer) {
  char *verdict = posterc_job_format_verdict(job);
  if (verdict != NULL && !args->quiet && !args->diagnostics) {
    g_autofree char *line = g_strdup_printf("%s: %s\n", input, verdict);
    pc_answer_append_exit(answer, pc_output_print(line));
  }
  posterc_free(verdict);
}

static void check_pdf(const pc_args *args, const char *input, pc_answer *answer) {
  posterc_job *job = pc_work_new(args);
  posterc_job_check_pdf(job, input, pc_standard_word(args->standard));
  pc_answer_append(answer, job);
  print_verdict(args, job, input, answer);
  posterc_job_free(job);
}

static bool is_pdf_name(const char *input) {
  const char *dot = strrchr(input, '.');
  return dot != NULL && g_ascii_strcasecmp(dot, ".pdf") == 0;
}

/* Whoever checks poster.pdf means the PDF. */
static bool check_inputs(const pc_args *args) {
  for (guint i = 0; i < args->inputs->len && !args->pdf; i++) {
    const char *input = g_ptr_array_index(args->inputs, i);
    if (!is_pdf_name(input))
      continue;
    fprintf(stderr, "posterc: '%s' is a PDF, not a poster.yaml; try: posterc check --pdf %s\n",
            input, input);
    return false;
  }
  return true;
}

pc_exit pc_run_check(const pc_args *args) {
  if (!check_inputs(args))
    return PC_EXIT_WRONG_USAGE;
  if (args->standard != 0 && !args->pdf) {
    fputs("posterc: --standard is for PDFs: posterc check --pdf FILE --standard pdf/x-4\n", stderr);
    return PC_EXIT_WRONG_USAGE;
  }
  pc_answer answer;
  pc_answer_init(&answer, args, false);
  for (guint i = 0; i < args->inputs->len; i++)
    (args->pdf ? check_pdf : check_one)(args, g_ptr_array_index(args->inputs, i), &answer);
  return pc_answer_clear(&answer);
}

/* check.c - posterc check POSTER...: all that there is to say, and how each panel is set; check
 * --pdf FILE...: what a print shop would object to.  Layer: cli. */
#include <stdio.h>
#include <string.h>

#include "base/translate.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/work.h"

/* Every one as JSON, so far. */
typedef struct check_run {
  const pc_args *args;
  pc_answer answer;
  GPtrArray *reports;
} check_run;

static int count_severity(const posterc_job *job, posterc_severity severity) {
  int count = 0;
  for (int i = 0; i < posterc_job_diagnostic_count(job); i++)
    count += posterc_job_diagnostic_at(job, i).severity == severity;
  return count;
}

/* What the report comes to, a line. */
static char *judge_poster(const pc_args *args, const posterc_job *job) {
  char *overflow = posterc_job_format_overflow(job);
  const bool is_overfull = overflow != NULL && overflow[0] != '\0';
  posterc_free(overflow);
  const int errors = count_severity(job, POSTERC_ERROR);
  const int warnings = count_severity(job, POSTERC_WARNING);
  if (errors > 0)
    return g_strdup_printf(
        pc_translate_count("not ready: %d mistake\n", "not ready: %d mistakes\n", errors), errors);
  if (is_overfull)
    return g_strdup(_("not ready: a draft with panels that are too full\n"));
  if (warnings == 0)
    return g_strdup(_("no warnings; ready to print\n"));
  return g_strdup_printf(
      args->strict
          ? pc_translate_count("not ready: %d warning\n", "not ready: %d warnings\n", warnings)
          : pc_translate_count("%d warning; ready to print\n", "%d warnings; ready to print\n",
                               warnings),
      warnings);
}

static void print_report(check_run *run, const posterc_job *job) {
  if (run->args->quiet || run->args->diagnostics)
    return;
  char *report = posterc_job_format_report(job);
  g_autofree char *verdict = judge_poster(run->args, job);
  g_autofree char *text =
      report != NULL ? g_strdup_printf("%s\n%s", report, verdict) : g_strdup(verdict);
  pc_answer_append_exit(&run->answer, pc_output_print(text));
  posterc_free(report);
}

static void keep_report(check_run *run, const posterc_job *job) {
  char *report = posterc_job_format_report_json(job);
  g_ptr_array_add(run->reports, g_strdup(report));
  posterc_free(report);
}

static void check_one(check_run *run, const char *input) {
  posterc_job *job = pc_work_load(run->args, input);
  if (job == NULL) {
    pc_answer_append_exit(&run->answer, PC_EXIT_FILE);
    return;
  }
  posterc_job_check(job);
  if (run->args->check_form == 0) {
    pc_answer_append(&run->answer, job);
    print_report(run, job);
  } else {
    pc_answer_append_exit(&run->answer, pc_work_judge(run->args, job));
    keep_report(run, job);
  }
  posterc_job_free(job);
}

/* One object, or an array of them. */
static void print_reports(check_run *run) {
  g_ptr_array_add(run->reports, NULL);
  g_autofree char *objects = g_strjoinv(",\n", (char **)run->reports->pdata);
  const bool is_one = run->args->inputs->len == 1;
  g_autofree char *text =
      is_one ? g_strdup_printf("%s\n", objects) : g_strdup_printf("[\n%s\n]\n", objects);
  if (objects[0] != '\0' || !is_one)
    pc_answer_append_exit(&run->answer, pc_output_print(text));
}

static void print_verdict(check_run *run, const posterc_job *job, const char *input) {
  char *verdict = posterc_job_format_verdict(job);
  if (verdict != NULL && !run->args->quiet && !run->args->diagnostics) {
    g_autofree char *line = g_strdup_printf("%s: %s\n", input, verdict);
    pc_answer_append_exit(&run->answer, pc_output_print(line));
  }
  posterc_free(verdict);
}

static void check_pdf(check_run *run, const char *input) {
  posterc_job *job = pc_work_new(run->args);
  posterc_job_check_pdf(job, input, pc_standard_word(run->args->standard));
  pc_answer_append(&run->answer, job);
  print_verdict(run, job, input);
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
    fprintf(stderr, _("posterc: '%s' is a PDF, not a poster.yaml; try: posterc check --pdf %s\n"),
            input, input);
    return false;
  }
  return true;
}

static bool check_options(const pc_args *args) {
  if (args->standard != 0 && !args->pdf) {
    fputs(_("posterc: --standard is for PDFs: posterc check --pdf FILE --standard pdf/x-4\n"),
          stderr);
    return false;
  }
  if (args->check_form != 0 && (args->pdf || args->diagnostics)) {
    fputs(_("posterc: --format json holds the diagnostics of posters; for PDFs, or for diagnostics "
            "alone, write --diagnostics json\n"),
          stderr);
    return false;
  }
  return true;
}

pc_exit pc_run_check(const pc_args *args) {
  if (!check_inputs(args) || !check_options(args))
    return PC_EXIT_WRONG_USAGE;
  check_run run = {.args = args, .reports = g_ptr_array_new_with_free_func(g_free)};
  pc_answer_init(&run.answer, args, false);
  for (guint i = 0; i < args->inputs->len; i++)
    (args->pdf ? check_pdf : check_one)(&run, g_ptr_array_index(args->inputs, i));
  if (args->check_form != 0)
    print_reports(&run);
  g_ptr_array_unref(run.reports);
  return pc_answer_clear(&run.answer);
}

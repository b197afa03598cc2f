/* diff.c - posterc diff OLD NEW: what changed, in lines, as data, as a picture, as a
 * report.  Layer: cli. */
#include <stdio.h>
#include <string.h>

#include "base/translate.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/work.h"

/* Less than the eye sees on paper, more than what rounding does. */
static const double default_tolerance_mm = 0.1;

typedef struct diff_target {
  const char *path; /* NULL: none */
  posterc_comparison form;
} diff_target;

static bool resolve_target(diff_target *target, const char *path) {
  static const struct {
    const char *ending;
    posterc_comparison form;
  } forms[] = {{".png", POSTERC_COMPARISON_PNG},
               {".html", POSTERC_COMPARISON_HTML},
               {".htm", POSTERC_COMPARISON_HTML}};
  *target = (diff_target){path, POSTERC_COMPARISON_PNG};
  const char *dot = path != NULL ? strrchr(path, '.') : NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(forms) && dot != NULL; i++) {
    if (g_ascii_strcasecmp(dot, forms[i].ending) != 0)
      continue;
    target->form = forms[i].form;
    return true;
  }
  if (path != NULL)
    fprintf(stderr, _("posterc: -o of diff is a picture or a report: diff.png, report.html\n"));
  return path == NULL;
}

static pc_exit write_target(posterc_job *job, const diff_target *target) {
  if (target->path == NULL)
    return PC_EXIT_DONE;
  g_autoptr(GByteArray) bytes = g_byte_array_new();
  if (!posterc_job_render_comparison(job, target->form, pc_output_collect, bytes))
    return PC_EXIT_INTERNAL;
  return pc_output_write(target->path, bytes->data, bytes->len);
}

static pc_exit print_differences(const pc_args *args, const posterc_job *job) {
  if (args->quiet)
    return PC_EXIT_DONE;
  char *text = args->diff_form == 1 ? posterc_job_format_differences_json(job)
                                    : posterc_job_format_differences(job);
  const pc_exit exit = pc_output_print(text);
  posterc_free(text);
  return exit;
}

/* A PDF and a layout together are a mistake in the command; any other is one of the files. */
static pc_exit judge_failure(const posterc_job *job) {
  for (int i = 0; i < posterc_job_diagnostic_count(job); i++) {
    if (strcmp(posterc_job_diagnostic_at(job, i).code, "bad-value") == 0)
      return PC_EXIT_WRONG_USAGE;
  }
  return PC_EXIT_FILE;
}

static pc_exit compare(const pc_args *args, posterc_job *job, const diff_target *target) {
  const double tolerance = args->tolerance_mm >= 0 ? args->tolerance_mm : default_tolerance_mm;
  if (!posterc_job_compare(job, g_ptr_array_index(args->inputs, 0),
                           g_ptr_array_index(args->inputs, 1), tolerance))
    return judge_failure(job);
  const pc_exit printed = print_differences(args, job);
  const pc_exit written = write_target(job, target);
  return MAX(MAX(printed, written),
             posterc_job_has_difference(job) ? PC_EXIT_WRONG_POSTER : PC_EXIT_DONE);
}

pc_exit pc_run_diff(const pc_args *args) {
  diff_target target;
  if (!resolve_target(&target, args->output))
    return PC_EXIT_WRONG_USAGE;
  posterc_job *job = pc_work_new(args);
  pc_answer answer;
  pc_answer_init(&answer, args, false);
  const pc_exit exit = compare(args, job, &target);
  pc_answer_append(&answer, job);
  posterc_job_free(job);
  const pc_exit said = pc_answer_clear(&answer);
  return exit != PC_EXIT_DONE ? exit : said;
}

/* fix.c - posterc fix POSTER...: repairs of pasted text, written back into the file.  Layer: cli.
 */
#include <stdio.h>
#include <string.h>

#include "base/translate.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/work.h"

/* How many stands behind it. */
static const char *const labels[POSTERC_N_REPAIRS] = {
    [POSTERC_REPAIR_RADICAL] = "look-alike radicals made ideographs",
    [POSTERC_REPAIR_VERTICAL] = "marks for vertical text made ordinary ones",
    [POSTERC_REPAIR_HALFWIDTH] = "half-width kana made full-width",
    [POSTERC_REPAIR_COMBINING] = "kana joined with their voiced marks",
    [POSTERC_REPAIR_LINE] = "lines broken inside a sentence, joined",
    [POSTERC_REPAIR_DIGIT] = "full-width digits made half-width like the others",
};

static bool has_repairs(const posterc_fixed *fixed) {
  return fixed->diff[0] != '\0';
}

static void print_repairs(const char *name, const posterc_fixed *fixed) {
  for (int i = 0; i < POSTERC_N_REPAIRS; i++) {
    if (fixed->counts[i] > 0)
      fprintf(stderr, "posterc: %s: %s: %d\n", name, _(labels[i]), fixed->counts[i]);
  }
}

static void print_summary(const pc_args *args, const char *name, const posterc_fixed *fixed) {
  if (args->quiet)
    return;
  print_repairs(name, fixed);
  if (fixed->n_left > 0)
    fprintf(stderr,
            pc_translate_count("posterc: %s: %d text was left as it is: repaired, it would mean "
                               "something else\n",
                               "posterc: %s: %d texts were left as they are: repaired, they would "
                               "mean something else\n",
                               fixed->n_left),
            name, fixed->n_left);
  if (!has_repairs(fixed))
    fprintf(stderr, _("posterc: %s: nothing to repair\n"), name);
  else if (args->dry_run)
    fprintf(stderr, _("posterc: %s: nothing was written, because of --dry-run\n"), name);
}

/* A file that is as it should be is not touched, not even its date. */
static pc_exit write_fixed(const pc_args *args, const char *input, const posterc_fixed *fixed) {
  if (args->dry_run)
    return pc_output_write("-", fixed->diff, strlen(fixed->diff));
  if (strcmp(input, "-") == 0 || has_repairs(fixed))
    return pc_output_write(input, fixed->yaml, fixed->length);
  return PC_EXIT_DONE;
}

static bool fix_stdin(posterc_job *job, posterc_fixed *fixed, pc_answer *answer) {
  *fixed = (posterc_fixed){.yaml = NULL};
  g_autoptr(GByteArray) bytes = pc_work_read_stdin();
  if (bytes == NULL) {
    pc_answer_append_exit(answer, PC_EXIT_FILE);
    return false;
  }
  return posterc_job_fix_buffer(job, (const char *)bytes->data, bytes->len, "<stdin>", ".", fixed);
}

static void fix_one(const pc_args *args, const char *input, pc_answer *answer) {
  bool is_stdin = strcmp(input, "-") == 0;
  posterc_job *job = pc_work_new(args);
  posterc_fixed fixed;
  bool is_read =
      is_stdin ? fix_stdin(job, &fixed, answer) : posterc_job_fix_file(job, input, &fixed);
  pc_answer_append(answer, job);
  if (is_read) {
    pc_exit exit = write_fixed(args, input, &fixed);
    pc_answer_append_exit(answer, exit);
    if (exit == PC_EXIT_DONE)
      print_summary(args, is_stdin ? "<stdin>" : input, &fixed);
  }
  posterc_fixed_clear(&fixed);
  posterc_job_free(job);
}

pc_exit pc_run_fix(const pc_args *args) {
  pc_answer answer;
  pc_answer_init(&answer, args, true);
  for (guint i = 0; i < args->inputs->len; i++)
    fix_one(args, g_ptr_array_index(args->inputs, i), &answer);
  return pc_answer_clear(&answer);
}

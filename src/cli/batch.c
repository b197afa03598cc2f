/* batch.c - many posters in one call.  Layer: cli. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/translate.h"
#include "cli/crew.h"
#include "cli/output.h"
#include "cli/rendering.h"

typedef struct batch {
  const pc_rendering *rendering;
  pc_answer answer;
  GString *rules;  /* for --depfile */
  GString *failed; /* a line for each poster that was not written */
  int n_failed;
  bool shows_progress;
} batch;

static const char *input_at(const batch *it, int index) {
  return g_ptr_array_index(it->rendering->args->inputs, (guint)index);
}

/* In the process of its own. */
static pc_exit work(int index, FILE *notes, void *user) {
  batch *it = user;
  const char *input = input_at(it, index);
  pc_answer answer;
  pc_answer_init(&answer, it->rendering->args, false);
  posterc_job *job = pc_work_load(it->rendering->args, input);
  g_autoptr(GString) rule = g_string_new(NULL);
  if (job == NULL)
    pc_answer_append_exit(&answer, PC_EXIT_FILE);
  else
    pc_rendering_run(it->rendering, job, input, rule, &answer);
  posterc_job_free(job);
  if (fputs(rule->str, notes) == EOF)
    pc_answer_append_exit(&answer, PC_EXIT_INTERNAL);
  return pc_answer_clear(&answer);
}

static char *describe_end(const batch *it, const pc_crew_result *result) {
  static const char *const reasons[] = {
      [PC_EXIT_WRONG_POSTER] = "the poster has mistakes",
      [PC_EXIT_WRONG_USAGE] = "wrong usage",
      [PC_EXIT_FILE] = "a file could not be read or written",
      [PC_EXIT_INTERNAL] = "posterc failed",
  };
  if (result->is_late)
    return g_strdup_printf(_("stopped after %g seconds; --timeout permits more"),
                           it->rendering->args->timeout);
  if (result->signal != 0)
    return g_strdup_printf(_("posterc crashed: %s"), strsignal(result->signal));
  return g_strdup(_(reasons[MIN(result->exit, PC_EXIT_INTERNAL)]));
}

static void clear_progress(const batch *it) {
  if (it->shows_progress)
    fputs("\r\033[K", stderr);
}

static void take(const pc_crew_result *result, void *user) {
  batch *it = user;
  clear_progress(it);
  fputs(result->messages, stderr);
  if (it->rendering->args->diagnostics)
    pc_answer_append_array(&it->answer, result->output);
  else
    pc_answer_append_exit(&it->answer, pc_output_print(result->output));
  g_string_append(it->rules, result->notes);
  pc_answer_append_exit(&it->answer, result->exit);
  if (result->exit == PC_EXIT_DONE)
    return;
  g_autofree char *reason = describe_end(it, result);
  g_string_append_printf(it->failed, _("posterc: not written: %s: %s\n"),
                         input_at(it, result->index), reason);
  it->n_failed++;
}

static void tell(int done, int count, void *user) {
  const batch *it = user;
  if (it->shows_progress && done < count)
    fprintf(stderr, "\r\033[K%d/%d", done, count);
}

static void print_summary(const batch *it, int count) {
  fputs(it->failed->str, stderr);
  if (!it->rendering->args->quiet)
    fprintf(stderr, _("posterc: %d of %d posters written\n"), count - it->n_failed, count);
}

static void write_depfile(batch *it) {
  const char *path = it->rendering->args->depfile;
  if (path != NULL)
    pc_answer_append_exit(&it->answer, pc_output_write(path, it->rules->str, it->rules->len));
}

pc_exit pc_rendering_run_all(const pc_rendering *rendering) {
  const pc_args *args = rendering->args;
  batch it = {rendering, .rules = g_string_new(NULL), .failed = g_string_new(NULL)};
  pc_answer_init(&it.answer, args, false);
  it.shows_progress = !args->quiet && isatty(STDERR_FILENO);
  const pc_crew crew = {
      .count = (int)args->inputs->len,
      .jobs = args->jobs > 0 ? (int)args->jobs : (int)g_get_num_processors(),
      .limit_s = args->timeout,
      .work = work,
      .take = take,
      .tell = tell,
      .user = &it,
  };
  pc_crew_run(&crew);
  print_summary(&it, crew.count);
  write_depfile(&it);
  g_string_free(it.rules, TRUE);
  g_string_free(it.failed, TRUE);
  return pc_answer_clear(&it.answer);
}

/* watch.c - posterc watch POSTER -o FILE: renders anew whenever a file changes.  Layer: cli. */
#include <stdio.h>
#include <string.h>

#include "base/translate.h"
#include "cli/commands.h"
#include "cli/rendering.h"
#include "cli/vigil.h"

static pc_exit render(posterc_job *job, void *user) {
  const pc_rendering *rendering = user;
  pc_answer answer;
  pc_answer_init(&answer, rendering->args, false);
  pc_rendering_run(rendering, job, g_ptr_array_index(rendering->args->inputs, 0), NULL, &answer);
  return pc_answer_clear(&answer);
}

static void print_state(const pc_rendering *rendering, pc_exit exit, gint64 started) {
  g_autofree char *file =
      pc_target_find(&rendering->target, g_ptr_array_index(rendering->args->inputs, 0));
  if (exit != PC_EXIT_DONE)
    fprintf(stderr, _("posterc: %s is left as it was; waiting for a change\n"), file);
  else if (!rendering->args->quiet)
    fprintf(stderr, _("posterc: %s is up to date, %.2f s; waiting for a change\n"), file,
            (double)(g_get_monotonic_time() - started) / G_USEC_PER_SEC);
}

static bool check_files(const pc_rendering *rendering) {
  const char *input = g_ptr_array_index(rendering->args->inputs, 0);
  if (strcmp(input, "-") != 0 && !rendering->target.is_stdout)
    return true;
  fputs(_("posterc: watch wants files: posterc watch poster.yaml -o poster.pdf\n"), stderr);
  return false;
}

pc_exit pc_run_watch(const pc_args *args) {
  pc_rendering rendering;
  pc_exit exit = PC_EXIT_DONE;
  if (!pc_rendering_resolve(&rendering, args) || !check_files(&rendering))
    return PC_EXIT_WRONG_USAGE;
  g_autoptr(pc_vigil) vigil = pc_vigil_new(args, &exit);
  pc_vigil_event event = PC_VIGIL_CHANGED;
  while (vigil != NULL && event != PC_VIGIL_OVER) {
    const gint64 started = g_get_monotonic_time();
    const pc_exit last = pc_vigil_look(vigil, render, &rendering);
    print_state(&rendering, last, started);
    event = pc_vigil_wait(vigil, -1, -1);
  }
  return exit;
}

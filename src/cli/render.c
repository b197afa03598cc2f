/* render.c - posterc [render] POSTER... -o FILE.  Layer: cli. */
#include "cli/commands.h"
#include "cli/rendering.h"

static pc_exit render_one(const pc_rendering *rendering) {
  const char *input = g_ptr_array_index(rendering->args->inputs, 0);
  pc_answer answer;
  pc_answer_init(&answer, rendering->args, rendering->target.is_stdout);
  posterc_job *job = pc_work_load(rendering->args, input);
  if (job == NULL)
    pc_answer_append_exit(&answer, PC_EXIT_FILE);
  else
    pc_rendering_run(rendering, job, input, NULL, &answer);
  posterc_job_free(job);
  return pc_answer_clear(&answer);
}

pc_exit pc_run_render(const pc_args *args) {
  pc_rendering rendering;
  if (!pc_rendering_resolve(&rendering, args))
    return PC_EXIT_WRONG_USAGE;
  return args->inputs->len > 1 ? pc_rendering_run_all(&rendering) : render_one(&rendering);
}

/* rendering.h - what render was asked for, and one poster rendered so.  Layer: cli. */
#ifndef PC_CLI_RENDERING_H
#define PC_CLI_RENDERING_H

#include "cli/pages.h"
#include "cli/target.h"
#include "cli/work.h"

typedef struct pc_rendering {
  const pc_args *args;
  pc_target target;
  pc_pages_wish wish;
} pc_rendering;

/* false: said what is wrong on standard error. */
bool pc_rendering_resolve(pc_rendering *rendering, const pc_args *args);

/* Renders a job that was loaded from input, says what it says and writes its files.  rules:
 * receives the rule of its output for --depfile.  It is written here where it is given as NULL. */
void pc_rendering_run(const pc_rendering *rendering, posterc_job *job, const char *input,
                      GString *rules, pc_answer *answer);

/* The same for all inputs, each in a process of its own. */
pc_exit pc_rendering_run_all(const pc_rendering *rendering);

#endif

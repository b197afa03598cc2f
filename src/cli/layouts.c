/* layouts.c - posterc layouts: the layouts that are shipped.  Layer: cli. */
#include "cli/commands.h"
#include "cli/output.h"

pc_exit pc_run_layouts(const pc_args *args) {
  (void)args;
  char *text = posterc_list_layouts();
  pc_exit exit = pc_output_print(text);
  posterc_free(text);
  return exit;
}

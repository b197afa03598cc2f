/* themes.c - posterc themes: the themes that are shipped.  Layer: cli. */
#include "cli/commands.h"
#include "cli/output.h"

pc_exit pc_run_themes(const pc_args *args) {
  (void)args;
  char *text = posterc_list_themes();
  pc_exit exit = pc_output_print(text);
  posterc_free(text);
  return exit;
}

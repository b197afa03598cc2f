/* fonts.c - posterc fonts: the fonts that posterc uses.  Layer: cli. */
#include "cli/commands.h"
#include "cli/output.h"

pc_exit pc_run_fonts(const pc_args *args) {
  (void)args;
  char *text = posterc_list_fonts();
  pc_exit exit = pc_output_print(text);
  posterc_free(text);
  return exit;
}

/* schema.c - posterc schema: the JSON Schema of poster.yaml.  Layer: cli. */
#include "cli/commands.h"
#include "cli/output.h"

pc_exit pc_run_schema(const pc_args *args) {
  (void)args;
  char *text = posterc_schema();
  pc_exit exit = pc_output_print(text);
  posterc_free(text);
  return exit;
}

/* schema.c - posterc schema: all keys of poster.yaml, for editors, people and fuzzers.  Layer: cli.
 */
#include "cli/commands.h"
#include "cli/output.h"

typedef char *(*write_func)(void);

static const write_func forms[] = {
    [PC_SCHEMA_JSON] = posterc_schema,
    [PC_SCHEMA_MARKDOWN] = posterc_reference,
    [PC_SCHEMA_DICTIONARY] = posterc_dictionary,
};

pc_exit pc_run_schema(const pc_args *args) {
  char *text = forms[args->schema]();
  pc_exit exit = pc_output_print(text);
  posterc_free(text);
  return exit;
}

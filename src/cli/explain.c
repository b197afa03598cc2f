/* explain.c - posterc explain CODE; without one, the list of all.  Layer: cli. */
#include <stdio.h>

#include "base/translate.h"
#include "cli/commands.h"
#include "cli/output.h"

static pc_exit fail_unknown(const char *code) {
  const char *nearest = posterc_nearest_code(code);
  if (nearest != NULL)
    fprintf(stderr, _("posterc: there is no code '%s'; did you mean '%s'?\n"), code, nearest);
  else
    fprintf(stderr,
            _("posterc: there is no code '%s'; codes stand in [brackets] after a message\n"), code);
  return PC_EXIT_WRONG_USAGE;
}

pc_exit pc_run_explain(const pc_args *args) {
  const char *code = args->inputs->len > 0 ? g_ptr_array_index(args->inputs, 0) : NULL;
  char *text = code != NULL ? posterc_explain(code) : posterc_list_codes();
  if (text == NULL)
    return fail_unknown(code);
  pc_exit exit = pc_output_print(text);
  posterc_free(text);
  return exit;
}

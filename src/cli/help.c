/* help.c - posterc help [COMMAND], and --help.  Layer: cli. */
#include <stdio.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"

static pc_exit print_help(const pc_command *command) {
  g_autoptr(GString) help = g_string_new(NULL);
  pc_args_append_help(help, command);
  return pc_output_print(help->str);
}

pc_exit pc_run_help(const pc_args *args) {
  if (args->inputs->len == 0 || args->help)
    return print_help(args->help ? args->command : NULL);
  const char *name = g_ptr_array_index(args->inputs, 0);
  const pc_command *command = pc_command_find(name);
  if (command != NULL)
    return print_help(command);
  const char *nearest = pc_command_nearest(name);
  fprintf(stderr, "posterc: there is no command '%s'%s%s%s\n", name,
          nearest ? "; did you mean '" : "", nearest ? nearest : "", nearest ? "'?" : "");
  return PC_EXIT_WRONG_USAGE;
}

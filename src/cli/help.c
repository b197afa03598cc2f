/* help.c - posterc help [COMMAND], and --help: made from the tables of options.c.  Layer: cli. */
#include <stdio.h>

#include "base/columns.h"
#include "base/translate.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"

/* A terminal's usual width, and the columns where the meanings of commands and options begin. */
enum { SCREEN = 80, COMMANDS = 22, OPTIONS = 26 };

static const char *const group_titles[] = {
    [PC_GROUP_DAILY] = N_("every day:"),
    [PC_GROUP_LOOK_UP] = N_("to look up:"),
    [PC_GROUP_EXPERT] = N_("for programs and experts:"),
};

/* A name on the left, what it means on the right. */
static void append_entry(GString *out, const char *name, int middle, const char *meaning) {
  g_string_append(out, "  ");
  pc_columns_append_padded(out, name, middle - 3);
  g_string_append_c(out, ' ');
  pc_columns_append_wrapped(out, meaning, middle, SCREEN);
  g_string_append_c(out, '\n');
}

static void append_group(GString *out, pc_command_group group) {
  int count = 0;
  const pc_command *commands = pc_commands(&count);
  g_string_append_printf(out, "%s\n", _(group_titles[group]));
  for (int i = 0; i < count; i++) {
    if (commands[i].group != group)
      continue;
    g_autofree char *name = g_strdup_printf("%-9s%s", commands[i].name, commands[i].arguments);
    append_entry(out, name, COMMANDS, _(commands[i].summary));
  }
}

static void append_overview(GString *out) {
  g_string_append_printf(out, "%s\n\n", _("usage: posterc poster.yaml -o poster.pdf"));
  for (size_t group = 0; group < G_N_ELEMENTS(group_titles); group++)
    append_group(out, (pc_command_group)group);
  g_string_append_printf(out, "\n%s\n", _("posterc help COMMAND lists the options of a command."));
}

static void append_option(GString *out, const pc_option *option) {
  g_autofree char *letter =
      option->letter != '\0' ? g_strdup_printf("-%c, ", option->letter) : g_strdup("    ");
  g_autofree char *name =
      g_strdup_printf("%s--%s%s%s", letter, option->name, option->argument != NULL ? " " : "",
                      option->argument != NULL ? option->argument : "");
  append_entry(out, name, OPTIONS, _(option->help));
}

static void append_command(GString *out, const pc_command *command) {
  int count = 0;
  const pc_option *options = pc_options(&count);
  const char *gap = command->arguments[0] != '\0' ? " " : "";
  g_autofree char *call =
      g_strdup_printf("posterc %s [OPTION...]%s%s", command->name, gap, command->arguments);
  g_string_append_printf(out, _("usage: %s"), call);
  g_string_append_printf(out, "\n%s\n\n%s\n", _(command->summary), _("options:"));
  for (int i = 0; i < count; i++) {
    if (pc_option_is_for(&options[i], command))
      append_option(out, &options[i]);
  }
}

void pc_args_append_help(GString *out, const pc_command *command) {
  if (command == NULL)
    append_overview(out);
  else
    append_command(out, command);
}

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
  if (nearest != NULL)
    fprintf(stderr, _("posterc: there is no command '%s'; did you mean '%s'?\n"), name, nearest);
  else
    fprintf(stderr, _("posterc: there is no command '%s'\n"), name);
  return PC_EXIT_WRONG_USAGE;
}

/* main.c - the command posterc.  Layer: cli. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/args.h"
#include "cli/commands.h"
#include "cli/output.h"

/* A closed standard stream must not become the number of some file that is opened later: reading
 * and writing it shall fail. */
static void hold_streams(void) {
  static const int modes[] = {O_WRONLY, O_RDONLY, O_WRONLY};
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
    if (fcntl(fd, F_GETFD) < 0)
      (void)!open("/dev/null", modes[fd]);
  }
}

static pc_exit print_version(void) {
  g_autofree char *text = g_strdup_printf("posterc %s\n", posterc_version());
  return pc_output_print(text);
}

static pc_exit run(const pc_args *args) {
  if (args->version)
    return print_version();
  return args->help ? pc_run_help(args) : args->command->run(args);
}

int main(int argc, char **argv) {
  hold_streams();
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN); /* a file too large for a limit is a mistake like a full disk */
  pc_args args;
  g_autoptr(GString) error = g_string_new(NULL);
  bool is_fine = pc_args_parse(&args, argc, argv, error);
  if (!is_fine)
    fprintf(stderr, "posterc: %s\n", error->str);
  pc_exit exit = is_fine ? run(&args) : PC_EXIT_WRONG_USAGE;
  pc_args_clear(&args);
  return (int)exit;
}

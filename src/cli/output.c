/* output.c - bytes to a file, in one step, or to standard output.  Layer: cli. */
#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

static pc_exit fail_write(const char *path, const char *reason) {
  fprintf(stderr, "posterc: cannot write %s: %s\n", path, reason);
  return PC_EXIT_FILE;
}

static pc_exit write_stdout(const void *data, size_t length) {
  if (!pc_file_write_all(STDOUT_FILENO, data, length))
    return fail_write("standard output", g_strerror(errno));
  return PC_EXIT_DONE;
}

pc_exit pc_output_write(const char *path, const void *data, size_t length) {
  if (strcmp(path, "-") == 0)
    return write_stdout(data, length);
  g_autofree char *reason = NULL;
  if (!pc_file_replace(path, data, length, &reason))
    return fail_write(path, reason);
  return PC_EXIT_DONE;
}

pc_exit pc_output_print(const char *text) {
  return write_stdout(text, strlen(text));
}

bool pc_output_collect(const void *bytes, size_t length, void *user) {
  g_byte_array_append(user, bytes, (guint)length);
  return true;
}

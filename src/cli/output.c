/* output.c - bytes to a file, in one step, or to standard output.  Layer: cli. */
#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"

static const struct {
  int number;
  const char *hint;
} remedies[] = {
    {ENOENT, "; make the folder first, or name another"},
    {ENOTDIR, "; make the folder first, or name another"},
    {EACCES, "; choose a place where you may write: -o FILE"},
    {EPERM, "; choose a place where you may write: -o FILE"},
    {EROFS, "; choose a place where you may write: -o FILE"},
    {ENOSPC, "; make room, or choose another place: -o FILE"},
    {EDQUOT, "; make room, or choose another place: -o FILE"},
    {EFBIG, "; make room, or choose another place: -o FILE"},
};

static pc_exit fail_write(const char *path, int number) {
  const char *hint = "";
  for (size_t i = 0; i < G_N_ELEMENTS(remedies); i++)
    if (remedies[i].number == number)
      hint = remedies[i].hint;
  fprintf(stderr, "posterc: cannot write %s: %s%s\n", path, g_strerror(number), hint);
  return PC_EXIT_FILE;
}

static pc_exit write_stdout(const void *data, size_t length) {
  if (!pc_file_write_all(STDOUT_FILENO, data, length))
    return fail_write("standard output", errno);
  return PC_EXIT_DONE;
}

pc_exit pc_output_write(const char *path, const void *data, size_t length) {
  if (strcmp(path, "-") == 0)
    return write_stdout(data, length);
  g_autofree char *reason = NULL;
  if (!pc_file_replace(path, data, length, &reason))
    return fail_write(path, errno);
  return PC_EXIT_DONE;
}

pc_exit pc_output_print(const char *text) {
  return write_stdout(text, strlen(text));
}

bool pc_output_collect(const void *bytes, size_t length, void *user) {
  g_byte_array_append(user, bytes, (guint)length);
  return true;
}

/* output.c - bytes to a file, in one step, or to standard output.  Layer: cli. */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static pc_exit fail_write(const char *path, const char *reason) {
  fprintf(stderr, "posterc: cannot write %s: %s\n", path, reason);
  return PC_EXIT_FILE;
}

static bool write_all(int fd, const char *data, size_t length) {
  while (length > 0) {
    ssize_t written = write(fd, data, length);
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return false;
    data += written;
    length -= (size_t)written;
  }
  return true;
}

static pc_exit write_stdout(const void *data, size_t length) {
  if (!write_all(STDOUT_FILENO, data, length))
    return fail_write("standard output", g_strerror(errno));
  return PC_EXIT_DONE;
}

/* A device or a pipe: renaming a file over it would remove it. */
static pc_exit write_special(const char *path, const void *data, size_t length) {
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  bool is_written = fd >= 0 && write_all(fd, data, length);
  int number = errno;
  if (fd >= 0)
    close(fd);
  return is_written ? PC_EXIT_DONE : fail_write(path, g_strerror(number));
}

pc_exit pc_output_write(const char *path, const void *data, size_t length) {
  if (strcmp(path, "-") == 0)
    return write_stdout(data, length);
  struct stat status;
  if (stat(path, &status) == 0 && !S_ISREG(status.st_mode))
    return write_special(path, data, length);
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

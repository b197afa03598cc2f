/* output.c - bytes to a file, in one step, or to standard output.  Layer: cli. */
#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/translate.h"

#define ELSEWHERE N_("choose a place where you may write: -o FILE")
#define ROOM N_("make room, or choose another place: -o FILE")
#define FOLDER N_("make the folder first, or name another")

/* As the C library says it, for the catalogue; NULL: nothing helps. */
static const struct {
  int number;
  const char *fact, *hint;
} failures[] = {
    {ENOENT, N_("No such file or directory"), FOLDER},
    {ENOTDIR, N_("Not a directory"), FOLDER},
    {EACCES, N_("Permission denied"), ELSEWHERE},
    {EPERM, N_("Operation not permitted"), ELSEWHERE},
    {EROFS, N_("Read-only file system"), ELSEWHERE},
    {ENOSPC, N_("No space left on device"), ROOM},
    {EDQUOT, N_("Disk quota exceeded"), ROOM},
    {EFBIG, N_("File too large"), ROOM},
    {EISDIR, N_("Is a directory"), NULL},
    {EPIPE, N_("Broken pipe"), NULL},
    {EBADF, N_("Bad file descriptor"), NULL},
    {EIO, N_("Input/output error"), NULL},
};

static pc_exit fail_write(const char *path, int number) {
  const char *hint = NULL;
  for (size_t i = 0; i < G_N_ELEMENTS(failures); i++)
    if (failures[i].number == number)
      hint = failures[i].hint;
  const char *fact = _(g_strerror(number));
  if (hint != NULL)
    fprintf(stderr, _("posterc: cannot write %s: %s; %s\n"), path, fact, _(hint));
  else
    fprintf(stderr, _("posterc: cannot write %s: %s\n"), path, fact);
  return PC_EXIT_FILE;
}

static pc_exit write_stdout(const void *data, size_t length) {
  if (!pc_file_write_all(STDOUT_FILENO, data, length))
    return fail_write(_("standard output"), errno);
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

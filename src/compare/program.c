/* program.c - a child that becomes the program; its limits stay.  Layer: compare. */
#include "compare/program.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"
#include "figure/child.h"

typedef struct program_job {
  const char *path;
  const char *const *words;
  int in;
} program_job;

/* Comes back only where the program cannot be started. */
static bool become(void *user, int out) {
  const program_job *job = user;
  const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (dup2(job->in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
      dup2(nowhere, STDERR_FILENO) < 0)
    return false;
  execv(job->path, (char *const *)job->words);
  return false;
}

static int hold_bytes(GBytes *bytes) {
  size_t length = 0;
  const void *data = g_bytes_get_data(bytes, &length);
  const int file = memfd_create("posterc", MFD_CLOEXEC);
  if (file >= 0 && pc_file_write_all(file, data, length) && lseek(file, 0, SEEK_SET) == 0)
    return file;
  if (file >= 0)
    close(file);
  return -1;
}

GBytes *pc_program_run(const char *const *words, GBytes *bytes) {
  g_autofree char *path = g_find_program_in_path(words[0]);
  const int in = path != NULL ? hold_bytes(bytes) : -1;
  if (in < 0)
    return NULL;
  program_job job = {path, words, in};
  GBytes *answer = pc_child_run(become, &job);
  close(in);
  return answer;
}

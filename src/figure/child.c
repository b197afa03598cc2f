/* child.c - a forked process under resource limits; its answer comes through a file in memory.
 * Layer: figure. */
#include "figure/child.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_SECONDS 20
#define MAX_MEMORY ((rlim_t)1 << 30)
#define MAX_ANSWER ((rlim_t)512 << 20)
/* How often the parent looks, in microseconds. */
#define GLANCE 1000

/* Where addresses are reserved by the terabyte, the limit would end the child at once. */
#ifdef POSTERC_SANITIZED
#define HAS_MEMORY_LIMIT false
#else
#define HAS_MEMORY_LIMIT true
#endif

/* The C library makes its heap ready for a fork; the sanitizers' of clang stays locked for good in
 * the child if one of Pango's short threads holds it just then.  They get the time to end,
 * microseconds. */
#define SANITIZER_PAUSE 100000

static void set_limit(__rlimit_resource_t resource, rlim_t most) {
  setrlimit(resource, &(struct rlimit){most, most});
}

/* What the parent holds already does not count. */
static rlim_t measure_held(void) {
  unsigned long pages = 0;
  g_autofree char *text = NULL;
  if (g_file_get_contents("/proc/self/statm", &text, NULL, NULL))
    pages = strtoul(text, NULL, 10);
  return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* Ends without the parent's handlers: buffers and locks are the parent's. */
G_NORETURN static void run_child(pc_child_work work, void *user, int out, rlim_t held) {
  set_limit(RLIMIT_CORE, 0);
  set_limit(RLIMIT_CPU, MAX_SECONDS);
  set_limit(RLIMIT_FSIZE, MAX_ANSWER);
  if (HAS_MEMORY_LIMIT)
    set_limit(RLIMIT_AS, held + MAX_MEMORY);
  _Exit(work(user, out) ? EXIT_SUCCESS : EXIT_FAILURE);
}

/* Whether the child came to its end by itself and well. */
static bool wait_for(pid_t child) {
  const gint64 end = g_get_monotonic_time() + MAX_SECONDS * G_USEC_PER_SEC;
  int status = 0;
  pid_t ended = 0;
  while (ended == 0 && g_get_monotonic_time() < end) {
    ended = waitpid(child, &status, WNOHANG);
    if (ended < 0 && errno == EINTR)
      ended = 0;
    if (ended == 0)
      g_usleep(GLANCE);
  }
  if (ended == 0) {
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
  }
  return ended == child && WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

static GBytes *read_answer(int out) {
  struct stat info;
  if (fstat(out, &info) != 0 || info.st_size <= 0)
    return NULL;
  void *mapped = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, out, 0);
  if (mapped == MAP_FAILED)
    return NULL;
  GBytes *bytes = g_bytes_new(mapped, (size_t)info.st_size);
  munmap(mapped, (size_t)info.st_size);
  return bytes;
}

GBytes *pc_child_run(pc_child_work work, void *user) {
  const int out = memfd_create("posterc", MFD_CLOEXEC);
  if (out < 0)
    return NULL;
  const rlim_t held = measure_held();
  if (!HAS_MEMORY_LIMIT)
    g_usleep(SANITIZER_PAUSE);
  const pid_t child = fork();
  if (child == 0)
    run_child(work, user, out, held);
  GBytes *bytes = child > 0 && wait_for(child) ? read_answer(out) : NULL;
  close(out);
  return bytes;
}

/* crew.c - several posters at once, each in a process of its own.  Layer: cli. */
#include "cli/crew.h"

#include "base/translate.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a process writes to, in memory: they may write at the same time, and are read in order. */
typedef enum worker_stream { MESSAGES, OUTPUT, NOTES, N_STREAMS } worker_stream;

typedef struct worker {
  pid_t pid;       /* 0: none */
  gint64 deadline; /* of the monotonic clock; 0: none */
  int streams[N_STREAMS];
  pc_crew_result result;
  bool is_done;
} worker;

/* All that is at work. */
typedef struct crew_state {
  const pc_crew *crew;
  worker *workers; /* one for each piece */
  int started, running, done, taken;
} crew_state;

static bool open_streams(worker *it) {
  bool is_open = true;
  for (int i = 0; i < N_STREAMS; i++) {
    it->streams[i] = memfd_create("posterc", MFD_CLOEXEC);
    is_open = is_open && it->streams[i] >= 0;
  }
  return is_open;
}

static void close_streams(worker *it) {
  for (int i = 0; i < N_STREAMS; i++) {
    if (it->streams[i] >= 0)
      close(it->streams[i]);
    it->streams[i] = -1;
  }
}

/* NUL-terminated; "" where nothing was written. */
static char *read_stream(int fd) {
  GString *text = g_string_new(NULL);
  char buffer[4096];
  off_t at = 0;
  for (ssize_t got = 1; got > 0; at += got) {
    got = pread(fd, buffer, sizeof buffer, at);
    if (got > 0)
      g_string_append_len(text, buffer, got);
  }
  return g_string_free(text, FALSE);
}

/* Ends with who started it: an orphan would go on for nobody. */
static void work_alone(const pc_crew *crew, int index, const worker *it) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  FILE *notes = fdopen(it->streams[NOTES], "w");
  if (notes == NULL || dup2(it->streams[MESSAGES], STDERR_FILENO) < 0 ||
      dup2(it->streams[OUTPUT], STDOUT_FILENO) < 0)
    exit(PC_EXIT_INTERNAL);
  pc_exit result = crew->work(index, notes, crew->user);
  if (fclose(notes) != 0)
    result = PC_EXIT_INTERNAL;
  exit((int)result);
}

static void fail_start(worker *it) {
  it->result.exit = PC_EXIT_INTERNAL;
  it->result.messages =
      g_strdup_printf(_("posterc: cannot start another process: %s\n"), _(g_strerror(errno)));
  it->result.output = g_strdup("");
  it->result.notes = g_strdup("");
  it->is_done = true;
}

static void start_worker(crew_state *state) {
  const pc_crew *crew = state->crew;
  const int index = state->started++;
  worker *it = &state->workers[index];
  it->result.index = index;
  fflush(stdout);
  fflush(stderr);
  it->pid = open_streams(it) ? fork() : -1;
  if (it->pid == 0)
    work_alone(crew, index, it);
  if (it->pid < 0) {
    fail_start(it);
    close_streams(it);
    state->done++;
    return;
  }
  if (crew->limit_s > 0)
    it->deadline = g_get_monotonic_time() + (gint64)(crew->limit_s * G_USEC_PER_SEC);
  state->running++;
}

static void end_worker(crew_state *state, worker *it, int status) {
  pc_crew_result *result = &it->result;
  result->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  result->exit = WIFEXITED(status) ? (pc_exit)WEXITSTATUS(status) : PC_EXIT_INTERNAL;
  if (result->is_late)
    result->exit = PC_EXIT_WRONG_POSTER;
  result->messages = read_stream(it->streams[MESSAGES]);
  result->output = read_stream(it->streams[OUTPUT]);
  result->notes = read_stream(it->streams[NOTES]);
  close_streams(it);
  it->pid = 0;
  it->is_done = true;
  state->running--;
  state->done++;
}

static void reap_workers(crew_state *state) {
  for (int i = 0; i < state->started; i++) {
    worker *it = &state->workers[i];
    int status = 0;
    if (it->pid > 0 && waitpid(it->pid, &status, WNOHANG) == it->pid)
      end_worker(state, it, status);
  }
}

static void stop_late_workers(crew_state *state) {
  const gint64 now = g_get_monotonic_time();
  for (int i = 0; i < state->started; i++) {
    worker *it = &state->workers[i];
    if (it->pid <= 0 || it->deadline == 0 || it->deadline > now)
      continue;
    it->result.is_late = true;
    kill(it->pid, SIGKILL);
  }
}

/* Until the first deadline, at most a second. */
static struct timespec find_pause(const crew_state *state) {
  const gint64 now = g_get_monotonic_time();
  gint64 pause = G_USEC_PER_SEC;
  for (int i = 0; i < state->started; i++) {
    const worker *it = &state->workers[i];
    if (it->pid > 0 && it->deadline > 0 && !it->result.is_late)
      pause = MIN(pause, MAX(0, it->deadline - now));
  }
  return (struct timespec){.tv_sec = pause / G_USEC_PER_SEC,
                           .tv_nsec = pause % G_USEC_PER_SEC * 1000};
}

static void take_results(crew_state *state) {
  const pc_crew *crew = state->crew;
  while (state->taken < state->started && state->workers[state->taken].is_done) {
    pc_crew_result *result = &state->workers[state->taken++].result;
    crew->take(result, crew->user);
    g_free(result->messages);
    g_free(result->output);
    g_free(result->notes);
  }
}

static void run_all(crew_state *state, const sigset_t *child) {
  const pc_crew *crew = state->crew;
  while (state->taken < crew->count) {
    while (state->started < crew->count && state->running < crew->jobs)
      start_worker(state);
    const int before = state->done;
    const struct timespec pause = find_pause(state);
    if (state->running > 0)
      sigtimedwait(child, NULL, &pause);
    reap_workers(state);
    stop_late_workers(state);
    if (crew->tell != NULL && state->done > before)
      crew->tell(state->done, crew->count, crew->user);
    take_results(state);
  }
}

void pc_crew_run(const pc_crew *crew) {
  crew_state state = {.crew = crew, .workers = g_new0(worker, (gsize)crew->count)};
  sigset_t child, before;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  sigprocmask(SIG_BLOCK, &child, &before);
  run_all(&state, &child);
  sigprocmask(SIG_SETMASK, &before, NULL);
  g_free(state.workers);
}

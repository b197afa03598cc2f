/* vigil.c - a poster that is looked at again whenever one of its files changes.  Layer: cli. */
#include "cli/vigil.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>

#include "base/translate.h"
#include "cli/notice.h"
#include "cli/work.h"

struct pc_vigil {
  const char *input;
  posterc_job *job; /* kept: the next version of the poster is mostly the same */
  pc_notice *notice;
  sigset_t signals; /* while waiting */
  bool is_loaded;   /* and nothing was done with it */
};

static volatile sig_atomic_t is_over;

static void end(int number) {
  (void)number;
  is_over = 1;
}

static void hold_signals(sigset_t *before) {
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  const struct sigaction action = {.sa_handler = end};
  sigset_t held;
  sigemptyset(&held);
  for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
    sigaddset(&held, numbers[i]);
    sigaction(numbers[i], &action, NULL);
  }
  sigprocmask(SIG_BLOCK, &held, before);
  for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
    sigdelset(before, numbers[i]);
}

/* A poster that cannot be read has said so. */
static bool load_first(pc_vigil *vigil, const pc_args *args) {
  vigil->job = pc_work_load(args, vigil->input);
  if (vigil->job == NULL)
    return false;
  if (!posterc_job_is_unreadable(vigil->job))
    return true;
  pc_answer answer;
  pc_answer_init(&answer, args, false);
  pc_answer_append(&answer, vigil->job);
  pc_answer_clear(&answer);
  return false;
}

pc_vigil *pc_vigil_new(const pc_args *args, pc_exit *exit) {
  *exit = PC_EXIT_FILE;
  pc_notice *notice = pc_notice_new();
  if (notice == NULL) {
    fprintf(stderr, _("posterc: cannot watch files: %s\n"), g_strerror(errno));
    return NULL;
  }
  pc_vigil *vigil = g_new0(pc_vigil, 1);
  *vigil = (pc_vigil){g_ptr_array_index(args->inputs, 0), .notice = notice, .is_loaded = true};
  if (!load_first(vigil, args)) {
    pc_vigil_free(vigil);
    return NULL;
  }
  hold_signals(&vigil->signals);
  *exit = PC_EXIT_DONE;
  return vigil;
}

void pc_vigil_free(pc_vigil *vigil) {
  if (vigil == NULL)
    return;
  posterc_job_free(vigil->job);
  pc_notice_free(vigil->notice);
  g_free(vigil);
}

/* Its last change, also of its name. */
static bool has_changed_since(const char *path, const struct timespec *time) {
  struct stat status;
  if (stat(path, &status) != 0)
    return false;
  const struct timespec changed = status.st_ctim;
  return changed.tv_sec > time->tv_sec ||
         (changed.tv_sec == time->tv_sec && changed.tv_nsec >= time->tv_nsec);
}

/* true: one of them has changed since the time, while nobody was looking. */
static bool add_files(const pc_vigil *vigil, const struct timespec *time) {
  bool has_changed = false;
  for (int i = 0; i < posterc_job_file_count(vigil->job); i++) {
    const char *path = posterc_job_file_at(vigil->job, i);
    pc_notice_add(vigil->notice, path);
    has_changed = has_changed || has_changed_since(path, time);
  }
  return has_changed;
}

pc_exit pc_vigil_look(pc_vigil *vigil, pc_vigil_func work, void *user) {
  struct timespec time;
  pc_exit exit = PC_EXIT_DONE;
  do {
    clock_gettime(CLOCK_REALTIME_COARSE, &time);
    if (!vigil->is_loaded)
      posterc_job_load_file(vigil->job, vigil->input);
    vigil->is_loaded = false;
    exit = work(vigil->job, user);
  } while (add_files(vigil, &time) && !is_over);
  return exit;
}

pc_vigil_event pc_vigil_wait(pc_vigil *vigil, int other, int ms) {
  static const pc_vigil_event events[] = {[PC_NOTICE_CHANGED] = PC_VIGIL_CHANGED,
                                          [PC_NOTICE_OTHER] = PC_VIGIL_OTHER,
                                          [PC_NOTICE_INTERRUPTED] = PC_VIGIL_OTHER};
  const pc_notice_event event = pc_notice_wait(vigil->notice, other, ms, &vigil->signals);
  return is_over ? PC_VIGIL_OVER : events[event];
}

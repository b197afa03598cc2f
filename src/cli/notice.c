/* notice.c - waits until one of some files changes.  Layer: cli. */
#include "cli/notice.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

/* Folders are watched, not files: editors put a new file in the place of the old one.  A file that
 * is being written counts once it is closed. */
static const uint32_t watched =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ONLYDIR;
static const uint32_t gone = IN_MOVED_FROM | IN_DELETE;

/* An editor that takes the old file away first is given so long to put the new one there, ms. */
static const int replace_ms = 200;

struct pc_notice {
  int fd;
  GHashTable *names; /* "3/poster.yaml": the watched folder's number, and a name in it */
};

/* What one look at the queue brought. */
typedef enum found_kind { FOUND_NONE, FOUND_GONE, FOUND_THERE } found_kind;

pc_notice *pc_notice_new(void) {
  int fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (fd < 0)
    return NULL;
  pc_notice *notice = g_new0(pc_notice, 1);
  notice->fd = fd;
  notice->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return notice;
}

void pc_notice_free(pc_notice *notice) {
  if (notice == NULL)
    return;
  close(notice->fd);
  g_hash_table_unref(notice->names);
  g_free(notice);
}

/* The name in the nearest folder that is there: what is missing may begin with a folder. */
static void add_name(pc_notice *notice, const char *path) {
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *name = g_path_get_basename(path);
  int number = inotify_add_watch(notice->fd, folder, watched);
  if (number >= 0)
    g_hash_table_add(notice->names, g_strdup_printf("%d/%s", number, name));
  else if (errno == ENOENT && strcmp(folder, path) != 0)
    add_name(notice, folder);
}

void pc_notice_add(pc_notice *notice, const char *path) {
  add_name(notice, path);
  g_autofree char *real = realpath(path, NULL);
  g_autofree char *plain = g_canonicalize_filename(path, NULL);
  if (real != NULL && strcmp(real, plain) != 0)
    add_name(notice, real);
}

/* A new file is empty, a new folder or link is all that will come. */
static found_kind judge_event(const pc_notice *notice, const struct inotify_event *event) {
  if (event->mask & IN_Q_OVERFLOW)
    return FOUND_THERE;
  if (event->len == 0)
    return FOUND_NONE;
  g_autofree char *name = g_strdup_printf("%d/%s", event->wd, event->name);
  if (!g_hash_table_contains(notice->names, name))
    return FOUND_NONE;
  if (event->mask & gone)
    return FOUND_GONE;
  const bool is_folder = (event->mask & IN_ISDIR) != 0;
  return event->mask & IN_CREATE && !is_folder ? FOUND_NONE : FOUND_THERE;
}

static found_kind read_events(const pc_notice *notice) {
  _Alignas(struct inotify_event) char buffer[16384];
  found_kind found = FOUND_NONE;
  for (ssize_t got = 1; got > 0;) {
    got = read(notice->fd, buffer, sizeof buffer);
    for (ssize_t at = 0; at < got;) {
      const struct inotify_event *event = (const struct inotify_event *)(buffer + at);
      const found_kind kind = judge_event(notice, event);
      found = MAX(found, kind);
      at += (ssize_t)(sizeof *event + event->len);
    }
  }
  return found;
}

/* What ppoll says: -1: interrupted, 0: the time is over. */
static int await(const struct pollfd queues[2], int ms, const sigset_t *signals) {
  struct pollfd polled[2] = {queues[0], queues[1]};
  const struct timespec time = {.tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L};
  return ppoll(polled, 2, ms < 0 ? NULL : &time, signals);
}

/* An editor may put the new file there in a moment. */
static void await_return(const pc_notice *notice, const sigset_t *signals) {
  const struct pollfd queues[2] = {{notice->fd, POLLIN, 0}, {-1, 0, 0}};
  int ready = 1;
  for (found_kind found = FOUND_GONE; found != FOUND_THERE && ready > 0;) {
    ready = await(queues, replace_ms, signals);
    found = read_events(notice);
  }
}

pc_notice_event pc_notice_wait(pc_notice *notice, int other, int ms, const sigset_t *signals) {
  const struct pollfd queues[2] = {{notice->fd, POLLIN, 0}, {other, POLLIN, 0}};
  for (;;) {
    const int ready = await(queues, ms, signals);
    const found_kind found = read_events(notice);
    if (found == FOUND_GONE)
      await_return(notice, signals);
    if (found != FOUND_NONE)
      return PC_NOTICE_CHANGED;
    if (ready < 0)
      return PC_NOTICE_INTERRUPTED;
    if (ready == 0 || other >= 0)
      return PC_NOTICE_OTHER;
  }
}

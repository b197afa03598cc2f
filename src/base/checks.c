/* checks.c - a few threads with a list of things to do.  Layer: base. */
#include "base/checks.h"

/* More would only hold more pictures in memory at once. */
#define MOST_THREADS 4

struct pc_checks {
  void (*work)(void *item);
  GThreadPool *pool;
  GMutex mutex;
  GCond done;
  int pending;
};

static void do_work(gpointer item, gpointer user) {
  pc_checks *checks = user;
  checks->work(item);
  g_mutex_lock(&checks->mutex);
  checks->pending--;
  g_cond_broadcast(&checks->done);
  g_mutex_unlock(&checks->mutex);
}

pc_checks *pc_checks_new(void (*work)(void *item)) {
  pc_checks *checks = g_new0(pc_checks, 1);
  int threads = MIN((int)g_get_num_processors(), MOST_THREADS);
  checks->work = work;
  checks->pool = g_thread_pool_new(do_work, checks, threads, FALSE, NULL);
  g_mutex_init(&checks->mutex);
  g_cond_init(&checks->done);
  return checks;
}

void pc_checks_free(pc_checks *checks) {
  if (checks == NULL)
    return;
  g_thread_pool_free(checks->pool, FALSE, TRUE);
  g_mutex_clear(&checks->mutex);
  g_cond_clear(&checks->done);
  g_free(checks);
}

void pc_checks_add(pc_checks *checks, void *item) {
  g_mutex_lock(&checks->mutex);
  checks->pending++;
  g_mutex_unlock(&checks->mutex);
  g_thread_pool_push(checks->pool, item, NULL);
}

void pc_checks_wait(pc_checks *checks) {
  if (checks == NULL)
    return;
  g_mutex_lock(&checks->mutex);
  while (checks->pending > 0)
    g_cond_wait(&checks->done, &checks->mutex);
  g_mutex_unlock(&checks->mutex);
}

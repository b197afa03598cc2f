/* test_file.c - what may be read, and that a failed write leaves nothing behind. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "base/file.h"

typedef struct house {
  char *root;   /* holds secret.txt and folder */
  char *folder; /* holds in.txt, a FIFO, a subfolder and links */
} house;

static char *join(const char *folder, const char *name) {
  return g_build_filename(folder, name, NULL);
}

static void put(const char *folder, const char *name, const char *text) {
  g_autofree char *path = join(folder, name);
  g_assert_true(g_file_set_contents(path, text, -1, NULL));
}

static void link_to(const char *folder, const char *name, const char *target) {
  g_autofree char *path = join(folder, name);
  g_assert_cmpint(symlink(target, path), ==, 0);
}

static void init_house(house *h, gconstpointer unused) {
  (void)unused;
  h->root = g_dir_make_tmp("posterc-XXXXXX", NULL);
  h->folder = join(h->root, "poster");
  g_autofree char *sub = join(h->folder, "sub");
  g_autofree char *twin = join(h->root, "poster-twin");
  g_autofree char *fifo = join(h->folder, "fifo");
  g_assert_cmpint(g_mkdir_with_parents(sub, 0755), ==, 0);
  g_assert_cmpint(g_mkdir_with_parents(twin, 0755), ==, 0);
  g_assert_cmpint(mkfifo(fifo, 0644), ==, 0);
  put(h->root, "secret.txt", "secret");
  put(twin, "near.txt", "secret");
  put(h->folder, "in.txt", "inside");
  put(sub, "deep.txt", "deep");
  link_to(h->folder, "link-in", "sub/deep.txt");
  link_to(h->folder, "link-out", "../secret.txt");
  link_to(h->folder, "link-up", "..");
  link_to(h->folder, "link-twin", "../poster-twin");
  link_to(h->folder, "link-device", "/dev/null");
  link_to(h->folder, "loop", "loop");
  link_to(h->folder, "dangling", "nowhere");
  link_to(h->root, "alias", "poster");
}

static void clear_house(house *h, gconstpointer unused) {
  (void)unused;
  const char *argv[] = {"rm", "-rf", h->root, NULL};
  g_assert_true(g_spawn_sync(NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                             NULL, NULL));
  g_free(h->root);
  g_free(h->folder);
}

static void assert_reads(const char *folder, const char *path, bool outside, const char *want) {
  pc_file_error error = PC_FILE_UNREADABLE;
  g_autoptr(GBytes) bytes = pc_file_read(folder, path, outside, 1000, &error);
  g_assert_nonnull(bytes);
  g_assert_cmpint(error, ==, PC_FILE_OK);
  g_assert_cmpuint(g_bytes_get_size(bytes), ==, strlen(want));
  g_assert_cmpstr(g_bytes_get_data(bytes, NULL), ==, want);
}

static void assert_fails(const char *folder, const char *path, bool outside, pc_file_error want) {
  pc_file_error error = PC_FILE_OK;
  g_assert_null(pc_file_read(folder, path, outside, 1000, &error));
  g_assert_cmpint(error, ==, want);
}

static void test_reads_below(house *h, gconstpointer unused) {
  (void)unused;
  g_autofree char *absolute = join(h->folder, "in.txt");
  g_autofree char *alias = join(h->root, "alias");
  g_autofree char *alias_absolute = join(alias, "in.txt");
  assert_reads(h->folder, "in.txt", false, "inside");
  assert_reads(h->folder, "sub/deep.txt", false, "deep");
  assert_reads(h->folder, "sub/../in.txt", false, "inside");
  assert_reads(h->folder, "link-in", false, "deep");
  assert_reads(h->folder, absolute, false, "inside");
  assert_reads(alias, "in.txt", false, "inside");
  assert_reads(alias, alias_absolute, false, "inside");
  assert_reads(alias, absolute, false, "inside");
}

static void test_stays_below(house *h, gconstpointer unused) {
  (void)unused;
  g_autofree char *secret = join(h->root, "secret.txt");
  const char *paths[] = {secret,
                         "../secret.txt",
                         "link-out",
                         "link-up/secret.txt",
                         "link-twin/near.txt",
                         "../poster-twin/near.txt",
                         "link-device",
                         "/dev/null",
                         "..",
                         "../no-such-file",
                         "/no-such-file",
                         "sub/../../secret.txt"};
  for (int i = 0; i < (int)G_N_ELEMENTS(paths); i++)
    assert_fails(h->folder, paths[i], false, PC_FILE_OUTSIDE);
  assert_reads(h->folder, "../secret.txt", true, "secret");
  assert_reads(h->folder, "link-out", true, "secret");
}

static void test_misses(house *h, gconstpointer unused) {
  (void)unused;
  const char *missing[] = {"no-such-file", "loop", "dangling", "in.txt/x"};
  const char *special[] = {"fifo", "sub", ".", ""};
  for (int i = 0; i < (int)G_N_ELEMENTS(missing); i++) {
    assert_fails(h->folder, missing[i], false, PC_FILE_MISSING);
    assert_fails(h->folder, missing[i], true, PC_FILE_MISSING);
  }
  for (int i = 0; i < (int)G_N_ELEMENTS(special); i++) {
    assert_fails(h->folder, special[i], false, PC_FILE_SPECIAL);
    assert_fails(h->folder, special[i], true, PC_FILE_SPECIAL);
  }
  assert_fails(h->folder, "/dev/zero", true, PC_FILE_SPECIAL);
  assert_fails("/no-such-folder", "in.txt", false, PC_FILE_MISSING);
}

static void test_limit(house *h, gconstpointer unused) {
  (void)unused;
  pc_file_error error;
  g_autoptr(GBytes) bytes = pc_file_read(h->folder, "in.txt", false, 6, &error);
  g_assert_nonnull(bytes);
  g_assert_null(pc_file_read(h->folder, "in.txt", false, 5, &error));
  g_assert_cmpint(error, ==, PC_FILE_TOO_LARGE);
}

static void test_unreadable(house *h, gconstpointer unused) {
  (void)unused;
  if (geteuid() == 0) {
    g_test_skip("root may read everything");
    return;
  }
  g_autofree char *path = join(h->folder, "in.txt");
  g_assert_cmpint(chmod(path, 0), ==, 0);
  assert_fails(h->folder, "in.txt", false, PC_FILE_UNREADABLE);
}

/* Somebody swaps a file for a link to the secret, over and over, while it is read. */
static void *swap_link(void *data) {
  const house *h = data;
  g_autofree char *path = join(h->folder, "swapped");
  g_autofree char *other = join(h->folder, "other");
  for (int i = 0; i < 2000; i++) {
    g_assert_cmpint(symlink(i % 2 == 0 ? "../secret.txt" : "in.txt", other), ==, 0);
    g_assert_cmpint(rename(other, path), ==, 0);
  }
  return NULL;
}

static void test_swap_never_leaks(house *h, gconstpointer unused) {
  (void)unused;
  GThread *thread = g_thread_new("swap", swap_link, h);
  for (int i = 0; i < 2000; i++) {
    pc_file_error error;
    g_autoptr(GBytes) bytes = pc_file_read(h->folder, "swapped", false, 1000, &error);
    if (bytes != NULL)
      g_assert_cmpstr(g_bytes_get_data(bytes, NULL), ==, "inside");
  }
  g_thread_join(thread);
}

static void assert_replaces(const char *path, const char *text) {
  g_autofree char *reason = NULL;
  g_assert_true(pc_file_replace(path, text, strlen(text), &reason));
  g_assert_null(reason);
  g_autofree char *got = NULL;
  g_assert_true(g_file_get_contents(path, &got, NULL, NULL));
  g_assert_cmpstr(got, ==, text);
}

static int count_entries(const char *folder) {
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  int count = 0;
  while (g_dir_read_name(dir) != NULL)
    count++;
  return count;
}

static int find_mode(const char *path) {
  struct stat info;
  g_assert_cmpint(stat(path, &info), ==, 0);
  return (int)(info.st_mode & 07777);
}

static void test_replaces(house *h, gconstpointer unused) {
  (void)unused;
  g_autofree char *sub = join(h->folder, "sub");
  g_autofree char *path = join(sub, "out.pdf");
  mode_t old = umask(027);
  assert_replaces(path, "one");
  umask(old);
  g_assert_cmpint(find_mode(path), ==, 0640);
  g_assert_cmpint(chmod(path, 0604), ==, 0);
  assert_replaces(path, "two");
  g_assert_cmpint(find_mode(path), ==, 0604);
  assert_replaces(path, "");
  g_assert_cmpint(count_entries(sub), ==, 2);
}

static void test_replaces_behind_link(house *h, gconstpointer unused) {
  (void)unused;
  g_autofree char *link = join(h->folder, "link-in");
  g_autofree char *deep = join(h->folder, "sub/deep.txt");
  assert_replaces(link, "new");
  assert_replaces(deep, "new");
  g_assert_true(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
}

static void test_writes_devices_through(house *h, gconstpointer unused) {
  (void)unused;
  g_autofree char *link = join(h->folder, "link-device");
  g_autofree char *reason = NULL;
  g_assert_true(pc_file_replace("/dev/null", "x", 1, &reason));
  g_assert_true(pc_file_replace(link, "x", 1, &reason));
  struct stat info;
  g_assert_cmpint(stat("/dev/null", &info), ==, 0);
  g_assert_true(S_ISCHR(info.st_mode));
  g_assert_false(pc_file_replace("/dev/full", "x", 1, &reason));
  g_assert_cmpstr(reason, ==, g_strerror(ENOSPC));
}

static void test_writes_fifo_through(house *h, gconstpointer unused) {
  (void)unused;
  g_autofree char *path = join(h->folder, "fifo");
  g_autofree char *reason = NULL;
  int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  g_assert_true(pc_file_replace(path, "through", 7, &reason));
  char got[8] = "";
  g_assert_cmpint(read(fd, got, 7), ==, 7);
  g_assert_cmpstr(got, ==, "through");
  close(fd);
}

static void assert_refuses(const char *path, int number) {
  g_autofree char *reason = NULL;
  g_assert_false(pc_file_replace(path, "x", 1, &reason));
  g_assert_cmpstr(reason, ==, g_strerror(number));
}

static void test_refuses(house *h, gconstpointer unused) {
  (void)unused;
  g_autofree char *nowhere = join(h->folder, "no-such-folder/out.pdf");
  g_autofree char *sub = join(h->folder, "sub");
  g_autofree char *below_file = join(h->folder, "in.txt/out.pdf");
  assert_refuses(nowhere, ENOENT);
  assert_refuses(below_file, ENOTDIR);
  assert_refuses(sub, EISDIR);
  assert_refuses("", ENOENT);
}

/* A limit of file size fails in the middle of writing, as a full disk does, and needs no mount. */
static void test_failed_write_leaves_nothing(house *h, gconstpointer unused) {
  (void)unused;
  g_autofree char *sub = join(h->folder, "sub");
  g_autofree char *path = join(sub, "deep.txt");
  g_autofree char *large = g_strnfill(20000, 'x');
  g_autofree char *reason = NULL;
  struct rlimit old;
  g_assert_cmpint(getrlimit(RLIMIT_FSIZE, &old), ==, 0);
  signal(SIGXFSZ, SIG_IGN);
  struct rlimit small = {.rlim_cur = 8192, .rlim_max = old.rlim_max};
  g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &small), ==, 0);
  bool is_written = pc_file_replace(path, large, 20000, &reason);
  g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &old), ==, 0);
  g_assert_false(is_written);
  g_assert_cmpstr(reason, ==, g_strerror(EFBIG));
  assert_reads(sub, "deep.txt", false, "deep");
  g_assert_cmpint(count_entries(sub), ==, 1);
}

static GBytes *read_in(const house *h, const char *name) {
  pc_file_error error = PC_FILE_OK;
  return pc_file_read(h->folder, name, false, 100, &error);
}

/* Found or not, each once, by the thread that listens, while it listens. */
static void test_names_are_noted(house *h, gconstpointer unused) {
  (void)unused;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  g_autofree char *first = join(h->folder, "in.txt");
  g_autofree char *second = join(h->folder, "nowhere.txt");
  g_assert_null(pc_file_listen(names));
  for (int i = 0; i < 2; i++) {
    g_autoptr(GBytes) bytes = read_in(h, "in.txt");
    g_assert_nonnull(bytes);
    g_assert_null(read_in(h, "nowhere.txt"));
  }
  g_assert_true(pc_file_listen(NULL) == names);
  g_assert_null(read_in(h, "sub"));
  g_assert_cmpuint(names->len, ==, 2);
  g_assert_cmpstr(g_ptr_array_index(names, 0), ==, first);
  g_assert_cmpstr(g_ptr_array_index(names, 1), ==, second);
}

#define ADD(name, function)                                                                        \
  g_test_add("/file/" name, house, NULL, init_house, function, clear_house)

int main(int argc, char **argv) {
  g_test_init(&argc, &argv, NULL);
  ADD("reads-below", test_reads_below);
  ADD("stays-below", test_stays_below);
  ADD("misses", test_misses);
  ADD("limit", test_limit);
  ADD("unreadable", test_unreadable);
  ADD("swap-never-leaks", test_swap_never_leaks);
  ADD("replaces", test_replaces);
  ADD("replaces-behind-link", test_replaces_behind_link);
  ADD("writes-devices-through", test_writes_devices_through);
  ADD("writes-fifo-through", test_writes_fifo_through);
  ADD("refuses", test_refuses);
  ADD("failed-write-leaves-nothing", test_failed_write_leaves_nothing);
  ADD("names-are-noted", test_names_are_noted);
  return g_test_run();
}

/* file.c - opens only what a poster may read, and replaces files in one step.  Layer: base. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pc_file_error name_error(int number) {
  switch (number) {
  case ENOENT:
  case ENOTDIR:
  case ELOOP:
  case ENAMETOOLONG:
    return PC_FILE_MISSING;
  default:
    return PC_FILE_UNREADABLE;
  }
}

/* Both absolute and without "..". */
static bool is_below(const char *folder, const char *path) {
  size_t length = strlen(folder);
  if (strncmp(folder, path, length) != 0)
    return false;
  return length == 1 || path[length] == '/' || path[length] == '\0';
}

/* By its letters alone: for files that do not exist, or that nobody may look at. */
static bool reads_as_below(const char *folder, const char *real_folder, const char *path) {
  g_autofree char *plain_folder = g_canonicalize_filename(folder, NULL);
  g_autofree char *plain = g_canonicalize_filename(path, NULL);
  return is_below(plain_folder, plain) || is_below(real_folder, plain);
}

/* Where path leads, before anything is opened: opening a device may already do something. */
static pc_file_error check_place(const char *folder, const char *path) {
  g_autofree char *real_folder = realpath(folder, NULL);
  if (real_folder == NULL)
    return name_error(errno);
  g_autofree char *real = realpath(path, NULL);
  int number = errno;
  if (real != NULL)
    return is_below(real_folder, real) ? PC_FILE_OK : PC_FILE_OUTSIDE;
  return reads_as_below(folder, real_folder, path) ? name_error(number) : PC_FILE_OUTSIDE;
}

/* The path of an open file.  Where /proc is not mounted: the path as it is now, if it still leads
 * to that file. */
static char *find_open_path(int fd, const struct stat *opened, const char *path) {
  g_autofree char *link = g_strdup_printf("/proc/self/fd/%d", fd);
  char *real = g_file_read_link(link, NULL);
  if (real != NULL)
    return real;
  g_autofree char *now = realpath(path, NULL);
  struct stat found;
  if (now == NULL || stat(now, &found) != 0)
    return NULL;
  bool is_same = found.st_dev == opened->st_dev && found.st_ino == opened->st_ino;
  return is_same ? g_steal_pointer(&now) : NULL;
}

/* Between check_place and open somebody may have put a link there: ask again about the open file.
 * folder is NULL where any place will do. */
static pc_file_error check_open(int fd, const char *folder, const char *path, struct stat *info) {
  if (fstat(fd, info) != 0)
    return PC_FILE_UNREADABLE;
  if (!S_ISREG(info->st_mode))
    return PC_FILE_SPECIAL;
  if (folder == NULL)
    return PC_FILE_OK;
  g_autofree char *real_folder = realpath(folder, NULL);
  g_autofree char *real = find_open_path(fd, info, path);
  bool is_inside = real_folder != NULL && real != NULL && is_below(real_folder, real);
  return is_inside ? PC_FILE_OK : PC_FILE_OUTSIDE;
}

/* The file as long as it was when it was opened; less if somebody shortens it meanwhile. */
static GBytes *read_all(int fd, size_t size, pc_file_error *error) {
  g_autofree char *data = g_try_malloc(size + 1);
  size_t length = 0;
  if (data == NULL) {
    *error = PC_FILE_TOO_LARGE;
    return NULL;
  }
  while (length < size) {
    ssize_t got = read(fd, data + length, size - length);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0) {
      *error = PC_FILE_UNREADABLE;
      return NULL;
    }
    if (got == 0)
      break;
    length += (size_t)got;
  }
  data[length] = '\0';
  return g_bytes_new_take(g_steal_pointer(&data), length);
}

static GBytes *read_open(int fd, const char *folder, const char *path, size_t limit,
                         pc_file_error *error) {
  struct stat info;
  *error = check_open(fd, folder, path, &info);
  if (*error != PC_FILE_OK)
    return NULL;
  if ((size_t)info.st_size > limit) {
    *error = PC_FILE_TOO_LARGE;
    return NULL;
  }
  return read_all(fd, (size_t)info.st_size, error);
}

/* Without waiting for the other end of a FIFO. */
static int open_regular(const char *path, pc_file_error *error) {
  struct stat info;
  if (stat(path, &info) != 0) {
    *error = name_error(errno);
    return -1;
  }
  if (!S_ISREG(info.st_mode)) {
    *error = PC_FILE_SPECIAL;
    return -1;
  }
  int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    *error = name_error(errno);
  return fd;
}

static GPrivate listener;

GPtrArray *pc_file_listen(GPtrArray *names) {
  GPtrArray *before = g_private_get(&listener);
  g_private_set(&listener, names);
  return before;
}

static void note(const char *path) {
  GPtrArray *names = g_private_get(&listener);
  if (names != NULL && !g_ptr_array_find_with_equal_func(names, path, g_str_equal, NULL))
    g_ptr_array_add(names, g_strdup(path));
}

static char *join_path(const char *folder, const char *path) {
  const bool is_whole = g_path_is_absolute(path) || strcmp(folder, ".") == 0;
  return is_whole ? g_strdup(path) : g_build_filename(folder, path, NULL);
}

GBytes *pc_file_read(const char *folder, const char *path, bool outside, size_t limit,
                     pc_file_error *error) {
  const char *base = folder == NULL || folder[0] == '\0' ? "." : folder;
  g_autofree char *full = join_path(base, path);
  note(full);
  *error = outside ? PC_FILE_OK : check_place(base, full);
  if (*error != PC_FILE_OK)
    return NULL;
  int fd = open_regular(full, error);
  if (fd < 0)
    return NULL;
  GBytes *bytes = read_open(fd, outside ? NULL : base, full, limit, error);
  close(fd);
  return bytes;
}

bool pc_file_write_all(int fd, const void *data, size_t length) {
  const char *rest = data;
  while (length > 0) {
    ssize_t done = write(fd, rest, length);
    if (done < 0 && errno == EINTR)
      continue;
    if (done < 0)
      return false;
    rest += done;
    length -= (size_t)done;
  }
  return true;
}

static bool write_through(const char *path, const void *data, size_t length) {
  int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    return false;
  bool is_written = pc_file_write_all(fd, data, length);
  int number = errno;
  bool is_closed = close(fd) == 0;
  if (!is_written)
    errno = number;
  return is_written && is_closed;
}

/* A new file with a hidden name beside target.  The kernel applies the umask, which a library must
 * not read: reading it sets it for all threads. */
static int make_temporary(const char *target, char **path) {
  g_autofree char *folder = g_path_get_dirname(target);
  for (int attempt = 0; attempt < 100; attempt++) {
    g_autofree char *name = g_strdup_printf(".posterc-%08x%08x", g_random_int(), g_random_int());
    g_autofree char *full = g_build_filename(folder, name, NULL);
    int fd = open(full, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd >= 0)
      *path = g_steal_pointer(&full);
    if (fd >= 0 || errno != EEXIST)
      return fd;
  }
  return -1;
}

/* old is NULL where the target is new. */
static bool fill_temporary(int fd, const struct stat *old, const void *data, size_t length) {
  bool is_well = old == NULL || fchmod(fd, old->st_mode & 0777) == 0;
  is_well = is_well && pc_file_write_all(fd, data, length) && fsync(fd) == 0;
  int number = errno;
  bool is_closed = close(fd) == 0;
  if (!is_well)
    errno = number;
  return is_well && is_closed;
}

static bool replace_file(const char *target, const struct stat *old, const void *data,
                         size_t length) {
  /* rename would replace a file that its owner has protected. */
  if (old != NULL && faccessat(AT_FDCWD, target, W_OK, AT_EACCESS) != 0)
    return false;
  g_autofree char *temporary = NULL;
  int fd = make_temporary(target, &temporary);
  if (fd < 0)
    return false;
  if (fill_temporary(fd, old, data, length) && rename(temporary, target) == 0)
    return true;
  int number = errno;
  unlink(temporary);
  errno = number;
  return false;
}

static bool replace(const char *path, const void *data, size_t length) {
  struct stat old;
  if (stat(path, &old) != 0)
    return errno == ENOENT && replace_file(path, NULL, data, length);
  if (S_ISCHR(old.st_mode) || S_ISFIFO(old.st_mode))
    return write_through(path, data, length);
  if (!S_ISREG(old.st_mode)) {
    errno = S_ISDIR(old.st_mode) ? EISDIR : EINVAL;
    return false;
  }
  /* The file behind a link is replaced, the link stays. */
  g_autofree char *real = realpath(path, NULL);
  return real != NULL && replace_file(real, &old, data, length);
}

bool pc_file_replace(const char *path, const void *data, size_t length, char **reason) {
  if (replace(path, data, length))
    return true;
  *reason = g_strdup(g_strerror(errno));
  return false;
}

/* fontfile.c - a file without a name, reached through its descriptor.  Layer: text. */
#include "text/fontfile.h"

#include <sys/mman.h>
#include <unistd.h>

#include "base/file.h"

/* Cairo knows fonts by their paths, also some that are gone, and numbers of descriptors are used
 * again: the slashes and dots spell the font's own number, which the system reads over. */
static char *spell_path(int fd) {
  static guint n_files;
  GString *path = g_string_new("/proc/self/fd");
  for (guint rest = (guint)g_atomic_int_add(&n_files, 1); rest > 0; rest >>= 1)
    g_string_append(path, (rest & 1) != 0 ? "/." : "/");
  g_string_append_printf(path, "/%d", fd);
  return g_string_free(path, FALSE);
}

pc_font_file *pc_font_file_new(GBytes *bytes) {
  const int fd = memfd_create("posterc font", MFD_CLOEXEC);
  if (fd < 0)
    return NULL;
  g_autoptr(pc_font_file) file = g_new(pc_font_file, 1);
  *file = (pc_font_file){fd, spell_path(fd)};
  gsize length;
  const void *data = g_bytes_get_data(bytes, &length);
  const bool is_there = pc_file_write_all(fd, data, length) && access(file->path, R_OK) == 0;
  return is_there ? g_steal_pointer(&file) : NULL;
}

void pc_font_file_free(pc_font_file *file) {
  if (file == NULL)
    return;
  close(file->fd);
  g_free(file->path);
  g_free(file);
}

/* scratch.c - a file without a folder (Linux: memfd_create).  Layer: figure. */
#include "figure/scratch.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct mapping {
  char *bytes;
  size_t length;
} mapping;

/* A limit on the size of files holds for it, too. */
static bool is_limited(void) {
  struct rlimit limit;
  return getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur != RLIM_INFINITY;
}

bool pc_scratch_open(pc_scratch *scratch) {
  if (is_limited())
    return false;
  scratch->fd = memfd_create("posterc", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (scratch->fd < 0)
    return false;
  g_snprintf(scratch->name, sizeof scratch->name, "/proc/self/fd/%d", scratch->fd);
  if (access(scratch->name, W_OK) == 0)
    return true;
  pc_scratch_close(scratch);
  return false;
}

void pc_scratch_close(pc_scratch *scratch) {
  close(scratch->fd);
  scratch->fd = -1;
}

/* Like g_malloc it does not come back where there is no room. */
char *pc_scratch_map(pc_scratch *scratch, size_t *length) {
  struct stat status;
  const bool is_sealed =
      fcntl(scratch->fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0;
  g_assert(is_sealed && fstat(scratch->fd, &status) == 0 && status.st_size > 0);
  *length = (size_t)status.st_size;
  char *bytes = mmap(NULL, *length, PROT_READ | PROT_WRITE, MAP_SHARED, scratch->fd, 0);
  g_assert(bytes != MAP_FAILED);
  pc_scratch_close(scratch);
  return bytes;
}

/* The system refuses it for memory that is not shared, as all that comes from malloc is. */
void pc_scratch_drop(const void *part, size_t length) {
  const size_t page = (size_t)sysconf(_SC_PAGESIZE);
  if ((size_t)part % page == 0)
    madvise((void *)part, length / page * page, MADV_REMOVE);
}

static void free_mapping(gpointer data) {
  mapping *mapped = data;
  munmap(mapped->bytes, mapped->length);
  g_free(mapped);
}

GBytes *pc_scratch_wrap(char *mapped, size_t length) {
  mapping *owned = g_new(mapping, 1);
  *owned = (mapping){mapped, length};
  return g_bytes_new_with_free_func(mapped, length, free_mapping, owned);
}

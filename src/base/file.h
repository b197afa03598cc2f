/* file.h - reads below a folder only, and writes that leave the old file alone until all is well.
 * Layer: base. */
#ifndef PC_BASE_FILE_H
#define PC_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include <glib.h>

typedef enum pc_file_error {
  PC_FILE_OK,
  PC_FILE_MISSING,   /* nothing of that name */
  PC_FILE_SPECIAL,   /* a folder, a FIFO, a device */
  PC_FILE_OUTSIDE,   /* leads out of the folder, by .., by an absolute path or by a symbolic link */
  PC_FILE_TOO_LARGE, /* more than the limit */
  PC_FILE_UNREADABLE,
} pc_file_error;

/* Reads path, relative to folder.  Only regular files are opened, and only below folder unless
 * outside is true; symbolic links are followed first, then checked.  At most limit bytes.
 * The bytes end in a NUL that is not counted.  NULL: *error says why. */
GBytes *pc_file_read(const char *folder, const char *path, bool outside, size_t limit,
                     pc_file_error *error);

/* The names under which this thread asks for files from now on, found or not, are added to names
 * (char *, each once); NULL: no more.  The list that was there before. */
GPtrArray *pc_file_listen(GPtrArray *names);

/* All bytes to an open file, also where the system takes them in parts; false: errno says why. */
bool pc_file_write_all(int fd, const void *data, size_t length);

/* Replaces path by these bytes: written to a temporary file beside it, flushed, renamed.  On
 * failure path is as it was, the temporary file is gone, and *reason (the caller's) says what the
 * system said.  A device or a pipe is written to: there is no old file to keep. */
bool pc_file_replace(const char *path, const void *data, size_t length, char **reason);

#endif

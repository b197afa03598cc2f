/* unread.c - the poster's own file: missing, no file, too large.  Layer: job. */
#include "job/unread.h"

#include "spec/yaml.h"

void pc_unread_report(const char *name, pc_file_error error, pc_diags *diags) {
  static const struct {
    const char *fact, *hint;
  } reports[] = {
      [PC_FILE_MISSING] = {"there is no file of this name",
                           "check the name and the folder you are in"},
      [PC_FILE_SPECIAL] = {"this is a folder or a device, not a file",
                           "name the poster's file, or '-' for its text"},
      [PC_FILE_UNREADABLE] = {"the file cannot be read", "check who may read it"},
  };
  pc_place at = {name, 0, 0};
  if (error == PC_FILE_TOO_LARGE)
    PC_REPORT(diags, at, PC_LIMIT, "the file is larger than %d MiB",
              PC_YAML_MAX_BYTES / (1024 * 1024));
  else
    PC_REPORT_HINT(diags, at, PC_MISSING_FILE, reports[error].hint, "%s", reports[error].fact);
}

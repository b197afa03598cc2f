/* unread.c - a file that posterc was given: missing, no file, too large.  Layer: job. */
#include "job/unread.h"

#include "base/translate.h"
#include "spec/yaml.h"

/* special: what to name instead of a folder. */
static void report(const char *name, pc_file_error error, int most_mib, const char *special,
                   pc_diags *diags) {
  const struct {
    const char *fact, *hint;
  } reports[] = {
      [PC_FILE_MISSING] = {"there is no file of this name",
                           "check the name and the folder you are in"},
      [PC_FILE_SPECIAL] = {"this is a folder or a device, not a file", special},
      [PC_FILE_UNREADABLE] = {"the file cannot be read", "check who may read it"},
  };
  const pc_place at = {name, 0, 0};
  if (error == PC_FILE_TOO_LARGE)
    PC_REPORT(diags, at, PC_LIMIT, "the file is larger than %d MiB", most_mib);
  else
    PC_REPORT_HINT(diags, at, PC_MISSING_FILE, reports[error].hint, "%s", _(reports[error].fact));
}

void pc_unread_report(const char *name, pc_file_error error, pc_diags *diags) {
  report(name, error, PC_YAML_MAX_BYTES / (1024 * 1024),
         "name the poster's file, or '-' for its text", diags);
}

void pc_unread_report_finished(const char *name, pc_file_error error, int most_mib,
                               pc_diags *diags) {
  report(name, error, most_mib, "name a PDF", diags);
}

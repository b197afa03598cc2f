/* lock.c - the lock of fonts beside a poster: made, and kept.  Layer: job. */
#include "job/lock.h"

#include <string.h>

#include "base/file.h"
#include "text/lock.h"

#define MAX_BYTES ((size_t)1 << 20)
#define ENDING ".fonts.lock"

char *posterc_lock_path(const char *poster) {
  static const char *const endings[] = {".yaml", ".yml"};
  for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
    if (!g_str_has_suffix(poster, endings[i]))
      continue;
    g_autofree char *stem = g_strndup(poster, strlen(poster) - strlen(endings[i]));
    return g_strconcat(stem, ENDING, NULL);
  }
  return g_strconcat(poster, ENDING, NULL);
}

static char *format_command(const posterc_job *job) {
  return g_strdup_printf("posterc fonts --lock %s", job->doc->file);
}

bool pc_job_check_lock(posterc_job *job) {
  if (!job->is_file || job->is_locking)
    return true;
  g_autofree char *path = posterc_lock_path(job->doc->file);
  g_autofree char *base = g_path_get_basename(path);
  g_autofree char *again = format_command(job);
  pc_file_error error = PC_FILE_OK;
  g_autoptr(GBytes) bytes = pc_file_read(job->folder, base, true, MAX_BYTES, &error);
  const char *file = g_intern_string(path);
  if (bytes != NULL) {
    g_autofree char *text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    return pc_lock_check(job->fonts, text, file, again, job->diags);
  }
  if (error == PC_FILE_MISSING)
    return true;
  PC_REPORT_HINT(job->diags, ((pc_place){file, 0, 0}), PC_SYNTAX, again,
                 "the lock of the fonts cannot be read; make it anew");
  return false;
}

bool posterc_job_lock_fonts(posterc_job *job, posterc_write_func write, void *user) {
  job->is_locking = true;
  const bool is_set = posterc_job_check(job);
  job->is_locking = false;
  if (!is_set)
    return false;
  g_autofree char *lock = pc_lock_format(job->fonts);
  return write(lock, strlen(lock), user);
}

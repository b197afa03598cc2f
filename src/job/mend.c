/* mend.c - a poster's file repaired.  Layer: job. */
#include "mend/mend.h"

#include <string.h>

#include "base/file.h"
#include "job/state.h"
#include "job/unread.h"
#include "spec/yaml.h"

G_STATIC_ASSERT((int)POSTERC_N_REPAIRS == (int)PC_N_REPAIRS);

static void take_mended(const pc_mended *mended, posterc_fixed *fixed) {
  fixed->length = mended->text->len;
  fixed->yaml = g_memdup2(mended->text->str, mended->text->len + 1);
  fixed->diff = g_memdup2(mended->patch->str, mended->patch->len + 1);
  memcpy(fixed->counts, mended->counts, sizeof fixed->counts);
  fixed->n_left = mended->n_left;
}

bool posterc_job_fix_buffer(posterc_job *job, const char *yaml, size_t length, const char *name,
                            const char *folder, posterc_fixed *fixed) {
  *fixed = (posterc_fixed){.yaml = NULL};
  pc_job_clear(job);
  const pc_mend_options options = {.file = g_intern_string(name != NULL ? name : "<stdin>"),
                                   .folder = folder != NULL ? folder : ".",
                                   .allow_outside = job->allow_outside};
  g_autoptr(pc_mended) mended = pc_mend(length > 0 ? yaml : "", length, &options, job->diags);
  if (mended == NULL)
    return false;
  take_mended(mended, fixed);
  return true;
}

bool posterc_job_fix_file(posterc_job *job, const char *path, posterc_fixed *fixed) {
  g_autofree char *base = g_path_get_basename(path);
  g_autofree char *folder = g_path_get_dirname(path);
  pc_file_error error = PC_FILE_OK;
  g_autoptr(GBytes) bytes = pc_file_read(folder, base, true, PC_YAML_MAX_BYTES, &error);
  if (bytes == NULL) {
    *fixed = (posterc_fixed){.yaml = NULL};
    pc_job_clear(job);
    job->is_unreadable = error != PC_FILE_TOO_LARGE;
    pc_unread_report(g_intern_string(path), error, job->diags);
    return false;
  }
  gsize length = 0;
  const char *yaml = g_bytes_get_data(bytes, &length);
  return posterc_job_fix_buffer(job, yaml, length, path, folder, fixed);
}

void posterc_fixed_clear(posterc_fixed *fixed) {
  g_free(fixed->yaml);
  g_free(fixed->diff);
  *fixed = (posterc_fixed){.yaml = NULL};
}

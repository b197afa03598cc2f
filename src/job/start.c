/* start.c - the first file of a poster.  Layer: job. */
#include "start/start.h"

#include <string.h>

#include "base/file.h"
#include "doc/shelf.h"
#include "base/nearest.h"
#include "job/state.h"
#include "job/unread.h"
#include "spec/yaml.h"

char *posterc_starter(const char *layout) {
  return g_strdup(pc_starter_find(layout));
}

const char *posterc_nearest_layout(const char *word) {
  return pc_nearest(word, pc_shelf_names(PC_SHELF_LAYOUTS));
}

char *posterc_job_split_file(posterc_job *job, const char *path, const char *layout) {
  g_autofree char *base = g_path_get_basename(path);
  g_autofree char *folder = g_path_get_dirname(path);
  pc_job_clear(job);
  pc_file_error error = PC_FILE_OK;
  g_autoptr(GBytes) bytes = pc_file_read(folder, base, true, PC_YAML_MAX_BYTES, &error);
  if (bytes == NULL) {
    job->is_unreadable = error != PC_FILE_TOO_LARGE;
    pc_unread_report(g_intern_string(path), error, job->diags);
    return NULL;
  }
  gsize length = 0;
  const void *data = g_bytes_get_data(bytes, &length);
  return posterc_job_split_buffer(job, data, length, path, layout);
}

char *posterc_job_split_buffer(posterc_job *job, const void *text, size_t length, const char *name,
                               const char *layout) {
  const char *file = name != NULL ? name : "<stdin>";
  pc_job_clear(job);
  g_autofree char *decoded = pc_plain_text_decode(length > 0 ? text : "", length, file, job->diags);
  if (decoded == NULL)
    return NULL;
  g_autoptr(pc_outline) outline = pc_outline_parse(decoded);
  if (!pc_outline_check(outline, file, job->diags))
    return NULL;
  return pc_outline_format(outline, file, layout);
}

/* compare.c - two finished posters instead of one to be made.  Layer: job. */
#include "compare/compare.h"

#include <string.h>

#include "base/file.h"
#include "job/state.h"
#include "job/unread.h"

#define MAX_MIB 512

/* name is interned. */
static GBytes *read_file(posterc_job *job, const char *name) {
  g_autofree char *folder = g_path_get_dirname(name);
  g_autofree char *base = g_path_get_basename(name);
  pc_file_error error = PC_FILE_OK;
  GBytes *bytes = pc_file_read(folder, base, true, (size_t)MAX_MIB << 20, &error);
  if (bytes == NULL)
    pc_unread_report_finished(name, error, MAX_MIB, job->diags);
  return bytes;
}

bool posterc_job_compare(posterc_job *job, const char *expected, const char *actual,
                         double tolerance_mm) {
  pc_job_clear(job);
  const char *names[] = {g_intern_string(expected), g_intern_string(actual)};
  g_autoptr(GBytes) before = read_file(job, names[0]);
  g_autoptr(GBytes) after = read_file(job, names[1]);
  job->is_unreadable = before == NULL || after == NULL;
  if (!job->is_unreadable)
    job->comparison = pc_compare((pc_compared_file){before, names[0]},
                                 (pc_compared_file){after, names[1]}, tolerance_mm, job->diags);
  return job->comparison != NULL;
}

bool posterc_job_has_difference(const posterc_job *job) {
  return job->comparison != NULL && job->comparison->changes->len > 0;
}

char *posterc_job_format_differences(const posterc_job *job) {
  return job->comparison != NULL ? pc_comparison_format(job->comparison) : NULL;
}

char *posterc_job_format_differences_json(const posterc_job *job) {
  return job->comparison != NULL ? pc_comparison_format_json(job->comparison) : NULL;
}

/* The labels of the picture are set as on a poster of nothing else, about which there is nothing to
 * say. */
static bool prepare_labels(posterc_job *job) {
  static const char poster[] = "slides: [diff]";
  const pc_decode_options options = {.file = "diff", .folder = "."};
  pc_diags *said = job->diags;
  job->diags = pc_diags_new();
  if (job->doc == NULL)
    job->doc = pc_doc_decode(poster, strlen(poster), &options, job->diags);
  const bool is_ready = pc_job_lay_out(job);
  if (!is_ready)
    pc_diags_append(said, job->diags);
  pc_diags_free(job->diags);
  job->diags = said;
  return is_ready;
}

static GBytes *write_comparison(posterc_job *job, posterc_comparison form) {
  if (form == POSTERC_COMPARISON_HTML)
    return pc_comparison_write_html(job->comparison);
  if (!prepare_labels(job))
    return NULL;
  return pc_comparison_write_png(job->comparison, job->layout, job->measurer, job->diags);
}

bool posterc_job_render_comparison(posterc_job *job, posterc_comparison form,
                                   posterc_write_func write, void *user) {
  if (job->comparison == NULL)
    return false;
  g_autoptr(GBytes) bytes = write_comparison(job, form);
  size_t length = 0;
  const void *data = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;
  return data != NULL && write(data, length, user);
}

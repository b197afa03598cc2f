/* says.c - what a job has to say: diagnostics, summary, reports.  Layer: job. */
#include "base/translate.h"
#include "base/units.h"
#include "check/check.h"
#include "job/state.h"

int posterc_job_diagnostic_count(const posterc_job *job) {
  return pc_diags_count(job->diags);
}

posterc_diagnostic posterc_job_diagnostic_at(const posterc_job *job, int index) {
  const pc_diag *diag = pc_diags_at(job->diags, index);
  return (posterc_diagnostic){
      .file = diag->at.file,
      .line = diag->at.line,
      .column = diag->at.column,
      .severity = diag->severity == PC_ERROR ? POSTERC_ERROR : POSTERC_WARNING,
      .code = pc_code_get(diag->code)->name,
      .message = diag->message,
      .hint = diag->hint,
  };
}

bool posterc_job_has_error(const posterc_job *job) {
  return pc_diags_has_error(job->diags);
}

bool posterc_job_has_warning(const posterc_job *job) {
  return pc_diags_has_warning(job->diags);
}

bool posterc_job_is_unreadable(const posterc_job *job) {
  return job->is_unreadable;
}

char *posterc_job_format_diagnostic(const posterc_job *job, int index) {
  GString *out = g_string_new(NULL);
  pc_diag_format(pc_diags_at(job->diags, index), out);
  return g_string_free(out, FALSE);
}

char *posterc_job_format_diagnostics_json(const posterc_job *job) {
  GString *out = g_string_new(NULL);
  pc_diags_format_json(job->diags, out);
  return g_string_free(out, FALSE);
}

char *posterc_job_format_summary(const posterc_job *job) {
  if (job->layout == NULL)
    return NULL;
  const pc_font_names *fonts = &job->doc->theme.fonts;
  return g_strdup_printf(_("%.1f x %.1f mm, %d panels, text %.2f pt, fonts %s / %s"),
                         pc_um_to_mm(job->doc->page.width), pc_um_to_mm(job->doc->page.height),
                         job->layout->n_panels, job->layout->body_pt, fonts->body.text,
                         fonts->heading.text);
}

char *posterc_job_format_overflow(const posterc_job *job) {
  if (job->layout == NULL)
    return NULL;
  GString *out = g_string_new(NULL);
  pc_check_append_overflow(job->layout, out);
  return g_string_free(out, FALSE);
}

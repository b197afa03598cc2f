/* check.c - all that there is to say about a poster, and the report.  Layer: job. */
#include "backend/ink_check.h"
#include "check/check.h"
#include "job/state.h"
#include "paint/paint.h"

static void check_inks(posterc_job *job) {
  g_autoptr(pc_display) display = pc_paint_layout(job->layout);
  const pc_backend_options options = {
      .print = &job->doc->print, .folder = job->doc->folder, .allow_outside = job->allow_outside};
  pc_ink_peak_clear(&job->ink);
  job->ink = pc_ink_check(display, &options, job->diags);
}

bool posterc_job_check(posterc_job *job) {
  job->is_advising = true;
  if (!pc_job_lay_out_settled(job))
    return false;
  check_inks(job);
  return !pc_diags_has_error(job->diags);
}

static pc_check_ink see_ink(const posterc_job *job) {
  const pc_ink_peak *peak = &job->ink;
  return (pc_check_ink){.percent = peak->percent,
                        .limit = peak->limit,
                        .is_picture = peak->is_picture,
                        .what = peak->what,
                        .at = peak->at};
}

char *posterc_job_format_report(const posterc_job *job) {
  if (job->layout == NULL)
    return NULL;
  const pc_check_ink ink = see_ink(job);
  GString *out = g_string_new(NULL);
  pc_check_append_report(job->layout, &ink, out);
  return g_string_free(out, FALSE);
}

char *posterc_job_format_report_json(const posterc_job *job) {
  const pc_check_ink ink = see_ink(job);
  GString *out = g_string_new(NULL);
  pc_check_append_json(job->name, job->layout, &ink, job->diags, out);
  return g_string_free(out, FALSE);
}

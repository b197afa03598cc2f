/* submit.c - the sheet that goes to a print shop with a poster's PDF.  Layer: job. */
#include "backend/backend.h"
#include "base/date.h"
#include "job/submission.h"

static GBytes *write_page(posterc_job *job, const pc_pages *pages) {
  const pc_print plain = {.standard = PC_STANDARD_PLAIN};
  const pc_backend_options options = {
      .lang = job->doc->lang,
      .title = pc_submission_title(job->doc),
      .date = job->date,
      .print = &plain,
      .folder = job->doc->folder,
  };
  return pc_backend_write(pc_pages_at(pages, 0)->labels, PC_FORMAT_PDF, &options, job->diags);
}

static GBytes *make_sheet(posterc_job *job, const char *name, GBytes *pdf) {
  pc_survey survey;
  GBytes *bytes = NULL;
  g_autofree char *date = pc_date_format(job->date, "%Y-%m-%d");
  if (pc_survey_take(&survey, pdf, job->doc->print.ink_limit)) {
    const pc_submitted file = {name, pdf, date, &survey};
    g_autoptr(pc_pages) pages = pc_submission_new(job->layout, job->measurer, &file);
    bytes = write_page(job, pages);
  }
  pc_survey_clear(&survey);
  return bytes;
}

bool posterc_job_render_submission(posterc_job *job, const posterc_submission *submission,
                                   posterc_write_func write, void *user) {
  if (!pc_job_lay_out(job))
    return false;
  g_autoptr(GBytes) pdf = g_bytes_new_static(submission->pdf, submission->length);
  g_autofree char *name = g_utf8_make_valid(submission->name, -1);
  g_autoptr(GBytes) sheet = make_sheet(job, name, pdf);
  if (sheet == NULL)
    return false;
  gsize length = 0;
  const void *data = g_bytes_get_data(sheet, &length);
  return write(data, length, user);
}

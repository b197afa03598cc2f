/* pdf.c - a finished PDF instead of a poster.  Layer: job. */
#include <string.h>

#include "base/file.h"
#include "base/translate.h"
#include "job/state.h"
#include "job/unread.h"

#define MAX_MIB 512

/* -1: there is no such standard, which was reported. */
static int find_standard(const char *standard, const char *name, pc_diags *diags) {
  const char *const *words = pc_judge_words();
  for (int i = 0; words[i] != NULL; i++) {
    if (standard == NULL || strcmp(words[i], standard) == 0)
      return i;
  }
  g_autofree char *list = g_strjoinv(", ", (char **)words);
  PC_REPORT(diags, ((pc_place){name, 0, 0}), PC_BAD_VALUE,
            "there is no standard '%s'; it is one of: %s", standard, list);
  return -1;
}

bool posterc_job_check_pdf(posterc_job *job, const char *path, const char *standard) {
  pc_job_clear(job);
  const char *name = g_intern_string(path);
  const int wanted = find_standard(standard, name, job->diags);
  g_autofree char *folder = g_path_get_dirname(path);
  g_autofree char *base = g_path_get_basename(path);
  pc_file_error error = PC_FILE_OK;
  g_autoptr(GBytes) bytes =
      wanted < 0 ? NULL : pc_file_read(folder, base, true, (size_t)MAX_MIB << 20, &error);
  if (wanted < 0)
    return false;
  if (bytes == NULL) {
    job->is_unreadable = error != PC_FILE_TOO_LARGE;
    pc_unread_report_finished(name, error, MAX_MIB, job->diags);
    return false;
  }
  job->verdict = pc_judge_file(bytes, (pc_judge_standard)wanted, name, job->diags);
  return !pc_diags_has_error(job->diags);
}

static void append_standard(GString *out, bool is_met, const char *name) {
  if (is_met)
    g_string_append_printf(out, "%s%s", _(", "), name);
}

/* "one page, 31 rules of PDF/X-4 and PDF/UA-1: nothing found" */
char *posterc_job_format_verdict(const posterc_job *job) {
  const pc_verdict *verdict = &job->verdict;
  if (!verdict->is_judged)
    return NULL;
  GString *out = g_string_new(NULL);
  const int n = pc_diags_count(job->diags);
  g_string_append_printf(out, pc_translate_count("%d page", "%d pages", verdict->n_pages),
                         verdict->n_pages);
  g_string_append_printf(out, _(", %d rules of print"), verdict->n_rules);
  append_standard(out, verdict->is_x4, "PDF/X-4");
  append_standard(out, verdict->is_x1a, "PDF/X-1a");
  append_standard(out, verdict->is_ua, "PDF/UA-1");
  if (n == 0)
    g_string_append(out, _(": nothing to object to"));
  else
    g_string_append_printf(
        out, pc_translate_count(": %d thing to object to", ": %d things to object to", n), n);
  return g_string_free(out, FALSE);
}

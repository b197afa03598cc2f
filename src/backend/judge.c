/* judge.c - a child asks the rules, the parent says it in words.  Layer: backend. */
#include "backend/judge.h"

#include <string.h>

#include "backend/rules.h"
#include "base/file.h"
#include "base/translate.h"
#include "figure/child.h"

/* Bytes of a detail: names in a file may be of any length. */
#define MAX_DETAIL 200
/* Readers look for the header so far (ISO 32000-1, annex H.3, note 13). */
#define MAX_BEFORE_HEADER 1024

static const char *const standard_words[] = {"auto", "pdf/x-4", "pdf/x-1a", "plain", NULL};

/* How reading ended. */
typedef enum judge_end { JUDGE_READ, JUDGE_LOCKED, JUDGE_DAMAGED } judge_end;

typedef struct judge_answer {
  judge_end end;
  unsigned holds;
  int n_pages, n_rules, n_findings;
} judge_answer;

/* One thing found, as the child sends it. */
typedef struct judge_finding {
  int rule; /* in the table */
  int page, count;
  char detail[MAX_DETAIL];
} judge_finding;

typedef struct judge_job {
  GBytes *bytes;
  pc_judge_standard standard;
} judge_job;

const char *const *pc_judge_words(void) {
  return standard_words;
}

/* Tags are judged where the file says that it has them. */
static unsigned choose_standards(pc_judge_standard standard, unsigned claims) {
  static const unsigned chosen[] = {
      [PC_JUDGE_X4] = PC_HOLDS_X4, [PC_JUDGE_X1A] = PC_HOLDS_X1A, [PC_JUDGE_PLAIN] = 0};
  return standard == PC_JUDGE_AUTO ? claims : chosen[standard] | (claims & PC_HOLDS_UA);
}

static bool write_findings(const pc_preflight *preflight, int out) {
  int count = 0;
  const pc_rule *rules = pc_rules(&count);
  bool is_written = true;
  for (guint i = 0; i < preflight->findings->len && is_written; i++) {
    const pc_finding *finding = &g_array_index(preflight->findings, pc_finding, i);
    judge_finding sent = {(int)(finding->rule - rules), finding->page, finding->count, ""};
    g_strlcpy(sent.detail, finding->detail, MAX_DETAIL);
    is_written = pc_file_write_all(out, &sent, sizeof sent);
  }
  return is_written;
}

static bool refuse(pc_pdf *pdf, int out) {
  const bool is_locked = qpdf_get_error_code(pdf, qpdf_get_error(pdf)) == qpdf_e_password;
  const judge_answer answer = {.end = is_locked ? JUDGE_LOCKED : JUDGE_DAMAGED};
  return pc_file_write_all(out, &answer, sizeof answer);
}

static bool ask_rules(void *user, int out) {
  const judge_job *job = user;
  pc_pdf *pdf = pc_pdf_new(job->bytes);
  if (qpdf_has_error(pdf) || qpdf_get_num_pages(pdf) < 0 || qpdf_has_error(pdf))
    return refuse(pdf, out);
  pc_preflight preflight;
  const unsigned claims = choose_standards(job->standard, pc_preflight_find_claims(pdf));
  pc_preflight_run(&preflight, pdf, (pc_preflight_wish){.claims = claims});
  const judge_answer answer = {JUDGE_READ, preflight.holds, preflight.n_pages, preflight.n_rules,
                               (int)preflight.findings->len};
  return pc_file_write_all(out, &answer, sizeof answer) && write_findings(&preflight, out);
}

static bool is_pdf(GBytes *bytes) {
  size_t length = 0;
  const char *data = g_bytes_get_data(bytes, &length);
  return data != NULL && memmem(data, MIN(length, MAX_BEFORE_HEADER), "%PDF-", 5) != NULL;
}

static bool is_same(const judge_finding *a, const judge_finding *b) {
  return a->rule == b->rule && strncmp(a->detail, b->detail, MAX_DETAIL) == 0;
}

/* The pages on which the same is found, from this one on: ", page 3", ", pages 1, 2, 5", ", pages
 * 1 to 40"; "" for the file. */
static char *name_pages(const judge_finding *findings, int i, int n) {
  enum { MOST_NAMED = 5 };
  if (findings[i].page == 0)
    return g_strdup("");
  g_autoptr(GString) names = g_string_new(NULL);
  int n_pages = 0, last = 0;
  for (int k = i; k < n; k++) {
    if (!is_same(&findings[i], &findings[k]))
      continue;
    last = findings[k].page;
    if (n_pages++ < MOST_NAMED)
      g_string_append_printf(names, "%s%d", names->len > 0 ? _(", ") : "", last);
  }
  if (n_pages > MOST_NAMED && last - findings[i].page + 1 == n_pages)
    g_string_printf(names, _("%d to %d"), findings[i].page, last);
  else if (n_pages > MOST_NAMED)
    g_string_append_printf(names, _(" and %d more"), n_pages - MOST_NAMED);
  return g_strdup_printf(pc_translate_count(", page %s", ", pages %s", n_pages), names->str);
}

static bool was_said(const judge_finding *findings, int i) {
  for (int k = 0; k < i; k++) {
    if (is_same(&findings[k], &findings[i]))
      return true;
  }
  return false;
}

static void report_findings(const judge_finding *findings, int n, const char *file,
                            pc_diags *diags) {
  int count = 0;
  const pc_rule *rules = pc_rules(&count);
  for (int i = 0; i < n; i++) {
    if (findings[i].rule < 0 || findings[i].rule >= count || was_said(findings, i))
      continue;
    const pc_rule *rule = &rules[findings[i].rule];
    g_autofree char *raw = g_strndup(findings[i].detail, MAX_DETAIL);
    g_autofree char *detail = g_utf8_make_valid(raw, -1);
    g_autofree char *pages = name_pages(findings, i, n);
    g_autofree char *more = findings[i].count > 1
                                ? g_strdup_printf(_(" (and %d more)"), findings[i].count - 1)
                                : g_strdup("");
    PC_REPORT_HINT(diags, ((pc_place){file, 0, 0}), rule->code, rule->remedy, "rule %s%s: %s%s",
                   rule->id, pages, detail, more);
  }
}

static void report_end(judge_end end, const char *file, pc_diags *diags) {
  const pc_place at = {file, 0, 0};
  if (end == JUDGE_LOCKED)
    PC_REPORT_HINT(diags, at, PC_PRINT_RULE, "save it without a password",
                   "rule encryption: the file is protected with a password");
  else
    PC_REPORT_HINT(diags, at, PC_PRINT_RULE, "export it again, or copy it again",
                   "rule syntax: the file is damaged or cut off");
}

static pc_verdict read_answer(GBytes *bytes, const char *file, pc_diags *diags) {
  const pc_place at = {file, 0, 0};
  size_t length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data(bytes, &length) : NULL;
  judge_answer answer;
  if (length < sizeof answer) {
    PC_REPORT_HINT(diags, at, PC_LIMIT, "simplify it, or save each page as a file of its own",
                   "the file takes too much time or memory to be looked through");
    return (pc_verdict){0};
  }
  memcpy(&answer, data, sizeof answer);
  if (answer.end != JUDGE_READ) {
    report_end(answer.end, file, diags);
    return (pc_verdict){0};
  }
  const int n = MIN(answer.n_findings, (int)((length - sizeof answer) / sizeof(judge_finding)));
  g_autofree judge_finding *findings = g_memdup2(data + sizeof answer, (gsize)n * sizeof *findings);
  report_findings(findings, n, file, diags);
  return (pc_verdict){.is_judged = true,
                      .is_x4 = (answer.holds & PC_HOLDS_X4) != 0,
                      .is_x1a = (answer.holds & PC_HOLDS_X1A) != 0,
                      .is_ua = (answer.holds & PC_HOLDS_UA) != 0,
                      .n_pages = answer.n_pages,
                      .n_rules = answer.n_rules};
}

pc_verdict pc_judge_file(GBytes *bytes, pc_judge_standard standard, const char *file,
                         pc_diags *diags) {
  if (!is_pdf(bytes)) {
    PC_REPORT_HINT(diags, ((pc_place){file, 0, 0}), PC_PRINT_RULE,
                   "name a file that ends in .pdf; a poster is checked without --pdf",
                   "this is not a PDF");
    return (pc_verdict){0};
  }
  judge_job job = {bytes, standard};
  g_autoptr(GBytes) answer = pc_child_run(ask_rules, &job);
  return read_answer(answer, file, diags);
}

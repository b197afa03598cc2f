/* judge.h - a PDF that somebody brings along, judged in a process of its own.  Layer: backend. */
#ifndef PC_BACKEND_JUDGE_H
#define PC_BACKEND_JUDGE_H

#include <glib.h>

#include "diag/diag.h"

/* By which standard. */
typedef enum pc_judge_standard {
  PC_JUDGE_AUTO, /* what the file says that it is */
  PC_JUDGE_X4,
  PC_JUDGE_X1A,
  PC_JUDGE_PLAIN,
} pc_judge_standard;

/* The words, NULL-terminated, in the order of the standards. */
const char *const *pc_judge_words(void);

/* What was asked, for a last line. */
typedef struct pc_verdict {
  bool is_judged; /* false: the file could not be read, which was reported */
  bool is_x4, is_x1a, is_ua;
  int n_pages, n_rules;
} pc_verdict;

/* Reports what breaks a rule, or is unwise, at file as a whole. */
pc_verdict pc_judge_file(GBytes *bytes, pc_judge_standard standard, const char *file,
                         pc_diags *diags);

#endif

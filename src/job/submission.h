/* submission.h - what a print shop is told about a poster's PDF, in words.  Layer: job. */
#ifndef PC_JOB_SUBMISSION_H
#define PC_JOB_SUBMISSION_H

#include "backend/survey.h"
#include "job/state.h"
#include "pages/form.h"

/* The file that the sheet goes with. */
typedef struct pc_submitted {
  const char *name;
  GBytes *bytes;
  const char *date; /* or NULL */
  const pc_survey *survey;
} pc_submitted;

const char *pc_submission_title(const pc_doc *doc);

/* One page of A4. */
pc_pages *pc_submission_new(const pc_layout *layout, pc_measurer *measurer,
                            const pc_submitted *file);

#endif

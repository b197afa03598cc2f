/* state.h - what a job holds, for the files that carry out its verbs.  Layer: job. */
#ifndef PC_JOB_STATE_H
#define PC_JOB_STATE_H

#include "backend/ink_meter.h"
#include "backend/judge.h"
#include "compare/compare.h"
#include "diag/diag.h"
#include "doc/doc.h"
#include "layout/layout.h"
#include "posterc.h"
#include "text/fonts.h"
#include "text/measurer.h"

struct posterc_job {
  char *layout_name, *theme_name;
  GPtrArray *sets, *font_folders; /* NULL-terminated */
  bool draft, allow_outside;
  double dpi;
  long long date;
  pc_figure_memory *memory; /* for the next load */
  bool is_unreadable, is_laid_out;
  bool is_file, is_locking; /* the poster may have a lock; one is being made */
  bool is_advising;         /* trials are wanted: the layout keeps its board */
  const char *name;         /* of the poster, interned */
  char *folder;             /* of the poster; the doc borrows it */
  GPtrArray *files;         /* names of what was read or looked for */
  pc_diags *diags;
  pc_doc *doc;
  pc_fonts *fonts;
  pc_measurer *measurer;
  pc_layout *layout;
  pc_ink_peak ink;    /* of the last check */
  pc_verdict verdict; /* of the last PDF that was checked */
  pc_comparison *comparison;
};

/* Drops what was loaded, with its diagnostics. */
void pc_job_clear(posterc_job *job);

/* Once for each load.  false: reported. */
bool pc_job_lay_out(posterc_job *job);
/* And nothing is left to be found out. */
bool pc_job_lay_out_settled(posterc_job *job);

#endif

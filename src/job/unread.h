/* unread.h - why a poster's own file cannot be read.  Layer: job. */
#ifndef PC_JOB_UNREAD_H
#define PC_JOB_UNREAD_H

#include "base/file.h"
#include "diag/diag.h"

void pc_unread_report(const char *name, pc_file_error error, pc_diags *diags);
/* The same for a file that is finished: a PDF. */
void pc_unread_report_finished(const char *name, pc_file_error error, int most_mib,
                               pc_diags *diags);

#endif

/* lock.h - the lock of fonts beside a poster.  Layer: job. */
#ifndef PC_JOB_LOCK_H
#define PC_JOB_LOCK_H

#include "job/state.h"

/* After the layout.  Without a lock, or where a poster is no file, all is well.  false: reported.
 */
bool pc_job_check_lock(posterc_job *job);

#endif

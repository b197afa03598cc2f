/* pictures.h - the pictures of a poster that cannot be laid out.  Layer: job. */
#ifndef PC_JOB_PICTURES_H
#define PC_JOB_PICTURES_H

#include "doc/doc.h"

/* Reports those that are missing or broken, beside what else is wrong with the poster. */
void pc_pictures_check(const pc_doc *doc, bool allow_outside, pc_diags *diags);

#endif

/* compose.h - one paragraph's lines as data.  Layer: job. */
#ifndef PC_JOB_COMPOSE_H
#define PC_JOB_COMPOSE_H

#include "doc/doc.h"
#include "posterc.h"
#include "text/measurer.h"

/* Appends {"lines": [...]} with numbers in em (SPEC section 12).  The text takes inline markup. */
void pc_compose_append(const pc_doc *doc, pc_measurer *measurer, const char *text,
                       const posterc_compose_options *options, pc_diags *diags, GString *out);

#endif

/* depfile.h - what an output was made from, for make and ninja.  Layer: cli. */
#ifndef PC_CLI_DEPFILE_H
#define PC_CLI_DEPFILE_H

#include "cli/args.h"

/* "out.pdf: poster.yaml photo.jpg\n" in Make's syntax: the files that the job read.  Those that
 * were looked for in vain are left out: make would want to make them. */
void pc_depfile_append(GString *out, const char *target, const posterc_job *job);

#endif

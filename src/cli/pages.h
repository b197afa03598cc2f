/* pages.h - --sheets and --tiles: the poster on several small pages.  Layer: cli. */
#ifndef PC_CLI_PAGES_H
#define PC_CLI_PAGES_H

#include "cli/target.h"

/* What was asked for; both NULL: one page. */
typedef struct pc_pages_wish {
  const char *sheets, *tiles; /* a paper that posterc knows */
  double overlap_mm;
} pc_pages_wish;

/* false: said what is wrong on standard error. */
bool pc_pages_wish_resolve(pc_pages_wish *wish, const pc_args *args, const pc_target *target);

/* As posterc_job_render. */
bool pc_pages_wish_render(const pc_pages_wish *wish, posterc_job *job, posterc_format format,
                          GByteArray *out);

#endif

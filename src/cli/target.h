/* target.h - where a rendered poster goes, and in which format.  Layer: cli. */
#ifndef PC_CLI_TARGET_H
#define PC_CLI_TARGET_H

#include "cli/args.h"

typedef struct pc_target {
  posterc_format format;
  bool is_folder; /* names come from the inputs */
  bool is_chosen; /* by -o; else beside the input */
  bool is_stdout;
  const char *suffix; /* of names that come from the inputs: "-tiles" is not the poster itself */
  const char *path;   /* -o; NULL: beside the input */
} pc_target;

/* false: said what is wrong on standard error. */
bool pc_target_resolve(pc_target *target, const pc_args *args);

/* The file for one input; the caller frees it. */
char *pc_target_find(const pc_target *target, const char *input);

#endif

/* problem.h - libyaml's complaints in words for people.  Layer: spec; not for other stages. */
#ifndef PC_SPEC_PROBLEM_H
#define PC_SPEC_PROBLEM_H

#include "spec/builder.h"

/* What libyaml said, and what was read before; offsets are bytes of the text. */
typedef struct pc_yaml_problem {
  const char *problem, *context; /* context may be NULL */
  size_t problem_at, context_at;
  bool in_brackets;    /* between [ ] or { } */
  const pc_node *last; /* the newest finished node, or NULL */
} pc_yaml_problem;

/* One `syntax` error at the place where the author has to do something. */
void pc_yaml_problem_report(const pc_yaml_problem *problem, const pc_yaml_text *source,
                            pc_diags *diags);

#endif

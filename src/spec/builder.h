/* builder.h - libyaml's events to nodes.  Layer: spec; not for other stages. */
#ifndef PC_SPEC_BUILDER_H
#define PC_SPEC_BUILDER_H

#include "spec/node.h"

/* UTF-8 without byte order mark and control characters, NUL-terminated, owned by the spec. */
typedef struct pc_yaml_text {
  const char *text;
  size_t length;
  pc_place start; /* of text[0] */
} pc_yaml_text;

/* The first document as a tree; *rest is what follows it.  NULL: reported. */
const pc_node *pc_yaml_build(pc_spec *spec, const pc_yaml_text *source, const char **rest,
                             pc_diags *diags);

#endif

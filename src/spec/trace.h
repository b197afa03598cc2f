/* trace.h - a scalar's value and its source, followed side by side.  Layer: spec (uses base, diag).
 */
#ifndef PC_SPEC_TRACE_H
#define PC_SPEC_TRACE_H

#include "spec/node.h"

/* A scalar where it stands in a file, keys among them. */
typedef struct pc_scalar {
  const pc_node *node;
  size_t offset; /* bytes of the file before its source, byte order mark left out */
} pc_scalar;

/* From now on the spec remembers the scalars of each file that is parsed into it, but nulls. */
void pc_spec_keep_scalars(pc_spec *spec);
void pc_spec_note_scalar(pc_spec *spec, const pc_node *node, size_t offset);
const pc_scalar *pc_spec_scalars(const pc_spec *spec, int *count);

/* How far both have been followed. */
typedef struct pc_trace {
  const pc_node *node;
  int style;       /* place.c's */
  size_t value;    /* bytes of the value */
  size_t length;   /* of the value */
  size_t at;       /* bytes of the source */
  size_t n_blanks; /* in the value, not yet passed in the source */
} pc_trace;

/* node: a scalar with a source. */
void pc_trace_init(pc_trace *trace, const pc_node *node);

/* The bytes of the source that stand for the character of the value at offset: a character that is
 * no blank, and not before the one asked for last.  false: it cannot be told. */
bool pc_trace_find(pc_trace *trace, size_t offset, size_t *start, size_t *length);

#endif

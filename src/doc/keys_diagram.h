/* keys_diagram.h - the records that a relation diagram is read into.  Layer: doc. */
#ifndef PC_DOC_KEYS_DIAGRAM_H
#define PC_DOC_KEYS_DIAGRAM_H

#include "doc/diagram.h"
#include "doc/keys.h"

typedef struct pc_node_keys {
  pc_string label;
  pc_shape shape;
  pc_node_fill fill;
} pc_node_keys;

typedef struct pc_diagram_keys {
  pc_diagram_direction direction;
  const pc_node *nodes, *edges, *groups;
  pc_string dot;
  pc_frame_keys frame;
} pc_diagram_keys;

extern const pc_schema pc_node_schema;
extern const pc_schema pc_diagram_schema;

bool pc_node_fill_read(pc_reader *reader, const pc_node *node, void *member);

#endif

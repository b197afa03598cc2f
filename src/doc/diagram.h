/* diagram.h - a relation diagram as its author means it: nodes, edges, groups.  Layer: doc. */
#ifndef PC_DOC_DIAGRAM_H
#define PC_DOC_DIAGRAM_H

#include "doc/rich.h"
#include "schema/schema.h"

/* SPEC 13 names the nodes; edges beyond twice as many are no picture any more. */
#define PC_DIAGRAM_MAX_NODES 500
#define PC_DIAGRAM_MAX_EDGES 1000

typedef enum pc_diagram_direction {
  PC_DIAGRAM_AUTO, /* right or down, whatever fills the room better */
  PC_DIAGRAM_RIGHT,
  PC_DIAGRAM_DOWN,
  PC_DIAGRAM_LEFT,
  PC_DIAGRAM_UP,
} pc_diagram_direction;

typedef enum pc_shape {
  PC_SHAPE_BOX,
  PC_SHAPE_ROUND,
  PC_SHAPE_ELLIPSE,
  PC_SHAPE_PERSON,
  PC_SHAPE_NOTE,
  PC_SHAPE_CLOUD,
  PC_SHAPE_CYLINDER,
  PC_SHAPE_NONE,
  PC_N_SHAPES,
} pc_shape;

/* What a node is painted with: the figure's own way, a colour, or one of the palette. */
typedef struct pc_node_fill {
  bool is_given;
  int palette; /* from 1; 0: the colour */
  pc_color color;
  pc_place at;
} pc_node_fill;

typedef struct pc_diagram_node {
  const char *name;      /* repaired */
  const pc_rich *title;  /* its first line */
  const pc_rich *detail; /* the lines after it; NULL: none */
  pc_shape shape;
  pc_node_fill fill;
  pc_place at;
} pc_diagram_node;

typedef enum pc_edge_mark {
  PC_EDGE_HEAD = 1 << 0, /* an arrow at `to` */
  PC_EDGE_TAIL = 1 << 1, /* an arrow at `from` */
  PC_EDGE_DASHED = 1 << 2,
} pc_edge_mark;

typedef struct pc_diagram_edge {
  int from, to;         /* nodes */
  unsigned marks;       /* pc_edge_mark; never the tail's arrow alone */
  const pc_rich *label; /* NULL: none */
  pc_place at;
} pc_diagram_edge;

typedef struct pc_diagram_group {
  const pc_rich *label;
  int n;
  const int *nodes; /* no node is in two groups */
  pc_place at;
} pc_diagram_group;

typedef struct pc_diagram {
  pc_diagram_direction direction;
  int n_nodes, n_edges, n_groups;
  const pc_diagram_node *nodes;
  const pc_diagram_edge *edges;
  const pc_diagram_group *groups;
  pc_string dot; /* Graphviz source instead of all these; text NULL: none */
} pc_diagram;

/* The words of `direction` and `shape`, NULL-terminated, in the order of their enums. */
extern const char *const pc_diagram_direction_words[];
extern const char *const pc_shape_words[];

#endif

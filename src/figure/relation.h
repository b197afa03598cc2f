/* relation.h - a relation diagram on its way: labels, forms in em, places in a room.
 * Layer: figure.
 *
 * A form is what Graphviz makes of nodes of fixed sizes: middles of nodes, routes from middle to
 * middle, room for labels, all in em of the nodes' titles.  Placing it in a room draws its middles
 * apart and lets the nodes keep their sizes; then nothing that was apart can meet, so every form
 * holds in every room that is not smaller.
 */
#ifndef PC_FIGURE_RELATION_H
#define PC_FIGURE_RELATION_H

#include "doc/diagram.h"
#include "figure/outline.h"
#include "figure/sketch.h"

/* Labels of edges and groups, and second lines of nodes, of the titles' size. */
#define PC_RELATION_SMALL 0.9
/* What stays free around the label of an edge, em. */
#define PC_RELATION_CLEAR 0.3
/* Between a node's title and the lines after it. */
#define PC_RELATION_DETAIL_GAP 0.3

/* Ways to break the lines of labels. */
#define PC_FORM_WAYS 3

typedef struct pc_relation_node {
  pc_label *title, *detail;
  const char *text; /* for the description */
  pc_shape shape;
  pc_node_fill fill;
  pc_place at;
} pc_relation_node;

typedef struct pc_relation_edge {
  int from, to;
  unsigned marks;  /* pc_edge_mark */
  pc_label *label; /* NULL: none */
  pc_vec label_sizes[PC_FORM_WAYS];
  const char *text;
  pc_place at;
} pc_relation_edge;

typedef struct pc_relation_group {
  pc_label *label;
  const char *text;
  int n;
  const int *nodes;
  pc_place at;
} pc_relation_group;

typedef enum pc_side {
  PC_SIDE_RIGHT,
  PC_SIDE_LEFT,
  PC_SIDE_TOP,
  PC_SIDE_BOTTOM,
  PC_N_SIDES
} pc_side;

/* Widths that texts are broken at, em of their own size. */
typedef struct pc_node_form {
  double title_em, detail_em;
  pc_tile tile;
} pc_node_form;

typedef struct pc_edge_form {
  pc_tile label; /* with what stays free around it; w 0: none */
  int first, n;  /* points of the form: 3 k + 1 of a curve; n 0: a loop */
  pc_side side;  /* of the node, where a loop is */
} pc_edge_form;

typedef struct pc_form {
  double width, height;
  double flaws;   /* bent edges, crossings, labels that stand badly, for each edge */
  bool is_grown;  /* its nodes have all that they get of the room */
  bool is_turned; /* not the direction that the author asked for */
  pc_node_form *nodes;
  pc_edge_form *edges;
  pc_tile *groups; /* with room for their labels at the top */
  GArray *points;  /* pc_vec */
} pc_form;

typedef struct pc_relation {
  const pc_block *block;
  pc_diagram_direction direction;
  int n_nodes, n_edges, n_groups;
  pc_relation_node *nodes;
  pc_relation_edge *edges;
  pc_relation_group *groups;
  GPtrArray *forms;    /* pc_form, at least one */
  GStringChunk *texts; /* of a diagram in Graphviz's language */
  GPtrArray *lists;    /* its groups' nodes */
} pc_relation;

/* A form in a room, em from the room's top left. */
typedef struct pc_placed_edge {
  pc_curve whole; /* from middle to middle, as the form has it */
  pc_curve route; /* the same from outline to outline; n 0: not yet */
  pc_curve curve; /* from outline to outline, as it is drawn */
  GArray *flat;   /* pc_vec: the same as short lines */
  pc_tile bounds; /* of the curve */
  pc_tile label;  /* the text; w 0: none */
  bool is_straight;
  bool is_loose;  /* its label found no free place, or it runs over a node */
  int strain;     /* 0: its label has all the room that it should have; more: less */
  int urgency;    /* rounds in which it was loose: such labels choose first */
  bool keeps_way; /* it is not made straight: no label had room then */
} pc_placed_edge;

typedef struct pc_placed {
  const pc_relation *relation;
  const pc_form *form;
  pc_form *own_form; /* NULL: the form is the relation's */
  double width, height;
  bool is_bold;  /* a first trial: nothing is reserved but what has its place */
  bool is_plain; /* only what stays free however far it is drawn apart */
  pc_tile *nodes, *groups, *group_labels;
  pc_tile *reserved; /* of the edges' labels, without what stays free around them */
  pc_placed_edge *edges;
} pc_placed;

/* Source text of `dot` into nodes, edges and groups.  false: reported. */
bool pc_relation_parse_dot(pc_relation *relation, const pc_maker *maker, pc_string source);

/* The forms that the room may choose from; memory NULL: they are found anew. */
void pc_relation_recall_forms(pc_relation *relation, pc_figure_memory *memory);
void pc_form_free(pc_form *form);

/* Nothing in it touches what it should not; room: at least the form's size. */
pc_placed *pc_placed_new(const pc_relation *relation, const pc_form *form, pc_vec room);
pc_form *pc_form_new(const pc_relation *relation);
void pc_placed_free(pc_placed *placed);
/* Edges past these are set with less care: time grows with their square. */
#define PC_RELATION_MANY_EDGES 120
/* Nodes and edges of a small diagram: the more of its forms are tried. */
#define PC_RELATION_SMALL_PARTS 40
void pc_placed_route(pc_placed *placed);
void pc_placed_set_labels(pc_placed *placed);

pc_figure_need pc_relation_measure(const pc_relation *relation, pc_um width,
                                   const pc_figure_type *type);
/* The form that the room chooses, placed in it; *size_pt receives the size of the titles. */
pc_placed *pc_relation_place(const pc_relation *relation, const pc_figure_type *type, pc_rect room,
                             double *size_pt);
void pc_placed_paint(const pc_placed *placed, double size_pt, const pc_look *look,
                     pc_drawing *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_placed, pc_placed_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_form, pc_form_free)

#endif

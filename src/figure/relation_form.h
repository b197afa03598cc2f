/* relation_form.h - how a form of a relation diagram comes to be.  Layer: figure. */
#ifndef PC_FIGURE_RELATION_FORM_H
#define PC_FIGURE_RELATION_FORM_H

#include "figure/relation.h"

typedef struct pc_graph_wish {
  pc_diagram_direction direction;
  double node_gap, rank_gap; /* em */
  bool reserves;             /* room for the labels of edges */
  int columns; /* parts that hang together, so many one behind the other; 0: all side by side */
} pc_graph_wish;

/* Asks Graphviz for middles and routes; sizes are set.  false: it could not. */
bool pc_form_find_places(pc_form *form, const pc_relation *relation, const pc_graph_wish *wish);
/* Its width and height, once it has places; all is moved so that its top left is the origin. */
void pc_form_measure(pc_form *form, const pc_relation *relation);
/* Nodes move across the direction of the arrows to the middle of their neighbours. */
void pc_form_balance(pc_form *form, const pc_relation *relation, bool across_x);
/* Parts that hang together by edges and groups. */
int pc_relation_count_parts(const pc_relation *relation);

#endif

/* relation_form.h - how a form of a relation diagram comes to be.  Layer: figure. */
#ifndef PC_FIGURE_RELATION_FORM_H
#define PC_FIGURE_RELATION_FORM_H

#include "figure/relation.h"

typedef struct pc_graph_wish {
  pc_diagram_direction direction;
  double node_gap, rank_gap; /* em */
  bool reserves;             /* room for the labels of edges */
} pc_graph_wish;

/* Asks Graphviz for middles and routes; sizes are set.  false: it could not. */
bool pc_form_find_places(pc_form *form, const pc_relation *relation, const pc_graph_wish *wish);
/* Its width and height, once it has places; all is moved so that its top left is the origin. */
void pc_form_measure(pc_form *form, const pc_relation *relation);
/* The same of a form drawn apart. */
pc_vec pc_form_find_size(const pc_form *form, const pc_relation *relation, pc_vec stretch);
/* Nodes move across the direction of the arrows to the middle of their neighbours. */
void pc_form_balance(pc_form *form, const pc_relation *relation, bool across_x);
/* Parts that hang together by edges and groups: of each node the lowest node of its part.  The
 * caller frees it. */
int *pc_relation_find_parts(const pc_relation *relation);
/* Parts in rows: as wide, times the height, as that. */
void pc_form_pack(pc_form *form, const pc_relation *relation, double shape);

/* The forms that the room may choose from, once labels have their sizes. */
void pc_relation_make_forms(pc_relation *relation);
/* Labels of edges for each way to break their lines. */
void pc_relation_size_labels(pc_relation *relation);
/* Sizes of nodes and labels for one of the ways to break lines; sides of loops. */
void pc_form_size(pc_form *form, const pc_relation *relation, int way, bool runs_across);

/* A form with its middles drawn apart, nothing grown, and so much room around it. */
pc_placed *pc_placed_new_plain(const pc_relation *relation, const pc_form *form, pc_vec stretch,
                               double margin);

/* Draws the form apart until it fills its room, or by so much. */
void pc_placed_fill(pc_placed *placed, pc_vec room);
void pc_placed_stretch(pc_placed *placed, pc_vec stretch, double margin);

/* How many edges join the same two nodes as that one, and which of them it is, from 0. */
int pc_relation_find_bundle(const pc_relation *relation, int index, int *place);
/* So many of them at the most stand side by side, so far from line to line, em. */
#define PC_RELATION_BUNDLE 4
#define PC_RELATION_PARALLEL 1.0
/* The ends of two edges are so near that their arrows touch. */
bool pc_placed_has_near_ends(const pc_placed *placed, int a, int b);
bool pc_placed_is_free(const pc_placed *placed);
/* What was found free as a form again, to be drawn apart once more. */
pc_form *pc_placed_copy_form(const pc_placed *placed);
/* Whether the edge touches the tile. */
bool pc_placed_meets(const pc_placed *placed, int edge, pc_tile tile);

/* A loop goes with its node: from the node's middle to its middle. */
pc_curve pc_loop_make(pc_tile node, pc_side side);
/* Its label beside it. */
pc_tile pc_loop_place_label(pc_tile node, pc_side side, pc_tile label);
/* The node and all its loops, as wide and as high on both sides of the middle. */
pc_vec pc_loop_measure(const pc_relation *relation, const pc_form *form, int node);

#endif

/* texts.h - the labels of a list: steps, cycle, rings.  Layer: figure. */
#ifndef PC_FIGURE_TEXTS_H
#define PC_FIGURE_TEXTS_H

#include "figure/sketch.h"

/* Labels are parted into so many lines at most while there is another way. */
#define PC_TEXTS_LINES 6

/* What a label takes, em: set in exactly this width its lines are the best. */
typedef struct pc_text_shape {
  double width, height;
} pc_text_shape;

typedef struct pc_texts {
  int n;
  pc_label **labels;
  pc_text_shape (*shapes)[PC_TEXTS_LINES]; /* [i][k]: label i in at most k + 1 lines */
} pc_texts;

pc_texts *pc_texts_new(const pc_maker *maker, const pc_items *items);
void pc_texts_free(pc_texts *texts);

/* The least form of one label in at most k + 1 lines, phrases whole. */
pc_text_shape pc_text_shape_measure(const pc_label *label, int k);
/* What holds each of them in at most k + 1 lines. */
pc_text_shape pc_texts_hold(const pc_texts *texts, int k);

/* The form of a label with the fewest lines that is no wider than its box, of at most k + 1. */
pc_text_shape pc_texts_pick(const pc_texts *texts, int i, int k, double width);

/* Sizes tried from the least (0) to the most (PC_TYPE_STEPS - 1). */
#define PC_TYPE_STEPS 8
double pc_type_size(const pc_figure_type *type, int step);

/* "first → second → third", or with -> */
void pc_texts_describe(const pc_items *items, bool japanese, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_texts, pc_texts_free)

#endif

/* phrase_model.h - the trained weights behind phrase breaks.  Layer: text.
 *
 * The weights are of BudouX (Apache-2.0): see phrase_model.c.
 */
#ifndef PC_TEXT_PHRASE_MODEL_H
#define PC_TEXT_PHRASE_MODEL_H

#include <glib.h>

/* One to three characters, none above U+FFFF, and what finding them says for a break. */
typedef struct pc_phrase_weight {
  char text[10];
  gint16 weight;
} pc_phrase_weight;

/* Weights of what stands in one window: `length` characters from `first`, counted from the break.
 */
typedef struct pc_phrase_group {
  int first, length;
  int count;
  const pc_phrase_weight *weights; /* sorted by strcmp */
} pc_phrase_group;

#define PC_N_PHRASE_GROUPS 13

extern const pc_phrase_group pc_phrase_groups[PC_N_PHRASE_GROUPS];

/* Sum of all weights; a score starts at minus half of it. */
extern const int pc_phrase_total;

#endif

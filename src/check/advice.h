/* advice.h - what would help a panel.  Layer: check.
 *
 * Where the layout has kept its board, advice is tried before it is given.
 */
#ifndef PC_CHECK_ADVICE_H
#define PC_CHECK_ADVICE_H

#include "layout/layout.h"

typedef struct pc_advice {
  char *sentence; /* NULL: the panel needs none */
  bool is_said;   /* the panel before has the same one, about both */
} pc_advice;

/* Of pc_advice, n_panels of them.  g_array_unref. */
GArray *pc_check_advise(const pc_layout *layout);

/* What would help all of them, or NULL.  The caller frees it. */
char *pc_check_advise_all(const pc_layout *layout);

/* How a text that is too small could be large enough: what is too much where.  NULL: nobody knows.
 * The caller frees it. */
char *pc_check_advise_size(const pc_layout *layout);

/* How many text columns make the lines of a panel short enough; 0: none do. */
int pc_check_find_columns(const pc_layout *layout, int index, double most_characters);

#endif

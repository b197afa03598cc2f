/* align.h - which words of two texts are the same, and which stand in their place.  Layer: compare.
 */
#ifndef PC_COMPARE_ALIGN_H
#define PC_COMPARE_ALIGN_H

#include "compare/view.h"

/* What stood from token to token, and what stands there; either may be empty.  Between two hunks
 * the tokens are the same. */
typedef struct pc_hunk {
  int before, before_end;
  int after, after_end;
} pc_hunk;

/* pc_hunk in their order, whole words; tokens: pc_token. */
GArray *pc_align(const GArray *before, const GArray *after);

#endif

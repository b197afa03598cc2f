/* tokens.h - a run of text cut where words may differ.  Layer: compare. */
#ifndef PC_COMPARE_TOKENS_H
#define PC_COMPARE_TOKENS_H

#include "compare/view.h"

/* Adds the tokens of a text that stands in rect, in one line; blanks only part. */
void pc_tokens_append(pc_view *view, pc_region *region, const pc_token *run);

/* Which characters make one word in the eyes of a reader: letters and digits, ideographs,
 * katakana; every other character stands alone. */
typedef enum pc_script {
  PC_SCRIPT_BLANK,
  PC_SCRIPT_ALONE,
  PC_SCRIPT_WORD,
  PC_SCRIPT_HAN,
  PC_SCRIPT_KATAKANA
} pc_script;
pc_script pc_script_of(gunichar c);

/* Whether two tokens that follow one another stand in one text: a heading and what it heads do
 * not. */
bool pc_tokens_go_on(const pc_token *left);

#endif

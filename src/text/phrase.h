/* phrase.h - how likely a phrase begins at each character.  Layer: text.
 *
 * The scorer of BudouX (a sum of weights of what stands around a place): above 0 it takes the place
 * for the border of two phrases.  No fonts, no state.
 */
#ifndef PC_TEXT_PHRASE_H
#define PC_TEXT_PHRASE_H

/* Scores of UTF-8 text without newlines: item i is for a break before character i; item 0 says
 * nothing.  *count receives how many characters there are.  The caller frees it with g_free. */
double *pc_phrase_score(const char *text, int *count);

#endif

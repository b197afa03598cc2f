/* nearest.h - the word somebody probably meant.  Layer: base. */
#ifndef PC_BASE_NEAREST_H
#define PC_BASE_NEAREST_H

/* The nearest of a NULL-terminated list by edit distance over characters (swaps count once), letter
 * case, full width and - _ ignored, or NULL when none is close: at most a third of the longer word
 * changed. */
const char *pc_nearest(const char *word, const char *const *words);

#endif

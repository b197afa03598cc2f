/* sentence.h - a change in words.  Layer: compare. */
#ifndef PC_COMPARE_SENTENCE_H
#define PC_COMPARE_SENTENCE_H

#include "compare/changes.h"

/* Where: "panel 7 'Results'", "page 2", "the file".  All texts are the caller's. */
char *pc_change_format_place(const pc_comparison *comparison, const pc_change *change);
/* What: "'tea' became 'coffee'". */
char *pc_change_format_what(const pc_change *change);
/* "3 differences, in 2 of 18 panels", "no difference". */
char *pc_comparison_format_count(const pc_comparison *comparison);

/* The kind as data has it: "words". */
const char *pc_change_word(pc_change_kind kind);
const char *pc_trait_word(pc_trait trait);

#endif

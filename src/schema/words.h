/* words.h - what somebody meant who wrote a word or a colour as elsewhere, or in Japanese.
 * Layer: schema. */
#ifndef PC_SCHEMA_WORDS_H
#define PC_SCHEMA_WORDS_H

/* The nearest of a NULL-terminated list, or the one that a Japanese word stands for; NULL: none. */
const char *pc_word_meant(const char *word, const char *const *possible);

/* A hint for a text that is no colour, or NULL.  The caller frees it. */
char *pc_color_suggest(const char *text);

#endif

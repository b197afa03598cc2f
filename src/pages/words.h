/* words.h - what posterc itself writes on sheets and tiles.  Layer: pages. */
#ifndef PC_PAGES_WORDS_H
#define PC_PAGES_WORDS_H

/* In the language of the poster: Japanese, or English for all others. */
typedef struct pc_words {
  const char *sheets_title, *tiles_title;
  const char *pages;           /* after their number */
  const char *header, *footer; /* marks of the bands on the map of sheets */
  const char *sheets_steps[3]; /* NULL-terminated */
  const char *tiles_steps[5];  /* with strips to glue on */
  const char *butted_steps[5]; /* edge to edge */
} pc_words;

const pc_words *pc_words_get(const char *lang);

#endif

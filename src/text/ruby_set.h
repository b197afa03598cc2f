/* ruby_set.h - the readings of a paragraph, as ruby.c makes and ruby_place.c reads them.
 * Layer: text. */
#ifndef PC_TEXT_RUBY_SET_H
#define PC_TEXT_RUBY_SET_H

#include "text/reading.h"
#include "text/ruby.h"

/* A reading and its base: clusters first to last, one where a word has several parts. */
typedef struct pc_ruby_part {
  int first, last;
  pc_reading *reading;
  double sum; /* widths of the word's readings before this one */
} pc_ruby_part;

typedef struct pc_ruby_word {
  int first_part, n_parts;
  double before, after; /* em that readings may reach over the neighbours */
} pc_ruby_word;

struct pc_ruby_set {
  GArray *parts, *words;
  int *word;           /* of each cluster, -1: none */
  double *start, *end; /* of each cluster: em beside its body where a line begins, ends with it */
};

static inline pc_ruby_part *pc_ruby_part_at(const pc_ruby_set *set, int index) {
  return &g_array_index(set->parts, pc_ruby_part, index);
}

static inline pc_ruby_word *pc_ruby_word_at(const pc_ruby_set *set, int index) {
  return &g_array_index(set->words, pc_ruby_word, index);
}

/* The part of the word whose base cluster i is, or the nearest one. */
static inline pc_ruby_part *pc_ruby_part_of(const pc_ruby_set *set, const pc_ruby_word *word,
                                            int i) {
  pc_ruby_part *parts = pc_ruby_part_at(set, word->first_part);
  return &parts[CLAMP(i - parts[0].first, 0, word->n_parts - 1)];
}

#endif

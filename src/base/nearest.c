/* nearest.c - edit distance with swaps (optimal string alignment).  Layer: base. */
#include "base/nearest.h"

#include <stdbool.h>
#include <string.h>

#include <glib.h>

/* Keys, names and families are shorter; a longer word is nobody's slip of the finger. */
#define MAX_CHARS 64

typedef struct folded_word {
  gunichar chars[MAX_CHARS];
  int count;
} folded_word;

/* U+FF01 to U+FF5E are ASCII in full width. */
static gunichar fold_char(gunichar c) {
  return g_unichar_tolower(c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c);
}

/* false: too long, or not UTF-8. */
static bool fold_word(const char *word, folded_word *folded) {
  folded->count = 0;
  if (!g_utf8_validate(word, -1, NULL))
    return false;
  for (const char *at = word; *at != '\0'; at = g_utf8_next_char(at)) {
    if (*at == '-' || *at == '_')
      continue;
    if (folded->count == MAX_CHARS)
      return false;
    folded->chars[folded->count++] = fold_char(g_utf8_get_char(at));
  }
  return true;
}

/* i and j count from 1; both words have two characters there. */
static bool is_swap(const folded_word *a, const folded_word *b, int i, int j) {
  return a->chars[i - 1] == b->chars[j - 2] && a->chars[i - 2] == b->chars[j - 1];
}

static int measure_distance(const folded_word *a, const folded_word *b) {
  int cost[MAX_CHARS + 1][MAX_CHARS + 1];
  for (int i = 0; i <= a->count; i++)
    cost[i][0] = i;
  for (int j = 0; j <= b->count; j++)
    cost[0][j] = j;
  for (int i = 1; i <= a->count; i++) {
    for (int j = 1; j <= b->count; j++) {
      int change = cost[i - 1][j - 1] + (a->chars[i - 1] != b->chars[j - 1]);
      int least = MIN(change, MIN(cost[i - 1][j], cost[i][j - 1]) + 1);
      if (i > 1 && j > 1 && is_swap(a, b, i, j))
        least = MIN(least, cost[i - 2][j - 2] + 1);
      cost[i][j] = least;
    }
  }
  return cost[a->count][b->count];
}

const char *pc_nearest(const char *word, const char *const *words) {
  folded_word wanted;
  if (!fold_word(word, &wanted) || wanted.count == 0)
    return NULL;
  const char *best = NULL;
  int best_distance = MAX_CHARS;
  for (int i = 0; words[i] != NULL; i++) {
    folded_word candidate;
    if (!fold_word(words[i], &candidate))
      continue;
    int distance = measure_distance(&wanted, &candidate);
    if (distance >= best_distance || distance * 3 > MAX(wanted.count, candidate.count))
      continue;
    best = words[i];
    best_distance = distance;
  }
  return best;
}

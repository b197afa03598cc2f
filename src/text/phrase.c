/* phrase.c - adds up the weights around each place of a text.  Layer: text. */
#include "text/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "text/phrase_model.h"

/* Characters of a text by where they begin; starts[n] is the text's length. */
typedef struct lettering {
  const char *text;
  int n;
  int *starts;
} lettering;

static int compare_weight(const void *key, const void *item) {
  const pc_phrase_weight *weight = item;
  return strcmp(key, weight->text);
}

static int find_weight(const pc_phrase_group *group, const lettering *letters, int at) {
  const int first = at + group->first;
  const int last = first + group->length;
  if (first < 0 || last > letters->n)
    return 0;
  char key[sizeof group->weights->text];
  const size_t length = (size_t)(letters->starts[last] - letters->starts[first]);
  if (length >= sizeof key)
    return 0;
  memcpy(key, letters->text + letters->starts[first], length);
  key[length] = '\0';
  const pc_phrase_weight *found =
      bsearch(key, group->weights, (size_t)group->count, sizeof *group->weights, compare_weight);
  return found == NULL ? 0 : found->weight;
}

static int *find_starts(const char *text, int n) {
  int *starts = g_new(int, (gsize)n + 1);
  const char *at = text;
  for (int i = 0; i <= n; i++) {
    starts[i] = (int)(at - text);
    at = i < n ? g_utf8_next_char(at) : at;
  }
  return starts;
}

double *pc_phrase_score(const char *text, int *count) {
  const int n = (int)g_utf8_strlen(text, -1);
  g_autofree int *starts = find_starts(text, n);
  const lettering letters = {text, n, starts};
  double *scores = g_new0(double, (gsize)n + 1);
  for (int i = 1; i < n; i++) {
    int sum = 0;
    for (int g = 0; g < PC_N_PHRASE_GROUPS; g++)
      sum += find_weight(&pc_phrase_groups[g], &letters, i);
    scores[i] = sum - pc_phrase_total / 2.0;
  }
  *count = n;
  return scores;
}

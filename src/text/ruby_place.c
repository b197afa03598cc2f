/* ruby_place.c - readings into one line: each over its base, as near as the others let it.
 * Layer: text. */
#include "text/ruby_set.h"

/* The parts of a word that stand in a line. */
typedef struct stretch {
  const pc_ruby_part *parts;
  int n;
  double low, high; /* em between which they stand */
} stretch;

/* Neighbours that touch: how far they would be from where they want to be, together. */
typedef struct block {
  double sum;
  int n;
} block;

static double get_left(const pc_line_places *places, const pc_ruby_part *part) {
  return places->x[part->first - places->first];
}

static double get_right(const pc_paragraph *p, const pc_line_places *places,
                        const pc_ruby_part *part) {
  const int last = MIN(part->last, places->last);
  return places->x[last - places->first] + p->clusters[last].body;
}

/* The parts whose base begins in the line. */
static stretch find_parts(const pc_paragraph *p, const pc_line_places *places,
                          const pc_ruby_word *word) {
  const pc_ruby_part *from = pc_ruby_part_of(p->ruby, word, places->first);
  const pc_ruby_part *to = pc_ruby_part_of(p->ruby, word, places->last);
  stretch s = {.parts = from, .n = (int)(to - from) + 1};
  if (from->first < places->first)
    s.n = 0; /* the rest of a base that could not stay together: its reading is behind it */
  if (s.n == 0)
    return s;
  const pc_ruby_part *first = &s.parts[0];
  const pc_ruby_part *last = &s.parts[s.n - 1];
  s.low = first->first == places->first ? places->left : get_left(places, first) - word->before;
  s.high = last->last >= places->last ? places->right : get_right(p, places, last) + word->after;
  return s;
}

/* Least squares of the distances from the middles of the bases, under the order of the readings
 * (isotonic regression by pooling neighbours): readings that are too wide share what they displace.
 */
static int pool(const pc_paragraph *p, const pc_line_places *places, const stretch *s,
                block *blocks) {
  int n = 0;
  double sum = 0;
  for (int i = 0; i < s->n; i++) {
    const double width = s->parts[i].reading->width;
    const double middle = (get_left(places, &s->parts[i]) + get_right(p, places, &s->parts[i])) / 2;
    blocks[n++] = (block){middle - width / 2 - sum, 1};
    sum += width;
    while (n > 1 && blocks[n - 2].sum / blocks[n - 2].n > blocks[n - 1].sum / blocks[n - 1].n) {
      n--;
      blocks[n - 1].sum += blocks[n].sum;
      blocks[n - 1].n += blocks[n].n;
    }
  }
  return n;
}

/* A reading may have several runs over one base. */
static double append_reading(const pc_paragraph *p, const pc_line_places *places,
                             const pc_ruby_part *part, double x, GArray *rubies) {
  const pc_reading *reading = part->reading;
  for (int i = 0; i < reading->n_runs; i++) {
    const pc_run *run = reading->runs[i];
    const pc_line_ruby ruby = {.run = run,
                               .x = x + run->x * PC_RUBY_EM,
                               .width = run->width * PC_RUBY_EM,
                               .start = p->clusters[part->first].start,
                               .end = p->clusters[MIN(part->last, places->last)].end};
    g_array_append_val(rubies, ruby);
  }
  return reading->width;
}

static void place_parts(const pc_paragraph *p, const pc_line_places *places, const stretch *s,
                        GArray *rubies) {
  g_autofree block *blocks = g_new(block, (gsize)s->n);
  const int n = pool(p, places, s, blocks);
  double sum = 0;
  for (int i = 0; i < s->n; i++)
    sum += s->parts[i].reading->width;
  const double high = MAX(s->low, s->high - sum);
  sum = 0;
  for (int i = 0, k = 0; i < n; i++) {
    const double shift = CLAMP(blocks[i].sum / blocks[i].n, s->low, high);
    for (const int end = k + blocks[i].n; k < end; k++)
      sum += append_reading(p, places, &s->parts[k], shift + sum, rubies);
  }
}

void pc_ruby_place(const pc_paragraph *p, const pc_line_places *places, GArray *rubies) {
  int done = -1;
  for (int i = places->first; i <= places->last; i++) {
    const int word = p->ruby->word[i];
    if (word == done || word < 0)
      continue;
    done = word;
    const stretch s = find_parts(p, places, pc_ruby_word_at(p->ruby, word));
    if (s.n > 0)
      place_parts(p, places, &s, rubies);
  }
}

double pc_ruby_start(const pc_paragraph *p, int first) {
  return p->ruby == NULL ? 0 : p->ruby->start[first];
}

/* A word alone in its line has no neighbours to reach over: what its readings lack in front is
 * there already. */
double pc_ruby_end(const pc_paragraph *p, int first, int last) {
  if (p->ruby == NULL || p->ruby->word[last] < 0)
    return 0;
  if (p->ruby->word[first] != p->ruby->word[last])
    return p->ruby->end[last];
  const pc_ruby_word *word = pc_ruby_word_at(p->ruby, p->ruby->word[last]);
  const pc_ruby_part *from = pc_ruby_part_of(p->ruby, word, first);
  const pc_ruby_part *to = pc_ruby_part_of(p->ruby, word, last);
  const double readings = to->sum + to->reading->width - from->sum;
  const double bases = p->x[last] + p->clusters[last].body - p->x[first];
  return MAX(0, readings - bases - p->ruby->start[first]);
}

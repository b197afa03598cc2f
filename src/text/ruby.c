/* ruby.c - how far readings reach over their neighbours, and bases widened where that is too little
 * (JLREQ 3.3.5 to 3.3.8).  Layer: text. */
#include "text/ruby.h"

#include "text/ruby_set.h"

/* Em of the base by which a reading may reach over a neighbour of that class: one character of the
 * reading over kana and leaders, the space that belongs to punctuation, a middle dot's quarter and
 * half a character of the reading. */
static const double over_before[PC_N_JCLASSES] = {
    [PC_JC_CLOSING] = .5,    [PC_JC_FULL_STOP] = .5,  [PC_JC_COMMA] = .5,
    [PC_JC_HIRAGANA] = .5,   [PC_JC_KATAKANA] = .5,   [PC_JC_PROLONGED] = .5,
    [PC_JC_SMALL_KANA] = .5, [PC_JC_MIDDLE_DOT] = .5, [PC_JC_INSEPARABLE] = .5,
    [PC_JC_SPACE] = .5,
};
static const double over_after[PC_N_JCLASSES] = {
    [PC_JC_OPENING] = .5,     [PC_JC_HIRAGANA] = .5,   [PC_JC_KATAKANA] = .5,
    [PC_JC_PROLONGED] = .5,   [PC_JC_SMALL_KANA] = .5, [PC_JC_MIDDLE_DOT] = .5,
    [PC_JC_INSEPARABLE] = .5, [PC_JC_SPACE] = .5,
};

/* Beyond an end of the text: its line makes room there (pc_ruby_start), and its indent counts. */
#define OVER_EDGE_EM 0.5

/* A set on its way. */
typedef struct building {
  const pc_ruby_shaping *shaping;
  pc_cluster *clusters;
  int n;
  pc_ruby_set *set;
  int spent; /* the cluster that the word before reaches over: nobody else may */
} building;

static const pc_char *get_char(const building *b, int cluster) {
  return &b->shaping->chars[b->clusters[cluster].first_char];
}

/* Whether a line begins or ends beside cluster i whatever the measure is. */
static bool is_edge(const building *b, int i) {
  return i < 0 || i >= b->n || get_char(b, i)->is_newline;
}

/* What cluster i has to give to a word beside it. */
static double get_allowance(const building *b, int i, const double *over) {
  if (is_edge(b, i))
    return OVER_EDGE_EM;
  const pc_char *c = get_char(b, i);
  const bool dotted = (c->marks & PC_MARK_EMPHASIS) != 0 && pc_ornament_takes_dot(c) &&
                      b->shaping->paragraph->style.rules->emphasis == PC_EMPHASIS_DOTS;
  if (c->ruby >= 0 || dotted || i == b->spent)
    return 0;
  const bool has_space = c->jclass == PC_JC_CLOSING || c->jclass == PC_JC_OPENING ||
                         c->jclass == PC_JC_FULL_STOP || c->jclass == PC_JC_COMMA;
  const double space = MAX(0, 1 - b->clusters[i].body);
  return has_space ? MIN(space, over[c->jclass]) : over[c->jclass];
}

static double sum_bodies(const building *b, int first, int last) {
  double sum = 0;
  for (int i = first; i <= last; i++)
    sum += b->clusters[i].body;
  return sum;
}

static void widen(pc_cluster *c, double before, double after) {
  c->body += before + after;
  c->left -= before;
}

/* Evenly around each character; a Western word is not spaced out, but its surroundings. */
static void widen_part(const building *b, const pc_ruby_part *part, double by) {
  bool western = false;
  for (int i = part->first; i <= part->last; i++)
    western = western || get_char(b, i)->western;
  if (western) {
    widen(&b->clusters[part->first], by / 2, 0);
    widen(&b->clusters[part->last], 0, by / 2);
    return;
  }
  const double half = by / (part->last - part->first + 1) / 2;
  for (int i = part->first; i <= part->last; i++)
    widen(&b->clusters[i], half, half);
}

/* What readings lack together is added where they are too wide, in proportion. */
static void widen_word(const building *b, const pc_ruby_word *word) {
  double excess = 0;
  double lack = -word->before - word->after;
  for (int k = 0; k < word->n_parts; k++) {
    const pc_ruby_part *part = pc_ruby_part_at(b->set, word->first_part + k);
    const double more = part->reading->width - sum_bodies(b, part->first, part->last);
    excess += MAX(0, more);
    lack += more;
  }
  for (int k = 0; k < word->n_parts && lack > 0; k++) {
    const pc_ruby_part *part = pc_ruby_part_at(b->set, word->first_part + k);
    const double more = part->reading->width - sum_bodies(b, part->first, part->last);
    if (more > 0)
      widen_part(b, part, lack * more / excess);
  }
}

static bool has_excess(const building *b, const pc_ruby_word *word) {
  for (int k = 0; k < word->n_parts; k++) {
    const pc_ruby_part *part = pc_ruby_part_at(b->set, word->first_part + k);
    if (part->reading->width > sum_bodies(b, part->first, part->last))
      return true;
  }
  return false;
}

/* A line may begin or end at any part: what its readings need then beside their bases. */
static void measure_edges(const building *b, const pc_ruby_word *word) {
  const int n = word->n_parts;
  pc_ruby_part *parts = pc_ruby_part_at(b->set, word->first_part);
  double more = -word->before;
  for (int k = 0; k < n; k++) {
    parts[k].sum = k == 0 ? 0 : parts[k - 1].sum + parts[k - 1].reading->width;
    more += parts[k].reading->width - sum_bodies(b, parts[k].first, parts[k].last);
    b->set->end[parts[k].last] = MAX(0, more);
  }
  more = -word->after;
  for (int k = n - 1; k >= 0; k--) {
    more += parts[k].reading->width - sum_bodies(b, parts[k].first, parts[k].last);
    b->set->start[parts[k].first] = MAX(0, more);
  }
  const double indent = parts[0].first == 0 ? b->shaping->paragraph->style.indent : 0;
  double *start = &b->set->start[parts[0].first];
  if (is_edge(b, parts[0].first - 1) && is_edge(b, parts[n - 1].last + 1))
    *start = MAX(0, more + word->after) / 2; /* alone: in the middle */
  *start = MAX(0, *start - MIN(indent, OVER_EDGE_EM));
}

static void append_part(const building *b, const pc_ruby *ruby, int index, int first, int last) {
  const pc_ruby_shaping *s = b->shaping;
  const int span = get_char(b, first)->span;
  pc_ruby_part part = {.first = first, .last = last};
  part.reading = pc_reading_new(s->measurer, s->paragraph, ruby, index,
                                span < 0 ? NULL : &s->paragraph->rich->spans[span], s->diags);
  if (last > first)
    pc_reading_spread(part.reading, sum_bodies(b, first, last));
  g_array_append_val(b->set->parts, part);
}

/* Beyond an end of the text not farther than on the other side: the base stays in the middle. */
static void measure_allowances(const building *b, int first, int last, pc_ruby_word *word) {
  word->before = get_allowance(b, first - 1, over_before);
  word->after = get_allowance(b, last + 1, over_after);
  if (is_edge(b, first - 1))
    word->before = MIN(word->before, word->after);
  if (is_edge(b, last + 1))
    word->after = MIN(word->before, word->after);
}

static void append_word(building *b, const pc_ruby *ruby, int first, int last) {
  pc_ruby_word word = {.first_part = (int)b->set->parts->len};
  const bool each = ruby->n_readings == last - first + 1;
  for (int i = first; each && i <= last; i++)
    append_part(b, ruby, i - first, i, i);
  if (!each)
    append_part(b, ruby, -1, first, last);
  word.n_parts = (int)b->set->parts->len - word.first_part;
  measure_allowances(b, first, last, &word);
  if (has_excess(b, &word) && word.after > 0)
    b->spent = last + 1;
  widen_word(b, &word);
  measure_edges(b, &word);
  for (int i = first; i <= last; i++)
    b->set->word[i] = (int)b->set->words->len;
  g_array_append_val(b->set->words, word);
}

static void free_part(void *data) {
  pc_reading_free(((pc_ruby_part *)data)->reading);
}

static pc_ruby_set *make_set(int n) {
  pc_ruby_set *set = g_new0(pc_ruby_set, 1);
  set->parts = g_array_new(FALSE, FALSE, sizeof(pc_ruby_part));
  g_array_set_clear_func(set->parts, free_part);
  set->words = g_array_new(FALSE, FALSE, sizeof(pc_ruby_word));
  set->word = g_new(int, (gsize)n + 1);
  set->start = g_new0(double, (gsize)n + 1);
  set->end = g_new0(double, (gsize)n + 1);
  for (int i = 0; i <= n; i++)
    set->word[i] = -1;
  return set;
}

pc_ruby_set *pc_ruby_set_new(const pc_ruby_shaping *shaping, GArray *clusters) {
  const pc_rich *rich = shaping->paragraph->rich;
  if (rich->n_rubies == 0)
    return NULL;
  building b = {shaping, (pc_cluster *)(void *)clusters->data, (int)clusters->len, NULL, -1};
  b.set = make_set(b.n);
  int i = 0;
  for (int r = 0; r < rich->n_rubies; r++) {
    while (i < b.n && get_char(&b, i)->ruby < r)
      i++;
    const int first = i;
    while (i < b.n && get_char(&b, i)->ruby == r)
      i++;
    if (i > first)
      append_word(&b, &rich->rubies[r], first, i - 1);
  }
  return b.set;
}

void pc_ruby_set_free(pc_ruby_set *set) {
  if (set == NULL)
    return;
  g_array_unref(set->parts);
  g_array_unref(set->words);
  g_free(set->word);
  g_free(set->start);
  g_free(set->end);
  g_free(set);
}

bool pc_ruby_covers(const pc_paragraph *p, int cluster) {
  return p->ruby != NULL && p->ruby->word[cluster] >= 0;
}

bool pc_ruby_joins(const pc_paragraph *p, int a, int b) {
  if (p->ruby == NULL)
    return true;
  const int word = p->ruby->word[a];
  if (word < 0 || word != p->ruby->word[b])
    return word == p->ruby->word[b];
  const pc_ruby_word *of = pc_ruby_word_at(p->ruby, word);
  return pc_ruby_part_of(p->ruby, of, a) == pc_ruby_part_of(p->ruby, of, b);
}

bool pc_paragraph_has_ruby(const pc_paragraph *paragraph) {
  return paragraph->ruby != NULL;
}

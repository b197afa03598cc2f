/* phrasing.c - weighs places by phrase scores and by the scripts at both sides.  Layer: text. */
#include "text/phrasing.h"

#include "text/phrase.h"

/* Scores from here are phrase borders beyond doubt; between hiragana only these are. */
#define SURE_SCORE 1500
#define SURE_KANA_SCORE 2000

#define LIKELY_COST 1
#define LIKELY_KANA_COST 4

typedef enum script_kind {
  SCRIPT_KANJI,
  SCRIPT_HIRAGANA,
  SCRIPT_KATAKANA,
  SCRIPT_FIGURE,
  SCRIPT_WESTERN,
  SCRIPT_OTHER,
  N_SCRIPTS,
} script_kind;

/* Where the scores see no border (TYPOGRAPHY section 5.2).  Hiragana mostly ends a phrase and is
 * mostly no beginning of one; a figure belongs to the counter after it. */
static const guint8 costs[N_SCRIPTS][N_SCRIPTS] = {
    [SCRIPT_KANJI] = {9, 50, 3, 20, 5, 4},      [SCRIPT_HIRAGANA] = {6, 40, 6, 6, 6, 6},
    [SCRIPT_KATAKANA] = {3, 50, 60, 9, 3, 4},   [SCRIPT_FIGURE] = {50, 50, 20, 200, 200, 9},
    [SCRIPT_WESTERN] = {9, 50, 3, 200, 200, 4}, [SCRIPT_OTHER] = {4, 6, 4, 4, 4, 4},
};

typedef struct script_range {
  gunichar first, last;
  script_kind script;
} script_range;

/* Full-width letters and figures are ideographs to JLREQ, but words and numbers to a reader. */
static const script_range ranges[] = {
    {'0', '9', SCRIPT_FIGURE},         {0x3041, 0x309F, SCRIPT_HIRAGANA},
    {0x30A1, 0x30FA, SCRIPT_KATAKANA}, {0x30FC, 0x30FF, SCRIPT_KATAKANA},
    {0x31F0, 0x31FF, SCRIPT_KATAKANA}, {0xFF10, 0xFF19, SCRIPT_FIGURE},
    {0xFF21, 0xFF3A, SCRIPT_WESTERN},  {0xFF41, 0xFF5A, SCRIPT_WESTERN},
    {0xFF66, 0xFF9F, SCRIPT_KATAKANA},
};

/* A paragraph with its characters, and the score of a break before each. */
typedef struct phrasing {
  pc_paragraph *paragraph;
  const pc_char *chars;
  int n_chars;
  double *scores;
} phrasing;

static script_kind get_script(const pc_char *c) {
  for (size_t i = 0; i < G_N_ELEMENTS(ranges); i++)
    if (c->code >= ranges[i].first && c->code <= ranges[i].last)
      return ranges[i].script;
  if (c->jclass == PC_JC_WESTERN)
    return SCRIPT_WESTERN;
  return c->jclass == PC_JC_IDEOGRAPH || c->jclass == PC_JC_ITERATION ? SCRIPT_KANJI : SCRIPT_OTHER;
}

static bool is_pause(const pc_char *c) {
  const guint32 pauses = pc_jclass_bit(PC_JC_MIDDLE_DOT) | pc_jclass_bit(PC_JC_FULL_STOP) |
                         pc_jclass_bit(PC_JC_COMMA) | pc_jclass_bit(PC_JC_DIVIDING) |
                         pc_jclass_bit(PC_JC_SPACE) | pc_jclass_bit(PC_JC_WESTERN_SPACE);
  return (pauses & pc_jclass_bit(c->jclass)) != 0;
}

/* The scores of one stretch between newlines; marks and the author's signs are not scored. */
static void score_stretch(const phrasing *f, int first, int end) {
  g_autoptr(GString) text = g_string_new(NULL);
  for (int i = first; i < end; i++)
    if (!f->chars[i].joins)
      g_string_append_unichar(text, f->chars[i].code);
  int count = 0;
  g_autofree double *scores = pc_phrase_score(text->str, &count);
  int at = 0;
  for (int i = first; i < end && at < count; i++)
    if (!f->chars[i].joins)
      f->scores[i] = scores[at++];
}

static void score_chars(const phrasing *f) {
  for (int first = 0; first < f->n_chars;) {
    int end = first;
    while (end < f->n_chars && !f->chars[end].is_newline)
      end++;
    score_stretch(f, first, end);
    first = end + 1;
  }
}

/* The last character before the break that is no mark; or the author's own U+200B. */
static const pc_char *find_before(const phrasing *f, int cluster) {
  const int first = f->paragraph->clusters[cluster].first_char;
  int last = f->paragraph->clusters[cluster + 1].first_char - 1;
  while (last > first && f->chars[last].joins && f->chars[last].code != 0x200B)
    last--;
  return &f->chars[last];
}

/* The scores take the first character of a compound for a phrase of its own. */
static bool is_lone_kanji(const phrasing *f, const pc_char *c) {
  return get_script(c) == SCRIPT_KANJI && (c == f->chars || get_script(c - 1) != SCRIPT_KANJI);
}

static double get_cost(const phrasing *f, int cluster) {
  const pc_char *before = find_before(f, cluster);
  const pc_char *after = &f->chars[f->paragraph->clusters[cluster + 1].first_char];
  const double score = f->scores[after - f->chars];
  const script_kind left = get_script(before);
  const script_kind right = get_script(after);
  if (before->code == 0x200B || is_pause(before))
    return 0;
  if (left == SCRIPT_WESTERN && right == SCRIPT_WESTERN)
    return costs[left][right];
  if (left == SCRIPT_HIRAGANA && right == SCRIPT_HIRAGANA && score > 0 && score < SURE_KANA_SCORE)
    return LIKELY_KANA_COST;
  if (score > 0 && right == SCRIPT_KANJI && is_lone_kanji(f, before))
    return costs[left][right];
  if (score > 0)
    return score > SURE_SCORE ? 0 : LIKELY_COST;
  return costs[left][right];
}

void pc_phrasing_measure(pc_paragraph *p, const pc_char *chars, int n_chars) {
  g_autofree double *scores = g_new0(double, (gsize)n_chars + 1);
  const phrasing f = {p, chars, n_chars, scores};
  score_chars(&f);
  p->break_costs = g_new0(double, (gsize)p->n + 1);
  for (int i = 0; i + 1 < p->n; i++) {
    if ((p->clusters[i].flags & PC_CLUSTER_BREAKS) == 0)
      continue;
    p->break_costs[i] = get_cost(&f, i);
    if (p->break_costs[i] >= costs[SCRIPT_KATAKANA][SCRIPT_KATAKANA])
      p->clusters[i].flags |= PC_CLUSTER_POOR;
  }
}

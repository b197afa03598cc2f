/* paragraph.c - gaps between clusters, where lines may break, and the sums of both.  Layer: text.
 */
#include "text/paragraph.h"

#include <string.h>

#include "text/breaks.h"

/* What composing one paragraph shares. */
typedef struct composing {
  pc_paragraph *paragraph;
  const pc_char *chars;
  int n_chars;
  const bool *uax14; /* or NULL */
} composing;

static int get_end_char(const composing *c, int cluster) {
  const pc_paragraph *p = c->paragraph;
  return cluster + 1 < p->n ? p->clusters[cluster + 1].first_char : c->n_chars;
}

/* The last character of a cluster that is not a mark on another. */
static const pc_char *find_last_char(const composing *c, int cluster) {
  const int first = c->paragraph->clusters[cluster].first_char;
  int last = get_end_char(c, cluster) - 1;
  while (last > first && c->chars[last].joins)
    last--;
  return &c->chars[last];
}

static void describe_cluster(const composing *c, int index) {
  pc_cluster *cluster = &c->paragraph->clusters[index];
  const pc_char *first = &c->chars[cluster->first_char];
  const pc_char *last = find_last_char(c, index);
  const bool space = first->jclass == PC_JC_WESTERN_SPACE;
  cluster->jclass = first->jclass;
  cluster->last_class = last->jclass;
  cluster->letter = first->letter;
  cluster->last_letter = last->letter;
  cluster->span = first->span;
  cluster->flags = (first->is_newline ? PC_CLUSTER_NEWLINE : 0) |
                   (space ? PC_CLUSTER_SPACE | PC_CLUSTER_DROPS : 0);
  if (first->jclass == PC_JC_FULL_STOP || first->jclass == PC_JC_COMMA)
    cluster->flags |= PC_CLUSTER_HANGS;
}

/* U+3000 after ！？ separates sentences: at a line's start it would look like an indent. */
static bool drops_at_start(const pc_paragraph *p, int i) {
  return i > 0 && p->clusters[i].jclass == PC_JC_SPACE &&
         p->clusters[i - 1].last_class == PC_JC_DIVIDING;
}

/* An author's own sign in the cluster: U+200B 1, U+2060 or U+FEFF -1, none 0. */
static int find_break_sign(const composing *c, int cluster) {
  for (int i = c->paragraph->clusters[cluster].first_char; i < get_end_char(c, cluster); i++) {
    if (c->chars[i].code == 0x200B)
      return 1;
    if (c->chars[i].code == 0x2060 || c->chars[i].code == 0xFEFF)
      return -1;
  }
  return 0;
}

/* Whether a line may end after cluster i, which is not the last.  Spaces are looked through: what
 * stands on both sides of them decides. */
static bool may_break(const composing *c, int i) {
  const pc_paragraph *p = c->paragraph;
  const unsigned around = p->clusters[i].flags | p->clusters[i + 1].flags;
  if ((around & PC_CLUSTER_NEWLINE) != 0 || (p->clusters[i + 1].flags & PC_CLUSTER_SPACE) != 0)
    return false;
  const int sign = find_break_sign(c, i);
  if (sign != 0)
    return sign > 0;
  const int before = p->visible[i];
  const int after = drops_at_start(p, i + 1) && i + 2 < p->n ? i + 2 : i + 1;
  if (before < 0)
    return true;
  const int first = p->clusters[i + 1].first_char;
  return pc_break_is_allowed(p->style.rules->kinsoku, find_last_char(c, before),
                             &c->chars[p->clusters[after].first_char],
                             c->uax14 == NULL ? before < i : c->uax14[first]);
}

/* Both Western: the font spaces them. */
static bool is_western(const pc_cluster *before, const pc_cluster *after) {
  return before->last_class == PC_JC_WESTERN && after->jclass == PC_JC_WESTERN;
}

/* Inside a katakana word: a heading breaks there only if the word is wider than the measure. */
static bool is_poor(const pc_paragraph *p, const pc_cluster *before, const pc_cluster *after) {
  const guint32 katakana = pc_jclass_bit(PC_JC_KATAKANA) | pc_jclass_bit(PC_JC_PROLONGED) |
                           pc_jclass_bit(PC_JC_SMALL_KANA);
  return p->style.is_heading && p->style.rules->phrase_breaks != PC_PHRASE_NONE &&
         (katakana & pc_jclass_bit(before->last_class)) != 0 &&
         (katakana & pc_jclass_bit(after->jclass)) != 0;
}

/* Em after cluster i, and its flags. */
static double compose_gap(const composing *c, int i) {
  pc_cluster *before = &c->paragraph->clusters[i];
  const pc_cluster *after = before + 1;
  if (((before->flags | after->flags) & PC_CLUSTER_NEWLINE) != 0)
    return 0;
  const bool breaks = may_break(c, i);
  if (breaks)
    before->flags |=
        PC_CLUSTER_BREAKS | (is_poor(c->paragraph, before, after) ? PC_CLUSTER_POOR : 0);
  if ((after->flags & PC_CLUSTER_SPACE) == 0 && !is_western(before, after) &&
      pc_spacing_stretches(before->last_class, after->jclass, breaks))
    before->flags |= PC_CLUSTER_STRETCHES;
  return pc_spacing_natural(c->paragraph->style.rules, pc_cluster_tail(before),
                            pc_cluster_head(after));
}

/* No break inside any occurrence of a word.  Clusters are walked once for all of them. */
static void keep_word(pc_paragraph *p, const char *word) {
  const int length = (int)strlen(word);
  int i = 0;
  for (const char *at = strstr(p->rich->text, word); at != NULL; at = strstr(at + length, word)) {
    const int start = (int)(at - p->rich->text);
    for (; i < p->n && p->clusters[i].end < start + length; i++)
      if (p->clusters[i].end > start)
        p->clusters[i].flags &= ~(unsigned)PC_CLUSTER_BREAKS;
  }
}

/* Words of theme.text.keep never break. */
static void keep_words(pc_paragraph *p) {
  const pc_strings *keep = &p->style.rules->keep;
  for (int k = 0; k < keep->count; k++)
    if (keep->items[k].text != NULL && *keep->items[k].text != '\0')
      keep_word(p, keep->items[k].text);
}

static void find_visible(pc_paragraph *p) {
  int visible = -1;
  for (int i = 0; i < p->n; i++) {
    const unsigned flags = p->clusters[i].flags;
    if ((flags & PC_CLUSTER_NEWLINE) != 0)
      visible = -1;
    else if ((flags & PC_CLUSTER_SPACE) == 0)
      visible = i;
    p->visible[i] = visible;
  }
}

void pc_paragraph_compose(pc_paragraph *paragraph, const pc_char *chars, int n_chars,
                          GArray *clusters) {
  paragraph->n = (int)clusters->len;
  const gsize n = clusters->len;
  paragraph->clusters = (pc_cluster *)(void *)g_array_free(clusters, FALSE);
  paragraph->x = g_new0(double, n + 1);
  paragraph->stretches = g_new0(int, n + 1);
  paragraph->visible = g_new0(int, n + 1);
  g_autofree bool *uax14 = pc_chars_find_breaks(paragraph->rich, chars, n_chars);
  const composing c = {paragraph, chars, n_chars, uax14};
  for (int i = 0; i < paragraph->n; i++)
    describe_cluster(&c, i);
  for (int i = 1; i < paragraph->n; i++)
    if (drops_at_start(paragraph, i))
      paragraph->clusters[i].flags |= PC_CLUSTER_DROPS;
  while (paragraph->head < paragraph->n &&
         (paragraph->clusters[paragraph->head].flags & PC_CLUSTER_DROPS) != 0)
    paragraph->head++;
  find_visible(paragraph);
  for (int i = 0; i < paragraph->n; i++) {
    const double gap = i + 1 < paragraph->n ? compose_gap(&c, i) : 0;
    const bool stretches = (paragraph->clusters[i].flags & PC_CLUSTER_STRETCHES) != 0;
    paragraph->x[i + 1] = paragraph->x[i] + paragraph->clusters[i].body + gap;
    paragraph->stretches[i + 1] = paragraph->stretches[i] + (stretches ? 1 : 0);
  }
  keep_words(paragraph);
}

void pc_paragraph_free(pc_paragraph *paragraph) {
  if (paragraph == NULL)
    return;
  for (int i = 0; i < paragraph->n_items; i++) {
    g_object_unref(paragraph->items[i].font);
    pango_glyph_string_free(paragraph->items[i].glyphs);
  }
  g_free(paragraph->items);
  g_free(paragraph->clusters);
  g_free(paragraph->x);
  g_free(paragraph->stretches);
  g_free(paragraph->visible);
  g_free(paragraph);
}

const pc_rich *pc_paragraph_rich(const pc_paragraph *paragraph) {
  return paragraph->rich;
}

/* paragraph.c - gaps between clusters, where lines may break, and the sums of both.  Layer: text.
 */
#include "text/paragraph.h"

#include <string.h>

#include "text/breaks.h"
#include "text/ruby.h"

/* From this width on it is no word of running text. */
#define LONG_WORD_EM 8.0

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
  cluster->flags = (first->is_newline ? PC_CLUSTER_NEWLINE : 0) | (space ? PC_CLUSTER_SPACE : 0);
  if (first->ruby < 0 && (first->jclass == PC_JC_FULL_STOP || first->jclass == PC_JC_COMMA))
    cluster->flags |= PC_CLUSTER_HANGS;
}

static int skip_spaces(const pc_paragraph *p, int from) {
  while (from < p->n && (p->clusters[from].flags & PC_CLUSTER_SPACE) != 0)
    from++;
  return from;
}

/* U+3000 parts sentences or words: at a line's start it would look like an indent, which it is only
 * at a paragraph's own start. */
static void find_spaces(pc_paragraph *p) {
  bool inside = false;
  for (int i = 0; i < p->n; i++) {
    pc_cluster *c = &p->clusters[i];
    const bool wide = c->jclass == PC_JC_SPACE;
    if (inside && wide)
      c->flags |= PC_CLUSTER_SPACE;
    inside = (c->flags & PC_CLUSTER_NEWLINE) == 0 && (inside || !wide);
  }
  p->head = skip_spaces(p, 0);
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
  if (before < 0)
    return false;
  const int first = p->clusters[i + 1].first_char;
  return !c->chars[first].tied &&
         pc_break_is_allowed(p->style.rules->kinsoku, find_last_char(c, before), &c->chars[first],
                             c->uax14 == NULL ? before < i : c->uax14[first]);
}

/* Adds what the gap after cluster i can give and take, and all its em, to the sums. */
static void sum_gap(pc_paragraph *p, int i, double natural, const pc_room *room) {
  pc_sums *sums = &p->sums[i + 1];
  double stretch = 0;
  *sums = p->sums[i];
  for (int k = 0; k < PC_N_SHRINKS; k++) {
    sums->room.shrink[k] += room->shrink[k];
    sums->tight += room->shrink[k];
  }
  for (int k = 0; k < PC_N_STRETCHES; k++) {
    sums->room.stretch[k] += room->stretch[k];
    stretch += room->stretch[k];
  }
  sums->gaps += stretch > 0 ? 1 : 0;
  p->x[i + 1] = p->x[i] + p->clusters[i].body + natural;
}

/* Settles the gap after cluster i: em, room, and whether a line may end there. */
static void compose_gap(const composing *c, int i) {
  pc_paragraph *p = c->paragraph;
  pc_cluster *before = &p->clusters[i];
  const pc_cluster *after = before + 1;
  pc_room room = {0};
  if (i + 1 >= p->n || ((before->flags | after->flags) & PC_CLUSTER_NEWLINE) != 0) {
    sum_gap(p, i, 0, &room);
    return;
  }
  const bool breaks = may_break(c, i);
  if (breaks)
    before->flags |= PC_CLUSTER_BREAKS;
  const pc_body tail = pc_cluster_tail(before);
  const pc_body head = pc_cluster_head(after);
  if (!c->chars[after->first_char].tied)
    room = pc_spacing_room(p->style.rules, tail, head, breaks);
  sum_gap(p, i, pc_spacing_natural(p->style.rules, tail, head), &room);
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

/* The stop after cluster `end`; *forced: the text has a line end there. */
static pc_stop make_stop(const pc_paragraph *p, int end, bool *forced) {
  pc_stop stop = {.last = end >= 0 ? p->visible[end] : -1, .next = skip_spaces(p, end + 1)};
  *forced = stop.next >= p->n;
  if (stop.next < p->n && (p->clusters[stop.next].flags & PC_CLUSTER_NEWLINE) != 0) {
    stop.next = skip_spaces(p, stop.next + 1);
    *forced = true;
  }
  return stop;
}

/* Every place where a line may end, in order. */
static void find_stops(pc_paragraph *p) {
  g_autoptr(GArray) stops = g_array_sized_new(FALSE, FALSE, sizeof(pc_stop), (guint)p->n);
  int n_open = 0;
  for (int i = p->head; i < p->n; i++) {
    const unsigned flags = p->clusters[i].flags;
    const bool newline = (flags & PC_CLUSTER_NEWLINE) != 0;
    if (!newline && i + 1 < p->n && (flags & PC_CLUSTER_BREAKS) == 0)
      continue;
    bool forced = false;
    const pc_stop stop = make_stop(p, newline ? i - 1 : i, &forced);
    g_array_append_val(stops, stop);
    n_open++;
    for (; forced && n_open > 0; n_open--)
      g_array_index(stops, pc_stop, stops->len - (guint)n_open).forced = (int)stops->len - 1;
    if (stop.next >= p->n)
      break;
  }
  p->n_stops = (int)stops->len;
  p->stops = (pc_stop *)(void *)g_array_free(g_steal_pointer(&stops), FALSE);
}

/* A URL, an address, a very long word: what stands before any part of it may be left short. */
static void find_long_words(pc_paragraph *p) {
  for (int i = 0; i < p->n;) {
    int end = i;
    while (end < p->n && p->clusters[end].jclass == PC_JC_WESTERN)
      end++;
    const bool is_long = p->x[end] - p->x[i] >= LONG_WORD_EM;
    for (int k = i; k < end && is_long; k++)
      p->clusters[k].flags |= PC_CLUSTER_LONG;
    i = MAX(end, i + 1);
  }
}

void pc_paragraph_compose(pc_paragraph *paragraph, const pc_char *chars, int n_chars,
                          GArray *clusters) {
  paragraph->n = (int)clusters->len;
  const gsize n = clusters->len;
  paragraph->clusters = (pc_cluster *)(void *)g_array_free(clusters, FALSE);
  paragraph->x = g_new0(double, n + 1);
  paragraph->sums = g_new0(pc_sums, n + 1);
  paragraph->visible = g_new0(int, n + 1);
  g_autofree bool *uax14 = pc_chars_find_breaks(paragraph->rich, chars, n_chars);
  const composing c = {paragraph, chars, n_chars, uax14};
  for (int i = 0; i < paragraph->n; i++)
    describe_cluster(&c, i);
  find_spaces(paragraph);
  find_visible(paragraph);
  for (int i = 0; i < paragraph->n; i++)
    compose_gap(&c, i);
  keep_words(paragraph);
  find_stops(paragraph);
  find_long_words(paragraph);
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
  g_free(paragraph->sums);
  g_free(paragraph->stops);
  g_free(paragraph->visible);
  pc_ruby_set_free(paragraph->ruby);
  g_free(paragraph->break_costs);
  g_free(paragraph);
}

const pc_rich *pc_paragraph_rich(const pc_paragraph *paragraph) {
  return paragraph->rich;
}

bool pc_paragraph_is_vertical(const pc_paragraph *paragraph) {
  return paragraph->style.vertical;
}

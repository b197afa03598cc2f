/* markup_emphasis.c - stars, tildes and equals signs to marks.  Layer: doc.
 *
 * CommonMark's algorithm (section 6.2: delimiter runs, rule of three) with its flanking rules
 * between Western characters.  Beside a Japanese character, whose sentences have no spaces, a run
 * opens before and closes behind whatever is no blank; but no run opens before 、。） nor closes
 * behind （「, unless nothing but punctuation stands inside.  A lone star between two digits is a
 * multiplication sign.
 */
#include "doc/markup_parts.h"

#define N_FAMILIES 3
#define N_MARKS 4

typedef struct run {
  int at, length; /* glyphs */
  int first, end; /* not yet taken */
  int family;     /* star, tilde, equal */
  bool can_open, can_close;
} run;

static const pc_mark mark_bits[N_MARKS] = {PC_MARK_EMPHASIS, PC_MARK_STRONG, PC_MARK_STRIKE,
                                           PC_MARK_HIGHLIGHT};

/* Marks begin and end at glyphs: changes of depth, so that nesting costs nothing. */
typedef struct pass {
  pc_passage *passage;
  GArray *runs;  /* run */
  GArray *stack; /* int: runs that wait for their end */
  gint32 *depth[N_MARKS];
  int bottom[N_FAMILIES][3][2]; /* no opener before this run, by length and direction of the end */
} pass;

static bool is_printed(const pc_glyph *glyph) {
  return !glyph->gone;
}

/* The printed character before `at`, or behind it; a blank at the ends. */
static gunichar find_before(const pc_passage *passage, int at) {
  for (int i = at - 1; i >= 0; i--)
    if (is_printed(PC_GLYPH(passage, i)))
      return PC_GLYPH(passage, i)->ch;
  return ' ';
}

static gunichar find_behind(const pc_passage *passage, int at) {
  for (int i = at; i < (int)passage->glyphs->len; i++)
    if (is_printed(PC_GLYPH(passage, i)))
      return PC_GLYPH(passage, i)->ch;
  return ' ';
}

static bool is_blank(gunichar ch) {
  return pc_char_is_space(ch) || g_unichar_isspace(ch);
}

static bool is_digit(gunichar ch) {
  return g_unichar_isdigit(ch);
}

static bool is_closing(gunichar ch) {
  GUnicodeType type = g_unichar_type(ch);
  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION ||
         g_utf8_strchr("、。，．", -1, ch) != NULL;
}

static bool is_opening(gunichar ch) {
  GUnicodeType type = g_unichar_type(ch);
  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
}

static void judge_western(run *r, gunichar before, gunichar behind) {
  bool blank_before = is_blank(before);
  bool blank_behind = is_blank(behind);
  bool mark_before = pc_char_is_punctuation(before);
  bool mark_behind = pc_char_is_punctuation(behind);
  r->can_open = !blank_behind && (!mark_behind || blank_before || mark_before);
  r->can_close = !blank_before && (!mark_before || blank_behind || mark_behind);
}

static void judge_run(const pc_passage *passage, run *r) {
  gunichar before = find_before(passage, r->at);
  gunichar behind = find_behind(passage, r->end);
  bool is_product = r->family == 0 && r->length == 1 && is_digit(before) && is_digit(behind);
  bool is_operator = r->family == 2 && before < 0x80 && behind < 0x80 &&
                     g_ascii_isalnum((char)before) && g_ascii_isalnum((char)behind);
  if (is_product || is_operator)
    return;
  judge_western(r, before, behind);
  if (!pc_char_is_japanese(before) && !pc_char_is_japanese(behind))
    return;
  r->can_open = !is_blank(behind) && !is_closing(behind);
  r->can_close = !is_blank(before) && !is_opening(before);
}

/* 点*、*で */
static bool is_punctuation_between(const pc_passage *passage, const run *left, const run *right) {
  for (int i = left->end; i < right->at; i++)
    if (!pc_char_is_punctuation(PC_GLYPH(passage, i)->ch))
      return false;
  return right->at > left->end;
}

static void find_runs(pass *p) {
  int count = (int)p->passage->glyphs->len;
  for (int i = 0; i < count;) {
    const pc_glyph *glyph = PC_GLYPH(p->passage, i);
    bool is_delimiter = glyph->kind >= PC_GLYPH_STAR && glyph->kind <= PC_GLYPH_EQUAL;
    int end = i + 1;
    while (end < count && is_delimiter && PC_GLYPH(p->passage, end)->kind == glyph->kind &&
           PC_GLYPH(p->passage, end)->gone == glyph->gone)
      end++;
    if (is_delimiter && !glyph->gone) {
      run r = {.at = i, .length = end - i, .first = i, .end = end};
      r.family = (int)(glyph->kind - PC_GLYPH_STAR);
      judge_run(p->passage, &r);
      g_array_append_val(p->runs, r);
    }
    i = end;
  }
}

static void judge_punctuation(pass *p) {
  for (guint i = 1; i < p->runs->len; i++) {
    run *left = &g_array_index(p->runs, run, i - 1);
    run *right = &g_array_index(p->runs, run, i);
    bool is_pair = left->family == right->family && left->length == right->length &&
                   is_punctuation_between(p->passage, left, right);
    if (!is_pair || is_blank(find_before(p->passage, left->at)))
      continue;
    left->can_open = true;
    right->can_close = true;
  }
}

static bool is_match(const run *opener, const run *closer) {
  if (opener->family != closer->family)
    return false;
  if (opener->family != 0)
    return true;
  bool is_either = opener->can_close || closer->can_open;
  bool is_three = (opener->length + closer->length) % 3 == 0;
  return !is_either || !is_three || (opener->length % 3 == 0 && closer->length % 3 == 0);
}

/* Place on the stack of the run that closer ends, or -1. */
static int find_opener(const pass *p, const run *closer, int bottom) {
  for (int i = (int)p->stack->len - 1; i >= 0; i--) {
    int index = g_array_index(p->stack, int, i);
    if (index < bottom)
      return -1;
    if (is_match(&g_array_index(p->runs, run, index), closer))
      return i;
  }
  return -1;
}

static void take_pair(pass *p, run *opener, run *closer) {
  static const int family_marks[N_FAMILIES] = {0, 2, 3};
  bool is_double = opener->end - opener->first >= 2 && closer->end - closer->first >= 2;
  int taken = is_double ? 2 : 1;
  int mark = family_marks[opener->family] + (opener->family == 0 && is_double ? 1 : 0);
  p->depth[mark][opener->end]++;
  p->depth[mark][closer->first]--;
  for (int i = 0; i < taken; i++) {
    PC_GLYPH(p->passage, --opener->end)->gone = true;
    PC_GLYPH(p->passage, closer->first++)->gone = true;
  }
}

/* Pairs the run with all it ends. */
static void close_run(pass *p, int index) {
  run *closer = &g_array_index(p->runs, run, index);
  int *bottom = &p->bottom[closer->family][closer->length % 3][closer->can_open];
  while (closer->first < closer->end) {
    int place = find_opener(p, closer, *bottom);
    if (place < 0) {
      *bottom = index;
      return;
    }
    run *opener = &g_array_index(p->runs, run, g_array_index(p->stack, int, place));
    take_pair(p, opener, closer);
    g_array_set_size(p->stack, (guint)(opener->first < opener->end ? place + 1 : place));
  }
}

static void match_runs(pass *p) {
  for (int i = 0; i < (int)p->runs->len; i++) {
    const run *r = &g_array_index(p->runs, run, i);
    if (r->can_close)
      close_run(p, i);
    if (r->can_open && r->first < r->end)
      g_array_append_val(p->stack, i);
  }
}

static void apply_marks(const pass *p) {
  gint32 depth[N_MARKS] = {0};
  for (int i = 0; i < (int)p->passage->glyphs->len; i++) {
    for (int mark = 0; mark < N_MARKS; mark++) {
      depth[mark] += p->depth[mark][i];
      if (depth[mark] > 0)
        PC_GLYPH(p->passage, i)->marks |= mark_bits[mark];
    }
  }
}

void pc_emphasis_find(pc_passage *passage) {
  g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(run));
  g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(int));
  pass p = {.passage = passage, .runs = runs, .stack = stack};
  find_runs(&p);
  if (runs->len < 2)
    return;
  g_autofree gint32 *depths = g_new0(gint32, (gsize)N_MARKS * (passage->glyphs->len + 1));
  for (int mark = 0; mark < N_MARKS; mark++)
    p.depth[mark] = depths + (gsize)mark * (passage->glyphs->len + 1);
  judge_punctuation(&p);
  match_runs(&p);
  apply_marks(&p);
}

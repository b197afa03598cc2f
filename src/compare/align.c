/* align.c - the longest common subsequence of tokens, and hunks that a reader sees as words.
 * Layer: compare. */
#include "compare/align.h"

#include <string.h>

#include "compare/tokens.h"

/* Cells of the table of lengths; longer texts are compared as wholes. */
#define MAX_CELLS (16 << 20)
/* Parts of one name that are in the same script, at most. */
#define MAX_STRETCH 8
/* More of them are one. */
#define MAX_HUNKS 20

typedef struct alignment {
  const pc_token *before, *after;
  int n_before, n_after;
  GArray *hunks;
} alignment;

static bool is_same(const alignment *a, int before, int after) {
  return strcmp(a->before[before].text, a->after[after].text) == 0;
}

static int count_head(const alignment *a) {
  int n = 0;
  while (n < a->n_before && n < a->n_after && is_same(a, n, n))
    n++;
  return n;
}

static int count_tail(const alignment *a, int head) {
  int n = 0;
  while (n < a->n_before - head && n < a->n_after - head &&
         is_same(a, a->n_before - 1 - n, a->n_after - 1 - n))
    n++;
  return n;
}

/* Number of each token's text, the same for the same text: compared faster. */
static int *number_tokens(const pc_token *tokens, int n, GHashTable *numbers) {
  int *made = g_new0(int, (gsize)MAX(n, 1));
  for (int i = 0; i < n; i++) {
    const guint size = g_hash_table_size(numbers);
    gpointer known = g_hash_table_lookup(numbers, tokens[i].text);
    made[i] = known != NULL ? GPOINTER_TO_INT(known) : (int)size + 1;
    if (known == NULL)
      g_hash_table_insert(numbers, (gpointer)tokens[i].text, GINT_TO_POINTER(made[i]));
  }
  return made;
}

/* A row and a column more than tokens: lengths[i][j] is how much the rests from i and j share. */
typedef struct table {
  int rows, columns;
  guint16 *lengths;
} table;

static guint16 *cell(const table *t, int row, int column) {
  return &t->lengths[(gsize)row * (gsize)(t->columns + 1) + (gsize)column];
}

static void fill_table(table *t, const int *before, const int *after) {
  for (int i = t->rows - 1; i >= 0; i--) {
    for (int j = t->columns - 1; j >= 0; j--) {
      const guint16 skipped = MAX(*cell(t, i + 1, j), *cell(t, i, j + 1));
      *cell(t, i, j) = before[i] == after[j] ? (guint16)(*cell(t, i + 1, j + 1) + 1) : skipped;
    }
  }
}

static void append_hunk(alignment *a, pc_hunk hunk) {
  if (hunk.before < hunk.before_end || hunk.after < hunk.after_end)
    g_array_append_val(a->hunks, hunk);
}

static void walk_table(alignment *a, const table *t, const int *before, const int *after,
                       int head) {
  pc_hunk hunk = {head, head, head, head};
  for (int i = 0, j = 0; i < t->rows || j < t->columns;) {
    const bool is_equal = i < t->rows && j < t->columns && before[i] == after[j];
    const bool drops = j == t->columns || (i < t->rows && *cell(t, i + 1, j) >= *cell(t, i, j + 1));
    i += is_equal || drops;
    j += is_equal || !drops;
    if (is_equal) {
      append_hunk(a, hunk);
      hunk = (pc_hunk){head + i, head + i, head + j, head + j};
    }
    hunk.before_end = head + i;
    hunk.after_end = head + j;
  }
  append_hunk(a, hunk);
}

/* No tokens are NULL, from which nothing can be counted on. */
static const pc_token *skip(const pc_token *tokens, int count) {
  return count > 0 ? tokens + count : tokens;
}

static void align_middle(alignment *a, int head, int tail) {
  table t = {a->n_before - head - tail, a->n_after - head - tail, NULL};
  const pc_hunk whole = {head, head + t.rows, head, head + t.columns};
  const gint64 cells = (gint64)(t.rows + 1) * (t.columns + 1);
  if (cells > MAX_CELLS || MIN(t.rows, t.columns) > G_MAXUINT16) {
    append_hunk(a, whole);
    return;
  }
  g_autoptr(GHashTable) numbers = g_hash_table_new(g_str_hash, g_str_equal);
  g_autofree int *before = number_tokens(skip(a->before, head), t.rows, numbers);
  g_autofree int *after = number_tokens(skip(a->after, head), t.columns, numbers);
  g_autofree guint16 *lengths = g_new0(guint16, (gsize)cells);
  t.lengths = lengths;
  fill_table(&t, before, after);
  walk_table(a, &t, before, after, head);
}

static pc_script script_at(const pc_token *tokens, int index, int from, int to) {
  return index >= from && index < to ? pc_script_of(g_utf8_get_char(tokens[index].text))
                                     : PC_SCRIPT_ALONE;
}

/* Whether a word of ideographs or katakana goes on over the border between two tokens. */
static bool goes_on(const pc_token *tokens, int n, int left) {
  const pc_script script = script_at(tokens, left, 0, n);
  return (script == PC_SCRIPT_HAN || script == PC_SCRIPT_KATAKANA) &&
         script_at(tokens, left + 1, 0, n) == script && pc_tokens_go_on(&tokens[left]);
}

/* To the ends of the words that it lies in, but not over another hunk. */
static void stretch(const alignment *a, pc_hunk *hunk, int least, int most) {
  for (int i = 0; i < MAX_STRETCH && hunk->before > least &&
                  (goes_on(a->before, a->n_before, hunk->before - 1) ||
                   goes_on(a->after, a->n_after, hunk->after - 1));
       i++) {
    hunk->before--;
    hunk->after--;
  }
  for (int i = 0; i < MAX_STRETCH && hunk->before_end < most &&
                  (goes_on(a->before, a->n_before, hunk->before_end - 1) ||
                   goes_on(a->after, a->n_after, hunk->after_end - 1));
       i++) {
    hunk->before_end++;
    hunk->after_end++;
  }
}

static void stretch_all(const alignment *a) {
  for (guint i = 0; i < a->hunks->len; i++) {
    pc_hunk *hunk = &g_array_index(a->hunks, pc_hunk, i);
    const int least = i > 0 ? hunk[-1].before_end : 0;
    stretch(a, hunk, least, i + 1 < a->hunks->len ? hunk[1].before : a->n_before);
  }
}

/* With at most one token between them they read as one change. */
static void join_all(const alignment *a) {
  guint kept = 0;
  const bool is_one = a->hunks->len > MAX_HUNKS;
  for (guint i = 1; i < a->hunks->len; i++) {
    pc_hunk *last = &g_array_index(a->hunks, pc_hunk, kept);
    const pc_hunk hunk = g_array_index(a->hunks, pc_hunk, i);
    if (is_one || hunk.before - last->before_end <= 1) {
      last->before_end = hunk.before_end;
      last->after_end = hunk.after_end;
    } else {
      g_array_index(a->hunks, pc_hunk, ++kept) = hunk;
    }
  }
  g_array_set_size(a->hunks, MIN(a->hunks->len, kept + 1));
}

GArray *pc_align(const GArray *before, const GArray *after) {
  alignment a = {(const pc_token *)(const void *)before->data,
                 (const pc_token *)(const void *)after->data, (int)before->len, (int)after->len,
                 g_array_new(FALSE, FALSE, sizeof(pc_hunk))};
  const int head = count_head(&a), tail = count_tail(&a, head);
  if (head + tail < MAX(a.n_before, a.n_after))
    align_middle(&a, head, tail);
  join_all(&a);
  stretch_all(&a);
  join_all(&a);
  return a.hunks;
}

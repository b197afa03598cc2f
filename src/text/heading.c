/* heading.c - lines of similar length, broken where a reader would pause.  Layer: text. */
#include "text/line.h"

/* Past these a heading is body text: set greedily. */
#define MAX_BREAKS 300
#define MAX_LINES 24

/* Weights of TYPOGRAPHY's heading algorithm: evenness against the quality of breaks. */
#define WEIGHT_WIDTH 0.6
#define WEIGHT_BREAK 1.5

typedef enum script_kind {
  SCRIPT_KANJI,
  SCRIPT_HIRAGANA,
  SCRIPT_KATAKANA,
  SCRIPT_WESTERN,
  SCRIPT_OTHER,
  N_SCRIPTS,
} script_kind;

/* What a break costs by the scripts at both sides: hiragana mostly ends a phrase, and is mostly no
 * beginning of one. */
static const guint8 costs[N_SCRIPTS][N_SCRIPTS] = {
    [SCRIPT_KANJI] = {9, 50, 3, 5, 4},     [SCRIPT_HIRAGANA] = {1, 40, 1, 1, 1},
    [SCRIPT_KATAKANA] = {3, 50, 60, 3, 4}, [SCRIPT_WESTERN] = {20, 50, 3, 200, 4},
    [SCRIPT_OTHER] = {4, 6, 4, 4, 4},
};

static script_kind get_script(pc_jclass jclass) {
  switch (jclass) {
  case PC_JC_HIRAGANA:
    return SCRIPT_HIRAGANA;
  case PC_JC_KATAKANA:
  case PC_JC_SMALL_KANA:
  case PC_JC_PROLONGED:
    return SCRIPT_KATAKANA;
  case PC_JC_IDEOGRAPH:
  case PC_JC_ITERATION:
    return SCRIPT_KANJI;
  case PC_JC_WESTERN:
    return SCRIPT_WESTERN;
  default:
    return SCRIPT_OTHER;
  }
}

static double get_cost(const pc_paragraph *p, int end) {
  if (p->style.rules->phrase_breaks == PC_PHRASE_NONE)
    return 0;
  const pc_cluster *before = &p->clusters[end];
  switch (before->last_class) {
  case PC_JC_MIDDLE_DOT:
  case PC_JC_FULL_STOP:
  case PC_JC_COMMA:
  case PC_JC_DIVIDING:
  case PC_JC_SPACE:
  case PC_JC_WESTERN_SPACE:
    return 0;
  default:
    return costs[get_script(before->last_class)][get_script(before[1].jclass)];
  }
}

/* The best way to a place where a line may end. */
typedef struct way {
  double cost;
  int from; /* index of the place before it */
} way;

/* A stretch between forced breaks: places[0] is where it begins, the others where lines may end. */
typedef struct balance {
  const pc_paragraph *paragraph;
  double measure, average;
  int n_places;
  int places[MAX_BREAKS + 2];
  way ways[MAX_LINES + 1][MAX_BREAKS + 2];
} balance;

static pc_line_fit fit_between(const balance *b, int from, int to) {
  const int start = from == 0 ? b->places[0] : b->places[from] + 1;
  return pc_line_between(b->paragraph, start, b->places[to], b->measure);
}

/* The best last line of k lines that end at place `to`. */
static void find_way(balance *b, int k, int to) {
  way *best = &b->ways[k][to];
  *best = (way){G_MAXDOUBLE, -1};
  const bool is_end = to == b->n_places - 1;
  const double price = is_end ? 0 : WEIGHT_BREAK * get_cost(b->paragraph, b->places[to]);
  for (int from = to - 1; from >= 0; from--) {
    const pc_line_fit fit = fit_between(b, from, to);
    if (fit.overfull)
      return;
    if (b->ways[k - 1][from].cost >= G_MAXDOUBLE)
      continue;
    const double off = fit.right - b->average;
    const double cost = b->ways[k - 1][from].cost + WEIGHT_WIDTH * off * off + price;
    if (cost < best->cost)
      *best = (way){cost, from};
  }
}

static bool fill_places(balance *b, int from, int end) {
  b->n_places = 1;
  b->places[0] = from;
  for (int i = from; i <= end; i++) {
    if (i < end && (b->paragraph->clusters[i].flags & PC_CLUSTER_BREAKS) == 0)
      continue;
    if (b->n_places > MAX_BREAKS)
      return false;
    b->places[b->n_places++] = i;
  }
  return true;
}

/* Replaces the n greedy lines at the end of fits, which run from a cluster to `end`. */
static void rebalance(const pc_paragraph *p, double measure, GArray *fits, int n) {
  const pc_line_fit *greedy = &g_array_index(fits, pc_line_fit, fits->len - (guint)n);
  const int from = greedy[0].first;
  if (n < 2 || n > MAX_LINES)
    return;
  g_autofree balance *b = g_new0(balance, 1);
  *b = (balance){.paragraph = p, .measure = measure};
  for (int i = 0; i < n; i++)
    b->average += greedy[i].right / n;
  if (!fill_places(b, from, greedy[n - 1].last))
    return;
  for (int to = 1; to < b->n_places; to++)
    b->ways[0][to].cost = G_MAXDOUBLE;
  for (int k = 1; k <= n; k++) {
    b->ways[k][0] = (way){G_MAXDOUBLE, -1};
    for (int to = 1; to < b->n_places; to++)
      find_way(b, k, to);
  }
  int to = b->n_places - 1;
  if (b->ways[n][to].from < 0)
    return;
  const pc_line_fit last = greedy[n - 1];
  for (int k = n; k > 0; k--) {
    const int before = b->ways[k][to].from;
    g_array_index(fits, pc_line_fit, fits->len - (guint)(n - k) - 1) = fit_between(b, before, to);
    to = before;
  }
  pc_line_fit *end = &g_array_index(fits, pc_line_fit, fits->len - 1);
  end->next = last.next;
  end->ends = last.ends;
}

void pc_lines_balance(const pc_paragraph *p, double measure, GArray *fits) {
  int n = 0;
  for (int from = 0; from < p->n;) {
    const pc_line_fit fit = pc_line_greedy(p, from, measure);
    g_array_append_val(fits, fit);
    from = fit.next;
    n++;
    if (!fit.ends)
      continue;
    rebalance(p, measure, fits, n);
    n = 0;
  }
}

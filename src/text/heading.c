/* heading.c - lines of similar length, broken where a reader would pause.  Layer: text.
 *
 * Of all ways to set a stretch in the fewest lines, or in one more, the one that costs least
 * (TYPOGRAPHY section 5.2).
 */
#include "text/line.h"
#include "text/phrasing.h"

/* Past these lines each one is as good as the measure allows, without a fixed number of them; past
 * these pairs of places it is body text. */
#define MAX_LINES 12
#define MAX_PAIRS 60000

/* Evenness, in em squared, against the quality of breaks and the number of lines. */
#define WEIGHT_WIDTH 0.6
#define WEIGHT_BREAK 1.5
/* Room that a line leaves at its end, in em, where lines are to be filled. */
#define WEIGHT_FILL 0.5
#define LINE_COST 18.0

/* More than all that the rest of a heading can cost: a break inside a word, a line that is wider
 * than the measure. */
#define POOR_COST 1e6
#define OVERFULL_COST 1e10
#define NO_WAY G_MAXDOUBLE

/* A place where a line may end, and the lines that may end there: widths[at + i] is of the line
 * that begins i + 1 places before. */
typedef struct place {
  int cluster;
  int at, n_lines;
  double price;
} place;

/* The best way to a place. */
typedef struct way {
  double cost;
  int lines;
  int from; /* index of the place before it */
} way;

/* A stretch between forced breaks: place 0 is where it begins. */
typedef struct balance {
  const pc_paragraph *paragraph;
  double measure;
  GArray *places; /* place */
  GArray *widths; /* double; < 0: no line */
  way *ways;      /* one row of places for each number of lines */
} balance;

/* What counts in one search. */
typedef struct pricing {
  double line, width, poor; /* cost of each line, of unevenness, of breaks inside words */
  double average;
} pricing;

static place *place_at(const balance *b, int index) {
  return &g_array_index(b->places, place, index);
}

static int count_places(const balance *b) {
  return (int)b->places->len;
}

static pc_line_fit fit_between(const balance *b, int from, int to) {
  const int start = place_at(b, from)->cluster + (from > 0 ? 1 : 0);
  return pc_line_between(b->paragraph, start, place_at(b, to)->cluster, b->measure);
}

/* The lines that may end at a place, from the shortest.  What cannot be broken must stand, however
 * wide. */
static bool append_lines(const balance *b, int to) {
  place *end = place_at(b, to);
  end->at = (int)b->widths->len;
  for (int from = to - 1; from >= 0; from--) {
    const pc_line_fit fit = fit_between(b, from, to);
    if (fit.overfull && end->n_lines > 0)
      return true;
    const double width = fit.last < fit.first ? -1 : fit.right;
    g_array_append_val(b->widths, width);
    end->n_lines += 1;
    if (b->widths->len > MAX_PAIRS)
      return false;
  }
  return true;
}

/* Places and lines between them; false: too many. */
static bool fill_balance(const balance *b, int from, int end) {
  const place start = {.cluster = from};
  g_array_append_val(b->places, start);
  for (int i = from; i <= end; i++) {
    const unsigned flags = b->paragraph->clusters[i].flags;
    if (i < end && (flags & PC_CLUSTER_BREAKS) == 0)
      continue;
    place next = {.cluster = i};
    if (i < end)
      next.price = WEIGHT_BREAK * b->paragraph->break_costs[i];
    g_array_append_val(b->places, next);
    if (!append_lines(b, count_places(b) - 1))
      return false;
  }
  return true;
}

/* What every line to a place costs, however long. */
static double price_end(const balance *b, const pricing *goal, int to) {
  const place *end = place_at(b, to);
  const bool inside = to + 1 < count_places(b);
  const bool poor = (b->paragraph->clusters[end->cluster].flags & PC_CLUSTER_POOR) != 0;
  return goal->line + goal->width * end->price + (inside && poor ? goal->poor : 0);
}

/* How far a line is from what it should be.  In filled text room is lost in proportion, and the
 * last line may be as short as it likes. */
static double price_shape(const balance *b, const pricing *goal, double width, int to) {
  const double off = MIN(width, b->measure) - goal->average;
  if (!b->paragraph->style.is_filled)
    return WEIGHT_WIDTH * off * off;
  return to + 1 == count_places(b) ? 0 : WEIGHT_FILL * ABS(off);
}

static double price_width(const balance *b, const pricing *goal, double width, int to) {
  const double price = goal->width * price_shape(b, goal, width, to);
  return width > b->measure + PC_LINE_EPSILON ? price + OVERFULL_COST : price;
}

/* The best line to a place among ways to the places before it; of equals the longest. */
static void find_way(const balance *b, const pricing *goal, const way *before, way *row, int to) {
  const place *end = place_at(b, to);
  const double *widths = &g_array_index(b->widths, double, end->at);
  const double price = price_end(b, goal, to);
  way best = {NO_WAY, 0, -1};
  for (int i = 0; i < end->n_lines; i++) {
    const way *from = &before[to - 1 - i];
    if (from->cost >= NO_WAY || widths[i] < 0)
      continue;
    const double cost = from->cost + price + price_width(b, goal, widths[i], to);
    if (cost < best.cost + PC_LINE_EPSILON)
      best = (way){cost, from->lines + 1, to - 1 - i};
  }
  row[to] = best;
}

/* The best way through all places, in as many lines as it takes. */
static way find_free(const balance *b, const pricing *goal) {
  b->ways[0] = (way){0, 0, -1};
  for (int to = 1; to < count_places(b); to++)
    find_way(b, goal, b->ways, b->ways, to);
  return b->ways[count_places(b) - 1];
}

/* The best way in so many lines. */
static way find_counted(const balance *b, const pricing *goal, int n_lines) {
  const int n = count_places(b);
  for (int to = 0; to < n; to++)
    b->ways[to] = (way){to == 0 ? 0 : NO_WAY, 0, -1};
  for (int k = 1; k <= n_lines; k++) {
    way *row = &b->ways[k * n];
    row[0] = (way){NO_WAY, 0, -1};
    for (int to = 1; to < n; to++)
      find_way(b, goal, row - n, row, to);
  }
  return b->ways[n_lines * n + n - 1];
}

/* In the fewest lines or in one more; in yet more only so that words stay whole. */
static int choose_count(const balance *b, double total, int least, int calm) {
  int best = least;
  double best_cost = NO_WAY;
  for (int k = least; k <= MAX(least + 1, calm) && (k <= least + 1 || best_cost >= POOR_COST);
       k++) {
    const pricing even = {0, 1, POOR_COST, total / k};
    const double cost = find_counted(b, &even, k).cost + LINE_COST * (k - least);
    if (cost < best_cost - PC_LINE_EPSILON) {
      best = k;
      best_cost = cost;
    }
  }
  return best;
}

/* Appends the lines of the way found last: its last row if lines were counted, or the only one. */
static void append_way(const balance *b, int row, GArray *fits) {
  const int n = count_places(b);
  const int step = row > 0 ? n : 0;
  const guint first = fits->len;
  const way *rows = &b->ways[row * n];
  for (int to = n - 1; to > 0; rows -= step) {
    const int from = rows[to].from;
    const pc_line_fit fit = fit_between(b, from, to);
    g_array_insert_val(fits, first, fit);
    to = from;
  }
}

/* Lines of a stretch that is longer than one. */
static void balance_stretch(const balance *b, double total, GArray *fits) {
  if (b->paragraph->style.is_filled) {
    const pricing full = {LINE_COST, 1, POOR_COST, b->measure};
    find_free(b, &full);
    append_way(b, 0, fits);
    return;
  }
  const pricing fewest = {1, 0, 0, 0};
  const pricing whole = {1, 0, POOR_COST, 0};
  const int least = find_free(b, &fewest).lines;
  const int calm = find_free(b, &whole).lines;
  if (MAX(least + 1, calm) > MAX_LINES) {
    const pricing even = {LINE_COST, 1, POOR_COST, total / calm};
    find_free(b, &even);
    append_way(b, 0, fits);
    return;
  }
  const int count = choose_count(b, total, least, calm);
  const pricing even = {0, 1, POOR_COST, total / count};
  find_counted(b, &even, count);
  append_way(b, count, fits);
}

/* The cluster before the next newline. */
static int find_stretch_end(const pc_paragraph *p, int from) {
  int end = from;
  while (end + 1 < p->n && (p->clusters[end + 1].flags & PC_CLUSTER_NEWLINE) == 0)
    end++;
  return end;
}

/* Appends the lines of the stretch; false: nothing done, it is too long. */
static bool append_stretch(const pc_paragraph *p, int from, double measure, GArray *fits) {
  const int end = find_stretch_end(p, from);
  g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(place));
  g_autoptr(GArray) widths = g_array_new(FALSE, FALSE, sizeof(double));
  balance b = {p, measure, places, widths, NULL};
  if (!fill_balance(&b, from, end))
    return false;
  g_autofree way *ways = g_new0(way, (gsize)count_places(&b) * (MAX_LINES + 1));
  b.ways = ways;
  balance_stretch(&b, pc_line_between(p, from, end, G_MAXDOUBLE).right, fits);
  return true;
}

void pc_lines_balance(const pc_paragraph *p, double measure, GArray *fits) {
  bool is_body = false;
  for (int from = 0; from < p->n;) {
    const pc_line_fit fit = pc_line_greedy(p, from, measure);
    if (is_body || fit.ends || !append_stretch(p, from, measure, fits)) {
      g_array_append_val(fits, fit);
      is_body = !fit.ends;
    }
    from = g_array_index(fits, pc_line_fit, fits->len - 1).next;
  }
}

int pc_lines_count_balanced(const pc_paragraph *p, double measure) {
  g_autoptr(GArray) fits = g_array_new(FALSE, FALSE, sizeof(pc_line_fit));
  pc_lines_balance(p, measure, fits);
  return (int)fits->len;
}

double pc_paragraph_phrase_width(const pc_paragraph *p) {
  if (p->break_costs == NULL)
    return pc_paragraph_min_width(p);
  double widest = 0;
  int from = 0;
  for (int i = 0; i < p->n; i++) {
    const bool last = i + 1 >= p->n || (p->clusters[i + 1].flags & PC_CLUSTER_NEWLINE) != 0;
    const bool parts =
        (p->clusters[i].flags & PC_CLUSTER_BREAKS) != 0 && p->break_costs[i] < PC_PHRASING_APART;
    if (!last && !parts)
      continue;
    if ((p->clusters[i].flags & PC_CLUSTER_NEWLINE) == 0)
      widest = MAX(widest, pc_line_between(p, from, i, G_MAXDOUBLE).right);
    from = i + 1;
    if (from < p->n && (p->clusters[from].flags & PC_CLUSTER_NEWLINE) != 0)
      from++;
  }
  return widest;
}

bool pc_paragraph_keeps_phrases(const pc_paragraph *p, double measure) {
  if (p->break_costs == NULL)
    return true;
  g_autoptr(GArray) fits = g_array_new(FALSE, FALSE, sizeof(pc_line_fit));
  pc_lines_balance(p, measure, fits);
  for (guint i = 0; i + 1 < fits->len; i++) {
    const pc_line_fit *fit = &g_array_index(fits, pc_line_fit, i);
    if (!fit->ends && fit->last >= fit->first && p->break_costs[fit->last] >= PC_PHRASING_APART)
      return false;
  }
  return true;
}

/* optimum.c - the lines of a whole paragraph.  Layer: text.
 *
 * First of all there are as few lines as can be, then they cost as little as can be.  What fits
 * into a line fits into a wider one, and so does any part of it: so the fewest lines are those of a
 * greedy walk with all gaps shrunk, a wider measure never needs more of them, and counting them,
 * which is all that the fit asks for, is a search for each line.  The same walks from both ends
 * leave few places for each line to end at, and the best way through them is found by dynamic
 * programming.
 */
#include "text/line.h"

/* A stop between forced breaks; lines are counted from the stretch's start. */
typedef struct way {
  int fewest; /* lines up to here */
  int left;   /* lines that the rest needs at least */
  int from;   /* the stop before the last line, -1: the start */
  double cost;
} way;

/* A stretch between forced breaks: stops[0] to stops[n - 1] of the paragraph from `stop` on. */
typedef struct stretch {
  const pc_paragraph *paragraph;
  double measure;
  int stop, n;
  way *ways;
} stretch;

/* The line between two stops of the stretch. */
static pc_line_fit fit_line(const stretch *s, int from, int to) {
  const pc_paragraph *p = s->paragraph;
  const int before = s->stop + from;
  return pc_line_to_stop(p, before < 0 ? p->head : p->stops[before].next, s->stop + to, s->measure);
}

/* The farthest stop of the line that begins after stop `from`.  What cannot be broken must stand,
 * however wide. */
static int find_farthest(const stretch *s, int from) {
  int fits = from + 1;
  int wide = s->n;
  while (wide - fits > 1) {
    const int middle = fits + (wide - fits) / 2;
    if (fit_line(s, from, middle).overfull)
      wide = middle;
    else
      fits = middle;
  }
  return fits;
}

static stretch start_stretch(const pc_paragraph *p, double measure, int stop) {
  return (stretch){p, measure, stop, p->stops[stop].forced - stop + 1, NULL};
}

/* Readings at a line's edge need room that the same line does not need when it begins earlier, so
 * its parts may be wider than it is: only the lines themselves tell how many they are. */
static int count_fitted(const pc_paragraph *p, double measure) {
  g_autoptr(GArray) fits = g_array_new(FALSE, FALSE, sizeof(pc_line_fit));
  pc_lines_fit(p, measure, fits);
  return (int)fits->len;
}

int pc_paragraph_count(const pc_paragraph *p, double measure) {
  if (p->break_costs != NULL)
    return pc_lines_count_balanced(p, measure);
  if (p->ruby != NULL)
    return count_fitted(p, measure);
  int count = 0;
  for (int stop = 0; stop < p->n_stops;) {
    const stretch s = start_stretch(p, measure, stop);
    for (int at = -1; at < s.n - 1; count++)
      at = find_farthest(&s, at);
    stop += s.n;
  }
  return count;
}

/* Lines up to each stop, each line begun as early as it may. */
static void count_forward(const stretch *s) {
  int from = -1;
  for (int to = 0; to < s->n; to++) {
    while (from < to - 1 && fit_line(s, from, to).overfull)
      from++;
    s->ways[to] = (way){from < 0 ? 1 : s->ways[from].fewest + 1, 0, from, G_MAXDOUBLE};
  }
}

static void count_backward(const stretch *s) {
  int to = s->n - 1;
  for (int from = s->n - 2; from >= 0; from--) {
    while (to > from + 1 && fit_line(s, from, to).overfull)
      to--;
    s->ways[from].left = s->ways[to].left + 1;
  }
}

/* The best line to a stop.  Earlier ones are longer: once a line is loose, the next are looser. */
static void find_way(const stretch *s, int to) {
  way *best = &s->ways[to];
  const int lines = s->ways[s->n - 1].fewest;
  for (int from = best->from; from < to; from++) {
    const way *before = from < 0 ? NULL : &s->ways[from];
    if (before != NULL && before->fewest >= best->fewest)
      return;
    if (before != NULL && before->fewest + before->left > lines)
      continue;
    const pc_line_fit fit = fit_line(s, from, to);
    if (fit.overfull && from < to - 1)
      continue;
    const pc_line_slack slack = pc_line_spread(s->paragraph, &fit, s->measure);
    const double cost = pc_line_cost(s->paragraph, &fit, &slack, s->measure);
    if (cost >= best->cost && fit.right < s->measure)
      return;
    const double whole = cost + (before == NULL ? 0 : before->cost);
    if (whole < best->cost) {
      best->cost = whole;
      best->from = from;
    }
  }
}

static void append_way(const stretch *s, GArray *fits) {
  const guint first = fits->len;
  const guint lines = (guint)s->ways[s->n - 1].fewest;
  g_array_set_size(fits, first + lines);
  int to = s->n - 1;
  for (guint k = lines; k > 0; k--) {
    const int from = s->ways[to].from;
    g_array_index(fits, pc_line_fit, first + k - 1) = fit_line(s, from, to);
    to = from;
  }
}

void pc_lines_fit(const pc_paragraph *p, double measure, GArray *fits) {
  if (p->break_costs != NULL) {
    pc_lines_balance(p, measure, fits);
    return;
  }
  g_autofree way *ways = g_new0(way, (gsize)p->n_stops + 1);
  for (int stop = 0; stop < p->n_stops;) {
    stretch s = start_stretch(p, measure, stop);
    s.ways = ways;
    count_forward(&s);
    count_backward(&s);
    const int lines = ways[s.n - 1].fewest;
    for (int to = 0; to < s.n; to++)
      if (ways[to].fewest + ways[to].left == lines)
        find_way(&s, to);
    append_way(&s, fits);
    stop += s.n;
  }
}

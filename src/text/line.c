/* line.c - what a line holds and how wide it is.  Layer: text. */
#include "text/line.h"

#include "text/ruby.h"
#include "text/spacing.h"

static bool is(const pc_paragraph *p, int i, pc_cluster_flag flag) {
  return (p->clusters[i].flags & flag) != 0;
}

static int skip_spaces(const pc_paragraph *p, int from) {
  while (from < p->n && is(p, from, PC_CLUSTER_SPACE))
    from++;
  return from;
}

static pc_line_fit start_line(const pc_paragraph *p, int first) {
  pc_line_fit fit = {.first = first, .last = -1, .next = p->n, .ends = true};
  if (first == p->head)
    fit.start = p->style.indent;
  if (first < p->n)
    fit.start += pc_spacing_start(p->style.rules, pc_cluster_head(&p->clusters[first])) +
                 pc_ruby_start(p, first);
  fit.right = fit.start;
  return fit;
}

/* Right edge and hanging of a line to the cluster `last`.  A mark hangs only if the line had to
 * shrink for it (TYPOGRAPHY 3.5). */
static void measure_line(const pc_paragraph *p, pc_line_fit *fit, int last, double measure) {
  fit->last = last;
  fit->hanging = false;
  fit->overfull = false;
  fit->right = fit->start;
  if (last < fit->first)
    return;
  const double edge = fit->start + p->x[last] - p->x[fit->first];
  fit->right = edge + p->clusters[last].body + pc_ruby_end(p, fit->first, last);
  if (fit->right <= measure + PC_LINE_EPSILON)
    return;
  fit->hanging = p->style.rules->hanging && last > fit->first && is(p, last, PC_CLUSTER_HANGS);
  if (fit->hanging)
    fit->right = edge;
  const double room = pc_line_is_flush(p) ? p->sums[last].tight - p->sums[fit->first].tight : 0;
  fit->overfull = fit->right - room > measure + PC_LINE_EPSILON;
  if (fit->overfull && fit->hanging) {
    fit->right += p->clusters[last].body;
    fit->hanging = false;
  }
}

pc_line_fit pc_line_to_stop(const pc_paragraph *p, int from, int stop, double measure) {
  pc_line_fit fit = start_line(p, from);
  fit.next = p->stops[stop].next;
  fit.ends = p->stops[stop].forced == stop;
  measure_line(p, &fit, p->stops[stop].last, measure);
  return fit;
}

pc_line_fit pc_line_between(const pc_paragraph *p, int from, int end, double measure) {
  pc_line_fit fit = start_line(p, skip_spaces(p, from));
  measure_line(p, &fit, end >= fit.first ? p->visible[end] : -1, measure);
  fit.next = skip_spaces(p, end + 1);
  fit.ends = fit.next >= p->n || is(p, fit.next, PC_CLUSTER_NEWLINE);
  if (fit.next < p->n && is(p, fit.next, PC_CLUSTER_NEWLINE))
    fit.next = skip_spaces(p, fit.next + 1);
  return fit;
}

/* The end of the longest line that fits: at a good place, else at a poor one, else after the
 * shortest piece though it does not fit. */
static int find_end(const pc_paragraph *p, const pc_line_fit *line, double measure) {
  pc_line_fit trial = *line;
  int best = -1;
  int poor = -1;
  for (int i = line->first; i < p->n; i++) {
    const bool newline = is(p, i, PC_CLUSTER_NEWLINE);
    const bool past = !newline && !is(p, i, PC_CLUSTER_SPACE) &&
                      line->start + p->x[i] - p->x[line->first] > measure + PC_LINE_EPSILON;
    if (past && MAX(best, poor) >= 0)
      break;
    if (!newline && i + 1 < p->n && !is(p, i, PC_CLUSTER_BREAKS))
      continue;
    const int end = newline ? i - 1 : i;
    measure_line(p, &trial, end >= line->first ? p->visible[end] : -1, measure);
    const bool fits = trial.right <= measure + PC_LINE_EPSILON;
    if (is(p, i, PC_CLUSTER_POOR) && fits)
      poor = end;
    else if (fits || MAX(best, poor) < 0)
      best = end;
    if (newline || !fits)
      break;
  }
  return best >= 0 || poor < 0 ? best : poor;
}

pc_line_fit pc_line_greedy(const pc_paragraph *p, int from, double measure) {
  const pc_line_fit line = start_line(p, skip_spaces(p, from));
  if (line.first >= p->n)
    return line;
  return pc_line_between(p, from, find_end(p, &line, measure), measure);
}

double pc_line_x(const pc_paragraph *p, const pc_line_fit *fit, const pc_line_slack *slack, int i) {
  const pc_sums *a = &p->sums[fit->first];
  const pc_sums *b = &p->sums[i];
  double x = fit->start + p->x[i] - p->x[fit->first];
  for (int k = 0; k < PC_N_SHRINKS; k++)
    x -= slack->shrink[k] * (b->room.shrink[k] - a->room.shrink[k]);
  for (int k = 0; k < PC_N_STRETCHES; k++)
    x += slack->stretch[k] * (b->room.stretch[k] - a->room.stretch[k]);
  return x + slack->each * (b->gaps - a->gaps);
}

/* The widest of the longest lines that a measure gives. */
static double find_widest(const pc_paragraph *p, double measure) {
  double widest = 0;
  for (int from = p->head; from < p->n;) {
    const pc_line_fit fit = pc_line_greedy(p, from, measure);
    widest = MAX(widest, fit.right);
    from = fit.next;
  }
  return widest;
}

double pc_paragraph_width(const pc_paragraph *p) {
  return find_widest(p, G_MAXDOUBLE);
}

double pc_paragraph_min_width(const pc_paragraph *p) {
  return find_widest(p, 0);
}

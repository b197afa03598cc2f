/* line.c - the greedy line breaker and flush setting.  Layer: text. */
#include "text/line.h"

#include "text/spacing.h"

/* A ragged line before the last may be this share shorter so that the last is not a single
 * character. */
#define MAX_RAGGED_REPAIR 0.125

static bool is(const pc_paragraph *p, int i, pc_cluster_flag flag) {
  return (p->clusters[i].flags & flag) != 0;
}

static int skip_dropped(const pc_paragraph *p, int from) {
  while (from < p->n && is(p, from, PC_CLUSTER_DROPS))
    from++;
  return from;
}

/* Right edge and hanging of a line to the last visible cluster at or before `end`. */
static bool measure_line(const pc_paragraph *p, pc_line_fit *fit, int end, double measure) {
  fit->last = end >= fit->first ? p->visible[end] : -1;
  fit->hanging = false;
  fit->right = fit->start;
  if (fit->last < fit->first)
    return true;
  const double edge = fit->start + p->x[fit->last] - p->x[fit->first];
  fit->right = edge + p->clusters[fit->last].body;
  if (fit->right <= measure + PC_LINE_EPSILON)
    return true;
  fit->hanging = p->style.rules->hanging && fit->last > fit->first &&
                 is(p, fit->last, PC_CLUSTER_HANGS) && edge <= measure + PC_LINE_EPSILON;
  if (fit->hanging)
    fit->right = edge;
  return fit->hanging;
}

/* What is dropped at the next line's start makes no line of its own. */
static void settle_next(const pc_paragraph *p, pc_line_fit *fit, int end) {
  fit->next = skip_dropped(p, end + 1);
  if (fit->next < p->n && is(p, fit->next, PC_CLUSTER_NEWLINE)) {
    fit->next++;
    fit->ends = true;
  }
  fit->ends = fit->ends || fit->next >= p->n;
}

static pc_line_fit start_line(const pc_paragraph *p, int from) {
  pc_line_fit fit = {.first = skip_dropped(p, from), .last = -1, .next = p->n, .ends = true};
  if (fit.first == p->head)
    fit.start = p->style.indent;
  if (fit.first < p->n)
    fit.start += pc_spacing_start(p->style.rules, pc_cluster_head(&p->clusters[fit.first]));
  fit.right = fit.start;
  return fit;
}

pc_line_fit pc_line_between(const pc_paragraph *p, int from, int end, double measure) {
  pc_line_fit fit = start_line(p, from);
  fit.ends = false;
  fit.overfull = !measure_line(p, &fit, end, measure);
  settle_next(p, &fit, end);
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
    const bool fits = measure_line(p, &trial, end, measure);
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
  const pc_line_fit line = start_line(p, from);
  if (line.first >= p->n)
    return line;
  return pc_line_between(p, from, find_end(p, &line, measure), measure);
}

int pc_paragraph_count(const pc_paragraph *p, double measure) {
  int count = 0;
  for (int from = 0; from < p->n; count++)
    from = pc_line_greedy(p, from, measure).next;
  return count;
}

/* Characters that make a last line worth its room: closing marks do not count. */
static int count_solid(const pc_paragraph *p, const pc_line_fit *fit) {
  int count = 0;
  for (int i = fit->first; i <= fit->last && count < 2; i++)
    count += pc_spacing_end(pc_cluster_tail(&p->clusters[i])) > 0 ? 0 : 1;
  return count;
}

static bool may_shorten(const pc_paragraph *p, const pc_line_fit *line, double measure) {
  if (line->overfull || line->last < line->first)
    return false;
  if (p->style.justify)
    return !pc_line_spread(p, line, measure).ragged;
  return measure - line->right <= MAX_RAGGED_REPAIR * measure;
}

/* A last line of one character takes another from the line before, where that hardly shows. */
static void repair_last(const pc_paragraph *p, GArray *fits, double measure) {
  pc_line_fit *last = &g_array_index(fits, pc_line_fit, fits->len - 1);
  pc_line_fit *before = last - 1;
  if (fits->len < 2 || before->ends || before->overfull || count_solid(p, last) > 1)
    return;
  int end = before->last - 1;
  while (end > before->first && !is(p, end, PC_CLUSTER_BREAKS))
    end--;
  if (end <= before->first)
    return;
  const pc_line_fit shorter = pc_line_between(p, before->first, end, measure);
  const pc_line_fit longer = pc_line_greedy(p, shorter.next, measure);
  if (!longer.ends || longer.overfull || !may_shorten(p, &shorter, measure))
    return;
  *before = shorter;
  *last = longer;
}

void pc_lines_fit(const pc_paragraph *p, double measure, GArray *fits) {
  for (int from = 0; from < p->n;) {
    const pc_line_fit fit = pc_line_greedy(p, from, measure);
    g_array_append_val(fits, fit);
    if (fit.ends)
      repair_last(p, fits, measure);
    from = fit.next;
  }
}

pc_line_slack pc_line_spread(const pc_paragraph *p, const pc_line_fit *fit, double measure) {
  pc_line_slack slack = {0, 0, true};
  if (!p->style.justify || p->style.is_heading || fit->ends || fit->overfull ||
      fit->last < fit->first)
    return slack;
  double rest = measure - fit->right;
  const double end = fit->hanging ? 0 : pc_spacing_end(pc_cluster_tail(&p->clusters[fit->last]));
  if (rest >= end - PC_LINE_EPSILON) {
    slack.end = end;
    rest -= end;
  }
  const int gaps = p->stretches[fit->last] - p->stretches[fit->first];
  if (rest > PC_LINE_EPSILON && (gaps == 0 || rest / gaps > PC_MAX_STRETCH_EM))
    return (pc_line_slack){0, 0, true};
  slack.ragged = false;
  slack.each = rest > PC_LINE_EPSILON ? rest / gaps : 0;
  return slack;
}

double pc_paragraph_width(const pc_paragraph *p) {
  double widest = 0;
  for (int from = 0; from < p->n;) {
    const pc_line_fit fit = pc_line_greedy(p, from, G_MAXDOUBLE);
    widest = MAX(widest, fit.right);
    from = fit.next;
  }
  return widest;
}

double pc_paragraph_min_width(const pc_paragraph *p) {
  double widest = 0;
  for (int from = 0; from < p->n;) {
    const pc_line_fit fit = pc_line_greedy(p, from, 0);
    widest = MAX(widest, fit.right);
    from = fit.next;
  }
  return widest;
}

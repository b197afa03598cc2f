/* slack.c - how a line's slack is shared among its gaps, and what that costs.  Layer: text. */
#include "text/line.h"
#include "text/spacing.h"

/* Where the profiles differ. */
typedef struct taste {
  double most_emergency; /* em past its room that a gap may get; then the line is left ragged */
  double stretch[PC_N_STRETCHES]; /* weights of the levels */
  double loose;                   /* gaps grow so much that it shows */
  double scant;                   /* a last line of no more than SCANT_EM */
} taste;

/* JLREQ knows no bound for an emergency; a poster's narrow columns need one. */
static const taste tastes[] = {
    [PC_PROFILE_POSTER] = {1.0 / 4, {.3, .5, 1}, 200, 200},
    [PC_PROFILE_JIS] = {1, {.3, .7, 1}, 0, 400},
};

/* Em that a level takes or adds, and how full it is, by weight: TYPOGRAPHY section 2. */
static const double shrink_weights[PC_N_SHRINKS] = {.3, .5, 1, 1.6};
#define SHRINK_COST_EM 60
#define SHRINK_COST_FULL 40
#define STRETCH_COST_EM 70
#define STRETCH_COST_FULL 100
#define LOOSE_EM 0.1    /* by the mean */
#define LOOSE_SPACE 0.6 /* of what a Western space may get: .1 em */
#define SCANT_EM 2.0

/* Past all room: gaps grow evenly, or the line is given up. */
#define EMERGENCY_COST 300
#define EMERGENCY_COST_SQUARE 600
#define EMERGENCY_EM 0.25
#define RAGGED_COST 20000
#define RAGGED_COST_EM 20
/* A line before a long URL may be short: no other line shall suffer for it. */
#define LONG_COST 600

/* Of a line in ragged text that is shorter than the measure by all of it. */
#define SHORT_COST 25600

/* A last line of one character looks lost. */
#define LONE_COST 900

static const taste *get_taste(const pc_paragraph *p) {
  return &tastes[p->style.rules->profile];
}

/* What all gaps of a line can give and take. */
static pc_sums get_sums(const pc_paragraph *p, const pc_line_fit *fit) {
  const pc_sums *a = &p->sums[fit->first];
  pc_sums sums = p->sums[fit->last];
  for (int k = 0; k < PC_N_SHRINKS; k++)
    sums.room.shrink[k] -= a->room.shrink[k];
  for (int k = 0; k < PC_N_STRETCHES; k++)
    sums.room.stretch[k] -= a->room.stretch[k];
  sums.tight -= a->tight;
  sums.gaps -= a->gaps;
  return sums;
}

/* Takes em from levels, each to its full before the next.  What is left over. */
static double fill_levels(const double *room, double *shares, int n, double em) {
  for (int k = 0; k < n && em > PC_LINE_EPSILON; k++) {
    const double taken = MIN(em, room[k]);
    if (taken <= 0)
      continue;
    shares[k] = taken / room[k];
    em -= taken;
  }
  return em;
}

/* The line was broken for a URL, or inside it. */
static bool is_before_long(const pc_paragraph *p, const pc_line_fit *fit) {
  return fit->next < p->n && (p->clusters[fit->next].flags & PC_CLUSTER_LONG) != 0;
}

static bool stretch_line(const pc_paragraph *p, const pc_line_fit *fit, const pc_sums *sums,
                         double rest, pc_line_slack *slack) {
  if (rest <= PC_LINE_EPSILON)
    return true;
  if (sums->gaps == 0)
    return false;
  const double over = fill_levels(sums->room.stretch, slack->stretch, PC_N_STRETCHES, rest);
  slack->each = over > PC_LINE_EPSILON ? over / sums->gaps : 0;
  const double most = is_before_long(p, fit) ? 0 : get_taste(p)->most_emergency;
  return slack->each <= most + PC_LINE_EPSILON;
}

/* The half em after a closing mark is there whole or not at all; Western spaces give way before it.
 */
static double settle_end(const pc_paragraph *p, const pc_line_fit *fit, const pc_sums *sums,
                         double rest, pc_line_slack *slack) {
  const double end = fit->hanging ? 0 : pc_spacing_end(pc_cluster_tail(&p->clusters[fit->last]));
  const double give = sums->room.shrink[PC_SHRINK_SPACE];
  if (rest < end - give - PC_LINE_EPSILON)
    return rest;
  slack->end = end;
  if (rest < end - PC_LINE_EPSILON)
    slack->shrink[PC_SHRINK_SPACE] = (end - rest) / give;
  return MAX(0, rest - end);
}

pc_line_slack pc_line_spread(const pc_paragraph *p, const pc_line_fit *fit, double measure) {
  const pc_line_slack ragged = {.ragged = true};
  if (!pc_line_is_flush(p) || fit->overfull || fit->last < fit->first)
    return ragged;
  const double rest = measure - fit->right;
  if (fit->ends && rest >= -PC_LINE_EPSILON)
    return ragged;
  pc_line_slack slack = {0};
  const pc_sums sums = get_sums(p, fit);
  if (rest < -PC_LINE_EPSILON) {
    fill_levels(sums.room.shrink, slack.shrink, PC_N_SHRINKS, -rest);
    return slack;
  }
  const double more = settle_end(p, fit, &sums, rest, &slack);
  return stretch_line(p, fit, &sums, more, &slack) ? slack : ragged;
}

/* Of a stretch's last line.  Closing marks are no characters that make it worth its room. */
static double cost_last(const pc_paragraph *p, const pc_line_fit *fit) {
  int count = 0;
  for (int i = fit->first; i <= fit->last && count < 2; i++)
    count += pc_spacing_end(pc_cluster_tail(&p->clusters[i])) > 0 ? 0 : 1;
  if (count < 2)
    return LONE_COST;
  return fit->right <= SCANT_EM + PC_LINE_EPSILON ? get_taste(p)->scant : 0;
}

static double cost_ragged(const pc_paragraph *p, const pc_line_fit *fit, double measure) {
  const double rest = MAX(0, measure - fit->right);
  if (pc_line_is_flush(p))
    return (is_before_long(p, fit) ? LONG_COST : RAGGED_COST) + RAGGED_COST_EM * rest;
  return measure > 0 ? SHORT_COST * rest * rest / (measure * measure) : 0;
}

static double cost_shrink(const pc_sums *sums, const pc_line_slack *slack) {
  double cost = 0;
  for (int k = 0; k < PC_N_SHRINKS; k++) {
    const double r = slack->shrink[k];
    cost += shrink_weights[k] *
            (SHRINK_COST_EM * r * sums->room.shrink[k] + SHRINK_COST_FULL * r * r * r);
  }
  return cost;
}

static double cost_stretch(const taste *t, const pc_sums *sums, const pc_line_slack *slack) {
  double cost = 0;
  double added = slack->each * sums->gaps;
  for (int k = 0; k < PC_N_STRETCHES; k++) {
    const double r = slack->stretch[k];
    const double em = r * sums->room.stretch[k];
    cost += t->stretch[k] * (STRETCH_COST_EM * em + STRETCH_COST_FULL * r * r);
    added += em;
  }
  if (added > LOOSE_EM * sums->gaps || slack->stretch[PC_STRETCH_SPACE] > LOOSE_SPACE)
    cost += t->loose;
  if (slack->each <= 0)
    return cost;
  const double over = 1 + slack->each / EMERGENCY_EM;
  return cost + EMERGENCY_COST + EMERGENCY_COST_SQUARE * over * over;
}

static double cost_flush(const pc_paragraph *p, const pc_line_fit *fit,
                         const pc_line_slack *slack) {
  const pc_sums sums = get_sums(p, fit);
  return cost_shrink(&sums, slack) + cost_stretch(get_taste(p), &sums, slack);
}

double pc_line_cost(const pc_paragraph *p, const pc_line_fit *fit, const pc_line_slack *slack,
                    double measure) {
  if (fit->overfull || fit->last < fit->first)
    return 0;
  double cost = fit->ends ? cost_last(p, fit) : 0;
  if (!slack->ragged)
    cost += cost_flush(p, fit, slack);
  else if (!fit->ends)
    cost += cost_ragged(p, fit, measure);
  return cost;
}

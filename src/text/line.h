/* line.h - one line: what it holds, and how its slack is shared among its gaps.  Layer: text. */
#ifndef PC_TEXT_LINE_H
#define PC_TEXT_LINE_H

#include "text/paragraph.h"

/* Widths that differ by less are the same: sums of prefix sums carry rounding. */
#define PC_LINE_EPSILON 1e-6

/* A stretch of clusters as one line, set with natural spacing. */
typedef struct pc_line_fit {
  int first, last; /* clusters that are seen; last < first: an empty line */
  int next;        /* where the next line begins */
  double start;    /* em before the first body: indent, or the half em of an opening bracket */
  double right;    /* em to the end of the last body, without a hanging mark */
  bool hanging;
  bool overfull; /* too wide, even with all that a flush line may take from its gaps */
  bool ends;     /* a forced break or the paragraph's end */
} pc_line_fit;

/* The line from a cluster, which is no space, to a stop. */
pc_line_fit pc_line_to_stop(const pc_paragraph *paragraph, int from, int stop, double measure);

/* The line from a cluster to the end of cluster `end`, whether it fits or not. */
pc_line_fit pc_line_between(const pc_paragraph *paragraph, int from, int end, double measure);

/* The longest line from a cluster on, with natural spacing (greedy). */
pc_line_fit pc_line_greedy(const pc_paragraph *paragraph, int from, double measure);

/* All lines of the paragraph, appended (pc_line_fit). */
void pc_lines_fit(const pc_paragraph *paragraph, double measure, GArray *fits);

/* Lines of similar length, broken between phrases: for text with break_costs. */
void pc_lines_balance(const pc_paragraph *paragraph, double measure, GArray *fits);
int pc_lines_count_balanced(const pc_paragraph *paragraph, double measure);

/* What setting does to the gaps of a line. */
typedef struct pc_line_slack {
  double shrink[PC_N_SHRINKS];    /* share of each level's room that is taken, 0 to 1 */
  double stretch[PC_N_STRETCHES]; /* share of each level's room that is added */
  double each;                    /* em more in every gap that stretches: an emergency */
  double end;                     /* em after the last body: half an em, or nothing */
  bool ragged;
} pc_line_slack;

pc_line_slack pc_line_spread(const pc_paragraph *paragraph, const pc_line_fit *fit, double measure);

/* How bad the line looks; what is good costs nothing. */
double pc_line_cost(const pc_paragraph *paragraph, const pc_line_fit *fit,
                    const pc_line_slack *slack, double measure);

/* Left edge of the body of a cluster of the line, em from the paragraph's edge. */
double pc_line_x(const pc_paragraph *paragraph, const pc_line_fit *fit, const pc_line_slack *slack,
                 int cluster);

/* Whether lines are set flush; else all gaps are natural. */
static inline bool pc_line_is_flush(const pc_paragraph *paragraph) {
  return paragraph->style.justify && !paragraph->style.is_heading;
}

#endif

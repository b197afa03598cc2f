/* line.h - how far one line goes, and how its slack is spread.  Layer: text. */
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
  bool hanging, overfull;
  bool ends; /* a forced break or the paragraph's end */
} pc_line_fit;

/* The longest line from a cluster on (greedy). */
pc_line_fit pc_line_greedy(const pc_paragraph *paragraph, int from, double measure);

/* The line from a cluster to the end of cluster `end`, whether it fits or not. */
pc_line_fit pc_line_between(const pc_paragraph *paragraph, int from, int end, double measure);

/* All lines, appended (pc_line_fit). */
void pc_lines_fit(const pc_paragraph *paragraph, double measure, GArray *fits);

/* The same number of lines, of similar length and broken between phrases: for headings. */
void pc_lines_balance(const pc_paragraph *paragraph, double measure, GArray *fits);

/* What flush setting does to a line. */
typedef struct pc_line_slack {
  double each; /* em added after every cluster that stretches */
  double end;  /* em after the last body: the half em of a closing mark, or nothing */
  bool ragged;
} pc_line_slack;

pc_line_slack pc_line_spread(const pc_paragraph *paragraph, const pc_line_fit *fit, double measure);

/* More than this after every character looks like spaced-out lettering. */
#define PC_MAX_STRETCH_EM 0.25

#endif

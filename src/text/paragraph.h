/* paragraph.h - a shaped paragraph: clusters, and where each would stand on one endless line.
 * Layer: text.
 *
 * Positions are prefix sums, so the width of any stretch of text is one subtraction.  Built once by
 * a measurer, const afterwards.
 */
#ifndef PC_TEXT_PARAGRAPH_H
#define PC_TEXT_PARAGRAPH_H

#include "text/chars.h"
#include "text/measurer.h"
#include "text/run.h"
#include "text/spacing.h"
#include "text/vertical.h"

/* Glyphs of one font over a stretch of text, as shaped. */
typedef struct pc_item {
  int start, end; /* bytes */
  PangoFont *font;
  PangoGlyphString *glyphs;
  pc_orientation orientation;
  double scale; /* of its glyphs along what they are set side by side: less than 1 in a full cell */
} pc_item;

typedef enum pc_cluster_flag {
  PC_CLUSTER_NEWLINE = 1 << 0,
  PC_CLUSTER_SPACE = 1 << 1,  /* Western space, U+3000 in a sentence: nothing at a line's edges */
  PC_CLUSTER_HANGS = 1 << 2,  /* 、。，． */
  PC_CLUSTER_BREAKS = 1 << 3, /* a line may end after it */
  PC_CLUSTER_POOR = 1 << 4,   /* ... but only where nothing else can be done */
  PC_CLUSTER_LONG = 1 << 5    /* part of a URL, or of a word as long */
} pc_cluster_flag;

/* What is set as one: a character with its marks, a ligature. */
typedef struct pc_cluster {
  int start, end;       /* bytes */
  int first_char;       /* index of its first character; the next cluster's is one past its last */
  pc_jclass jclass;     /* of its first character */
  pc_jclass last_class; /* of its last that does not join */
  bool letter, last_letter;
  unsigned flags;            /* pc_cluster_flag */
  int span;                  /* of the rich text, -1: none */
  double body;               /* em */
  double left;               /* em of the glyph before the body: what trimming took */
  int item, glyph, n_glyphs; /* item -1: no font */
} pc_cluster;

/* What all gaps before a cluster can give and take together, em. */
typedef struct pc_sums {
  pc_room room;
  double tight; /* all that shrinks */
  int gaps;     /* that stretch */
} pc_sums;

/* Where a line may end. */
typedef struct pc_stop {
  int last;   /* the last cluster that is seen; -1: none in the line */
  int next;   /* where the next line begins */
  int forced; /* the stop, this one or a later one, past which no line goes */
} pc_stop;

typedef struct pc_ruby_set pc_ruby_set; /* text/ruby.h */

struct pc_paragraph {
  const pc_rich *rich;
  pc_text_style style;
  int n;
  int head; /* the first cluster that is no space */
  pc_cluster *clusters;
  double *x;     /* left edge of each body on one line; x[n]: after the last */
  pc_sums *sums; /* n + 1, as x */
  int *visible;  /* the last cluster up to this one that is no space, or -1 */
  int n_stops;
  pc_stop *stops;
  double *break_costs; /* of a break after each cluster; NULL: no phrase breaks */
  int n_items;
  pc_item *items;
  pc_ruby_set *ruby; /* NULL: no readings */
};

/* Fills gaps, flags and sums from characters and clusters; takes the clusters (pc_cluster). */
void pc_paragraph_compose(pc_paragraph *paragraph, const pc_char *chars, int n_chars,
                          GArray *clusters);

static inline pc_body pc_cluster_head(const pc_cluster *c) {
  return (pc_body){c->jclass, c->letter, c->body};
}

static inline pc_body pc_cluster_tail(const pc_cluster *c) {
  return (pc_body){c->last_class, c->last_letter, c->body};
}

#endif

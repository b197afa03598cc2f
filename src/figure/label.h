/* label.h - a short text in a figure: shaped once, set as often as asked.  Layer: figure. */
#ifndef PC_FIGURE_LABEL_H
#define PC_FIGURE_LABEL_H

#include "text/textbox.h"

/* What took long to find for a figure, for the same figure in the next version of the poster. */
typedef struct pc_figure_memory pc_figure_memory;

pc_figure_memory *pc_figure_memory_new(void);
void pc_figure_memory_free(pc_figure_memory *memory);

/* What making a figure needs; all of it outlives the figure. */
typedef struct pc_maker {
  pc_measurer *measurer;
  const pc_doc *doc;
  pc_diags *diags;
  pc_figure_memory *memory; /* NULL: nothing is kept */
} pc_maker;

/* Text of the doc, or of the figure itself (owned). */
typedef struct pc_label {
  pc_paragraph *paragraph;
  double full_em;   /* on one line */
  double phrase_em; /* its widest phrase: narrower parts words */
  double least_em;  /* its widest piece that cannot be broken */
  pc_rich *own;
} pc_label;

/* Never NULL; a text that is NULL or empty has no lines and no width. */
pc_label *pc_label_new(const pc_maker *maker, const pc_rich *rich, bool strong);
/* "42%", "2026": a text that nobody wrote as it is printed. */
pc_label *pc_label_new_text(const pc_maker *maker, const char *text, pc_place at, bool strong);
void pc_label_free(pc_label *label);

/* From line to line in figures, em. */
#define PC_LABEL_LINE_EM 1.3

/* Height of its lines in so many em of width, em. */
double pc_label_height(const pc_label *label, double width_em);
/* The least width in which it takes no more lines than that, phrases whole where they can be. */
double pc_label_find_width(const pc_label *label, int lines);
/* The widest of its lines in so many em of width, em. */
double pc_label_extent(const pc_label *label, double width_em);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_label, pc_label_free)

#endif

/* changes.h - what is different between two views, one entry for each thing.  Layer: compare. */
#ifndef PC_COMPARE_CHANGES_H
#define PC_COMPARE_CHANGES_H

#include "compare/grade.h"
#include "compare/view.h"

typedef enum pc_change_kind {
  PC_CHANGE_TRAIT,    /* of the file: trait, from, to */
  PC_CHANGE_PAGES,    /* their number: from, to */
  PC_CHANGE_PAGE,     /* size or boxes: from, to */
  PC_CHANGE_ALL_TEXT, /* the text of the whole poster is larger or smaller: ratio, from, to */
  PC_CHANGE_ADDED,
  PC_CHANGE_REMOVED,
  PC_CHANGE_NUMBER,     /* from, to */
  PC_CHANGE_MOVED,      /* shift */
  PC_CHANGE_RESIZED,    /* from, to */
  PC_CHANGE_TEXT_SIZE,  /* ratio, from, to */
  PC_CHANGE_WORDS,      /* from, to */
  PC_CHANGE_TEXT_MOVED, /* shift: the farthest */
  PC_CHANGE_FIGURE_ADDED,
  PC_CHANGE_FIGURE_REMOVED,
  PC_CHANGE_FIGURE_MOVED,    /* shift */
  PC_CHANGE_FIGURE_RESIZED,  /* from, to */
  PC_CHANGE_FIGURE_REPLACED, /* from, to: files; or grade: it looks different */
  PC_CHANGE_FIGURE_ALT,      /* from, to */
  PC_CHANGE_LOOK,            /* grade: something that is no text */
  PC_N_CHANGES,
} pc_change_kind;

typedef struct pc_change {
  pc_change_kind kind;
  pc_trait trait;
  const pc_region *before, *after; /* or NULL: the file, the page, or on one side only */
  int page;                        /* from 0, that of after where there is one */
  char *from, *to;                 /* or NULL */
  pc_point shift;
  double ratio;
  pc_grade grade;
  GArray *before_marks, *after_marks; /* pc_rect on the page: where it is seen */
} pc_change;

/* The same panel before and after; NULL: there is none. */
typedef struct pc_couple {
  const pc_region *before, *after;
  double ratio; /* of the sizes of its text; 0: it has none */
  bool has_words_changed, has_moved_inside, is_resized;
  GArray *hunks; /* pc_hunk */
} pc_couple;

typedef struct pc_comparison {
  pc_view *before, *after;
  pc_um tolerance;
  GArray *couples;                       /* pc_couple */
  GPtrArray *changes;                    /* pc_change * */
  GPtrArray *entries;                    /* GPtrArray * of pc_change *; see entries.h */
  double ratio;                          /* of the text of the whole poster */
  bool has_look;                         /* the pages were rendered and compared, too */
  pc_grade look;                         /* the worst */
  GPtrArray *before_pages, *after_pages; /* pc_pixmap *, or NULL elements; empty for layouts */
} pc_comparison;

/* A new change, to be filled in, at its marks where both are given. */
pc_change *pc_changes_add(pc_comparison *comparison, pc_change_kind kind, const pc_couple *couple);
void pc_change_mark(pc_change *change, const pc_rect *before, const pc_rect *after);

/* The finders, in the order in which they are asked; see compare.c. */
void pc_match_panels(pc_comparison *comparison);
void pc_find_traits(pc_comparison *comparison);
void pc_find_words(pc_comparison *comparison, pc_couple *couple);
void pc_find_places(pc_comparison *comparison, pc_couple *couple);
void pc_find_figures(pc_comparison *comparison, pc_couple *couple);
/* What is drawn besides words and figures; after those. */
void pc_find_look(pc_comparison *comparison, pc_couple *couple);
void pc_find_figure_look(pc_comparison *comparison, const pc_couple *couple,
                         const pc_seen_figure *before, const pc_seen_figure *after);
/* Before the others: the common change of the text's size. */
void pc_measure_text(pc_comparison *comparison);

static inline bool pc_is_over(pc_um length, pc_um tolerance) {
  return length > tolerance || length < -tolerance;
}

/* "180.00 x 120.00 mm"; the caller's. */
char *pc_change_format_size(pc_um w, pc_um h);

#endif

/* chart_set.h - the labels of a chart, shaped, and the forms that set them.  Layer: figure.
 *
 * All lengths are em of the labels: a chart of one width in em looks the same at every size.
 */
#ifndef PC_FIGURE_CHART_SET_H
#define PC_FIGURE_CHART_SET_H

#include "doc/chart.h"
#include "figure/chart_canvas.h"
#include "figure/chart_scale.h"

/* A box is so much wider than its label: micrometres are whole. */
#define PC_HAIR_EM 0.02
/* From a line's end, or a part of a stack, to a name that cannot stand there. */
#define PC_LEADER_EM 1.9
/* A longer name at a slice is parted into two lines. */
#define PC_LONG_NAME_EM 6.0

typedef struct pc_chart_set {
  const pc_chart *data;
  pc_place at;
  bool japanese;
  pc_label *title, *unit; /* unit: where it stands once; NULL: with each number, or none */
  pc_label **categories, **series;
  pc_label **values;  /* as data->values; a gap is a dash */
  pc_label **totals;  /* stacked: of each category */
  pc_label *total;    /* donut */
  double *narrow;     /* widths of the categories in two lines, where one would be long */
  double *tight;      /* and in three */
  double *sums;       /* of each category */
  bool has_leaders;   /* lines end too near to one another for the names at their ends */
  double least, most; /* of what is drawn: numbers, or sums of stacked ones */
  pc_scale scale;
  pc_label *ticks[PC_SCALE_MAX_TICKS];
} pc_chart_set;

pc_chart_set *pc_chart_set_new(const pc_maker *maker, const pc_block *block);
void pc_chart_set_free(pc_chart_set *set);

static inline const pc_label *pc_chart_set_value(const pc_chart_set *set, int series,
                                                 int category) {
  return set->values[series * set->data->n_categories + category];
}

/* The widest of n labels: on one line; where only phrases part them; where anything may. */
double pc_labels_full(pc_label *const *labels, int n);
double pc_labels_phrase(pc_label *const *labels, int n);
double pc_labels_least(pc_label *const *labels, int n);
/* The highest of them in a width. */
double pc_labels_height(pc_label *const *labels, int n, double width);
double pc_chart_set_tick_width(const pc_chart_set *set);
double pc_chart_set_value_width(const pc_chart_set *set);

/* Names of series stand at what they name. */
bool pc_chart_set_names_directly(const pc_chart_set *set, double width);
/* The least width in which they do, where they may. */
double pc_chart_set_easy_names(const pc_chart_set *set);
/* Room for such names on the right. */
double pc_chart_set_name_width(const pc_chart_set *set, double width);

/* What the marks and their labels need below title and legend. */
typedef struct pc_chart_need {
  double width;          /* the least */
  double easy_width;     /* in which no word is parted, and numbers and names are at their marks */
  double least, natural; /* heights: just readable; not crowded */
  double good, most;     /* in good proportion; a higher room is left empty */
} pc_chart_need;

typedef struct pc_chart_form {
  pc_chart_need (*measure)(const pc_chart_set *set, double width);
  void (*draw)(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room);
  /* Of what should stand at its mark: how much has no room there. */
  int (*count_strays)(const pc_chart_set *set, pc_em_box room);
  double least_share; /* of their size that labels keep for that at the least */
} pc_chart_form;

extern const pc_chart_form pc_chart_columns; /* bar, stacked */
extern const pc_chart_form pc_chart_rows;    /* hbar */
extern const pc_chart_form pc_chart_rounds;  /* pie, donut */
extern const pc_chart_form pc_chart_lines;

/* The list of fills and names; 0: there is none. */
double pc_chart_legend_height(const pc_chart_set *set, double width);
void pc_chart_legend_draw(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box room);

/* The scale's lines and numbers; those of a level scale stand below it. */
void pc_chart_draw_grid(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box plot);
void pc_chart_draw_level_grid(const pc_chart_set *set, const pc_canvas *canvas, pc_em_box plot);

/* The width of categories in which none is parted where it should not be: within a phrase, or at
 * all where it is shorter than that, em. */
double pc_chart_easy_label(const pc_chart_set *set, double short_em);

/* A line of a series, and its mark at a point. */
void pc_chart_draw_mark(const pc_canvas *canvas, int series, pc_em_point at);
void pc_chart_draw_stroke(const pc_canvas *canvas, int series, const pc_em_point *points, int n);

/* A number as the chart prints it: with the decimals that it was written with, and one at least
 * where any other has some. */
char *pc_chart_number(const pc_chart *chart, double value, const char *unit);
/* In words. */
void pc_chart_describe(const pc_chart *chart, bool japanese, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_chart_set, pc_chart_set_free)

#endif

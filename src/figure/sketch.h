/* sketch.h - a figure that posterc draws itself, from its block to its drawing.  Layer: figure.
 *
 * A sketch is made once: its labels are shaped, its mistakes reported.  Then it is measured at many
 * widths and sizes of type while the sheet is fitted, and drawn once into the room it got.
 */
#ifndef PC_FIGURE_SKETCH_H
#define PC_FIGURE_SKETCH_H

#include "figure/drawing.h"
#include "figure/look.h"

/* Sizes that labels may have: a caption's at the least, the body's at the most, or somewhat more
 * in a panel that holds nothing else. */
typedef struct pc_figure_type {
  double least_pt, most_pt;
} pc_figure_type;

/* What a figure asks for in a width. */
typedef struct pc_figure_need {
  pc_um least;     /* height with labels of least_pt */
  pc_um natural;   /* height with labels of most_pt and room to breathe; >= least */
  double overhang; /* um by which even its least form is too wide; 0: none */
} pc_figure_need;

/* One row for each kind.  own: what make returned. */
typedef struct pc_sketch_kind {
  void *(*make)(const pc_maker *maker, const pc_block *block); /* NULL: a mistake was reported */
  void (*free)(void *own);
  pc_figure_need (*measure)(const void *own, pc_um width, const pc_figure_type *type);
  /* Inside the room, filling it as well as its form permits, in its middle. */
  void (*draw)(const void *own, const pc_figure_type *type, const pc_look *look,
               pc_drawing *drawing);
  /* In words, for who cannot see it; in Japanese or in English. */
  void (*describe)(const void *own, bool japanese, GString *out);
} pc_sketch_kind;

extern const pc_sketch_kind pc_sketch_steps;
extern const pc_sketch_kind pc_sketch_chart;
extern const pc_sketch_kind pc_sketch_diagram;
extern const pc_sketch_kind pc_sketch_cycle;
extern const pc_sketch_kind pc_sketch_rings;
extern const pc_sketch_kind pc_sketch_qr;

typedef struct pc_sketch pc_sketch;

/* NULL: reported.  maker and block outlive it. */
pc_sketch *pc_sketch_new(const pc_maker *maker, const pc_block *block);
void pc_sketch_free(pc_sketch *sketch);

pc_figure_need pc_sketch_measure(const pc_sketch *sketch, pc_um width, const pc_figure_type *type);
pc_drawing *pc_sketch_draw(const pc_sketch *sketch, const pc_figure_type *type, const pc_look *look,
                           pc_rect room);
/* The author's alternative text, or a description. */
const char *pc_sketch_alt(const pc_sketch *sketch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_sketch, pc_sketch_free)

#endif

/* measurer.h - what layout may ask of text, whatever fonts stand behind it.  Layer: text.
 *
 * A paragraph is shaped once, at a nominal em, and is const afterwards.  Everything is in em of the
 * paragraph's own size: a change of size is another measure in em, never another shaping.
 */
#ifndef PC_TEXT_MEASURER_H
#define PC_TEXT_MEASURER_H

#include <glib.h>

#include "doc/doc.h"
#include "text/fonts.h"

typedef enum pc_face { PC_FACE_BODY, PC_FACE_HEADING, PC_FACE_MONO, PC_N_FACES } pc_face;

/* How a paragraph is set.  rules are the poster's; they live as long as the doc. */
typedef struct pc_text_style {
  pc_face face;
  bool bold;
  bool justify;    /* flush lines but the last one; else ragged */
  bool is_heading; /* phrase breaks, balanced lines */
  bool is_filled;  /* phrase breaks, but lines as long as there is room: cells of tables */
  double indent;   /* of the first line, em */
  bool vertical;   /* lines run downwards: em along the line all the same */
  const pc_text_rules *rules;
} pc_text_style;

typedef struct pc_measurer pc_measurer;
typedef struct pc_paragraph pc_paragraph;

/* Glyphs of one font in one line, ready to paint: see text/run.h. */
typedef struct pc_run pc_run;

/* Glyphs of a reading over a line: set at PC_RUBY_EM, its baseline PC_RUBY_RISE_EM above the
 * line's. */
typedef struct pc_line_ruby {
  const pc_run *run;
  double x, width; /* em of the base, from the line's start (after its indent) */
  int start, end;  /* bytes of the base in this line: no run reaches past its edges */
} pc_line_ruby;

typedef struct pc_line {
  int start, end; /* bytes of the paragraph's text, without spaces dropped at the edges */
  double width;   /* em, after the indent, without a hanging mark */
  double indent;  /* em, before the first glyph */
  bool ragged;    /* not set flush */
  bool hanging;   /* ends in a mark outside the measure */
  bool overfull;  /* wider than the measure: nothing could be broken */
  int n_runs;
  const pc_run *const *runs;
  int n_rubies;
  const pc_line_ruby *rubies;
  int n_dots;
  const double *dots; /* centres of emphasis dots, em from the line's start */
} pc_line;

/* The lines of a paragraph at one measure; owns its runs, borrows the paragraph. */
typedef struct pc_lines {
  int count;
  const pc_line *items;
  const pc_paragraph *paragraph;
} pc_lines;

/* With real fonts; fonts must outlive it.  */
pc_measurer *pc_measurer_new(const pc_fonts *fonts);
/* Every character a square, Latin half as wide; no fonts: runs carry text only. */
pc_measurer *pc_measurer_new_square(void);
void pc_measurer_free(pc_measurer *measurer);
/* NULL: squares. */
const pc_fonts *pc_measurer_fonts(const pc_measurer *measurer);

/* Shapes once.  rich must outlive it.  Reports missing-glyph with the character, its code point and
 * place, once for each character; always returns a paragraph. */
pc_paragraph *pc_paragraph_new(pc_measurer *measurer, const pc_rich *rich,
                               const pc_text_style *style, pc_diags *diags);
void pc_paragraph_free(pc_paragraph *paragraph);

/* Lines at a measure in em, and nothing else: what the fit calls. */
int pc_paragraph_count(const pc_paragraph *paragraph, double measure);

/* The same lines, with runs to paint.  Never NULL; empty text has no lines. */
pc_lines *pc_paragraph_break(const pc_paragraph *paragraph, double measure);
void pc_lines_free(pc_lines *lines);

/* Where the body of a cluster stands: a character with its marks, without the room that its glyph
 * may have around it. */
typedef struct pc_body_place {
  int line;
  int start, end; /* bytes of the text */
  double x;       /* left edge, em from the paragraph's edge */
} pc_body_place;

/* The bodies of the same lines, in order (pc_body_place); the caller frees the array. */
GArray *pc_paragraph_place_bodies(const pc_paragraph *paragraph, double measure);

/* Width on one line (the widest between forced breaks), and of the widest piece that cannot be
 * broken; em. */
double pc_paragraph_width(const pc_paragraph *paragraph);
double pc_paragraph_min_width(const pc_paragraph *paragraph);

/* Width of the widest phrase or compound that should stay on one line, em; of text without phrase
 * breaks the min width. */
double pc_paragraph_phrase_width(const pc_paragraph *paragraph);
/* Whether none of its lines at that measure ends inside a phrase or compound. */
bool pc_paragraph_keeps_phrases(const pc_paragraph *paragraph, double measure);

/* Where, on one line, the last body before that byte of the text ends; em. */
double pc_paragraph_find_edge(const pc_paragraph *paragraph, int byte);

const pc_rich *pc_paragraph_rich(const pc_paragraph *paragraph);

/* Whether readings stand over it: then lines closer than PC_RUBY_LINE_EM would touch them. */
bool pc_paragraph_has_ruby(const pc_paragraph *paragraph);
/* How *emphasis* looks in it. */
pc_emphasis pc_paragraph_emphasis(const pc_paragraph *paragraph);
bool pc_paragraph_is_vertical(const pc_paragraph *paragraph);

/* Where the baseline of a line stands below the top of its em box: .88 em for all fonts
 * (TYPOGRAPHY). */
#define PC_ASCENT_EM 0.88

/* Readings are half as large as their base, and set solid on its em box: .88 + .12 / 2. */
#define PC_RUBY_EM 0.5
#define PC_RUBY_RISE_EM 0.94
/* From line to line: two em boxes with a reading and a little air between them. */
#define PC_RUBY_LINE_EM 1.6
/* Above the em box of a first line. */
#define PC_RUBY_HEAD_EM 0.5

/* Emphasis dots: above the baseline, and their radius. */
#define PC_DOT_RISE_EM 1.05
#define PC_DOT_RADIUS_EM 0.07

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_measurer, pc_measurer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_paragraph, pc_paragraph_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_lines, pc_lines_free)

#endif

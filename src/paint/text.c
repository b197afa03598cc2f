/* text.c - a box of set lines to runs, with what marks add.  Layer: paint. */
#include "paint/text.h"

#include "paint/prose.h"
#include "text/textbox.h"
#include "text/run.h"

static const double code_margin_em = 0.06;
/* Finer lines break up on the press (FIELD). */
static const double least_stroke_pt = 0.25;

/* Neighbouring runs of one line that share a mark; em from the line's start. */
typedef struct stretch {
  const pc_text_box *text;
  int line;
  double along[2];
} stretch;

/* A mark that draws something of its own. */
typedef struct marking {
  unsigned mark;
  void (*paint)(const pc_pen *pen, stretch span);
} marking;

/* The ground reaches from a little above the em box to a little below it. */
static void paint_highlight(const pc_pen *pen, stretch span) {
  const double above[] = {PC_ASCENT_EM - 1.05, PC_ASCENT_EM + 0.05};
  pc_display_begin_path(pen->display);
  pc_display_rect(pen->display, pc_text_box_rect(span.text, span.line, span.along, above), 0);
  pc_display_fill(pen->display, pen->at, pen->highlight);
}

/* Through the middle of the em box. */
static void paint_strike(const pc_pen *pen, stretch span) {
  const double middle = PC_ASCENT_EM - 0.5;
  pc_display_begin_path(pen->display);
  pc_display_move(pen->display, pc_text_box_point(span.text, span.line, span.along[0], middle));
  pc_display_line(pen->display, pc_text_box_point(span.text, span.line, span.along[1], middle));
  const double width_pt = MAX(least_stroke_pt, span.text->size_pt / 16);
  pc_display_stroke(pen->display, pen->at, pen->ink, pc_um_from_pt(width_pt), 0);
}

/* A little wider than the glyphs, as code touches what stands beside it. */
static void paint_code(const pc_pen *pen, stretch span) {
  const double along[] = {span.along[0] - code_margin_em, span.along[1] + code_margin_em};
  const double above[] = {PC_ASCENT_EM - 1.05, PC_ASCENT_EM + 0.05};
  pc_display_begin_path(pen->display);
  pc_display_rect(pen->display, pc_text_box_rect(span.text, span.line, along, above), 0);
  pc_display_fill(pen->display, pen->at, pen->code);
}

static const marking highlight = {PC_MARK_HIGHLIGHT, paint_highlight};
static const marking code = {PC_MARK_CODE, paint_code};
static const marking strike = {PC_MARK_STRIKE, paint_strike};

/* The first run at or after from that has the mark (or has it not); n_runs where none is. */
static int find_run(const pc_line *line, int from, unsigned mark, bool wanted) {
  int i = from;
  while (i < line->n_runs && ((line->runs[i]->marks & mark) != 0) != wanted)
    i++;
  return i;
}

static bool has_mark(const pc_text_box *text, unsigned mark) {
  for (int i = 0; i < text->lines->count; i++) {
    const pc_line *line = &text->lines->items[i];
    if (find_run(line, 0, mark, true) < line->n_runs)
      return true;
  }
  return false;
}

static void paint_marked_line(const pc_pen *pen, const pc_text_box *text, int index,
                              const marking *kind) {
  const pc_line *line = &text->lines->items[index];
  stretch span = {.text = text, .line = index};
  int first = find_run(line, 0, kind->mark, true);
  while (first < line->n_runs) {
    int end = find_run(line, first, kind->mark, false);
    const pc_run *last = line->runs[end - 1];
    span.along[0] = line->runs[first]->x;
    span.along[1] = last->x + last->width;
    kind->paint(pen, span);
    first = find_run(line, end, kind->mark, true);
  }
}

static void paint_marked(const pc_pen *pen, const pc_text_box *text, const marking *kind) {
  if (!pc_text_box_has_lines(text) || !has_mark(text, kind->mark))
    return;
  pc_display_begin(pen->display, pen->at, PC_TAG_ARTIFACT, NULL, 0);
  for (int i = 0; i < text->lines->count; i++)
    paint_marked_line(pen, text, i, kind);
  pc_display_end(pen->display);
}

static int count_dots(const pc_text_box *text) {
  int count = 0;
  for (int i = 0; pc_text_box_has_lines(text) && i < text->lines->count; i++)
    count += text->lines->items[i].n_dots;
  return count;
}

/* Drawn, not written: copied text does not have them. */
static void paint_dots(const pc_pen *pen, const pc_text_box *text) {
  if (count_dots(text) == 0)
    return;
  const pc_um radius = pc_um_from_pt(text->size_pt * PC_DOT_RADIUS_EM);
  pc_display_begin(pen->display, pen->at, PC_TAG_ARTIFACT, NULL, 0);
  pc_display_begin_path(pen->display);
  for (int i = 0; i < text->lines->count; i++) {
    const pc_line *line = &text->lines->items[i];
    for (int k = 0; k < line->n_dots; k++)
      pc_display_circle(pen->display, pc_text_box_point(text, i, line->dots[k], PC_DOT_RISE_EM),
                        radius);
  }
  pc_display_fill(pen->display, pen->at, pen->ink);
  pc_display_end(pen->display);
}

void pc_paint_text_grounds(const pc_pen *pen, const pc_text_box *text) {
  paint_marked(pen, text, &highlight);
  paint_marked(pen, text, &code);
}

void pc_paint_text_runs(const pc_pen *pen, const pc_text_box *text) {
  pc_prose prose = {.pen = pen};
  pc_prose_paint(&prose, text);
  pc_prose_link(&prose, NULL);
}

void pc_paint_text_strokes(const pc_pen *pen, const pc_text_box *text) {
  paint_dots(pen, text);
  paint_marked(pen, text, &strike);
}

void pc_paint_text(const pc_pen *pen, pc_tag tag, const pc_text_box *text) {
  if (!pc_text_box_has_lines(text))
    return;
  pc_paint_text_grounds(pen, text);
  pc_display_begin(pen->display, pen->at, tag, NULL, 0);
  pc_paint_text_runs(pen, text);
  pc_display_end(pen->display);
  pc_paint_text_strokes(pen, text);
}

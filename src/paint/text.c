/* text.c - a box of set lines to runs, with what marks add.  Layer: paint. */
#include "paint/text.h"

#include <math.h>

#include "text/run.h"

/* Neighbouring runs of one line that share a mark, on paper. */
typedef struct stretch {
  pc_um left, right, baseline, em;
} stretch;

/* A mark that draws something of its own. */
typedef struct marking {
  unsigned mark;
  void (*paint)(const pc_pen *pen, stretch span);
} marking;

static pc_um scale_em(double em, pc_um size) {
  return (pc_um)lround(em * size);
}

/* The ground reaches from a little above the em box to a little below it. */
static void paint_highlight(const pc_pen *pen, stretch span) {
  pc_um top = span.baseline - scale_em(PC_ASCENT_EM + 0.05, span.em);
  pc_rect ground = {span.left, top, span.right - span.left, scale_em(1.1, span.em)};
  pc_display_begin_path(pen->display);
  pc_display_rect(pen->display, ground, 0);
  pc_display_fill(pen->display, pen->at, pen->highlight);
}

/* Through the middle of the em box. */
static void paint_strike(const pc_pen *pen, stretch span) {
  pc_um y = span.baseline - scale_em(PC_ASCENT_EM - 0.5, span.em);
  pc_display_begin_path(pen->display);
  pc_display_move(pen->display, (pc_point){span.left, y});
  pc_display_line(pen->display, (pc_point){span.right, y});
  pc_display_stroke(pen->display, pen->at, pen->ink, scale_em(1.0 / 16, span.em), 0);
}

static const marking highlight = {PC_MARK_HIGHLIGHT, paint_highlight};
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
  stretch span = {.baseline = text->baseline[index], .em = pc_um_from_pt(text->size_pt)};
  int first = find_run(line, 0, kind->mark, true);
  while (first < line->n_runs) {
    int end = find_run(line, first, kind->mark, false);
    const pc_run *last = line->runs[end - 1];
    span.left = text->x[index] + scale_em(line->runs[first]->x, span.em);
    span.right = text->x[index] + scale_em(last->x + last->width, span.em);
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

static void paint_line(const pc_pen *pen, const pc_text_box *text, int index) {
  const pc_line *line = &text->lines->items[index];
  pc_um em = pc_um_from_pt(text->size_pt);
  for (int i = 0; i < line->n_runs; i++) {
    const pc_run *run = line->runs[i];
    pc_color color = (run->marks & PC_MARK_EMPHASIS) ? pen->emphasis : pen->ink;
    pc_point origin = {text->x[index] + scale_em(run->x, em), text->baseline[index]};
    pc_display_run(pen->display, pen->at, color, run, origin, text->size_pt);
  }
}

bool pc_text_box_has_lines(const pc_text_box *text) {
  return text->lines != NULL && text->lines->count > 0;
}

void pc_paint_text_grounds(const pc_pen *pen, const pc_text_box *text) {
  paint_marked(pen, text, &highlight);
}

void pc_paint_text_runs(const pc_pen *pen, const pc_text_box *text) {
  for (int i = 0; pc_text_box_has_lines(text) && i < text->lines->count; i++)
    paint_line(pen, text, i);
}

void pc_paint_text_strokes(const pc_pen *pen, const pc_text_box *text) {
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

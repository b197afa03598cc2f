/* textbox.c - lines of one paragraph onto paper.  Layer: text. */
#include "text/textbox.h"

#include <math.h>

/* Less than half a micrometre on A0: a width that is exactly so many em holds so many. */
static const double measure_slack_em = 1e-5;

static const double um_per_pt = 25400.0 / 72;

pc_um pc_text_height(int lines, double size_pt, double line) {
  if (lines <= 0)
    return 0;
  gint64 pitch = lround(size_pt * line * um_per_pt);
  return (pc_um)MIN(pc_um_from_pt(size_pt) + pitch * (lines - 1), PC_UM_TALLEST);
}

double pc_text_measure(pc_um width, double size_pt) {
  return MAX(0, width) / (size_pt * um_per_pt) + measure_slack_em;
}

pc_um pc_text_width(double em, double size_pt) {
  return (pc_um)ceil(CLAMP(em * size_pt * um_per_pt, 0, PC_UM_TALLEST));
}

double pc_text_line(const pc_paragraph *paragraph, double line) {
  const bool has_ruby = paragraph != NULL && pc_paragraph_has_ruby(paragraph);
  return has_ruby ? MAX(line, PC_RUBY_LINE_EM) : line;
}

pc_um pc_text_head(const pc_paragraph *paragraph, double size_pt) {
  const bool has_ruby = paragraph != NULL && pc_paragraph_has_ruby(paragraph);
  return has_ruby ? pc_um_from_pt(size_pt * PC_RUBY_HEAD_EM) : 0;
}

int pc_text_count(const pc_paragraph *paragraph, pc_um width, double size_pt) {
  return paragraph == NULL ? 0 : pc_paragraph_count(paragraph, pc_text_measure(width, size_pt));
}

/* Share of the free width that stands before the line. */
static const double align_shares[] = {
    [PC_ALIGN_START] = 0, [PC_ALIGN_CENTER] = 0.5, [PC_ALIGN_END] = 1, [PC_ALIGN_JUSTIFY] = 0};

pc_um pc_text_align(const pc_line *line, const pc_text_frame *frame) {
  double em = frame->size_pt * um_per_pt;
  double free = frame->width - (line->indent + line->width) * em;
  double before = MAX(0, free) * align_shares[frame->align];
  return frame->x + (pc_um)lround(before + line->indent * em);
}

pc_text_box pc_text_box_make(const pc_paragraph *paragraph, const pc_text_frame *frame) {
  pc_text_box box = {.size_pt = frame->size_pt};
  if (paragraph == NULL)
    return box;
  box.lines = pc_paragraph_break(paragraph, pc_text_measure(frame->width, frame->size_pt));
  box.x = g_new(pc_um, (gsize)box.lines->count);
  box.baseline = g_new(pc_um, (gsize)box.lines->count);
  double line = pc_text_line(paragraph, frame->line);
  pc_um pitch = (pc_um)lround(frame->size_pt * line * um_per_pt);
  pc_um first = frame->y + pc_um_from_pt(frame->size_pt * PC_ASCENT_EM);
  for (int i = 0; i < box.lines->count; i++) {
    box.x[i] = pc_text_align(&box.lines->items[i], frame);
    box.baseline[i] = (pc_um)CLAMP(first + (gint64)pitch * i, G_MININT32, G_MAXINT32);
  }
  return box;
}

pc_point pc_text_box_point(const pc_text_box *box, int line, double along, double above) {
  const double em = box->size_pt * um_per_pt;
  const pc_um on = (pc_um)lround(along * em);
  const pc_um off = (pc_um)lround(above * em);
  if (box->vertical)
    return (pc_point){box->x[line] + off, box->baseline[line] + on};
  return (pc_point){box->x[line] + on, box->baseline[line] - off};
}

pc_rect pc_text_box_rect(const pc_text_box *box, int line, const double along[2],
                         const double above[2]) {
  const pc_point a = pc_text_box_point(box, line, along[0], above[0]);
  const pc_point b = pc_text_box_point(box, line, along[1], above[1]);
  return (pc_rect){MIN(a.x, b.x), MIN(a.y, b.y), ABS(b.x - a.x), ABS(b.y - a.y)};
}

void pc_text_box_turn(pc_text_box *box, pc_rect onto) {
  for (int i = 0; box->lines != NULL && i < box->lines->count; i++) {
    const pc_point start = pc_point_turn((pc_point){box->x[i], box->baseline[i]}, onto);
    box->x[i] = start.x;
    box->baseline[i] = start.y;
  }
  box->vertical = true;
}

bool pc_text_box_has_lines(const pc_text_box *box) {
  return box->lines != NULL && box->lines->count > 0;
}

void pc_text_box_clear(pc_text_box *box) {
  pc_lines_free(box->lines);
  g_free(box->x);
  g_free(box->baseline);
  *box = (pc_text_box){0};
}

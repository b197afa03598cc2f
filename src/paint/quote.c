/* quote.c - somebody's words: a bubble with its tail or a rule, then the words and the name.
 * Layer: paint. */
#include "paint/block.h"

/* Of the body's em: the bubble's corners, where its tail begins and ends, from the corner at the
 * end of the lines, and the rule. */
static const double radius_em = 0.7;
static const double tail_from_em = 1.3;
static const double tail_to_em = 2.5;
static const double tail_tip_em = 1.1;
static const double rule_em = 0.22;
/* Share of the accent in the bubble, and how much lighter than its ground a plain one is. */
static const double tint = 0.13;
static const double least_contrast = 1.06;

/* The frame of a quote as if its lines ran across. */
typedef struct quote_frame {
  pc_rect rect;
  bool is_turned;
  pc_um w, h, em;
} quote_frame;

static quote_frame find_frame(const pc_box *box) {
  const pc_text_box *text = &box->cells[0].text;
  const pc_rect rect = box->frame;
  const bool is_turned = text->vertical;
  return (quote_frame){rect, is_turned, is_turned ? rect.h : rect.w, is_turned ? rect.w : rect.h,
                       pc_um_from_pt(text->size_pt)};
}

static pc_point to_paper(const quote_frame *frame, double x, double y) {
  const pc_point at = {(pc_um)x, (pc_um)y};
  if (frame->is_turned)
    return pc_point_turn(at, frame->rect);
  return (pc_point){frame->rect.x + at.x, frame->rect.y + at.y};
}

/* Begins within the bubble, so that no seam shows; runs round as the bubble does. */
static void trace_tail(pc_display *display, const quote_frame *frame) {
  const double em = frame->em;
  const double from = frame->w - tail_from_em * em;
  const double to = frame->w - tail_to_em * em;
  const double tip = frame->w - tail_tip_em * em;
  const double low = frame->h + PC_QUOTE_TAIL_EM * em;
  const double inside = frame->h - em / 10;
  pc_display_move(display, to_paper(frame, from, inside));
  pc_display_line(display, to_paper(frame, from, frame->h));
  pc_display_curve(display, to_paper(frame, from, frame->h + em * .3),
                   to_paper(frame, from + em * .05, frame->h + em * .5), to_paper(frame, tip, low));
  pc_display_curve(display, to_paper(frame, tip - em * .5, low - em * .05),
                   to_paper(frame, to + em * .15, frame->h + em * .55),
                   to_paper(frame, to, frame->h));
  pc_display_line(display, to_paper(frame, to, inside));
  pc_display_close(display);
}

/* As light as other panels where this one has a colour of its own: a tint over a tint is muddy. */
static pc_color find_ground(const pc_look *look) {
  const pc_color plain = look->colors->panel;
  const bool is_colored = pc_color_contrast(plain, look->ground) >= least_contrast;
  return is_colored && plain.a >= 1 ? plain : pc_look_tint(look, look->accent, tint);
}

static pc_color paint_bubble(const pc_pen *pen, const pc_look *look, const pc_box *box) {
  const quote_frame frame = find_frame(box);
  const pc_color ground = find_ground(look);
  pc_display_begin_path(pen->display);
  pc_display_rect(pen->display, box->frame, (pc_um)(frame.em * radius_em));
  trace_tail(pen->display, &frame);
  pc_display_fill(pen->display, pen->at, ground);
  return ground;
}

static pc_color paint_bar(const pc_pen *pen, const pc_look *look, const pc_box *box) {
  const quote_frame frame = find_frame(box);
  const double width = frame.em * rule_em;
  pc_display_begin_path(pen->display);
  pc_display_move(pen->display, to_paper(&frame, 0, 0));
  pc_display_line(pen->display, to_paper(&frame, width, 0));
  pc_display_line(pen->display, to_paper(&frame, width, frame.h));
  pc_display_line(pen->display, to_paper(&frame, 0, frame.h));
  pc_display_close(pen->display);
  pc_display_fill(pen->display, pen->at, look->accent);
  return look->ground;
}

/* Each returns what the words stand on. */
static pc_color (*const painters[])(const pc_pen *, const pc_look *, const pc_box *) = {
    [PC_QUOTE_BUBBLE] = paint_bubble,
    [PC_QUOTE_RULE] = paint_bar,
};

void pc_paint_quote(const pc_pen *pen, const pc_look *look, pc_quote_style style,
                    const pc_box *box) {
  pc_pen words = *pen;
  pc_pen name = *pen;
  pc_display_begin(pen->display, pen->at, PC_TAG_ARTIFACT, NULL, 0);
  words.ink = pc_look_ink_on(look, painters[style](pen, look, box));
  pc_display_end(pen->display);
  name.ink = look->muted;
  pc_display_begin(pen->display, pen->at, PC_TAG_BLOCKQUOTE, NULL, 0);
  for (int i = 0; i < box->n_cells; i++)
    pc_paint_text(&words, PC_TAG_P, &box->cells[i].text);
  pc_paint_text(&name, PC_TAG_P, &box->caption);
  pc_display_end(pen->display);
}

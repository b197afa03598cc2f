/* overflow.c - the mark of a panel whose text does not fit, in a draft.  Layer: paint. */
#include "paint/ground.h"

static const pc_color red = {.r = 0.85, .g = 0.05, .b = 0.05, .a = 1};

static const pc_um frame_width = 3000;
static const pc_um hatch_width = 1200;
static const pc_um hatch_step = 6000;
static const pc_um hatch_least = 8000;

static void paint_frame(pc_display *display, const pc_panel *panel) {
  pc_display_begin_path(display);
  pc_display_rect(display, pc_rect_inset(panel->rect, frame_width / 2), 0);
  pc_display_stroke(display, panel->slide->at, red, frame_width, 0);
}

/* A strip at the foot, as high as the text that is too much, a quarter of the panel at most. */
static void paint_hatch(pc_display *display, const pc_panel *panel) {
  pc_rect inner = pc_rect_inset(panel->rect, frame_width);
  pc_um height = CLAMP(panel->overflow_by, MIN(hatch_least, inner.h / 4), inner.h / 4);
  pc_um bottom = inner.y + inner.h;
  if (height <= 0)
    return;
  pc_um right = inner.x + inner.w;
  pc_display_begin_path(display);
  for (pc_um x = inner.x - height + hatch_step; x < right; x += hatch_step) {
    pc_um from = MAX(0, inner.x - x);
    pc_um to = MIN(height, right - x);
    pc_display_move(display, (pc_point){x + from, bottom - from});
    pc_display_line(display, (pc_point){x + to, bottom - to});
  }
  pc_display_stroke(display, panel->slide->at, red, hatch_width, 0);
}

void pc_paint_overflow(pc_display *display, const pc_panel *panel) {
  paint_frame(display, panel);
  paint_hatch(display, panel);
}

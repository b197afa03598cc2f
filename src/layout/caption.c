/* caption.c - one height and one place for captions of all kinds.  Layer: layout. */
#include "layout/caption.h"

static const double line_em = 1.4;
static const double gap_em = 0.45;

pc_um pc_caption_gap(double size_pt) {
  return pc_um_from_pt(size_pt * gap_em);
}

pc_um pc_caption_height(const pc_paragraph *caption, pc_um width, double size_pt) {
  int lines = pc_text_count(caption, width, size_pt);
  if (lines == 0)
    return 0;
  return pc_text_head(caption, size_pt) +
         pc_text_height(lines, size_pt, pc_text_line(caption, line_em)) + pc_caption_gap(size_pt);
}

pc_text_box pc_caption_place(const pc_paragraph *caption, pc_rect column, double size_pt,
                             pc_align align) {
  pc_text_frame frame = {.x = column.x,
                         .y = column.y + pc_text_head(caption, size_pt),
                         .width = column.w,
                         .size_pt = size_pt,
                         .line = line_em,
                         .align = align};
  return pc_text_box_make(caption, &frame);
}

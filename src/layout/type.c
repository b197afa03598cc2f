/* type.c - the scale of type: what follows from the common size.  Layer: layout. */
#include "layout/type.h"

#include <math.h>

/* FIELD: never under 24 pt on A0, whose short side is 841 mm. */
static const double a0_text_pt = 24;
static const double a0_short_side_mm = 841;

double pc_type_least(const pc_page *page) {
  double short_side_mm = pc_um_to_mm(MIN(page->width, page->height));
  return MAX(PC_HAND_HELD_PT, a0_text_pt * short_side_mm / a0_short_side_mm);
}

static double round_tenth(double size_pt) {
  return MAX(0.1, round(size_pt * 10) / 10);
}

/* In proportion to the text, but not smaller than the sheet bears, or than the text where that is
 * smaller itself.  A length on paper is what the author wants. */
static double find_caption(const pc_doc *doc, double base_pt) {
  const pc_length caption = doc->theme.sizes.caption;
  double size = pc_length_pt(caption, base_pt);
  if (caption.unit != PC_UNIT_EM)
    return size;
  return MAX(size, MIN(base_pt, pc_type_least(&doc->page)));
}

pc_type pc_type_make(const pc_content *content, double common_pt, double body_pt) {
  const pc_sizes *sizes = &content->doc->theme.sizes;
  double scale = content->slide->style.scale > 0 ? content->slide->style.scale : 1;
  double base = common_pt * scale;
  double body = body_pt * scale;
  double growth = content->grows_whole && common_pt > 0 ? body_pt / common_pt : 1;
  return (pc_type){
      .common = common_pt,
      .body = scale == 1 ? body : round_tenth(body),
      .heading = round_tenth(pc_length_pt(sizes->heading, base) * growth),
      .subheading = round_tenth(pc_length_pt(sizes->subheading, body)),
      .caption = round_tenth(find_caption(content->doc, base)),
  };
}

/* badge.c - the number of a panel.  Layer: layout. */
#include "layout/badge.h"

#include <math.h>

#include "layout/kinds.h"
#include "text/textbox.h"

/* Digits of the badge, of the heading's em: one, or two that keep as far from the disc's edge; and
 * the height of a digit, of its own em. */
static const double digit_em = 0.8;
static const double digits_em = 0.7;
static const double digit_height_em = 0.74;
/* The room between a badge in the corner and the panel's edge, of its diameter. */
static const double bare_badge_inset = 0.35;

void pc_badge_place(pc_panel *panel, const pc_setting *setting) {
  const pc_content *content = setting->content;
  if (content->number == NULL)
    return;
  double heading = content->badge_inline
                       ? setting->type.heading
                       : pc_length_pt(content->doc->theme.sizes.heading, setting->type.common);
  pc_um size = pc_um_from_pt(heading * PC_BADGE_EM);
  pc_um inset = content->is_bare ? (pc_um)(size * bare_badge_inset) : 0;
  pc_rect inner = panel->inner;
  pc_um head = content->badge_inline ? pc_heading_head(content, heading) : 0;
  pc_rect badge = {inner.x + inset, inner.y + inset + head, size, size};
  bool is_one = content->slide->number < 10;
  double digits = round(heading * (is_one ? digit_em : digits_em) * 10) / 10;
  /* The middle of the digits, not of their em box, is the middle of the badge. */
  pc_um baseline = badge.y + (size + pc_um_from_pt(digits * digit_height_em)) / 2;
  /* A corner reaches to the panel's edge, and so does what its digits are centred in. */
  bool is_corner = content->slide->style.number == PC_NUMBER_CORNER;
  pc_um left = is_corner ? panel->rect.x : badge.x;
  pc_text_frame frame = {.x = left,
                         .y = baseline - pc_um_from_pt(digits * PC_ASCENT_EM),
                         .width = badge.x + size - left,
                         .size_pt = digits,
                         .line = 1,
                         .align = PC_ALIGN_CENTER};
  panel->badge = badge;
  panel->number = pc_text_box_make(content->number, &frame);
}

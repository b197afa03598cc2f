/* sheet.h - the trim, and what lies around it: the bleed, and the slug with its marks.
 * Layer: display (uses base).
 *
 * All places are micrometres from the trim's top left, as everywhere.
 */
#ifndef PC_DISPLAY_SHEET_H
#define PC_DISPLAY_SHEET_H

#include "base/geom.h"

/* Around the bleed of a sheet with marks: what they reach, and an edge that presses leave white. */
#define PC_SLUG_UM 13000
#define PC_MARK_REACH_UM 9000

/* Of a centre mark: where its bar crosses, from the bleed, and how long that is. */
#define PC_CENTRE_AT_UM 4500
#define PC_CENTRE_MARK_UM 25000

typedef struct pc_sheet {
  pc_size trim;
  pc_um bleed, slug; /* on all four sides; the slug lies around the bleed, 0: no marks */
} pc_sheet;

static inline pc_sheet pc_sheet_make(pc_size trim, pc_um bleed, bool has_marks) {
  return (pc_sheet){trim, bleed, has_marks ? PC_SLUG_UM : 0};
}

/* From the trim's edge to the media's. */
static inline pc_um pc_sheet_margin(pc_sheet sheet) {
  return sheet.bleed + sheet.slug;
}

static inline pc_rect pc_sheet_trim(pc_sheet sheet) {
  return (pc_rect){0, 0, sheet.trim.w, sheet.trim.h};
}

static inline pc_rect pc_sheet_bleed(pc_sheet sheet) {
  return pc_rect_inset(pc_sheet_trim(sheet), -sheet.bleed);
}

static inline pc_rect pc_sheet_media(pc_sheet sheet) {
  return pc_rect_inset(pc_sheet_trim(sheet), -pc_sheet_margin(sheet));
}

/* The bar on an edge that is so long: on a small sheet it leaves room for other things. */
static inline pc_um pc_sheet_centre_mark(pc_um edge) {
  return edge / 4 < PC_CENTRE_MARK_UM ? edge / 4 : PC_CENTRE_MARK_UM;
}

#endif

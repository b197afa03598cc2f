/* drawing.h - a figure as it is printed: shapes, and labels over them.  Layer: figure.
 *
 * Places are micrometres from the trim's top left, colours are literal.  Labels stand in reading
 * order.
 */
#ifndef PC_FIGURE_DRAWING_H
#define PC_FIGURE_DRAWING_H

#include "display/display.h"
#include "figure/label.h"

typedef struct pc_drawn_label {
  pc_text_box text;
  pc_color ink;
  pc_color ground; /* what it stands on: for checks */
} pc_drawn_label;

typedef struct pc_drawing {
  pc_rect bounds; /* of all that is drawn */
  pc_display *shapes;
  GArray *labels; /* pc_drawn_label */
  int squares;    /* QR code: in a row, white border included */
  pc_um square;   /* side of each */
} pc_drawing;

/* How a label stands in the room it is given: in its middle from top to bottom. */
typedef struct pc_label_style {
  double size_pt;
  pc_align align;
  pc_color ink, ground;
} pc_label_style;

pc_drawing *pc_drawing_new(pc_rect bounds);
void pc_drawing_free(pc_drawing *drawing);

void pc_drawing_set_label(pc_drawing *drawing, const pc_label *label, pc_rect room,
                          const pc_label_style *style);

/* From the top of what was drawn to its bottom, half a line's weight aside: bounds where nothing
 * was. */
pc_extent pc_drawing_height(const pc_drawing *drawing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(pc_drawing, pc_drawing_free)

#endif

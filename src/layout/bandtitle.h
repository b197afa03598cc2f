/* bandtitle.h - the size of a title that fills its width between phrases.  Layer: layout. */
#ifndef PC_LAYOUT_BANDTITLE_H
#define PC_LAYOUT_BANDTITLE_H

#include "layout/layout.h"

/* Where a title stands. */
typedef struct pc_title_room {
  pc_um width, height;
  double line;     /* from line to line, em */
  double usual_pt; /* the theme's size */
  bool may_grow;   /* beyond it, on one line */
} pc_title_room;

/* The size at which it fills the width; it is too high for the room only where no permitted size
 * is not. */
double pc_bandtitle_size(const pc_paragraph *title, const pc_title_room *room);

#endif

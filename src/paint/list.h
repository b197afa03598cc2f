/* list.h - the lists that are open while the blocks of a panel are painted.  Layer: paint. */
#ifndef PC_PAINT_LIST_H
#define PC_PAINT_LIST_H

#include "paint/block.h"

/* Deeper lists are tagged like the deepest one. */
#define PC_LISTS_DEEPEST 8

typedef struct pc_open_list {
  int id;        /* pc_block.list */
  bool has_item; /* an LI and its LBody are open */
} pc_open_list;

/* Outermost first. */
typedef struct pc_open_lists {
  pc_display *display;
  const pc_panel *panel;
  int depth;
  pc_open_list open[PC_LISTS_DEEPEST];
} pc_open_lists;

/* Ends what box `index` of the panel does not stand in, and begins the lists of an item. */
void pc_lists_enter(pc_open_lists *lists, int index);
void pc_lists_end(pc_open_lists *lists);

/* An item, or a further paragraph of the one that is open: what comes next may belong to it. */
void pc_lists_paint_item(pc_open_lists *lists, const pc_pen *pen, const pc_look *look,
                         const pc_box *box);

#endif

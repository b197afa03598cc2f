/* gallery.h - pictures side by side: the rows that show most of them.  Layer: layout.
 *
 * The pictures of a row have one height, and all rows are as wide as the room.  Where they would
 * together be too high, all rows are narrower alike.  Pure arithmetic: no fonts, no allocation, the
 * same answer everywhere.
 */
#ifndef PC_LAYOUT_GALLERY_H
#define PC_LAYOUT_GALLERY_H

#include "base/geom.h"
#include "doc/figure.h"

typedef struct pc_gallery_item {
  double aspect;       /* width by height, > 0 */
  pc_um caption;       /* length of its caption on one line, 0: none */
  pc_um caption_least; /* width of what cannot be broken in it */
} pc_gallery_item;

typedef struct pc_gallery {
  int n; /* 1..PC_FIGURES_MOST */
  pc_gallery_item items[PC_FIGURES_MOST];
  pc_um gap, row_gap;               /* between pictures, and between rows */
  pc_um caption_pitch, caption_gap; /* a line of a caption; between it and its picture */
} pc_gallery;

typedef struct pc_gallery_rows {
  int n;
  int first[PC_FIGURES_MOST + 1]; /* of each row; the last entry is the number of pictures */
} pc_gallery_rows;

/* The rows of which most is seen in width x height, as long as none is more than half as high again
 * as another; of about equals the most even ones.  Where captions leave them nothing, those that
 * miss least. */
pc_gallery_rows pc_gallery_choose(const pc_gallery *gallery, pc_um width, pc_um height);

/* The width of rows whose pictures are together no higher than that: width at most. */
pc_um pc_gallery_fit(const pc_gallery *gallery, const pc_gallery_rows *rows, pc_um width,
                     pc_um height);

/* In rows of that width: the pictures of one row, from 0 to the width with gaps between, and their
 * height; of all rows together. */
void pc_gallery_split(const pc_gallery *gallery, const pc_gallery_rows *rows, int row, pc_um width,
                      pc_extent *extents);
pc_um pc_gallery_height(const pc_gallery *gallery, const pc_gallery_rows *rows, int row,
                        pc_um width);
pc_um pc_gallery_sum(const pc_gallery *gallery, const pc_gallery_rows *rows, pc_um width);

#endif

/* grid.h - shares a span of paper among tracks, and heights among rows.  Layer: layout (uses base,
 * doc).
 *
 * Pure arithmetic: no fonts, no allocation, the same answer everywhere.  Tracks and gaps add up to
 * the span to the micrometre; what is left over by rounding goes to single tracks, never to gaps.
 */
#ifndef PC_LAYOUT_GRID_H
#define PC_LAYOUT_GRID_H

#include <glib.h>

#include "base/geom.h"
#include "doc/doc.h"

/* No text is nearer to the trim. */
#define PC_GRID_SAFE 3000

/* total in n parts in proportion to weights (all equal where they are 0); the parts sum to total.
 */
void pc_grid_share(pc_um total, const double *weights, int n, pc_um *parts);

/* Tracks of one axis: paper and % (of the span) first, fr shares the rest.  NULL lengths: all 1fr.
 * false: the fixed tracks and gaps leave less than nothing, or some track has no width; extents
 * are then undefined. */
bool pc_grid_split(pc_extent span, const pc_tracks *tracks, pc_um gap, pc_extent *extents);

/* From the start of the first track to the end of the last of count. */
pc_extent pc_grid_join(const pc_extent *tracks, int first, int count);

/* What one panel asks of the rows that it covers. */
typedef struct pc_row_need {
  int row, rows;
  pc_um need;
} pc_row_need;

/* Adds to the heights of those rows what they are short of the need together. */
void pc_rows_raise(const pc_row_need *need, pc_um gap, pc_um *heights);

/* The lowest heights at which every need is met, panels over several rows last; none is under
 * least. */
void pc_rows_measure(const pc_row_need *needs, int n_needs, pc_um gap, pc_um least, pc_um *heights,
                     int n_rows);

/* A rectangle that touches the trim, as far as the bleed reaches. */
pc_rect pc_grid_reach_bleed(pc_rect rect, const pc_page *page);

/* Sum of heights. */
gint64 pc_rows_sum(const pc_um *heights, int n_rows);

/* Makes the heights sum to room.  Too low: they grow in proportion, between .45 and 2.2 of the
 * mean, so that there are neither ribbons nor towers.  Too tall: the tallest are cut to one level.
 */
void pc_rows_spread(pc_um *heights, int n_rows, pc_um room);

/* Moves height from rows that have more than is wanted to those that have less, all alike; their
 * sum stays. */
void pc_rows_approach(pc_um *heights, const pc_um *wanted, int n_rows);

/* A row is never lower than this share of the mean, where the sheet permits. */
#define PC_ROW_LEAST 0.45
#define PC_ROW_MOST 2.2

typedef bool (*pc_is_enough_func)(pc_um length, void *user);

/* The least length up to most that is enough, to half a millimetre.  What is enough stays so for
 * all greater lengths; most is returned where nothing less is. */
pc_um pc_grid_find_least(pc_um most, pc_is_enough_func is_enough, void *user);

#endif

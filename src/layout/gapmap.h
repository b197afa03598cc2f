/* gapmap.h - the gaps of a grid as ways, and the shortest way through them.  Layer: layout.
 *
 * Ways run in the middle of the gaps between tracks, and around the grid where the margin is wide
 * enough.  Where two ways meet is a crossing; (column, row) counts them from the top left, one more
 * each way than there are tracks.  A panel over several tracks closes the gaps that it covers.
 */
#ifndef PC_LAYOUT_GAPMAP_H
#define PC_LAYOUT_GAPMAP_H

#include "layout/board.h"

typedef struct pc_gap_map pc_gap_map;

/* Where a panel meets a way: between a crossing and the one right of it (or below). */
typedef struct pc_port {
  pc_point edge, way; /* on the panel's edge, and straight before it in the middle of the gap */
  int column, row;    /* of the crossing */
  bool is_across;     /* the way runs across */
  pc_um cost;         /* of entering here by a bend */
} pc_port;

pc_gap_map *pc_gapmap_new(const pc_layout *layout, const pc_board *board);
void pc_gapmap_free(pc_gap_map *map);

/* A place on a panel's edge beside the way of that number. */
pc_port pc_gapmap_port(const pc_gap_map *map, pc_point edge, bool is_across, int way);

/* Finds all ways that begin at any of the ports, which must stay alive for the trace. */
void pc_gapmap_walk(pc_gap_map *map, const pc_port *exits, int n);
/* The best of these ways to any of the ports: its corners, both ends included.  Others will rather
 * go elsewhere.  0: there is none with so few corners. */
int pc_gapmap_trace(pc_gap_map *map, const pc_port *entries, int n, pc_point *points, int most);

#endif

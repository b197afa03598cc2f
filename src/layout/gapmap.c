/* gapmap.c - the gaps of a grid as ways, and the shortest way through them.  Layer: layout. */
#include "layout/gapmap.h"

/* A corner costs as much as so many gaps; a way that has been taken becomes so many times longer.
 */
static const int corner_gaps = 3;
static const int taken_times = 3;

typedef struct grid_step {
  int across, down;
} grid_step;

#define N_STEPS 4
static const grid_step steps[N_STEPS] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};

/* A crossing reached by one of the steps. */
typedef struct reached {
  gint64 cost; /* G_MAXINT64: not yet */
  int before;  /* the same of the crossing before; -1: an exit */
  int exit;
} reached;

struct pc_gap_map {
  int columns, rows;
  int *owners; /* of each cell, the panel from 1; 0: empty */
  pc_um *x, *y;
  pc_um gap;
  bool is_open[N_STEPS]; /* the way around, by the step towards it */
  bool *taken;           /* of each stretch between two crossings */
  reached *reached;      /* of each crossing and step */
  const pc_port *exits;
  int n_exits;
};

static int cross_at(const pc_gap_map *map, int column, int row) {
  return row * (map->columns + 1) + column;
}

static int owner_at(const pc_gap_map *map, int column, int row) {
  return map->owners[row * map->columns + column];
}

/* The stretch right of a crossing, or below it. */
static bool is_open(const pc_gap_map *map, int column, int row, bool is_across) {
  const int at = is_across ? row : column, last = is_across ? map->rows : map->columns;
  if (at == 0)
    return map->is_open[is_across ? 3 : 2];
  if (at == last)
    return map->is_open[is_across ? 1 : 0];
  const int before = owner_at(map, column - !is_across, row - is_across);
  return before == 0 || before != owner_at(map, column, row);
}

static bool *find_taken(const pc_gap_map *map, int column, int row, bool is_across) {
  return &map->taken[cross_at(map, column, row) * 2 + is_across];
}

static pc_point point_at(const pc_gap_map *map, int column, int row) {
  return (pc_point){map->x[column], map->y[row]};
}

static gint64 distance(pc_point a, pc_point b) {
  return ABS((gint64)a.x - b.x) + ABS((gint64)a.y - b.y);
}

/* The ways between tracks and around them, outside by half of what there is. */
static pc_um *make_ways(const pc_extent *tracks, int n, pc_um before, pc_um after) {
  pc_um *ways = g_new(pc_um, (gsize)n + 1);
  ways[0] = tracks[0].start - before / 2;
  for (int i = 1; i < n; i++)
    ways[i] = (tracks[i - 1].start + tracks[i - 1].length + tracks[i].start) / 2;
  ways[n] = tracks[n - 1].start + tracks[n - 1].length + after / 2;
  return ways;
}

static void own_cells(pc_gap_map *map, const pc_cells *cells, int owner) {
  for (int row = cells->row; row < cells->row + cells->rows; row++) {
    for (int column = cells->column; column < cells->column + cells->columns; column++)
      map->owners[row * map->columns + column] = owner;
  }
}

pc_gap_map *pc_gapmap_new(const pc_layout *layout, const pc_board *board) {
  pc_gap_map *map = g_new0(pc_gap_map, 1);
  map->columns = board->n_columns;
  map->rows = board->n_rows;
  map->gap = board->gap;
  map->owners = g_new0(int, (gsize)(map->columns * map->rows));
  for (int i = 0; i < board->n; i++)
    own_cells(map, &layout->panels[i].slide->cells, i + 1);
  const pc_um margin = MIN(board->gap, layout->doc->page.margin);
  const pc_um above = layout->header.shown ? board->gap : margin;
  const pc_um below = layout->footer.shown ? board->gap : margin;
  const pc_um around[N_STEPS] = {margin, below, margin, above};
  for (int i = 0; i < N_STEPS; i++)
    map->is_open[i] = around[i] >= PC_GUIDE_LEAST_GAP;
  map->x = make_ways(board->columns, map->columns, margin, margin);
  map->y = make_ways(board->rows, map->rows, above, below);
  const gsize crossings = (gsize)(map->columns + 1) * (gsize)(map->rows + 1);
  map->taken = g_new0(bool, crossings * 2);
  map->reached = g_new(reached, crossings * N_STEPS);
  return map;
}

void pc_gapmap_free(pc_gap_map *map) {
  g_free(map->owners);
  g_free(map->x);
  g_free(map->y);
  g_free(map->taken);
  g_free(map->reached);
  g_free(map);
}

/* The track between two ways that a place lies in. */
static int find_track(const pc_um *ways, int n, pc_um at) {
  int track = 0;
  while (track + 1 < n && ways[track + 1] <= at)
    track++;
  return track;
}

pc_port pc_gapmap_port(const pc_gap_map *map, pc_point edge, bool is_across, int way) {
  pc_port port = {.edge = edge, .way = edge, .is_across = is_across};
  if (is_across) {
    port.way.y = map->y[way];
    port.row = way;
    port.column = find_track(map->x, map->columns, edge.x);
    return port;
  }
  port.way.x = map->x[way];
  port.column = way;
  port.row = find_track(map->y, map->rows, edge.y);
  return port;
}

static gint64 corner_cost(const pc_gap_map *map) {
  return (gint64)map->gap * corner_gaps;
}

/* What a stretch of some length costs. */
static gint64 stretch_cost(const pc_gap_map *map, const pc_port *port, gint64 length) {
  return length * (*find_taken(map, port->column, port->row, port->is_across) ? taken_times : 1);
}

static bool port_is_open(const pc_gap_map *map, const pc_port *port) {
  return is_open(map, port->column, port->row, port->is_across);
}

/* Notes a better way to a crossing; true: it is one. */
static bool reach(pc_gap_map *map, int crossing, int step, reached by) {
  reached *known = &map->reached[crossing * N_STEPS + step];
  if (by.cost >= known->cost)
    return false;
  *known = by;
  return true;
}

/* One of the two crossings beside a port, and the step that leads there. */
static int beside_port(const pc_gap_map *map, const pc_port *port, bool is_far, int *step,
                       pc_point *point) {
  const int column = port->column + (is_far && port->is_across);
  const int row = port->row + (is_far && !port->is_across);
  *step = (port->is_across ? 0 : 1) + (is_far ? 0 : 2);
  *point = point_at(map, column, row);
  return cross_at(map, column, row);
}

static void leave(pc_gap_map *map, int exit, GArray *queue) {
  const pc_port *port = &map->exits[exit];
  for (int far = 0; far < 2 && port_is_open(map, port); far++) {
    int step;
    pc_point point;
    const int crossing = beside_port(map, port, far == 1, &step, &point);
    const gint64 length =
        distance(port->edge, port->way) + stretch_cost(map, port, distance(port->way, point));
    const reached by = {length + corner_cost(map), -1, exit};
    const int state = crossing * N_STEPS + step;
    if (reach(map, crossing, step, by))
      g_array_append_val(queue, state);
  }
}

/* One step on from what has been reached; -1: there is no better way. */
static int go_on(pc_gap_map *map, int state, int step) {
  const int crossing = state / N_STEPS, before = state % N_STEPS;
  const int column = crossing % (map->columns + 1), row = crossing / (map->columns + 1);
  const int to_column = column + steps[step].across, to_row = row + steps[step].down;
  if ((before + 2) % N_STEPS == step || to_column < 0 || to_row < 0 || to_column > map->columns ||
      to_row > map->rows)
    return -1;
  const pc_port stretch = {.column = MIN(column, to_column),
                           .row = MIN(row, to_row),
                           .is_across = steps[step].down == 0};
  if (!port_is_open(map, &stretch))
    return -1;
  const gint64 length = distance(point_at(map, column, row), point_at(map, to_column, to_row));
  reached by = {map->reached[state].cost + stretch_cost(map, &stretch, length), state,
                map->reached[state].exit};
  by.cost += step == before ? 0 : corner_cost(map);
  const int to = cross_at(map, to_column, to_row);
  return reach(map, to, step, by) ? to * N_STEPS + step : -1;
}

void pc_gapmap_walk(pc_gap_map *map, const pc_port *exits, int n) {
  const int crossings = (map->columns + 1) * (map->rows + 1);
  g_autoptr(GArray) queue = g_array_new(FALSE, FALSE, sizeof(int));
  for (int i = 0; i < crossings * N_STEPS; i++)
    map->reached[i] = (reached){G_MAXINT64, -1, -1};
  map->exits = exits;
  map->n_exits = n;
  for (int i = 0; i < n; i++)
    leave(map, i, queue);
  for (guint next = 0; next < queue->len; next++) {
    for (int step = 0; step < N_STEPS; step++) {
      const int state = go_on(map, g_array_index(queue, int, next), step);
      if (state >= 0)
        g_array_append_val(queue, state);
    }
  }
}

/* How an entry is reached: from a crossing, or straight from an exit in the same stretch. */
typedef struct arrival {
  gint64 cost;
  const pc_port *entry;
  int state; /* -1: from the exit */
  int exit;
} arrival;

static void keep_better(arrival *best, arrival other) {
  if (other.cost < best->cost)
    *best = other;
}

static bool share_stretch(const pc_port *a, const pc_port *b) {
  return a->is_across == b->is_across && a->column == b->column && a->row == b->row;
}

static void arrive_straight(const pc_gap_map *map, const pc_port *entry, arrival *best) {
  for (int i = 0; i < map->n_exits; i++) {
    const pc_port *exit = &map->exits[i];
    if (!share_stretch(exit, entry))
      continue;
    const gint64 along = distance(exit->way, entry->way);
    const gint64 bends = along > 0 ? 2 * corner_cost(map) + entry->cost : 0;
    const gint64 cost = distance(exit->edge, exit->way) + stretch_cost(map, entry, along) +
                        distance(entry->edge, entry->way) + bends;
    keep_better(best, (arrival){cost, entry, -1, i});
  }
}

static void arrive(const pc_gap_map *map, const pc_port *entry, arrival *best) {
  for (int far = 0; far < 2; far++) {
    int step;
    pc_point point;
    const int crossing = beside_port(map, entry, far == 1, &step, &point);
    const int towards = (step + 2) % N_STEPS;
    const gint64 length =
        stretch_cost(map, entry, distance(point, entry->way)) + distance(entry->edge, entry->way);
    for (int before = 0; before < N_STEPS; before++) {
      const reached *known = &map->reached[crossing * N_STEPS + before];
      if (known->cost == G_MAXINT64 || before == step)
        continue;
      const int corners = 1 + (before != towards);
      keep_better(best, (arrival){known->cost + length + corners * corner_cost(map) + entry->cost,
                                  entry, crossing * N_STEPS + before, known->exit});
    }
  }
}

/* All crossings of the way, from the last one to the first. */
static GArray *follow_back(pc_gap_map *map, const arrival *best) {
  GArray *crossings = g_array_new(FALSE, FALSE, sizeof(int));
  for (int state = best->state; state >= 0; state = map->reached[state].before) {
    const int crossing = state / N_STEPS;
    g_array_append_val(crossings, crossing);
  }
  return crossings;
}

static void take(pc_gap_map *map, const GArray *crossings, const arrival *best) {
  const pc_port *exit = &map->exits[best->exit], *entry = best->entry;
  *find_taken(map, exit->column, exit->row, exit->is_across) = true;
  *find_taken(map, entry->column, entry->row, entry->is_across) = true;
  for (guint i = 1; i < crossings->len; i++) {
    const int a = g_array_index(crossings, int, i - 1), b = g_array_index(crossings, int, i);
    const int first = MIN(a, b);
    *find_taken(map, first % (map->columns + 1), first / (map->columns + 1), ABS(a - b) == 1) =
        true;
  }
}

static bool is_straight(pc_point a, pc_point b, pc_point c) {
  return (a.x == b.x && b.x == c.x) || (a.y == b.y && b.y == c.y);
}

/* A corner on the straight between its neighbours is none. */
static void add_point(GArray *points, pc_point point) {
  const pc_point *all = (const pc_point *)(void *)points->data;
  while (points->len >= 2 && is_straight(all[points->len - 2], all[points->len - 1], point))
    g_array_set_size(points, points->len - 1);
  g_array_append_val(points, point);
}

int pc_gapmap_trace(pc_gap_map *map, const pc_port *entries, int n, pc_point *points, int most) {
  arrival best = {.cost = G_MAXINT64};
  for (int i = 0; i < n; i++) {
    if (!port_is_open(map, &entries[i]))
      continue;
    arrive_straight(map, &entries[i], &best);
    arrive(map, &entries[i], &best);
  }
  if (best.entry == NULL)
    return 0;
  g_autoptr(GArray) crossings = follow_back(map, &best);
  g_autoptr(GArray) way = g_array_new(FALSE, FALSE, sizeof(pc_point));
  add_point(way, map->exits[best.exit].edge);
  add_point(way, map->exits[best.exit].way);
  for (guint i = crossings->len; i-- > 0;) {
    const int crossing = g_array_index(crossings, int, i);
    add_point(way, point_at(map, crossing % (map->columns + 1), crossing / (map->columns + 1)));
  }
  add_point(way, best.entry->way);
  add_point(way, best.entry->edge);
  if ((int)way->len > most)
    return 0;
  take(map, crossings, &best);
  for (guint i = 0; i < way->len; i++)
    points[i] = g_array_index(way, pc_point, i);
  return (int)way->len;
}

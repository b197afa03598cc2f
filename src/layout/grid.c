/* grid.c - shares a span of paper among tracks, and heights among rows.  Layer: layout. */
#include "layout/grid.h"

#include <math.h>

static double sum_weights(const double *weights, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++)
    sum += weights[i];
  return sum;
}

/* The running sum is rounded, not each part: remainders are spread and nothing is lost. */
void pc_grid_share(pc_um total, const double *weights, int n, pc_um *parts) {
  double sum = sum_weights(weights, n);
  double run = 0;
  pc_um before = 0;
  for (int i = 0; i < n; i++) {
    run += sum > 0 ? weights[i] / sum : 1.0 / n;
    pc_um until = i == n - 1 ? total : (pc_um)lround(run * total);
    parts[i] = until - before;
    before = until;
  }
}

static double track_fr(const pc_tracks *tracks, int index) {
  if (tracks->lengths == NULL)
    return 1;
  pc_length length = tracks->lengths[index];
  return length.unit == PC_UNIT_FR || length.unit == PC_UNIT_NONE ? length.value
         : length.unit == PC_UNIT_AUTO                            ? 1
                                                                  : 0;
}

static pc_um track_fixed(const pc_tracks *tracks, int index, pc_um parent) {
  return track_fr(tracks, index) > 0 ? 0 : pc_length_um(tracks->lengths[index], 0, parent);
}

static void place_tracks(pc_extent span, pc_um gap, pc_extent *extents, int n) {
  pc_um at = span.start;
  for (int i = 0; i < n; i++) {
    extents[i].start = at;
    at += extents[i].length + gap;
  }
}

bool pc_grid_split(pc_extent span, const pc_tracks *tracks, pc_um gap, pc_extent *extents) {
  gint64 rest = span.length - (gint64)gap * (tracks->count - 1);
  double fr = 0;
  for (int i = 0; i < tracks->count; i++) {
    rest -= track_fixed(tracks, i, span.length);
    fr += track_fr(tracks, i);
  }
  if (rest < 0 || tracks->count < 1)
    return false;
  double run = 0;
  pc_um before = 0;
  bool good = true;
  for (int i = 0; i < tracks->count; i++) {
    run += track_fr(tracks, i);
    pc_um until = fr > 0 ? (pc_um)lround(run / fr * (double)rest) : 0;
    extents[i].length = track_fixed(tracks, i, span.length) + until - before;
    before = until;
    good = good && extents[i].length > 0;
  }
  place_tracks(span, gap, extents, tracks->count);
  return good;
}

pc_extent pc_grid_join(const pc_extent *tracks, int first, int count) {
  pc_extent last = tracks[first + count - 1];
  return (pc_extent){tracks[first].start, last.start + last.length - tracks[first].start};
}

gint64 pc_rows_sum(const pc_um *heights, int n_rows) {
  gint64 sum = 0;
  for (int i = 0; i < n_rows; i++)
    sum += heights[i];
  return sum;
}

/* What is missing is added in proportion to the heights that the rows have already. */
void pc_rows_raise(const pc_row_need *need, pc_um gap, pc_um *heights) {
  pc_um *rows = heights + need->row;
  gint64 have = pc_rows_sum(rows, need->rows);
  gint64 missing = (gint64)need->need - have - (gint64)gap * (need->rows - 1);
  if (missing <= 0)
    return;
  gint64 given = 0;
  gint64 run = 0;
  for (int i = 0; i < need->rows; i++) {
    run += have > 0 ? rows[i] : 1;
    gint64 until = missing * run / (have > 0 ? have : need->rows);
    rows[i] += (pc_um)(until - given);
    given = until;
  }
}

void pc_rows_measure(const pc_row_need *needs, int n_needs, pc_um gap, pc_um least, pc_um *heights,
                     int n_rows) {
  for (int i = 0; i < n_rows; i++)
    heights[i] = least;
  for (int rows = 1; rows <= n_rows; rows++) {
    for (int i = 0; i < n_needs; i++) {
      if (needs[i].rows == rows)
        pc_rows_raise(&needs[i], gap, heights);
    }
  }
}

/* A row at level k: k times what it needs, within its bounds. */
static double grow_row(pc_um height, double level, double mean) {
  double grown = height * level;
  double most = MAX(height, mean * PC_ROW_MOST);
  double least = MAX(height, mean * PC_ROW_LEAST);
  return CLAMP(grown, MIN(least, most), most);
}

/* The same where the sheet has no room for the lower bound. */
static double grow_row_freely(pc_um height, double level, double mean) {
  return CLAMP(height * level, height, MAX(height, mean * PC_ROW_MOST));
}

static double cut_row(pc_um height, double level, double mean) {
  return MIN(height, level * mean);
}

typedef double (*row_func)(pc_um height, double level, double mean);

static double sum_rows(const pc_um *heights, int n_rows, pc_um room, row_func row, double level) {
  double sum = 0;
  for (int i = 0; i < n_rows; i++)
    sum += row(heights[i], level, (double)room / n_rows);
  return sum;
}

static row_func choose_row(const pc_um *heights, int n_rows, pc_um room) {
  if (pc_rows_sum(heights, n_rows) > room)
    return cut_row;
  return sum_rows(heights, n_rows, room, grow_row, 0) > room ? grow_row_freely : grow_row;
}

/* The largest level at which the rows together do not exceed room. */
static double find_level(const pc_um *heights, int n_rows, pc_um room, row_func row) {
  double low = 0;
  double high = 1e9;
  for (int step = 0; step < 100; step++) {
    double level = (low + high) / 2;
    if (sum_rows(heights, n_rows, room, row, level) <= room)
      low = level;
    else
      high = level;
  }
  return low;
}

void pc_rows_spread(pc_um *heights, int n_rows, pc_um room) {
  row_func row = choose_row(heights, n_rows, room);
  double level = find_level(heights, n_rows, room, row);
  double mean = (double)room / n_rows;
  for (int i = 0; i < n_rows; i++)
    heights[i] = (pc_um)row(heights[i], level, mean);
  gint64 rest = room - pc_rows_sum(heights, n_rows);
  gint64 given = 0;
  for (int i = 0; i < n_rows; i++) {
    gint64 until = rest * (i + 1) / n_rows;
    heights[i] += (pc_um)(until - given);
    given = until;
  }
}

pc_um pc_grid_find_least(pc_um most, pc_is_enough_func is_enough, void *user) {
  static const pc_um step = 500;
  pc_um low = 0;
  pc_um high = most;
  while (high - low > step) {
    pc_um middle = low + (high - low) / 2;
    if (is_enough(middle, user))
      high = middle;
    else
      low = middle;
  }
  return high;
}

pc_rect pc_grid_reach_bleed(pc_rect rect, const pc_page *page) {
  pc_um left = rect.x <= 0 ? page->bleed : 0;
  pc_um top = rect.y <= 0 ? page->bleed : 0;
  pc_um right = rect.x + rect.w >= page->width ? page->bleed : 0;
  pc_um bottom = rect.y + rect.h >= page->height ? page->bleed : 0;
  return (pc_rect){rect.x - left, rect.y - top, rect.w + left + right, rect.h + top + bottom};
}

void pc_rows_approach(pc_um *heights, const pc_um *wanted, int n_rows) {
  double lack = 0, spare = 0;
  for (int i = 0; i < n_rows; i++) {
    lack += MAX(0, wanted[i] - heights[i]);
    spare += MAX(0, heights[i] - wanted[i]);
  }
  if (lack <= 0 || spare <= 0)
    return;
  const double moved = MIN(lack, spare);
  double given = 0, run = 0;
  for (int i = 0; i < n_rows; i++) {
    const pc_um gives = (pc_um)(MAX(0, heights[i] - wanted[i]) * (moved / spare));
    heights[i] -= gives;
    given += gives;
  }
  for (int i = 0; i < n_rows; i++) {
    const double before = run;
    run += MAX(0, wanted[i] - heights[i]) * (given / lack);
    heights[i] += (pc_um)(lround(run) - lround(before));
  }
}

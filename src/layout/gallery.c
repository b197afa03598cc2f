/* gallery.c - pictures side by side: the rows that show most of them.  Layer: layout. */
#include "layout/gallery.h"

#include <glib.h>
#include <math.h>

/* Pictures side by side are of one rank: where a row is more than so many times as high as another,
 * what is seen counts for less. */
static const double even_enough = 1.5;
/* Rows that are worth so much less are about equal: the most even ones are taken. */
static const double about_equal = 0.99;
/* What rows count for in which a picture is narrower than a word of its caption. */
static const double narrow_worth = 1e-3;

/* The pictures from first to end as one row.  Its height is (width - gaps) / aspects. */
typedef struct row_trial {
  double gaps, aspects;
  double height, caption; /* at full width */
  bool narrow;            /* some word is wider than its picture */
} row_trial;

/* Of every row that there can be: [first][end - 1]. */
typedef row_trial row_trials[PC_FIGURES_MOST][PC_FIGURES_MOST];

/* One way of parting the pictures into rows. */
typedef struct way {
  double worth;  /* area of all pictures, um2, and less for uneven rows; where captions leave them
                    nothing, what is missing, um < 0 */
  double uneven; /* the highest row by the lowest */
} way;

/* Rows one below the other: sum of heights = width * slope - less. */
typedef struct rows_sum {
  double slope, less, square; /* 1/aspects, gaps/aspects, gaps^2/aspects */
  double gaps;                /* of the row with most */
} rows_sum;

static void add_row(rows_sum *sum, const row_trial *row) {
  sum->slope += 1 / row->aspects;
  sum->less += row->gaps / row->aspects;
  sum->square += row->gaps * row->gaps / row->aspects;
  sum->gaps = MAX(sum->gaps, row->gaps);
}

static double fit_width(const rows_sum *sum, double width, double height) {
  return MIN(width, (MAX(0, height) + sum->less) / sum->slope);
}

/* Of all pictures: the sum of (width - gaps)^2 / aspects. */
static double sum_areas(const rows_sum *sum, double width) {
  if (width <= sum->gaps)
    return 0;
  return width * width * sum->slope - 2 * width * sum->less + sum->square;
}

/* Captions are as high as their lengths tell. */
static row_trial try_row(const pc_gallery *gallery, int first, int end, pc_um width) {
  row_trial row = {.gaps = (double)gallery->gap * (end - first - 1)};
  for (int i = first; i < end; i++)
    row.aspects += gallery->items[i].aspect;
  row.height = MAX(0, width - row.gaps) / row.aspects;
  double lines = 0;
  for (int i = first; i < end; i++) {
    const pc_gallery_item *item = &gallery->items[i];
    const double w = row.height * item->aspect;
    row.narrow = row.narrow || w < item->caption_least;
    lines = MAX(lines, ceil(item->caption / MAX(1, w)));
  }
  if (lines > 0)
    row.caption = lines * gallery->caption_pitch + gallery->caption_gap;
  return row;
}

static void try_rows(const pc_gallery *gallery, pc_um width, row_trials trials) {
  for (int first = 0; first < gallery->n; first++) {
    for (int end = first + 1; end <= gallery->n; end++)
      trials[first][end - 1] = try_row(gallery, first, end, width);
  }
}

/* Bit i of breaks: a row ends after picture i. */
static int find_row_end(int n, unsigned breaks, int first) {
  int end = first + 1;
  while (end < n && (breaks >> (end - 1) & 1u) == 0)
    end++;
  return end;
}

static way weigh(const pc_gallery *gallery, row_trials trials, unsigned breaks, pc_size room) {
  double high = 0, low = G_MAXDOUBLE, other = -(double)gallery->row_gap;
  rows_sum sum = {0};
  bool narrow = false;
  for (int first = 0, end; first < gallery->n; first = end) {
    end = find_row_end(gallery->n, breaks, first);
    const row_trial *row = &trials[first][end - 1];
    add_row(&sum, row);
    high = MAX(high, row->height);
    low = MIN(low, row->height);
    other += gallery->row_gap + row->caption;
    narrow = narrow || row->narrow;
  }
  const double uneven = high / MAX(low, 1);
  if (room.h <= other)
    return (way){(room.h - other) / (narrow ? narrow_worth : 1), uneven};
  const double seen = sum_areas(&sum, fit_width(&sum, room.w, room.h - other));
  return (way){seen * MIN(1, even_enough / uneven) * (narrow ? narrow_worth : 1), uneven};
}

static pc_gallery_rows make_rows(const pc_gallery *gallery, unsigned breaks) {
  pc_gallery_rows rows = {0};
  while (rows.first[rows.n] < gallery->n) {
    const int end = find_row_end(gallery->n, breaks, rows.first[rows.n]);
    rows.first[++rows.n] = end;
  }
  return rows;
}

pc_gallery_rows pc_gallery_choose(const pc_gallery *gallery, pc_um width, pc_um height) {
  const unsigned n_ways = 1u << (gallery->n - 1);
  way ways[1u << (PC_FIGURES_MOST - 1)];
  row_trials trials;
  try_rows(gallery, width, trials);
  double most = -G_MAXDOUBLE;
  for (unsigned breaks = 0; breaks < n_ways; breaks++) {
    ways[breaks] = weigh(gallery, trials, breaks, (pc_size){width, height});
    most = MAX(most, ways[breaks].worth);
  }
  unsigned best = 0;
  double least_uneven = G_MAXDOUBLE;
  for (unsigned breaks = 0; breaks < n_ways; breaks++) {
    if (ways[breaks].worth < most - fabs(most) * (1 - about_equal) ||
        ways[breaks].uneven >= least_uneven)
      continue;
    best = breaks;
    least_uneven = ways[breaks].uneven;
  }
  return make_rows(gallery, best);
}

static row_trial see_row(const pc_gallery *gallery, const pc_gallery_rows *rows, int row,
                         pc_um width) {
  return try_row(gallery, rows->first[row], rows->first[row + 1], width);
}

pc_um pc_gallery_fit(const pc_gallery *gallery, const pc_gallery_rows *rows, pc_um width,
                     pc_um height) {
  rows_sum sum = {0};
  for (int row = 0; row < rows->n; row++) {
    const row_trial trial = see_row(gallery, rows, row, width);
    add_row(&sum, &trial);
  }
  return (pc_um)floor(fit_width(&sum, width, height));
}

void pc_gallery_split(const pc_gallery *gallery, const pc_gallery_rows *rows, int row, pc_um width,
                      pc_extent *extents) {
  const int first = rows->first[row], end = rows->first[row + 1];
  const double height = see_row(gallery, rows, row, width).height;
  double x = 0;
  for (int i = first; i < end; i++) {
    const pc_um gaps = gallery->gap * (i - first);
    const pc_um start = (pc_um)lround(x);
    x += height * gallery->items[i].aspect;
    extents[i - first] = (pc_extent){start + gaps, (pc_um)lround(x) - start};
  }
}

pc_um pc_gallery_height(const pc_gallery *gallery, const pc_gallery_rows *rows, int row,
                        pc_um width) {
  return (pc_um)lround(see_row(gallery, rows, row, width).height);
}

pc_um pc_gallery_sum(const pc_gallery *gallery, const pc_gallery_rows *rows, pc_um width) {
  pc_um sum = 0;
  for (int row = 0; row < rows->n; row++)
    sum += pc_gallery_height(gallery, rows, row, width);
  return sum;
}

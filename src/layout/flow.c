/* flow.c - lines of several pieces into columns of the same height.  Layer: layout. */
#include "layout/flow.h"

/* Where the next line goes. */
typedef struct flow_pen {
  int columns, column;
  gint64 y, limit, tallest;
  pc_slot *slots;
  int n_slots;
} flow_pen;

/* Lines that cannot be parted, from line on. */
static int count_chunk(int lines, int line) {
  if (lines <= 3)
    return lines;
  return line == 0 || line == lines - 2 ? 2 : 1;
}

static gint64 chunk_height(const pc_measure *measure, int line) {
  if (measure->lines <= 1)
    return measure->height;
  return (gint64)measure->pitch * (count_chunk(measure->lines, line) - 1) + measure->em;
}

/* From the bottom of the line before. */
static gint64 lead_before(const pc_flow_item *item, int line) {
  return line == 0 ? item->gap : item->measure->pitch - item->measure->em;
}

static gint64 kept_height(const pc_flow_item *items, int n, int index) {
  if (!items[index].keep || index + 1 >= n)
    return 0;
  return items[index + 1].gap + chunk_height(items[index + 1].measure, 0);
}

static void put_lines(flow_pen *pen, const pc_measure *measure, int count, gint64 top) {
  for (int i = 0; pen->slots != NULL && i < count; i++) {
    gint64 y = MIN(top + (gint64)measure->pitch * i, PC_UM_TALLEST);
    pen->slots[pen->n_slots++] = (pc_slot){pen->column, (pc_um)y};
  }
}

/* false: no column is left. */
static bool put_chunk(flow_pen *pen, const pc_flow_item *item, int line, gint64 kept) {
  gint64 height = chunk_height(item->measure, line);
  gint64 lead = pen->y == 0 ? 0 : lead_before(item, line);
  if (pen->y > 0 && pen->y + lead + height + kept > pen->limit) {
    if (++pen->column == pen->columns)
      return false;
    pen->y = lead = 0;
  }
  put_lines(pen, item->measure, count_chunk(item->measure->lines, line), pen->y + lead);
  pen->y += lead + height;
  pen->tallest = MAX(pen->tallest, pen->y);
  return pen->y <= pen->limit;
}

static bool fill_columns(flow_pen *pen, const pc_flow_item *items, int n) {
  for (int i = 0; i < n; i++) {
    int lines = items[i].measure->lines;
    gint64 kept = kept_height(items, n, i);
    for (int line = 0; line < lines; line += count_chunk(lines, line)) {
      if (!put_chunk(pen, &items[i], line, kept))
        return false;
    }
  }
  return true;
}

static bool fits_columns(const pc_flow_item *items, int n, int columns, gint64 limit) {
  flow_pen pen = {.columns = columns, .limit = limit};
  return fill_columns(&pen, items, n);
}

static gint64 find_limit(const pc_flow_item *items, int n, int columns, gint64 total) {
  gint64 low = total / columns - 1; /* does not fit */
  gint64 high = total;              /* fits */
  while (columns > 1 && high - low > 1) {
    gint64 middle = (low + high) / 2;
    if (fits_columns(items, n, columns, middle))
      high = middle;
    else
      low = middle;
  }
  return high;
}

pc_um pc_flow_balance(const pc_flow_item *items, int n, int columns, pc_slot *slots) {
  flow_pen all = {.columns = 1, .limit = G_MAXINT64};
  fill_columns(&all, items, n);
  gint64 limit = find_limit(items, n, columns, all.tallest);
  flow_pen pen = {.columns = columns, .limit = limit, .slots = slots};
  fill_columns(&pen, items, n);
  return (pc_um)MIN(pen.tallest, PC_UM_TALLEST);
}

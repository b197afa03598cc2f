/* cuts.c - dynamic programming over whole millimetres.  Layer: pages. */
#include "pages/cuts.h"

/* Cuts stand on whole millimetres: they are made by hand. */
#define STEP 1000

/* No page is narrower than this, nor than the strip that it is glued on. */
static const pc_um least_page = 10000;
/* A cut this near to the edge of a panel could as well be in the gap, or would leave a sliver. */
static const pc_um near_panel = 5000;
/* A panel counts for more than all lines of a poster; a millimetre nearer to an edge for more than
 * any unevenness. */
static const gint64 panel_cost = 1000000;
static const gint64 nearness_cost = 1000;

/* Compared by harm, then by looks. */
typedef struct cost {
  gint64 harm, looks;
} cost;

static const cost worst = {G_MAXINT64, 0};

/* The best way to a cut, as the last of some number of cuts. */
typedef struct way {
  cost cost;
  int from; /* where the cut before it stands, in steps */
} way;

typedef struct search {
  pc_um length;
  pc_span_rule rule;
  int n_places;        /* steps from 0 to before the end */
  int *panels, *lines; /* cut at each */
  pc_um *nearness;     /* to the edge of a panel, up to near_panel */
  int least, most;     /* steps from cut to cut */
} search;

static bool is_less(cost a, cost b) {
  return a.harm != b.harm ? a.harm < b.harm : a.looks < b.looks;
}

int pc_cuts_count(pc_um length, pc_span_rule rule) {
  if (length <= rule.page)
    return 1;
  const pc_um step = rule.page - rule.overlap;
  return 1 + (length - rule.page + step - 1) / step;
}

/* +1 where an extent begins to be cut, -1 behind it. */
static void count_extent(int *counts, int n_places, pc_extent extent) {
  int first = MAX(1, extent.start / STEP + 1);
  int behind = (extent.start + extent.length + STEP - 1) / STEP;
  first = MIN(first, n_places);
  behind = CLAMP(behind, first, n_places);
  counts[first]++;
  counts[behind]--;
}

static void sum_up(int *counts, int n) {
  for (int i = 1; i <= n; i++)
    counts[i] += counts[i - 1];
}

static void approach(search *s, pc_um edge) {
  for (int i = MAX(0, (edge - near_panel) / STEP); i < s->n_places; i++) {
    pc_um distance = ABS(i * STEP - edge);
    if (i * STEP > edge + near_panel)
      return;
    s->nearness[i] = MIN(s->nearness[i], distance);
  }
}

static void search_init(search *s, const GArray *obstacles, pc_axis axis) {
  s->n_places = (s->length + STEP - 1) / STEP;
  s->panels = g_new0(int, (gsize)s->n_places + 1);
  s->lines = g_new0(int, (gsize)s->n_places + 1);
  s->nearness = g_new(pc_um, (gsize)s->n_places + 1);
  for (int i = 0; i <= s->n_places; i++)
    s->nearness[i] = near_panel;
  for (guint i = 0; i < obstacles->len; i++) {
    const pc_obstacle *obstacle = &g_array_index(obstacles, pc_obstacle, i);
    const pc_extent extent = pc_rect_extent(obstacle->rect, axis);
    count_extent(obstacle->is_panel ? s->panels : s->lines, s->n_places, extent);
    if (!obstacle->is_panel)
      continue;
    approach(s, extent.start);
    approach(s, extent.start + extent.length);
  }
  sum_up(s->panels, s->n_places);
  sum_up(s->lines, s->n_places);
  s->least = (MAX(least_page, s->rule.overlap) + STEP - 1) / STEP;
  s->most = (s->rule.page - s->rule.overlap) / STEP;
}

static void search_clear(search *s) {
  g_free(s->panels);
  g_free(s->lines);
  g_free(s->nearness);
}

static cost add_page(const search *s, cost before, int from, int to) {
  const gint64 side = to - from;
  const gint64 nearness = (near_panel - s->nearness[to]) / (STEP / 10);
  before.harm += s->panels[to] * panel_cost + s->lines[to];
  before.looks += nearness * nearness_cost + side * side;
  return before;
}

/* The best ways to all places, as the cut behind the page that `before` lead to. */
static void extend(const search *s, const way *before, way *ways) {
  for (int to = 0; to < s->n_places; to++) {
    ways[to] = (way){worst, 0};
    for (int from = MAX(0, to - s->most); from <= to - s->least; from++) {
      if (before[from].cost.harm == worst.harm)
        continue;
      const cost sum = add_page(s, before[from].cost, from, to);
      if (is_less(sum, ways[to].cost))
        ways[to] = (way){sum, from};
    }
  }
}

/* The last page has no strip behind it. */
static int find_last(const search *s, const way *ways) {
  int best = -1;
  cost least = worst;
  for (int at = 0; at < s->n_places; at++) {
    const pc_um rest = s->length - at * STEP;
    if (ways[at].cost.harm == worst.harm || rest > s->rule.page || rest < s->least * STEP)
      continue;
    cost sum = ways[at].cost;
    const gint64 side = rest / STEP;
    sum.looks += side * side;
    if (!is_less(sum, least))
      continue;
    least = sum;
    best = at;
  }
  return best;
}

/* false: no cuts for so many pages. */
static bool try_pages(const search *s, pc_cuts *cuts) {
  const int n_cuts = cuts->n_pages - 1;
  const gsize row = (gsize)s->n_places;
  g_autofree way *ways = g_new(way, row * ((gsize)n_cuts + 1));
  for (gsize i = 0; i < row; i++)
    ways[i] = (way){i == 0 ? (cost){0, 0} : worst, 0};
  for (int i = 0; i < n_cuts; i++)
    extend(s, ways + row * (gsize)i, ways + row * ((gsize)i + 1));
  int at = find_last(s, ways + row * (gsize)n_cuts);
  if (at < 0)
    return false;
  cuts->at = g_new(pc_um, (gsize)MAX(n_cuts, 1));
  for (int i = n_cuts; i > 0; i--) {
    cuts->at[i - 1] = at * STEP;
    cuts->n_panels += s->panels[at];
    cuts->n_lines += s->lines[at];
    at = ways[row * (gsize)i + (gsize)at].from;
  }
  return true;
}

/* Whole millimetres may need a page more than the arithmetic of pc_cuts_count. */
pc_cuts pc_cuts_find(pc_um length, pc_span_rule rule, const GArray *obstacles, pc_axis axis) {
  g_assert(rule.page >= PC_PAGE_LEAST && rule.page >= 3 * rule.overlap);
  pc_cuts cuts = {.n_pages = pc_cuts_count(length, rule)};
  if (cuts.n_pages == 1)
    return cuts;
  search s = {.length = length, .rule = rule};
  search_init(&s, obstacles, axis);
  while (!try_pages(&s, &cuts))
    cuts.n_pages++;
  search_clear(&s);
  return cuts;
}

void pc_cuts_clear(pc_cuts *cuts) {
  g_clear_pointer(&cuts->at, g_free);
}

pc_extent pc_cuts_extent(const pc_cuts *cuts, pc_um length, int index) {
  const pc_um start = index > 0 ? cuts->at[index - 1] : 0;
  const pc_um end = index + 1 < cuts->n_pages ? cuts->at[index] : length;
  return (pc_extent){start, end - start};
}

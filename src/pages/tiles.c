/* tiles.c - the poster cut into pages that are glued together.  Layer: pages. */
#include "pages/map.h"
#include "pages/tiling.h"

/* Columns have letters. */
#define MAX_COLUMNS 26
#define MAX_TILES 600

static void draw_cut(pc_scribe *scribe, pc_point from, pc_point to) {
  const pc_color white = {.r = 1, .g = 1, .b = 1, .a = 1};
  pc_scribe_line(scribe, from, to, 900, white);
  pc_scribe_line(scribe, from, to, 350, pc_note_ink());
}

static void draw_cuts(pc_scribe *scribe, pc_rect map, const pc_tiling *tiling) {
  for (int i = 0; i + 1 < tiling->columns.n_pages; i++) {
    const pc_rect at = pc_map_part(scribe, map, (pc_rect){tiling->columns.at[i], 0, 0, 0});
    draw_cut(scribe, (pc_point){at.x, map.y}, (pc_point){at.x, map.y + map.h});
  }
  for (int i = 0; i + 1 < tiling->rows.n_pages; i++) {
    const pc_rect at = pc_map_part(scribe, map, (pc_rect){0, tiling->rows.at[i], 0, 0});
    draw_cut(scribe, (pc_point){map.x, at.y}, (pc_point){map.x + map.w, at.y});
  }
}

static void write_names(pc_scribe *scribe, pc_rect map, const pc_tiling *tiling) {
  const int n = pc_tiling_count(tiling);
  g_autofree pc_rect *rects = g_new(pc_rect, (gsize)n);
  for (int i = 0; i < n; i++)
    rects[i] = pc_map_part(scribe, map, pc_tiling_at(tiling, scribe->layout, i).seen);
  const pc_um height = pc_map_badge(rects, n);
  for (int i = 0; i < n; i++) {
    g_autofree char *name =
        pc_tile_format_name(i % tiling->columns.n_pages, i / tiling->columns.n_pages);
    pc_map_write(scribe, name, rects[i], height);
  }
}

static void append_map(pc_scribe *scribe, pc_size paper, const pc_tiling *tiling) {
  const pc_words *words = scribe->words;
  const int n = pc_tiling_count(tiling);
  g_autofree char *count = g_strdup_printf("%d%s (%d × %d)", n, words->pages,
                                           tiling->columns.n_pages, tiling->rows.n_pages);
  const char *const *steps = tiling->overlap > 0 ? words->tiles_steps : words->butted_steps;
  const pc_rect map = pc_map_begin(scribe, paper, words->tiles_title, steps, count);
  draw_cuts(scribe, map, tiling);
  write_names(scribe, map, tiling);
}

static pc_pages *write_tiles(const pc_layout *layout, pc_measurer *measurer, pc_size paper,
                             const pc_tiling *tiling) {
  pc_scribe scribe;
  pc_scribe_init(&scribe, layout, measurer);
  append_map(&scribe, paper, tiling);
  for (int i = 0; i < pc_tiling_count(tiling); i++) {
    const pc_tile tile = pc_tiling_at(tiling, layout, i);
    pc_tile_append(&scribe, tiling, &tile);
  }
  return pc_scribe_clear(&scribe);
}

static bool is_large_enough(pc_size paper, pc_um overlap) {
  const pc_um side = pc_tiling_printable(MIN(paper.w, paper.h));
  return side >= PC_PAGE_LEAST && side >= 3 * overlap;
}

static void report_small(pc_diags *diags, const char *fact) {
  PC_REPORT_HINT(diags, (pc_place){0}, PC_LIMIT, "choose a larger paper, or a smaller overlap",
                 "%s", fact);
}

pc_pages *pc_pages_new_tiles(const pc_layout *layout, pc_measurer *measurer, pc_size paper,
                             double overlap_mm, pc_diags *diags) {
  if (!(overlap_mm >= 0 && overlap_mm <= PC_OVERLAP_MOST_MM)) {
    PC_REPORT(diags, (pc_place){0}, PC_BAD_VALUE, "the overlap of tiles is 0 to %d mm",
              PC_OVERLAP_MOST_MM);
    return NULL;
  }
  const pc_um overlap = pc_um_from_mm(overlap_mm);
  if (!is_large_enough(paper, overlap)) {
    report_small(diags, "the paper is too small for tiles that lie so far on one another");
    return NULL;
  }
  pc_tiling tiling = pc_tiling_choose(layout, paper, overlap);
  pc_pages *pages = NULL;
  if (tiling.columns.n_pages > MAX_COLUMNS || pc_tiling_count(&tiling) > MAX_TILES)
    report_small(diags, "the poster would be cut into too many pages");
  else
    pages = write_tiles(layout, measurer, paper, &tiling);
  pc_tiling_clear(&tiling);
  return pages;
}

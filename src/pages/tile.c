/* tile.c - one tile: strips to glue on, corner marks, its name and its neighbours'.
 * Layer: pages. */
#include "pages/tiling.h"

/* Of the strips to glue on; as wide as the gaps between them. */
static const pc_um stripe = 1500;
static const double name_pt = 15, neighbour_pt = 9;

char *pc_tile_format_name(int column, int row) {
  return g_strdup_printf("%c%d", 'A' + column, row + 1);
}

/* Stripes across; what lies under a neighbour shines through, so that the pages can be laid
 * exactly.  One dashed line as thick as the strip is short in the file. */
static void draw_strip(pc_scribe *scribe, pc_rect strip) {
  const pc_place at = {scribe->layout->doc->file, 0, 0};
  const pc_color veil = {.r = 1, .g = 1, .b = 1, .a = 0.6};
  const pc_color grey = {.r = 0.4, .g = 0.4, .b = 0.4, .a = 0.4};
  const bool is_upright = strip.h > strip.w;
  const pc_point middle = {strip.x + strip.w / 2, strip.y + strip.h / 2};
  pc_display *display = scribe->display;
  if (strip.w <= 0 || strip.h <= 0)
    return;
  pc_display_begin_path(display);
  pc_display_rect(display, strip, 0);
  pc_display_fill(display, at, veil);
  pc_display_begin_path(display);
  pc_display_move(display,
                  (pc_point){is_upright ? middle.x : strip.x, is_upright ? strip.y : middle.y});
  pc_display_line(display, (pc_point){is_upright ? middle.x : strip.x + strip.w,
                                      is_upright ? strip.y + strip.h : middle.y});
  pc_display_stroke(display, at, grey, MIN(strip.w, strip.h), stripe);
}

static void draw_strips(pc_scribe *scribe, const pc_tile *tile) {
  const pc_rect to = tile->to;
  const pc_um right = tile->printed.w - tile->seen.w, below = tile->printed.h - tile->seen.h;
  draw_strip(scribe, (pc_rect){to.x + tile->seen.w, to.y, right, to.h});
  draw_strip(scribe, (pc_rect){to.x, to.y + tile->seen.h, tile->seen.w, below});
}

/* A small triangle that points to a side. */
static void draw_pointer(pc_scribe *scribe, pc_point at, int dx, int dy) {
  static const pc_um half = 1300;
  pc_display *display = scribe->display;
  pc_display_begin_path(display);
  pc_display_move(display, (pc_point){at.x + dx * half, at.y + dy * half});
  pc_display_line(display, (pc_point){at.x - half * (dx + dy), at.y - half * (dx + dy)});
  pc_display_line(display, (pc_point){at.x - half * (dx - dy), at.y + half * (dx - dy)});
  pc_display_close(display);
  pc_display_fill(display, (pc_place){scribe->layout->doc->file, 0, 0}, pc_note_ink());
}

/* In the middle of a side, outside of what is printed: beside the pointer at the upper and the
 * lower side, below it at the others. */
static void write_neighbour(pc_scribe *scribe, const pc_tiling *tiling, const pc_tile *tile, int dx,
                            int dy) {
  static const pc_um away = 3200, step = 3000, width = 6000;
  const int column = tile->column + dx, row = tile->row + dy;
  if (column < 0 || row < 0 || column >= tiling->columns.n_pages || row >= tiling->rows.n_pages)
    return;
  const pc_rect to = tile->to;
  const pc_point middle = {to.x + to.w / 2 + dx * (to.w / 2 + away),
                           to.y + to.h / 2 + dy * (to.h / 2 + away)};
  const pc_um right = dy != 0 ? step : 0, down = dx != 0 ? step : 0;
  g_autofree char *name = pc_tile_format_name(column, row);
  const pc_note note = {
      .text = name,
      .room = {middle.x - width / 2 + right, middle.y - width / 2 + down, width, width},
      .size_pt = neighbour_pt,
      .align = PC_ALIGN_CENTER,
      .bold = true,
      .color = pc_note_ink(),
  };
  draw_pointer(scribe, (pc_point){middle.x - right, middle.y - down / 2}, dx, dy);
  pc_scribe_write(scribe, &note);
}

static void write_neighbours(pc_scribe *scribe, const pc_tiling *tiling, const pc_tile *tile) {
  write_neighbour(scribe, tiling, tile, -1, 0);
  write_neighbour(scribe, tiling, tile, 1, 0);
  write_neighbour(scribe, tiling, tile, 0, -1);
  write_neighbour(scribe, tiling, tile, 0, 1);
}

void pc_tile_append(pc_scribe *scribe, const pc_tiling *tiling, const pc_tile *tile) {
  const int number = tile->row * tiling->columns.n_pages + tile->column + 1;
  g_autofree char *name = pc_tile_format_name(tile->column, tile->row);
  g_autofree char *count = g_strdup_printf("%s　%d/%d", name, number, pc_tiling_count(tiling));
  const pc_note note = {
      .text = name,
      .room = {PC_LEAF_MARGIN + 2000, 4000, 20000, 5500},
      .size_pt = name_pt,
      .align = PC_ALIGN_START,
      .bold = true,
      .color = pc_note_ink(),
  };
  pc_scribe_begin(scribe, tiling->paper, tile->printed, tile->to);
  draw_strips(scribe, tile);
  pc_scribe_corners(scribe, (pc_rect){tile->to.x, tile->to.y, tile->seen.w, tile->seen.h},
                    tile->to);
  write_neighbours(scribe, tiling, tile);
  pc_scribe_write(scribe, &note);
  pc_scribe_foot(scribe, tiling->paper, scribe->title, count);
}
